"""The parts of the page, before they are put together."""

from __future__ import annotations

import importlib
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from catalogues.gathering import gathered
from reslint.resources import mount

ROOT = Path(__file__).resolve().parents[2]
PARTS = ROOT / "page/parts"
mount(ROOT / "page", "page")
shell = importlib.import_module("page.shell")
words = importlib.import_module("page.words")


WORDS = json.loads((PARTS / "words.json").read_text("utf-8"))


def test_every_word_of_the_page_is_used_and_there() -> None:
    scripts = "".join(path.read_text("utf-8") for path in PARTS.glob("*.js"))
    named = set(re.findall(r'data-say(?:-[a-z-]+)?="(\w+)"', (PARTS / "body.html").read_text("utf-8")))
    spoken = {word for word in WORDS if f'"{word}"' in scripts}
    assert named <= set(WORDS)
    assert set(WORDS) - named - spoken == set()
    assert set(re.findall(r'\b(?:say|state)\("(\w+)"', scripts)) <= set(WORDS)
    assert set(re.findall(r'\bcounted\([^"()]+, "(\w+)"\)', scripts)) <= set(WORDS)


def test_every_word_is_looked_for_in_every_catalogue() -> None:
    """So what is not translated is named with all other messages: see test_catalogues.py."""
    due = {text if isinstance(text, str) else tuple(text) for text in WORDS.values()}
    assert due <= {message for message, _ in gathered()}


def test_nothing_on_the_page_is_said_in_one_language_only() -> None:
    """What stands in the page itself are names: of reslint, and of the languages in themselves."""
    body = re.sub(r"<[^>]+>", "\n", (PARTS / "body.html").read_text("utf-8"))
    names = {"reslint", "English", "Français", "Español", "Русский", "中文", "العربية"}
    assert set(body.split()) == names
    assert not re.search(r' (?:aria-label|placeholder|title)="', (PARTS / "body.html").read_text("utf-8"))


def test_words_take_the_forms_of_their_language() -> None:
    files = {language: spoken["file"] for language, spoken in words.words().items()}
    assert (files["en"]["one"], files["en"]["other"]) == ("{count} file", "{count} files")
    findings = words.words()["ru"]["finding"]
    assert [findings[form] for form in ("one", "few", "many")] == [
        "{count} замечание",
        "{count} замечания",
        "{count} замечаний",
    ]


def test_every_script_is_in_the_page_behind_what_it_imports() -> None:
    assert {*shell.SCRIPTS, *shell.WORKER} == {path.name for path in PARTS.glob("*.js")}
    assert "import {" not in shell.script({})


@pytest.mark.parametrize("names", [shell.SCRIPTS, shell.WORKER])
def test_no_two_modules_that_become_one_script_declare_the_same_name(names: tuple[str, ...]) -> None:
    declared = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.M)
    all_names = [one for name in names for one in declared.findall((PARTS / name).read_text("utf-8"))]
    assert [name for name, count in Counter(all_names).items() if count > 1] == []


def test_no_text_becomes_markup() -> None:
    for path in PARTS.glob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", path.read_text("utf-8")
        )
