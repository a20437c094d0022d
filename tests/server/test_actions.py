"""What one key does about a finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from editor import Editor
from lsprotocol import types

OF = "of the Plenipotentiary Conference"
OLD = f"Resolution 71 (Rev. Dubai, 2018) {OF}"
NEW = f"Resolution 71 (Rev. Bucharest, 2022) {OF}"
MISSPELT = f"Resolution 71 (Rev. Buchrest, 2022) {OF}"
MEND_ALL = "source.fixAll.reslint"
pytestmark = [pytest.mark.slow, pytest.mark.asyncio]


async def test_the_first_quick_fix_is_titled_with_the_bare_replacement_and_makes_it(editor: Editor) -> None:
    uri = editor.open("a.txt", f"😀 recalling {OLD}.\n")
    (found,) = await editor.diagnostics(uri)
    first, *_ = await editor.actions(uri, "Dubai", shown=[found])
    assert first.title == "Rev. Bucharest, 2022"
    assert (first.kind, first.is_preferred) == (types.CodeActionKind.QuickFix, True)
    assert list(first.diagnostics or ()) == [found]
    assert editor.applied(first) == f"😀 recalling {NEW}.\n"


async def test_a_quick_fix_says_how_far_it_is_known(editor: Editor, folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "reslint.toml").write_text('as-of = "2026-11-28"\n', "utf-8")
    uri = editor.open("in/a.txt", f"recalling {OLD}; and {OLD}.\n")
    await editor.diagnostics(uri)
    first, every, *_ = await editor.actions(uri, "Dubai")
    assert first.title == "Rev. Bucharest, 2022 (as far as Bucharest 2022)"
    assert every.title == "Replace every “Rev. Dubai, 2018” (2), as far as Bucharest 2022"
    assert editor.applied(every) == f"recalling {NEW}; and {NEW}.\n"


async def test_what_is_mended_is_cleared(editor: Editor) -> None:
    uri = editor.open("a.txt", f"recalling {OLD}.\n")
    first, *_ = await editor.actions(uri, "Dubai")
    editor.write(uri, editor.applied(first))
    assert await editor.codes(uri) == []


async def test_away_from_a_finding_nothing_is_offered_for_it(editor: Editor) -> None:
    uri = editor.open("a.txt", f"recalling\n{OLD}\n\n{MISSPELT}\n")
    assert [one.title for one in await editor.actions(uri, "recalling")] == ["Mend all that is safe"]


async def test_the_same_words_are_replaced_everywhere_and_no_others(editor: Editor) -> None:
    text = f"noting {OLD},\n\nrecalling {OLD},\n\n{OLD.replace('71', '140')}\n"
    uri = editor.open("a.txt", text)
    (every,) = [one for one in await editor.actions(uri, "Dubai") if one.title.startswith("Replace every")]
    assert every.title == "Replace every “Rev. Dubai, 2018” (2)"
    assert editor.applied(every) == text.replace(OLD, NEW)


async def test_what_is_wrong_once_is_not_offered_as_every(editor: Editor) -> None:
    uri = editor.open("a.txt", f"{OLD}\n")
    assert not [one for one in await editor.actions(uri, "Dubai") if one.title.startswith("Replace every")]


async def test_all_that_is_safe_is_mended_on_being_chosen(editor: Editor) -> None:
    text = f"noting {MISSPELT},\n\n😀 recalling {MISSPELT}.\n\n{OLD}\n"
    uri = editor.open("a.txt", text)
    await editor.diagnostics(uri)
    (action,) = await editor.actions(uri, "noting", only=[MEND_ALL])
    assert (action.title, action.kind, action.edit) == ("Mend all that is safe", MEND_ALL, None)
    mended = editor.applied(await editor.client.code_action_resolve_async(action))
    assert mended == text.replace(MISSPELT, NEW)


async def test_an_editor_that_mends_all_on_saving_asks_for_any_source_action(editor: Editor) -> None:
    uri = editor.open("a.txt", f"{MISSPELT}\n")
    for kind in ("source", "source.fixAll", "source.fixAll.reslint"):
        (action,) = await editor.actions(uri, "Buchrest", only=[kind])
        assert action.kind == MEND_ALL
    assert await editor.actions(uri, "Buchrest", only=[types.CodeActionKind.SourceOrganizeImports]) == []
    only = [types.CodeActionKind.QuickFix]
    assert {one.kind for one in await editor.actions(uri, "Buchrest", only=only)} == {types.CodeActionKind.QuickFix}


async def test_an_editor_that_does_not_ask_again_gets_the_edit_at_once(folder: Path) -> None:
    editor = Editor(folder)
    await editor.start(resolves=False)
    uri = editor.open("a.txt", f"{MISSPELT}\n")
    (action,) = await editor.actions(uri, "Buchrest", only=[MEND_ALL])
    assert editor.applied(action) == f"{NEW}\n"
    await editor.client.shutdown_session()


async def test_where_nothing_is_safe_to_mend_that_is_not_offered(editor: Editor) -> None:
    uri = editor.open("a.txt", f"Resolution 73 (Minneapolis, 1998) {OF}\n")
    assert await editor.codes(uri) == ["STA002"]
    assert await editor.actions(uri, "Resolution 73", only=[MEND_ALL]) == []


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("a.txt", "plaintext", f"recalling {OLD}, and blue\n".replace(" of", " [sic] of")),
        ("a.md", "markdown", f"recalling {OLD}, and blue <!-- reslint: ignore[outdated-edition] -->\n"),
    ],
)
async def test_a_finding_is_ignored_with_the_marker_of_the_format(
    editor: Editor, name: str, language: str, expected: str
) -> None:
    uri = editor.open(name, f"recalling {OLD}, and blue\n", language)
    await editor.diagnostics(uri)
    last = (await editor.actions(uri, "Dubai", only=[types.CodeActionKind.QuickFix]))[-1]
    assert last.title == "Ignore outdated-edition here"
    assert editor.applied(last) == expected
    editor.write(uri, expected)
    assert await editor.codes(uri) == []


async def test_an_item_of_a_markdown_list_is_ignored_where_it_stands(editor: Editor) -> None:
    older = f"Resolution 140 (Rev. Busan, 2014) {OF}"
    text = f"- recalling {OLD};\n- blue;\n\n| {older} | green |\n|---|---|\n| red | grey |\n"
    uri = editor.open("a.md", text, "markdown")
    assert len(await editor.codes(uri)) == 2
    for words in ("Busan", "Dubai"):
        ignoring = [one for one in await editor.actions(uri, words) if one.title.startswith("Ignore")]
        editor.write(uri, editor.applied(ignoring[0]))
        await editor.diagnostics(uri)
    assert await editor.codes(uri) == []
    assert editor.texts[uri].replace(" <!-- reslint: ignore[outdated-edition] -->", "") == text


async def test_a_pasted_draft_of_windows_keeps_its_line_ends(editor: Editor) -> None:
    uri = editor.open("a.txt", f"noting {MISSPELT},\r\n\r\nrecalling {MISSPELT}.\r\n")
    (action,) = await editor.actions(uri, "noting", only=[MEND_ALL])
    mended = editor.applied(await editor.client.code_action_resolve_async(action))
    assert mended == f"noting {NEW},\r\n\r\nrecalling {NEW}.\r\n"


async def test_what_was_found_for_a_question_right_after_a_key_press_is_shown(editor: Editor) -> None:
    uri = editor.open("a.txt", "recalling\n")
    await editor.diagnostics(uri)
    editor.write(uri, f"{OLD}\n")
    assert await editor.actions(uri, "Dubai")
    assert await editor.codes(uri) == ["STA001"]


async def test_fixes_hold_for_what_was_typed_last(editor: Editor) -> None:
    """Nothing is waited for between the key press and the question."""
    uri = editor.open("a.txt", f"{OLD}\n")
    editor.replace(uri, 0, 0, "😀 recalling ")
    first, *_ = await editor.actions(uri, "Dubai")
    assert editor.applied(first) == f"😀 recalling {NEW}\n"


@pytest.mark.parametrize(
    ("written", "words", "title", "mended"),
    [
        ("ITU-T X.1051 (2016)", "2016", "2023", "ITU-T X.1051 (2023)"),
        ("ITU-T X.1051 (04/16)", "04/16", "06/23", "ITU-T X.1051 (06/23)"),
        ("ITU-R M.2012-5", "M.2012", "M.2012-7", "ITU-R M.2012-7"),
    ],
)
async def test_of_a_recommendation_the_edition_is_written_as_the_draft_does(
    editor: Editor, folder: Path, written: str, words: str, title: str, mended: str
) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "reslint.toml").write_text('as-of = "2026-11-28"\n', "utf-8")
    uri = editor.open("in/a.txt", f"as in {written}, {written} and ITU-T X.680 (2002)\n")
    await editor.diagnostics(uri)
    first, every, *_ = await editor.actions(uri, words)
    assert first.title == title
    assert editor.applied(first) == f"as in {mended}, {written} and ITU-T X.680 (2002)\n"
    assert editor.applied(every) == f"as in {mended}, {mended} and ITU-T X.680 (2002)\n"
