"""What an editor tells of a citation, proposes while one is written, and shows of a draft as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from editor import Editor
from lsprotocol import types
from pytest_lsp import client_capabilities

OF = "of the Plenipotentiary Conference"
REGISTRY = """\
resolutions:
  PP 9001:
    title: How to keep one's feet dry when the tide comes in and the boats are all at sea
    title_of: PP-22
    editions: [PP-22]
    status: in force
    checked: PP-22
    sources: ["the page of the text, https://www.itu.int/pub/S-9001.", "a copy, https://example.org/9001"]
"""
pytestmark = [pytest.mark.slow, pytest.mark.asyncio]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reslint.toml").write_text('as-of = "2024-10-15"\nregistry = ["own.yaml"]\n', "utf-8")
    (tmp_path / "own.yaml").write_text(REGISTRY, "utf-8")
    return tmp_path


async def hover(editor: Editor, uri: str, words: str, inside: int = 0) -> types.Hover | None:
    where = editor.at(uri, words, inside)
    return await editor.client.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), where))


def value(shown: types.Hover | None) -> str:
    assert shown is not None
    assert isinstance(shown.contents, types.MarkupContent)
    return shown.contents.value


async def offered(editor: Editor, uri: str) -> list[types.CompletionItem]:
    """What is proposed where the draft has a vertical line, which is taken away first."""
    at = editor.texts[uri].index("|")
    editor.replace(uri, at, at + 1, "")
    params = types.CompletionParams(types.TextDocumentIdentifier(uri), editor.position(uri, at))
    answer = await editor.client.text_document_completion_async(params)
    assert isinstance(answer, types.CompletionList)
    return sorted(answer.items, key=lambda item: str(item.sort_text))


def chosen(editor: Editor, uri: str, item: types.CompletionItem) -> str:
    assert isinstance(item.text_edit, types.TextEdit)
    where = item.text_edit.range
    text = editor.texts[uri]
    return text[: editor.offset(uri, where.start)] + item.text_edit.new_text + text[editor.offset(uri, where.end) :]


async def test_a_citation_tells_all_that_is_known_of_its_text(editor: Editor) -> None:
    uri = editor.open("a.txt", f"😀 recalling Resolution 71 (Rev. Dubai, 2018) {OF}.\n")
    shown = await hover(editor, uri, "71")
    told = value(shown)
    assert told.startswith("**PP Resolution 71**\n\nStrategic plan for the Union")
    assert "status: in force" in told
    assert "adopted by: Plenipotentiary Conference" in told
    assert "- **Rev. Bucharest, 2022** ← latest on 2024-10-15\n- Rev. Dubai, 2018\n" in told
    assert "checked: through PP-22 (Bucharest, 2022)" in told
    assert "sources:" in told
    assert shown is not None
    assert shown.range is not None
    assert editor.words(uri, shown.range).startswith("Resolution 71 (Rev. Dubai, 2018)")


async def test_an_editor_without_markdown_is_told_in_plain_words(folder: Path) -> None:
    editor = Editor(folder)
    able = client_capabilities("visual-studio-code")
    assert able.text_document is not None
    able.text_document.hover = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])
    await editor.start(capabilities=able)
    uri = editor.open("a.txt", f"Resolution 71 (Rev. Dubai, 2018) {OF}\n")
    shown = await hover(editor, uri, "71")
    assert value(shown).startswith("PP Resolution 71\n")
    assert "*" not in value(shown)
    await editor.client.shutdown_session()


async def test_what_cannot_be_told_is_said_and_beside_a_citation_nothing_is(editor: Editor) -> None:
    uri = editor.open("a.txt", f"blue\n\nResolution 8888 {OF} and, green\n\nResolution 71\n")
    assert value(await hover(editor, uri, "8888")) == "PP resolution 8888: the registry does not know it"
    assert "whose it is, cannot be told" in value(await hover(editor, uri, "Resolution 71"))
    assert await hover(editor, uri, "blue") is None
    assert await hover(editor, uri, "green", 3) is None


async def test_texts_of_the_united_nations_are_told_too(editor: Editor) -> None:
    uri = editor.open("a.txt", "United Nations General Assembly resolution 70/1\n")
    assert "2030 Agenda" in value(await hover(editor, uri, "70/1"))


async def test_titles_are_data_and_mark_nothing_up(editor: Editor, folder: Path) -> None:
    text = REGISTRY.replace("How to keep one's feet dry", "A *tide* [comes](x) <b>in</b> _and_")
    (folder / "own.yaml").write_text(text, "utf-8")
    uri = editor.open("a.txt", f"Resolution 9001 (Bucharest, 2022) {OF}\n")
    assert r"A \*tide\* \[comes\](x) &lt;b\>in&lt;/b\> \_and\_" in value(await hover(editor, uri, "9001"))


async def test_after_the_word_resolution_numbers_are_proposed_with_their_titles(editor: Editor) -> None:
    uri = editor.open("a.txt", "😀 recalling Plenipotentiary Conference Resolution |\n")
    items = await offered(editor, uri)
    found = {item.label: item for item in items}
    assert found["71"].detail == "Strategic plan for the Union for 2024-2027"
    assert chosen(editor, uri, found["71"]) == "😀 recalling Plenipotentiary Conference Resolution 71\n"
    assert {item.label_details.description for item in items if item.label_details} == {"PP"}
    numbers = [int(item.label) for item in items if not item.tags]
    assert numbers == sorted(numbers)
    assert len(numbers) > 100


async def test_where_no_body_is_named_all_are_proposed_and_what_began_is_replaced(editor: Editor) -> None:
    uri = editor.open("a.txt", "in Resolution 7|\n")
    items = await offered(editor, uri)
    assert {item.label_details.description for item in items if item.label_details} >= {"PP", "WTDC", "WTSA"}
    assert {chosen(editor, uri, item) for item in items if item.label == "71"} == {"in Resolution 71\n"}


async def test_after_the_parenthesis_editions_are_proposed_the_latest_first(editor: Editor) -> None:
    uri = editor.open("a.txt", "😀 Plenipotentiary Conference Resolution 71 (Rev. |)\n")
    items = await offered(editor, uri)
    assert [item.label for item in items][:2] == ["Rev. Bucharest, 2022", "Rev. Dubai, 2018"]
    assert chosen(editor, uri, items[0]) == "😀 Plenipotentiary Conference Resolution 71 (Rev. Bucharest, 2022)\n"
    assert [item.preselect for item in items if item.preselect] == [True]


@pytest.mark.parametrize(("day", "reach"), [("2024-10-15", ""), ("2026-11-28", ", as far as Bucharest 2022")])
async def test_an_edition_that_is_proposed_says_how_far_it_is_known(
    folder: Path, editor: Editor, day: str, reach: str
) -> None:
    settings = folder / "reslint.toml"
    settings.write_text(settings.read_text("utf-8").replace("2024-10-15", day), "utf-8")
    uri = editor.open("a.txt", "Plenipotentiary Conference Resolution 71 (Rev. |)\n")
    first = (await offered(editor, uri))[0]
    assert first.detail == f"PP Resolution 71: the latest that was read{reach}"


async def test_a_parenthesis_that_is_open_is_closed(editor: Editor) -> None:
    uri = editor.open("a.txt", f"Resolution 71 (Rev. | {OF}\n\nblue\n")
    items = await offered(editor, uri)
    texts = {chosen(editor, uri, item) for item in items}
    assert f"Resolution 71 (Rev. Bucharest, 2022) {OF}\n\nblue\n" in texts


@pytest.mark.parametrize("text", ["blue |", "(Rev. |", "Resolution 71 (Rev. Dubai, 2018) |", "resolute |", "|"])
async def test_elsewhere_nothing_is_proposed(editor: Editor, text: str) -> None:
    uri = editor.open("a.txt", f"{text}\n")
    assert await offered(editor, uri) == []


async def test_a_citation_leads_to_the_official_page_where_one_is_known(editor: Editor) -> None:
    uri = editor.open("a.txt", f"Resolution 9001 (Bucharest, 2022) {OF}\n\nResolution 71 (Rev. Bucharest, 2022) {OF}\n")
    params = types.DocumentLinkParams(types.TextDocumentIdentifier(uri))
    (link,) = await editor.client.text_document_document_link_async(params) or []
    assert editor.words(uri, link.range).startswith("Resolution 9001")
    assert link.target == "https://www.itu.int/pub/S-9001"
    assert link.tooltip is not None
    assert link.tooltip.startswith("How to keep one's feet dry")


async def test_the_outline_shows_resolutions_clauses_and_items(editor: Editor) -> None:
    text = """\
RESOLUTION 71 (Rev. Bucharest, 2022)

Strategic plan for the Union

The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),

recalling

a)	the first matter;

b)	the second matter,

resolves

1	to begin;

2	to end.
"""
    uri = editor.open("a.txt", text)
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    answer = await editor.client.text_document_document_symbol_async(params)

    def outline(symbols: Any) -> list[Any]:
        return [(one.name, outline(one.children)) if one.children else one.name for one in symbols or ()]

    assert outline(answer) == [
        ("RESOLUTION 71 (Rev. Bucharest, 2022)", [("recalling", ["a)", "b)"]), ("resolves", ["1", "2"])])
    ]

    def inside(symbol: Any) -> None:
        for child in symbol.children or ():
            assert (symbol.range.start, child.range.end) <= (child.range.start, symbol.range.end)
            assert child.range.end <= symbol.range.end
            inside(child)

    for symbol in answer or ():
        inside(symbol)


async def hints(editor: Editor, uri: str) -> list[types.InlayHint]:
    every = types.Range(types.Position(0, 0), types.Position(9999, 0))
    params = types.InlayHintParams(types.TextDocumentIdentifier(uri), every)
    return list(await editor.client.text_document_inlay_hint_async(params) or ())


async def test_short_titles_are_shown_only_while_they_are_wanted(editor: Editor) -> None:
    uri = editor.open("a.txt", f"Resolution 9001 (Bucharest, 2022) {OF}\n")
    assert await hints(editor, uri) == []
    settings = {"settings": {"reslint": {"inlayHints": True}}}
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(**settings))
    (hint,) = await hints(editor, uri)
    assert hint.label == "How to keep one's feet dry when the tide comes …"
    assert editor.offset(uri, hint.position) == editor.texts[uri].index(" of the")
    await editor.until(lambda: editor.hints_refreshed)
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"reslint": {}}))
    assert await hints(editor, uri) == []


async def test_short_titles_are_shown_from_the_start_if_an_editor_says_so(folder: Path) -> None:
    editor = Editor(folder)
    await editor.start(options={"inlayHints": True})
    uri = editor.open("a.txt", f"Resolution 71 (Rev. Bucharest, 2022) {OF}\n")
    assert [one.label for one in await hints(editor, uri)] == ["Strategic plan for the Union for 2024-2027"]
    await editor.client.shutdown_session()


async def test_a_recommendation_tells_its_editions_and_its_page(editor: Editor) -> None:
    uri = editor.open("r.txt", "as in Recommendation ITU-T X.1051 (04/2016) it is\n")
    told = value(await hover(editor, uri, "X.1051"))
    assert told.startswith("**Recommendation ITU-T X.1051**\n\nInformation security")
    assert "- **X.1051 (06/2023)** ← latest on 2024-10-15\n- X.1051 (04/2016); Cor. 1 (09/2017)\n" in told
    params = types.DocumentLinkParams(types.TextDocumentIdentifier(uri))
    (link,) = await editor.client.text_document_document_link_async(params) or ()
    assert link.target == "https://www.itu.int/rec/T-REC-X.1051"


@pytest.mark.parametrize(
    ("draft", "first"),
    [
        ("as in ITU-T X.105|", "as in ITU-T X.1051"),
        ("as in ITU-T X.1051 (|", "as in ITU-T X.1051 (06/2023)"),
        ("as in Recommendation ITU-R M.2012-|", "as in Recommendation ITU-R M.2012-7"),
    ],
)
async def test_a_recommendation_is_completed_while_it_is_cited(editor: Editor, draft: str, first: str) -> None:
    uri = editor.open("c.txt", draft)
    items = await offered(editor, uri)
    assert first in [chosen(editor, uri, item) for item in items]
