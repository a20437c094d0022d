"""The parts of the page, before they are put together."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path

from reslint.resources import mount

ROOT = Path(__file__).resolve().parents[2]
PARTS = ROOT / "page/parts"
mount(ROOT / "page", "page")
shell = importlib.import_module("page.shell")


def test_every_word_of_the_page_is_used_and_there() -> None:
    words = json.loads((PARTS / "words.json").read_text("utf-8"))
    scripts = "".join(path.read_text("utf-8") for path in PARTS.glob("*.js"))
    named = set(re.findall(r"\{\{(\w+)\}\}", (PARTS / "body.html").read_text("utf-8")))
    spoken = {word for word in words if f'"{word}"' in scripts}
    assert named <= set(words)
    assert set(words) - named - spoken == {"title"}
    assert set(re.findall(r'\bsay\("(\w+)"', scripts)) <= set(words)


def test_every_script_is_in_the_page_behind_what_it_imports() -> None:
    there = {path.name for path in PARTS.glob("*.js")} - {"worker.js"}
    assert set(shell.SCRIPTS) == there
    assert "import {" not in shell.script({})


def test_no_text_becomes_markup() -> None:
    for path in PARTS.glob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", path.read_text("utf-8")
        )
