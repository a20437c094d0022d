"""Neovim with the configuration that the documentation gives, driven by its keys."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import reslint

pytestmark = pytest.mark.slow

CONFIGURATION = Path(reslint.__file__).parents[1] / "editors/neovim/reslint.lua"
OF = "of the Plenipotentiary Conference"
OLD = f"Resolution 71 (Rev. Dubai, 2018) {OF}"
NEW = f"Resolution 71 (Rev. Bucharest, 2022) {OF}"
PATIENCE = 120.0
LUA = """
function _G.Shown()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, true)[1]
    table.insert(found, { one.code, line:sub(one.col + 1, one.end_col) })
  end
  return found
end
-- The first of what is offered, as a person at the keyboard would choose it.
vim.ui.select = function(items, _, choose) choose(items[1], 1) end
"""


class Neovim:
    """A running editor, into which one types from outside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = folder.parent / "nvim"
        (folder.parent / "test.lua").write_text(LUA, "utf-8")
        command = ["nvim", "--headless", "--clean", "-n", "--listen", str(self.address)]
        command += ["-c", f"luafile {CONFIGURATION}", "-c", f"luafile {folder.parent}/test.lua"]
        self.process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
        self.until(self.address.exists)

    def open(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")
        self.type(f":edit {name}<CR>")

    def type(self, keys: str) -> None:
        """Press keys, in the notation of Vim."""
        self._ask("--remote-send", keys)

    def value(self, expression: str) -> Any:
        """What an expression of Vim gives."""
        return json.loads(self._ask("--remote-expr", f"json_encode({expression})"))

    def text(self) -> str:
        return "".join(f"{line}\n" for line in self.value("getline(1, '$')"))

    def shown(self) -> Any:
        """The code of each diagnostic, and the words under which it stands."""
        return self.value("v:lua.Shown()")

    def until(self, seen: Callable[[], Any]) -> Any:
        """Wait until something is there."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := seen():
                return found
            time.sleep(0.02)
        raise AssertionError(self.value("execute('messages')"))

    def close(self) -> None:
        self.type("<Esc>:qall!<CR>")
        self.process.wait(PATIENCE)

    def _ask(self, *what: str) -> str:
        command = ["nvim", "--server", str(self.address), *what]
        ran = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
        return ran.stdout or ran.stderr


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Neovim]:
    if shutil.which("nvim") is None:
        pytest.skip("Neovim is not installed")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "reslint.toml").write_text('as-of = "2024-10-15"\n', "utf-8")
    neovim = Neovim(folder)
    yield neovim
    neovim.close()


def test_a_citation_is_underlined_at_its_words_behind_an_emoji(editor: Neovim) -> None:
    editor.open("a.txt", f"blue\n\n😀 قرار e\u0301 recalling {OLD}\n")
    assert editor.until(editor.shown) == [["STA001", "Rev. Dubai, 2018"]]


def test_a_quick_fix_mends_it_and_it_is_cleared(editor: Neovim) -> None:
    editor.open("a.md", f"😀 recalling {OLD}\n")
    editor.until(editor.shown)
    editor.type("/Dubai<CR><Bslash>a")
    editor.until(lambda: editor.text() == f"😀 recalling {NEW}\n")
    editor.until(lambda: editor.shown() == [])


def test_what_is_typed_is_underlined_and_what_is_typed_over_is_cleared(editor: Neovim) -> None:
    editor.open("a.txt", "recalling\n")
    editor.type(f"A {OLD}<Esc>")
    assert editor.until(editor.shown) == [["STA001", "Rev. Dubai, 2018"]]
    editor.type("0fDcf8Bucharest, 2022<Esc>")
    editor.until(lambda: editor.text() == f"recalling {NEW}\n")
    editor.until(lambda: editor.shown() == [])


def test_editions_are_proposed_the_latest_first_and_one_is_taken(editor: Neovim) -> None:
    editor.open("a.txt", f"😀 {OLD}\n\n😀 in\n")
    editor.until(editor.shown)
    editor.type("GA Plenipotentiary Conference Resolution 71 (<C-x><C-o>")
    words = editor.until(lambda: editor.value("map(complete_info(['items']).items, 'v:val.word')"))
    assert words[:2] == ["Rev. Bucharest, 2022)", "Rev. Dubai, 2018)"]
    editor.type("<C-y><Esc>")
    editor.until(lambda: "Resolution 71 (Rev. Bucharest, 2022)" in editor.text().splitlines()[2])


def test_one_server_serves_all_drafts_of_a_folder(editor: Neovim) -> None:
    for name in ("a.txt", "b.txt"):
        editor.open(name, f"{OLD}\n")
        editor.until(editor.shown)
    assert editor.value("luaeval('#vim.lsp.get_active_clients()')") == 1
