"""What is shown at once in a long draft, against the judgement of the whole."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from reslint.api.finding import Finding
from reslint.api.report import FileResult
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.plugins.rule_table import Selection
from reslint.registry import Registry
from reslint.running.run import Run
from reslint.server.renewing import difference, renewed

OF = "of the Plenipotentiary Conference"
PIECES = (
    f"recalling Resolution 71 (Rev. Dubai, 2018) {OF},",
    f"noting Resolution 140 (Rev. Buchrest, 2022) {OF},",
    "a)\tthat the matter is under study, see Resolution 75 (Rev. Geneva, 2022) of this assembly;",
    f"Resolution 71 (Rev. Bucharest, 2022) {OF} and Resolution 99 (Rev. Dubai, 2018) {OF}.",
    "😀 قرار nothing is cited here, and nothing is wrong.",
    "Resolution ITU-R 61-2 and Council Resolution 1334 (modified 2019),",
    "<!-- reslint: ignore[outdated-edition] -->",
    "RESOLUTION 71 (Rev. Bucharest, 2022)",
)
TYPED = (
    "2022",
    "Dubai",
    "Rev. ",
    "x",
    " ",
    "\n",
    "\n\n",
    "(",
    ")",
    "Resolution 71 ",
    "😀",
    "",
    "",
    "",
    "Buchrest, 2022",
)
LOCAL = {
    *("DOC002", "FRM001", "FRM002", "FRM003", "FRM004", "FRM005", "FRM006", "FRM007"),
    *("REF001", "REF002", "REF003", "REF004", "REF006", "SPL001", "SPL002", "SPL003"),
    *("STA001", "STA002", "STA003", "STA004", "STA006", "STA007"),
}
"""The rules for which a paragraph, with what stands around it, is enough."""
OF_A_DOCUMENT = """
from reslint import Mistake, Rule, Scope, Severity

class NoAnnex(Rule):
    '''A draft without an annex.'''

    code, name, severity = "BBB001", "no-annex", Severity.WARNING

    def check(self, page):
        if "ANNEX" not in page.text:
            yield Mistake(page.text.rindex("blue"), page.text.rindex("blue") + 4, "no annex")

class Blue(Rule):
    '''A word.'''

    code, name, severity, scope = "BBB002", "blue", Severity.WARNING, Scope.PARAGRAPH

    def check(self, page):
        at = page.text.find("blue")
        while at >= 0:
            yield Mistake(at, at + 4, "blue")
            at = page.text.find("blue", at + 1)
"""


@pytest.fixture(scope="module")
def linter() -> Linter:
    run = Run()
    return run.linter("draft.md")


def judged(linter: Linter, text: str) -> FileResult:
    return linter.check(text.encode(), "draft.md")


def local(findings: tuple[Finding, ...], linter: Linter) -> list[tuple[str, int, int, str]]:
    """What rules find that look at one paragraph, which are neither those of lists nor of whole documents, without what
    these say of the same words.
    """
    codes = {rule.code for rule in linter.rules} & LOCAL
    return sorted(
        (one.code, one.start, one.end, one.message.partition("; also: ")[0]) for one in findings if one.code in codes
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(80))
def test_what_is_shown_at_once_is_what_the_whole_judgement_finds(linter: Linter, seed: int) -> None:
    chance = random.Random(seed)
    text = "\n\n".join(["# A draft", *(chance.choice(PIECES) for _ in range(150))]) + "\n"
    start = chance.randrange(len(text))
    new = text[:start] + chance.choice(TYPED) + text[min(start + chance.choice((0, 0, 1, 4, 30)), len(text)) :]
    result = judged(linter, text)
    found = renewed(linter, text, result, new)
    whole = judged(linter, new)
    if found is None:  # what could not be done is told with the line where it stands, which only the whole knows
        assert whole.errors
    else:
        assert local(found.findings(result.findings), linter) == local(whole.findings, linter)


def test_typing_over_a_finding_far_down_shows_at_once_that_it_is_mended(linter: Linter) -> None:
    text = f"recalling Resolution 71 (Rev. Dubai, 2018) {OF},\n\n" * 500
    at = text.rindex("Dubai, 2018")
    new = text[:at] + "Bucharest, 2022" + text[at + len("Dubai, 2018") :]
    result = judged(linter, text)
    change = renewed(linter, text, result, new)
    assert change is not None
    found = change.findings(result.findings)
    assert (len(result.findings), len(found)) == (500, 499)
    assert {new[one.start : one.end] for one in found} == {"Rev. Dubai, 2018"}


def test_what_belongs_to_another_finding_still_does(linter: Linter) -> None:
    text = f"Resolution 71 (Rev. Dubai, 2018Bucharest, 2022) {OF}\n\n" + "noting the plan,\n\n" * 900 + "for 2022\n"
    result = judged(linter, text)
    assert [one.code for one in result.findings] == ["TRK001"]
    change = renewed(linter, text, result, f"{text[:-1]}2026\n")
    assert change is not None
    found = change.findings(result.findings)
    assert [(one.code, one.part_of) for one in found] == [("TRK001", ""), ("DOC002", "TRK001")]


def test_a_fix_moves_with_its_finding(linter: Linter) -> None:
    text = f"blue,\n\nResolution 71 (Rev. Buchrest, 2022) {OF}\n"
    result = judged(linter, text)
    change = renewed(linter, text, result, f"green and {text}")
    assert change is not None
    (finding,) = change.findings(result.findings)
    assert finding.fix is not None
    moved = f"green and {text}"
    assert "Buchrest" in moved[finding.start : finding.end]
    assert moved[finding.fix.edits[0].start : finding.fix.edits[-1].end] in "Buchrest, 2022"


def test_a_rule_that_looks_at_the_whole_draft_waits_for_the_whole(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "annex.py").write_text(OF_A_DOCUMENT)
    settings = Settings(selections=(Selection("test", select=("BBB",)),))
    own = Linter(Basis(settings, load_plugins([tmp_path]), registry))
    text = "ANNEX\n\n" + "nothing is wrong here,\n\n" * 5_000 + "the sky is blue.\n"
    result = judged(own, text)
    assert [one.code for one in result.findings] == ["BBB002"]
    change = renewed(own, text, result, text.replace("blue", "blue and blue"))
    assert change is not None
    assert [one.code for one in change.findings(result.findings)] == ["BBB002", "BBB002"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("blue", "blue", (4, 4, 0)),
        ("blue", "bue", (1, 2, -1)),
        ("bue", "blue", (1, 1, 1)),
        ("", "blue", (0, 0, 4)),
        ("aaa", "aa", (2, 3, -1)),
        ("a green b", "a red b", (2, 7, -2)),
    ],
)
def test_what_differs_is_the_least(old: str, new: str, expected: tuple[int, int, int]) -> None:
    start, end, shift = difference(old, new)
    assert (start, end, shift) == expected
    assert old[:start] + new[start : end + shift] + old[end:] == new
