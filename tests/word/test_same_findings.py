"""The same text gives the same findings as a text file and as a Word file, however its runs are cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from written import inserted, paragraph, run, word_file

from reslint.api.rule import Example, Rule
from reslint.citations import find_citations
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.documents.word.reader import read_word
from reslint.fixing.mending import mend
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.plugins.rule_table import Selection
from reslint.registry import Registry

PLUGINS = load_plugins()
TABLE = Path(__file__).parents[1] / "cases/citations.md"
FORMATTING = ("<w:b/>", "<w:i/>", '<w:lang w:val="en-GB"/>', "")


def kept(text: str) -> str:
    return paragraph(run(text))


def insertion(text: str) -> str:
    return paragraph(inserted(text), mark="ins")


def split(text: str) -> str:
    """In runs of one to five characters, of which some are inserted."""
    chance = Random(text)
    runs = []
    while text:
        length = chance.randint(1, 5)
        properties = chance.choice(FORMATTING)
        make = inserted if chance.random() < 0.2 else run
        runs.append(make(text[:length], properties=properties))
        text = text[length:]
    return paragraph(*runs)


MODES = (kept, insertion, split)
Mode = Callable[[str], str]


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs that a text file of this text has."""
    view = View(read_text(text.encode(), "draft.txt"))
    for block in view.blocks:
        yield view.text[block.start : block.end]


def as_word(text: str, mode: Mode) -> bytes:
    return word_file(*(mode(words) for words in paragraphs(text)))


def cases() -> Iterator[object]:
    for rule in PLUGINS.rules.rules:
        for number, example in enumerate(rule.examples, 1):
            if example.name.endswith(".txt"):
                yield pytest.param(rule, example, id=f"{rule.code}-{number}")


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.__name__)
@pytest.mark.parametrize(("rule", "example"), list(cases()))
def test_examples_of_rules(rule: type[Rule], example: Example, mode: Mode, registry: Registry) -> None:
    settings = Settings(selections=(Selection("test", select=(rule.code,)),), as_of=example.as_of)
    linter = Linter(Basis(settings, PLUGINS, registry))
    result = linter.check(as_word(example.draft, mode), "draft.docx")
    assert result.errors == ()
    assert tuple(finding.excerpt for finding in result.findings) == example.found
    as_text = linter.check(example.draft.encode(), "draft.txt")
    assert [found(one) for one in result.findings] == [found(one) for one in as_text.findings]


def found(finding: object) -> tuple[object, ...]:
    return tuple(
        getattr(finding, field) for field in ("code", "start", "end", "severity", "suggestion", "fix", "record")
    )


def forms() -> list[str]:
    return [
        line.strip("| ").split(" | ")[0] for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")
    ][1:]


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.__name__)
def test_forms_of_citations(mode: Mode, registry: Registry) -> None:
    for form in forms():
        as_text = find_citations(View(read_text(form.encode(), "draft.txt")), registry)
        as_document = find_citations(View(read_word(as_word(form, mode), "draft.docx")), registry)
        assert as_document == as_text, form


def test_contributions(shared: Path, registry: Registry) -> None:
    linter = Linter(Basis(Settings(as_of="2024-10-15"), PLUGINS, registry))
    for path in sorted((shared / "samples/contributions").glob("*.txt")):
        # What programs that flatten Word files leave in the text is read through in text files only.
        text = path.read_text("utf-8-sig")
        if "[bookmark" in text or "[footnoteRef" in text:
            continue
        as_text = linter.check(text.encode(), "draft.txt").findings
        assert [found(one) for one in linter.check(as_word(text, kept), "draft.docx").findings] == [
            found(one) for one in as_text
        ], path.name


@pytest.mark.parametrize(
    "text",
    [
        "see PP-22 Resolution 99 (last modified Buenos Aires 2014\uff09 of the Office;",
        "considering\nin accordance with Res. 1332 (last modified Antalya,2014]., first adopted by the Council at its "
        "2011 session and last modified at its 2019 session.",
        "Resolution 34 (Rev. (Buenos Aires,2017 ) of the World Telecommunication Development Conference",
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_fixes_that_overlap_are_made_alike(registry: Registry, text: str, mode: Mode) -> None:
    settings = Settings(as_of="2024-10-15", unsafe_fixes=True)
    linter = Linter(Basis(settings, PLUGINS, registry))
    plain = mend(linter, text.encode(), "draft.txt")
    word = mend(linter, word_file(*map(mode, paragraphs(text))), "draft.docx")
    assert plain.new_text.strip() != text
    assert word.new_text.strip() == plain.new_text.strip()
