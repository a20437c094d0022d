"""Every message of reslint is said in every language, with the same things filled in."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import reslint
from catalogues.faults import faults
from catalogues.files import LANGUAGES, compiled, path_of, read, written
from reslint.api.finding import Finding, with_parts
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.plugins.rule_table import Selection
from reslint.saying import Said, said_of
from reslint.translations.telling import teller

ROOT = Path(__file__).parents[1]
RULES = load_plugins().rules.rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_stale_or_malformed(language: str) -> None:
    assert list(faults(language)) == []


@pytest.mark.parametrize("language", ["ru", "zh", "ar"])
def test_no_english_word_is_left_where_the_script_tells_it(language: str) -> None:
    """What stays is what people type, or look for in the file or in the page, and the names of programs and formats."""
    names = {"Word", "reslint", "ignore", "full", "concise", "html", "report"}
    names |= {"connect", "none", "cookie", "Cookie", "github", "pyodide", "pypdfium2"}
    names |= {"Python", "Pyodide", "LibreOffice", "OpenDocument", "Markdown", "Firefox", "Chrome", "Edge", "Safari"}
    left = {
        word
        for message in read(language)
        if message.id
        for told in ([message.string] if isinstance(message.string, str) else message.string)
        for word in re.findall(r"(?<![\w{/.-])[A-Za-z][a-z]{2,}(?![\w}])", re.sub(r"\{.*?\}", "", told))
    }
    assert left <= names


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The French catalogue, to be spoilt."""
    for suffix in (".po", ".mo"):
        (tmp_path / f"fr{suffix}").write_bytes(path_of("fr", suffix).read_bytes())
    monkeypatch.setattr("catalogues.files.FOLDER", tmp_path)
    return tmp_path / "fr.po"


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("Écrire: {proposal}", "Écrire: {propose}", "fills in {propose} where {proposal} is due: 'Write: {proposal}'"),
        ("Écrire: {proposal}", "Écrire", "fills in nothing where {proposal} is due"),
        ("Écrire: {proposal}", "Écrire: {proposal", "braces that do not pair"),
        ('msgstr "Supprimer."', 'msgstr ""', "not translated: 'Leave it out.'"),
        ('msgid "Leave it out."', 'msgid "Take it away."', "stale, run `python -m catalogues`: 'Take it away.'"),
        ('msgid "Leave it out."', 'msgid "Take it away."', "missing, run `python -m catalogues` and translate it"),
        ("Supprimer.", "Effacer.", "fr.mo is not made of fr.po"),
    ],
)
def test_a_fault_is_named(edited: Path, right: str, wrong: str, fault: str) -> None:
    before = edited.read_text("utf-8")
    assert right in before
    edited.write_text(before.replace(right, wrong), "utf-8")
    assert any(fault in line for line in faults("fr"))


def test_what_is_read_and_written_stays_as_it_is() -> None:
    for language in LANGUAGES:
        catalogue = read(language)
        assert compiled(catalogue) == compiled(catalogue)
        assert written(catalogue).startswith(b"# Messages of reslint in ")


def test_numbers_have_the_forms_of_the_language() -> None:
    def told(language: str) -> list[str]:
        tell = teller(language)
        return [tell(said_of("{count} finding", "{count} findings", number)) for number in (0, 1, 2, 5, 21)]

    words = ["constatation", "constatation", "constatations", "constatations", "constatations"]
    assert told("fr") == [f"{number} {word}" for number, word in zip((0, 1, 2, 5, 21), words, strict=True)]
    words = ["замечаний", "замечание", "замечания", "замечаний", "замечание"]
    assert told("ru") == [f"{number} {word}" for number, word in zip((0, 1, 2, 5, 21), words, strict=True)]


def test_the_tool_says_how_it_is_called() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "catalogues", "--wrong"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("usage: ")


def found() -> Iterator[Finding]:
    """What the rules find in their examples, with all that can be said of it."""
    for rule in RULES:
        for example in rule.examples:
            settings = Settings(selections=(Selection("test", select=(rule.code,)),), as_of=example.as_of)
            result = reslint.lint_text(example.draft, name=example.name, settings=settings)
            yield from with_parts(result.findings)


def test_all_that_rules_say_can_be_said_in_other_languages() -> None:
    plain = set()
    for finding in found():
        for words in (finding.message, finding.help):
            if words and not isinstance(words, Said):
                plain.add((finding.code, words))
    assert plain == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_found_is_said_in_the_language(language: str) -> None:
    tell = teller(language)
    told = {(finding.code, tell(finding.message)) for finding in found() if tell(finding.message) == finding.message}
    assert told == set()
