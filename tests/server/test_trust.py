"""Whose rules the server runs: the editor is asked, and one that says nothing trusts no folder below its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from editor import Editor
from test_settings import RULE

pytestmark = [pytest.mark.slow, pytest.mark.asyncio]
REGISTRY = """\
resolutions:
  PP 9001:
    status: in force
    checked: PP-22
    sources: [a copy]
    editions: [PP-18, PP-22]
"""
TEXT = "blue, Resolution 9001 (Dubai, 2018) of the Plenipotentiary Conference\n"


@pytest.mark.parametrize(
    ("options", "here", "below"),
    [
        (None, True, False),
        ({}, True, False),
        ({"trusted": True}, True, True),
        ({"trusted": False}, False, False),
        ({"trusted": "yes"}, False, False),
    ],
    ids=str,
)
async def test_rules_and_registries_count_where_the_editor_trusts(
    folder: Path, options: dict[str, Any] | None, here: bool, below: bool
) -> None:
    for place in (folder, folder / "sub"):
        (place / "rules").mkdir(parents=True)
        ran = place / "ran"
        code = f"import pathlib\n\npathlib.Path({str(ran)!r}).touch()\n"
        (place / "rules/own001_word_blue.py").write_text(code + RULE.replace("WORD", "blue"), "utf-8")
        (place / "own.yaml").write_text(REGISTRY, "utf-8")
        settings = 'as-of = "2024-10-15"\nrules-dir = ["rules"]\nregistry = "own.yaml"\n'
        (place / "reslint.toml").write_text(settings, "utf-8")
        (place / "a.txt").write_text(TEXT, "utf-8")
    editor = Editor(folder)
    await editor.start(options=options)
    for name, trusted in (("sub/b.txt", below), ("b.txt", here)):
        found = await editor.codes(editor.open(name, TEXT))
        assert ("OWN001" in found) == trusted
        assert ("STA001" in found) == trusted
        assert ("REF001" in found) != trusted
        assert (folder / Path(name).parent / "ran").exists() == trusted
    if options is None:
        from lsprotocol import types

        command = types.ExecuteCommandParams("reslint.checkFolder", [(folder / "sub").as_uri()])
        await editor.client.workspace_execute_command_async(command)
        assert not (folder / "sub/ran").exists()
    await editor.client.shutdown_session()
