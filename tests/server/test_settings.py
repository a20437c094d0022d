"""What judgements rest on: settings, registries, rules and suppressions, read again when they change."""

from __future__ import annotations

from pathlib import Path

import pytest
from editor import Editor
from lsprotocol import types
from pytest_lsp import client_capabilities

OF = "of the Plenipotentiary Conference"
OLD = f"Resolution 71 (Rev. Dubai, 2018) {OF}"
RULE = '''\
from reslint import Mistake, Rule, Severity


class Blue(Rule):
    """The word WORD."""

    code = "OWN001"
    name = "word-blue"
    severity = Severity.INFO

    def check(self, page):
        at = page.text.find("WORD")
        if at >= 0:
            yield Mistake(at, at + len("WORD"), "a colour is named")
'''
pytestmark = [pytest.mark.slow, pytest.mark.asyncio]


def changed(editor: Editor, *files: Path) -> None:
    """Tell the server that files changed, as an editor does that watches them."""
    events = [types.FileEvent(file.as_uri(), types.FileChangeType.Changed) for file in files]
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))


async def shown(editor: Editor, uri: str, *codes: str) -> None:
    """Wait until these and no others are shown."""
    await editor.until(
        lambda: (
            (last := [one for one in editor.published if one.uri == uri])
            and [str(one.code) for one in last[-1].diagnostics] == list(codes)
        )
    )


async def test_an_editor_is_asked_to_watch_the_files_that_judgements_rest_on(editor: Editor) -> None:
    (asked,) = await editor.until(lambda: editor.registered)
    assert asked.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    globs = {str(one["globPattern"] if isinstance(one, dict) else one.glob_pattern) for one in watchers(asked)}
    assert globs >= {"**/reslint.toml", "**/pyproject.toml", "**/*.yaml", "**/*.py"}


def watchers(asked: types.Registration) -> list[object]:
    options = asked.register_options
    return list(options["watchers"] if isinstance(options, dict) else getattr(options, "watchers", ()))


async def test_changed_settings_hold_at_once_for_what_is_open(editor: Editor, folder: Path) -> None:
    uri = editor.open("a.txt", f"{OLD}\n")
    assert await editor.codes(uri) == ["STA001"]
    (folder / "reslint.toml").write_text('as-of = "2019-01-01"\n', "utf-8")
    changed(editor, folder / "reslint.toml")
    await shown(editor, uri)


async def test_settings_may_stand_in_pyproject_toml(editor: Editor, folder: Path) -> None:
    (folder / "reslint.toml").unlink()
    settings = folder / "pyproject.toml"
    settings.write_text('[tool.reslint]\nas-of = "2024-10-15"\nignore = ["STA001"]\n', "utf-8")
    uri = editor.open("a.txt", f"{OLD}\n")
    assert await editor.codes(uri) == []
    settings.write_text('[tool.reslint]\nas-of = "2024-10-15"\n', "utf-8")
    changed(editor, settings)
    await shown(editor, uri, "STA001")


async def test_an_editor_that_watches_nothing_sees_new_settings_on_saving_or_typing(
    editor: Editor, folder: Path
) -> None:
    uri = editor.open("a.txt", f"{OLD}\n")
    assert await editor.codes(uri) == ["STA001"]
    (folder / "reslint.toml").write_text('ignore = ["STA001"]\nas-of = "2024-10-15"\n', "utf-8")
    document = types.TextDocumentIdentifier(uri)
    editor.client.text_document_did_save(types.DidSaveTextDocumentParams(document))
    await shown(editor, uri)
    (folder / "reslint.toml").write_text('as-of = "2024-10-15"\n', "utf-8")
    editor.replace(uri, 0, 0, "recalling ")
    await shown(editor, uri, "STA001")


@pytest.mark.parametrize(
    ("wrong", "said"), [('as-off = "2024-10-15"', "as-off"), ("exclude = ['archive\\']", "exclude: ")]
)
async def test_settings_that_cannot_be_used_are_said_once_and_shown_until_they_can(
    editor: Editor, folder: Path, wrong: str, said: str
) -> None:
    uri = editor.open("a.txt", f"{OLD}\n")
    assert await editor.codes(uri) == ["STA001"]
    (folder / "reslint.toml").write_text(f"{wrong}\n", "utf-8")
    changed(editor, folder / "reslint.toml")
    await shown(editor, uri, "could-not-check")
    (found,) = await editor.diagnostics(uri)
    assert said in found.message
    editor.replace(uri, 0, 0, "recalling ")
    await editor.diagnostics(uri)
    assert len([one for one in editor.client.messages if said in one.message]) == 1
    (folder / "reslint.toml").write_text('as-of = "2024-10-15"\n', "utf-8")
    changed(editor, folder / "reslint.toml")
    await shown(editor, uri, "STA001")


async def test_a_changed_registry_is_read_again(editor: Editor, folder: Path) -> None:
    own = folder / "own.yaml"
    head = "resolutions:\n  PP 9001:\n    status: in force\n    checked: PP-22\n    sources: [a copy]\n"
    entry = head + "    editions: [{}]\n"
    own.write_text(entry.format("PP-18"), "utf-8")
    (folder / "reslint.toml").write_text('as-of = "2024-10-15"\nregistry = ["own.yaml"]\n', "utf-8")
    uri = editor.open("a.txt", f"Resolution 9001 (Dubai, 2018) {OF}\n")
    assert await editor.codes(uri) == []
    own.write_text(entry.format("PP-18, PP-22"), "utf-8")
    changed(editor, own)
    await shown(editor, uri, "STA001")


async def test_a_changed_rule_is_read_again(editor: Editor, folder: Path) -> None:
    rules = folder / "rules"
    rules.mkdir()
    rule = rules / "own001_word_blue.py"
    rule.write_text(RULE.replace("WORD", "blue"), "utf-8")
    (folder / "reslint.toml").write_text('rules-dir = ["rules"]\n', "utf-8")
    uri = editor.open("a.txt", "blue and green\n")
    assert await editor.codes(uri) == ["OWN001"]
    rule.write_text(RULE.replace("WORD", "green, or such"), "utf-8")
    changed(editor, rule)
    await shown(editor, uri)


async def test_a_file_that_has_nothing_to_do_with_it_changes_nothing(editor: Editor, folder: Path) -> None:
    uri = editor.open("a.txt", f"{OLD}\n")
    await editor.diagnostics(uri)
    changed(editor, folder / "other.yaml", folder / "letter.py")
    await editor.settle()
    assert len([one for one in editor.published if one.uri == uri]) == 1


async def test_each_folder_has_settings_of_its_own(editor: Editor, folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old/reslint.toml").write_text('as-of = "2019-01-01"\n', "utf-8")
    new, old = editor.open("a.txt", f"{OLD}\n"), editor.open("old/a.txt", f"{OLD}\n")
    assert await editor.codes(new) == ["STA001"]
    assert await editor.codes(old) == []


async def test_what_the_settings_leave_out_is_not_judged(editor: Editor, folder: Path) -> None:
    (folder / "reslint.toml").write_text('as-of = "2024-10-15"\nexclude = ["archive/"]\n', "utf-8")
    assert await editor.codes(editor.open("archive/a.txt", f"{OLD}\n")) == []
    assert await editor.codes(editor.open("a.txt", f"{OLD}\n")) == ["STA001"]


async def test_an_editor_that_cannot_watch_is_asked_for_nothing(folder: Path) -> None:
    editor = Editor(folder)
    able = client_capabilities("visual-studio-code")
    assert able.workspace is not None
    able.workspace.did_change_watched_files = None
    await editor.start(capabilities=able)
    assert await editor.codes(editor.open("a.txt", OLD)) == ["STA001"]
    assert not editor.registered
    await editor.client.shutdown_session()
