"""Emacs with the configuration that the documentation gives."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import reslint

pytestmark = pytest.mark.slow

CONFIGURATION = Path(reslint.__file__).parents[1] / "editors/emacs/reslint.el"
DRIVER = Path(__file__).with_name("drive.el")
OF = "of the Plenipotentiary Conference"
DRAFT = f"blue\n\n😀 قرار e\u0301 recalling Resolution 71 (Rev. Dubai, 2018) {OF}\n"


def _missing() -> str:
    if shutil.which("emacs") is None:
        return "Emacs is not installed"
    for feature in ("eglot", "markdown-mode"):
        command = ["emacs", "--batch", "-f", "package-activate-all", "--eval", f"(require '{feature})"]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return f"Emacs has no {feature}"
    return ""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Emacs shows while somebody works on two drafts."""
    reason = _missing()
    if reason:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "reslint.toml").write_text('as-of = "2024-10-15"\n', "utf-8")
    (folder / "a.txt").write_text(DRAFT, "utf-8")
    (folder / "b.md").write_text(f"# A draft\n\n{DRAFT}", "utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)  # what makes a folder a project of Emacs
    command = ["emacs", "--batch", "-f", "package-activate-all", "-l", str(CONFIGURATION), "-l", str(DRIVER)]
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder.parent),
        "LC_ALL": "C.UTF-8",
    }
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return {name: value for line in ran.stdout.splitlines() for name, value in json.loads(line).items()}


def test_a_citation_is_underlined_at_its_words_behind_an_emoji(seen: dict[str, Any]) -> None:
    assert seen["shown"] == ["Rev. Dubai, 2018"]
    assert "STA001" in seen["message"]
    assert "the edition in force is (Rev. Bucharest, 2022)" in seen["message"]


def test_the_preferred_quick_fix_mends_it_and_it_is_cleared(seen: dict[str, Any]) -> None:
    assert seen["mended"] == DRAFT.replace("Dubai, 2018", "Bucharest, 2022")
    assert seen["cleared"] == []


def test_what_is_typed_is_underlined(seen: dict[str, Any]) -> None:
    assert seen["typed"] == ["Rev. Busan, 2014"]


def test_editions_are_proposed_the_latest_first(seen: dict[str, Any]) -> None:
    assert seen["offered"][:2] == ["Rev. Bucharest, 2022", "Rev. Dubai, 2018"]


def test_one_server_serves_plain_text_and_markdown(seen: dict[str, Any]) -> None:
    assert seen["markdown"] == ["Rev. Dubai, 2018"]
    assert seen["servers"] == 1
