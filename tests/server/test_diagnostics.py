"""What an editor underlines, and when."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from editor import Editor
from lsprotocol import types
from pygls.uris import to_fs_path

from reslint import lint_text

OF = "of the Plenipotentiary Conference"
OLD = f"Resolution 71 (Rev. Dubai, 2018) {OF}"
NEW = f"Resolution 71 (Rev. Bucharest, 2022) {OF}"
NO_ANNEX = """
from reslint import Mistake, Rule, Severity

class NoAnnex(Rule):
    '''A draft without an annex.'''

    code, name, severity = "BBB001", "no-annex", Severity.WARNING

    def check(self, page):
        if "ANNEX" not in page.text:
            yield Mistake(0, 4, "no annex")
"""
pytestmark = [pytest.mark.slow, pytest.mark.asyncio]


async def test_an_outdated_edition_is_underlined_with_all_that_is_known_of_it(editor: Editor) -> None:
    uri = editor.open("a.txt", f"recalling {OLD}.\n")
    (found,) = await editor.diagnostics(uri)
    assert editor.words(uri, found.range) == "Rev. Dubai, 2018"
    assert (found.source, found.code, found.severity) == ("reslint", "STA001", types.DiagnosticSeverity.Warning)
    assert "Bucharest, 2022" in found.message
    assert found.code_description is not None
    page = to_fs_path(found.code_description.href)
    assert page is not None
    assert Path(page).read_text("utf-8").startswith("# outdated-edition (STA001)")


async def test_what_is_right_is_not_underlined_and_what_was_mended_is_cleared(editor: Editor) -> None:
    uri = editor.open("a.txt", f"recalling {OLD}.\n")
    assert await editor.codes(uri) == ["STA001"]
    editor.replace(uri, editor.texts[uri].index("Dubai, 2018"), editor.texts[uri].index(") of"), "Bucharest, 2022")
    assert await editor.codes(uri) == []


async def test_the_other_edition_in_the_same_draft_is_pointed_to(editor: Editor) -> None:
    uri = editor.open("a.txt", f"recalling {OLD},\n\nnoting {NEW}.\n")
    found = {str(one.code): one for one in await editor.diagnostics(uri)}
    (related,) = found["STA001"].related_information or ()
    assert related.location.uri == uri
    assert editor.words(uri, related.location.range).startswith("Resolution 71 (Rev. Bucharest, 2022)")


async def test_what_comes_of_unresolved_changes_is_one_diagnostic_that_counts_it(editor: Editor) -> None:
    text = f"Resolution 71 (Rev. Dubai, 2018Bucharest, 2022) {OF}\n\nthe plan for 20222026\n\nnoting {OLD}\n"
    uri = editor.open("a.txt", text)
    first, second = await editor.diagnostics(uri)
    assert (first.code, second.code) == ("TRK001", "STA001")
    assert "1 more finding comes of it: 1 glued-words" in first.message
    assert "replaced on line 1, and kept here" in second.message


async def test_what_is_abrogated_is_struck_out_and_an_idle_comment_is_faded(editor: Editor) -> None:
    draft = f"Resolution 73 (Minneapolis, 1998) {OF}\n\n<!-- reslint: ignore[NUM] -->\n\nblue\n"
    uri = editor.open("a.md", draft, "markdown")
    found = {str(one.code): list(one.tags or ()) for one in await editor.diagnostics(uri)}
    assert found == {"STA002": [types.DiagnosticTag.Deprecated], "SUP001": [types.DiagnosticTag.Unnecessary]}


BEFORE = ("😀🏳️‍🌈 ", "e\u0301a\u030a ", "قرار ", "\u2028\u0085\f ", "\tœ ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_columns_are_right_after_any_sign(folder: Path, encoding: str) -> None:
    editor = Editor(folder, encoding)
    await editor.start()
    other = OLD.replace("71", "140")
    for number, before in enumerate(BEFORE):
        text = f"{before}{OLD}; {before}{other}\r\n\r\n{before}{OLD}\r\r{before}{OLD}\n"
        uri = editor.open(f"{number}.txt", text)
        found = await editor.diagnostics(uri)
        assert [editor.words(uri, one.range) for one in found] == ["Rev. Dubai, 2018"] * 4, before
        for left in (3, 2, 1, 0):  # one after the other is typed over
            at = editor.texts[uri].index("Rev. Dubai, 2018")
            editor.replace(uri, at, at + len("Rev. Dubai, 2018"), "Rev. Bucharest, 2022")
            found = [one for one in await editor.diagnostics(uri) if one.code == "STA001"]
            assert [editor.words(uri, one.range) for one in found] == ["Rev. Dubai, 2018"] * left, before
    await editor.client.shutdown_session()


async def test_many_changes_at_once_are_made_in_their_order(editor: Editor) -> None:
    uri = editor.open("a.txt", "recalling \n")
    partial = types.TextDocumentContentChangePartial
    first = types.Position(0, 10)
    changes = [
        partial(types.Range(first, first), f"Resolution 71 {OF}"),
        partial(types.Range(types.Position(0, 23), types.Position(0, 23)), " (Rev. Dubai, 2018)"),
    ]
    editor.texts[uri] = f"recalling Resolution 71 (Rev. Dubai, 2018) {OF}\n"
    editor.send(uri, 2, changes)
    (found,) = await editor.diagnostics(uri, 2)
    assert editor.words(uri, found.range) == "Rev. Dubai, 2018"
    editor.send(uri, 3, [types.TextDocumentContentChangeWholeDocument("blue")])
    assert await editor.diagnostics(uri, 3) == []


async def test_a_burst_of_key_presses_is_judged_once(editor: Editor) -> None:
    uri = editor.open("a.txt", "recalling \n")
    await editor.diagnostics(uri)
    with editor.unheard():
        for character in OLD:
            editor.replace(uri, len(editor.texts[uri]) - 1, len(editor.texts[uri]) - 1, character)
    assert await editor.codes(uri) == ["STA001"]
    assert len([one for one in editor.published if one.uri == uri]) < len(OLD) / 2


async def test_a_change_of_an_older_version_is_not_heeded(editor: Editor) -> None:
    uri = editor.open("a.txt", f"{OLD}\n")
    await editor.diagnostics(uri)
    whole = types.TextDocumentContentChangeWholeDocument
    editor.send(uri, 5, [whole(f"{NEW}\n")])
    editor.send(uri, 4, [whole(f"{OLD} {OLD}\n")])
    editor.send(uri, 5, [whole(f"{OLD} {OLD}\n")])
    assert await editor.diagnostics(uri, 5) == []
    await editor.settle()
    assert {one.version for one in editor.published if one.uri == uri} == {1, 5}


async def test_after_a_close_nothing_is_shown_and_nothing_is_heeded(editor: Editor) -> None:
    uri = editor.open("a.txt", f"{OLD}\n")
    await editor.diagnostics(uri)
    editor.close(uri)
    editor.send(uri, 2, [types.TextDocumentContentChangeWholeDocument(f"{OLD} {OLD}\n")])
    await editor.settle()
    last = [one for one in editor.published if one.uri == uri][-1]
    assert (last.version, list(last.diagnostics)) == (None, [])
    document = types.TextDocumentIdentifier(uri)
    asked = types.HoverParams(document, types.Position(0, 0))
    assert await editor.client.text_document_hover_async(asked) is None
    assert not editor.client.messages


async def test_drafts_that_are_nowhere_on_disk_are_judged_by_their_language(editor: Editor) -> None:
    text = f"```\n{OLD}\n```\n"
    plain = editor.open("", text, uri="untitled:Untitled-1")
    marked = editor.open("", text, "markdown", uri="untitled:Untitled-2")
    assert await editor.codes(plain) == ["STA001"]
    assert await editor.codes(marked) == []


async def test_an_editor_that_asks_is_answered_and_told_to_ask_again(folder: Path) -> None:
    editor = Editor(folder)
    told = await editor.start(pulls=True)
    assert told.capabilities.diagnostic_provider is not None
    long = "blue\n\n" * 40_000
    uri = editor.open("a.txt", f"{OLD}\n\n{long}")

    async def ask() -> list[types.Diagnostic]:
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        answer = await editor.client.text_document_diagnostic_async(params)
        assert isinstance(answer, types.RelatedFullDocumentDiagnosticReport)
        return list(answer.items)

    assert [one.code for one in await ask()] == ["STA001"]
    editor.replace(uri, 0, 0, "considering\n\na) blue;\na) green;\n\n")
    assert [one.code for one in await ask()] == ["STA001"]  # lists are looked at with the whole
    await editor.until(lambda: editor.client.diagnostic_refresh_count)
    assert "NUM001" in [one.code for one in await ask()]
    assert not editor.published
    await editor.client.shutdown_session()


async def test_an_editor_that_can_neither_ask_nor_be_told_is_told_nothing_it_cannot(folder: Path) -> None:
    editor = Editor(folder)
    told = await editor.start()
    assert told.capabilities.diagnostic_provider is None
    uri = editor.open("a.txt", OLD)
    assert await editor.codes(uri) == ["STA001"]
    assert editor.client.diagnostic_refresh_count == 0
    await editor.client.shutdown_session()


@pytest.mark.parametrize("typed", ["\n", "\r\n", "\n\n😀 green\n\n", "😀", "x\r"])
async def test_in_a_long_draft_all_that_stands_below_moves_with_the_text(editor: Editor, typed: str) -> None:
    uri = editor.open("a.txt", f"😀 {OLD}\n\nblue and grey\n\n" * 600 + "blue\n\n" * 20_000)
    assert len(await editor.diagnostics(uri)) == 600
    middle = editor.texts[uri].index("grey", 30_000)
    before, behind = editor.texts[uri][:middle], editor.texts[uri][middle:]
    changed = (before + typed + behind).splitlines()
    editor.replace(uri, middle, middle, typed)
    first = await editor.first(uri)
    await editor.until(lambda: len([one for one in editor.published if one.uri == uri]) == 3)  # when all was judged
    for found in (first, await editor.diagnostics(uri)):
        assert len(found) == 600
        for one in found:
            words = changed[one.range.start.line].encode("utf-16-le")
            assert words[2 * one.range.start.character : 2 * one.range.end.character].decode("utf-16-le") == (
                "Rev. Dubai, 2018"
            )


async def test_a_rule_of_ones_own_that_needs_the_whole_draft_never_shows_what_is_not_so(
    editor: Editor, folder: Path
) -> None:
    (folder / "rules").mkdir()
    (folder / "rules" / "annex.py").write_text(NO_ANNEX, "utf-8")
    (folder / "reslint.toml").write_text('rules-dir = ["rules"]\nselect = ["BBB", "STA001"]\n', "utf-8")
    uri = editor.open("a.txt", "ANNEX\n\n" + "blue and grey\n\n" * 20_000)
    assert await editor.codes(uri) == []
    editor.replace(uri, len(editor.texts[uri]), len(editor.texts[uri]), f"{OLD}\n")
    at_once = await editor.codes(uri)
    await editor.until(lambda: len([one for one in editor.published if one.uri == uri]) == 3)  # when all was judged
    assert (at_once, await editor.codes(uri)) == (["STA001"], ["STA001"])


TYPED = ("2022", "Dubai", "Rev. ", "x", "\n", "\r\n", "(", ")", "😀", "قرار", "", "", "a)\t", f"\n\n{OLD}\n\n", "[sic]")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(("seed", "length"), [(1, 5), (2, 5), (3, 20), (4, 200)])
async def test_after_any_edits_that_is_shown_which_the_command_line_finds(
    folder: Path, encoding: str, seed: int, length: int
) -> None:
    chance = Random(seed)
    editor = Editor(folder, encoding)
    await editor.start()
    uri = editor.open(
        "a.txt", f"recalling {OLD},\r\n\r\n😀 noting {NEW.replace('Bucharest', 'Buchrest')},\n\n" * length
    )
    for number in range(60):
        start = chance.randrange(len(editor.texts[uri]) + 1)
        end = min(start + chance.choice((0, 0, 1, 5, 40)), len(editor.texts[uri]))
        if "\r\n" in (editor.texts[uri][start - 1 : start + 1], editor.texts[uri][end - 1 : end + 1]):
            continue  # no editor stands between these two
        editor.replace(uri, start, end, chance.choice(TYPED))
        if number % 7 == 0:
            await editor.first(uri)
    await editor.client.text_document_document_link_async(types.DocumentLinkParams(types.TextDocumentIdentifier(uri)))
    await editor.settle()  # by now the whole of it has been judged
    expected = lint_text(editor.texts[uri], "a.txt", as_of="2024-10-15")
    shown = [(str(one.code), editor.range_offsets(uri, one.range)) for one in await editor.diagnostics(uri)]
    assert shown == [(one.code, (one.start, one.end)) for one in expected.findings if not one.part_of]
    await editor.client.shutdown_session()
