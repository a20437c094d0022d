"""A folder and a Word file checked from the editor: problems file by file, and a report."""

from __future__ import annotations

import asyncio
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest
from editor import Editor
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.uris import to_fs_path
from pytest_lsp import client_capabilities

import reslint

OF = "of the Plenipotentiary Conference"
OLD = f"Resolution 71 (Rev. Dubai, 2018) {OF}"
NEW = f"Resolution 71 (Rev. Bucharest, 2022) {OF}"
EXAMPLE = Path(reslint.__file__).parents[1] / "examples/contribution.docx"
pytestmark = [pytest.mark.slow, pytest.mark.asyncio]


@pytest.fixture
def contributions(folder: Path) -> Path:
    path = folder / "contributions"
    path.mkdir()
    (path / "C1.txt").write_text(f"😀 {OLD}\n", "utf-8")
    (path / "C2 ü#%.md").write_text(f"{NEW}\n", "utf-8")
    shutil.copy(EXAMPLE, path / "C3.docx")
    return path


async def execute(editor: Editor, command: str, *arguments: object, token: str | None = None) -> Any:
    params = types.ExecuteCommandParams(command, list(arguments), work_done_token=token)
    answer = await editor.client.workspace_execute_command_async(params)
    assert set(answer) == {"files", "findings", "errors", "report"}
    return answer


def shown(editor: Editor, path: Path) -> list[types.Diagnostic] | None:
    """What stands in the list of problems for a file, or None if nothing was ever said of it."""
    ours = [one for one in editor.published if one.uri == path.as_uri()]
    return list(ours[-1].diagnostics) if ours else None


async def test_a_folder_is_checked_word_files_and_all(editor: Editor, contributions: Path) -> None:
    answer = await execute(editor, "reslint.checkFolder", contributions.as_uri())
    await editor.settle()
    (found,) = shown(editor, contributions / "C1.txt") or ()
    assert found.code == "STA001"
    assert found.range == types.Range(types.Position(0, 18), types.Position(0, 34))  # the emoji is two units
    assert shown(editor, contributions / "C2 ü#%.md") == []
    in_word = shown(editor, contributions / "C3.docx") or []
    assert "SPL001" in [one.code for one in in_word]
    assert answer["files"] == 3
    assert answer["findings"] == 1 + len(in_word)
    assert answer["errors"] == []


async def test_its_report_is_opened_and_holds_every_file(editor: Editor, contributions: Path) -> None:
    answer = await execute(editor, "reslint.checkFolder", contributions.as_uri())
    (opened,) = await editor.until(lambda: editor.shown)
    assert (opened.uri, opened.external) == (answer["report"], True)
    report = Path(to_fs_path(opened.uri) or "")
    text = report.read_text("utf-8")
    assert all(name in text for name in ("C1.txt", "C3.docx", "Buchrest"))
    assert contributions not in report.parents
    assert {path.name for path in contributions.iterdir()} == {"C1.txt", "C2 ü#%.md", "C3.docx"}


async def test_its_report_is_for_the_user_alone(editor: Editor, contributions: Path) -> None:
    for _ in range(2):
        answer = await execute(editor, "reslint.checkFolder", contributions.as_uri())
        report = Path(to_fs_path(answer["report"]) or "")
        assert [oct(stat.S_IMODE(path.stat().st_mode)) for path in (report, report.parent)] == [oct(0o600), oct(0o700)]
        report.chmod(0o644)
        report.parent.chmod(0o755)


async def test_what_an_earlier_check_found_is_shown_at_the_same_places(editor: Editor, contributions: Path) -> None:
    for number in range(12):
        (contributions / f"D{number}.md").write_text(f"# 😀\n\n- 😀 **{OLD}**\n", "utf-8")
    seen = []
    for _ in range(2):
        answer = await execute(editor, "reslint.checkFolder", contributions.as_uri())
        await editor.settle()
        seen.append((answer["findings"], [shown(editor, path) for path in sorted(contributions.iterdir())]))
    assert seen[0] == seen[1]
    (found,) = shown(editor, contributions / "D3.md") or ()
    assert found.range == types.Range(types.Position(2, 22), types.Position(2, 38))


async def test_a_problem_of_a_word_file_stands_on_the_line_of_its_paragraph(editor: Editor, folder: Path) -> None:
    shutil.copy(EXAMPLE, folder / "C3.docx")
    answer = await execute(editor, "reslint.checkFile", (folder / "C3.docx").as_uri())
    await editor.settle()
    found = {str(one.code): one for one in shown(editor, folder / "C3.docx") or ()}
    assert "Buchrest" in found["SPL001"].message
    assert found["SPL001"].range.start == types.Position(5, 0)
    assert answer["files"] == 1


async def test_what_a_check_showed_is_gone_after_the_next_if_it_is_not_there_any_more(
    editor: Editor, contributions: Path
) -> None:
    await execute(editor, "reslint.checkFolder", contributions.as_uri())
    (contributions / "C1.txt").unlink()
    await execute(editor, "reslint.checkFolder", contributions.as_uri())
    await editor.settle()
    assert shown(editor, contributions / "C1.txt") == []


async def test_an_open_draft_shows_what_is_in_the_editor_not_what_is_on_disk(
    editor: Editor, contributions: Path
) -> None:
    uri = editor.open("contributions/C1.txt", f"{NEW}\n")
    assert await editor.codes(uri) == []
    await execute(editor, "reslint.checkFolder", contributions.as_uri())
    await editor.settle()
    assert await editor.codes(uri) == []


async def test_what_cannot_be_checked_is_named_and_the_rest_is_checked(editor: Editor, contributions: Path) -> None:
    (contributions / "C4.docx").write_bytes(b"this is no Word file")
    answer = await execute(editor, "reslint.checkFolder", contributions.as_uri())
    await editor.settle()
    (error,) = answer["errors"]
    assert "C4.docx" in error
    (found,) = shown(editor, contributions / "C4.docx") or ()
    assert (found.code, found.message) == ("could-not-check", error)
    assert answer["files"] == 4


async def test_progress_is_told_under_the_token_of_the_editor(editor: Editor, contributions: Path) -> None:
    told: list[Any] = []
    editor.client.protocol.fm.features[types.PROGRESS] = told.append
    await execute(editor, "reslint.checkFolder", contributions.as_uri(), token="ours")
    await editor.until(lambda: told and kind(told[-1]) == "end")
    assert {one.token for one in told} == {"ours"}
    assert [kind(one) for one in (told[0], told[-1])] == ["begin", "end"]


async def test_an_editor_that_shows_progress_is_asked_for_a_place_to_show_it(folder: Path, contributions: Path) -> None:
    editor = Editor(folder)
    able = client_capabilities("visual-studio-code")
    assert able.window is not None
    able.window.work_done_progress = True
    told: list[Any] = []
    editor.client.protocol.fm.features[types.PROGRESS] = told.append
    await editor.start(capabilities=able)
    await execute(editor, "reslint.checkFolder", contributions.as_uri())
    await editor.until(lambda: told and kind(told[-1]) == "end")
    (token,) = {one.token for one in told}
    assert token in editor.client.progress_reports
    await editor.client.shutdown_session()


def kind(told: Any) -> str:
    return str(told.value["kind"] if isinstance(told.value, dict) else told.value.kind)


async def test_a_check_that_is_cancelled_stops_and_shows_nothing(editor: Editor, contributions: Path) -> None:
    for number in range(400):
        (contributions / f"D{number}.txt").write_text(f"{OLD}\n\n" * 40, "utf-8")
    told: list[Any] = []
    editor.client.protocol.fm.features[types.PROGRESS] = told.append
    params = types.ExecuteCommandParams("reslint.checkFolder", [contributions.as_uri()], work_done_token="ours")
    asked = editor.client.protocol.send_request(types.WORKSPACE_EXECUTE_COMMAND, params, msg_id="check")
    await editor.until(lambda: len(told) > 1)  # it is under way
    editor.client.cancel_request(types.CancelParams("check"))
    with pytest.raises(JsonRpcException) as refused:
        await asyncio.wrap_future(asked)
    assert refused.value.code == types.LSPErrorCodes.RequestCancelled
    uri = editor.open("a.txt", f"{OLD}\n")
    assert await editor.codes(uri) == ["STA001"]
    assert shown(editor, contributions / "D0.txt") is None
    assert editor.shown == []


async def test_drafts_are_judged_while_a_folder_is_checked(editor: Editor, contributions: Path) -> None:
    for number in range(200):
        (contributions / f"D{number}.txt").write_text(f"{OLD}\n\n" * 40, "utf-8")
    checking = asyncio.create_task(execute(editor, "reslint.checkFolder", contributions.as_uri()))
    uri = editor.open("a.txt", f"{OLD}\n")
    assert await editor.codes(uri) == ["STA001"]
    assert not checking.done()
    assert (await checking)["files"] == 203


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["file:///nowhere/at/all"], "no such file or folder"),
        (["untitled:Untitled-1"], "is no URI of a file or folder"),
        ([17], "is no URI of a file or folder"),
        ([], "missing a required argument"),
        (["file:///tmp", "file:///tmp"], "too many positional arguments"),
    ],
)
async def test_what_cannot_be_done_is_answered_in_a_sentence(editor: Editor, arguments: list[Any], said: str) -> None:
    with pytest.raises(JsonRpcException, match=said):
        await execute(editor, "reslint.checkFolder", *arguments)
    with pytest.raises(JsonRpcException, match=r"there is no command 'reslint\.unknown'"):
        await execute(editor, "reslint.unknown")
