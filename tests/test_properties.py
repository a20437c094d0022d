"""What must hold for every text, and for every edition in the registry."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator
from datetime import date
from operator import ge
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reslint.api.finding import Applicability
from reslint.fixing.edits import apply
from reslint.fixing.mending import mend
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.plugins.rule_table import Selection
from reslint.registry import Edition, Record, Registry, load

pytestmark = pytest.mark.slow

PLUGINS = load_plugins()
PIECES = st.sampled_from(
    [
        "Resolution 71 (Rev. Dubai, 2018)",
        "Resolution 102 (Busan 2014)",
        "Resolutions 71 and 151 (Rev. Dubai, 2018)",
        "Resolution 71 (Rev. Dubai, 2018Buchrest, 2022)",
        "Resolution 35 (Rev. (Hammamet, 2016)",
        "UNGA Resolution A/70/1",
        "Council Resolution 1332 (Rev. 2016)",
        "Resolution ITU\u2011R 61 (Rev. Sharm el-Sheikh, 2019)",
        "Resolution A/78/L.49",
        "Resolution 34 (Rev. Buenos Aires,2017 )",
        "of the Plenipotentiary Conference",
        "of the Plenipotentiry Conference",
        "Resolution 1332, first adopted by the Council at its 2011 session and last modified at its 2019 2024 session",
        "Security Council Resolution 1325 (2000)",
        "(",
        ")",
        ",",
        ",;",
        ";",
        ".",
        ":",
        "\n",
        "\r\n",
        "\n\n",
        "\t",
        "\u00a0",
        "\u00ad",
        "a)",
        "b)",
        "c)",
        "d)",
        "e)",
        "i)",
        "ii)",
        "iv)",
        "i)ii)",
        "ef)",
        "1\t",
        "2\t",
        "3\t",
        "54\t",
        "1.1\t",
        "o)",
        "considering",
        "resolves",
        "consideringrecalling",
        "noting further",
        "RESOLUTION 75 (Rev. Geneva, 2022)",
        "(Johannesburg, 2008; Dubai, 2012)",
        "The World Telecommunication Standardization Assembly (Geneva, 2022),",
        "[bookmark: _a1]",
        "[footnoteRef:1]1; [1: 1 a note]",
        "that the matter is open",
        "\U0001f600",
        "e\u0301",
        "`",
        "**",
        "<!--",
        "-->",
    ]
)
DRAFTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=40).map(" ".join)
LINES = st.lists(st.lists(PIECES, max_size=4).map(" ".join), max_size=14).map("\n".join)
QUIET = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@pytest.fixture(scope="module")
def linter(registry: Registry) -> Linter:
    """All rules, those that are off by default too."""
    every = Selection("test", select=("ALL",))
    return Linter(Basis(Settings(selections=(every,), as_of="2024-10-15", unsafe_fixes=True), PLUGINS, registry))


@settings(max_examples=300, deadline=None, suppress_health_check=QUIET)
@given(text=st.one_of(st.text(), DRAFTS, LINES), name=st.sampled_from(["draft.txt", "draft.md"]))
def test_any_text_is_judged_and_every_range_lies_in_it(linter: Linter, text: str, name: str) -> None:
    data = text.encode("utf-8", "surrogatepass").replace(b"\0", b"")
    try:
        data.decode()
    except UnicodeDecodeError:
        return
    result = linter.check(b"\xef\xbb\xbf" + data, name)
    assert not [error for error in result.errors if "report it" in error]
    if result.view is None:
        return
    read = result.view.text
    for citation in result.citations:
        assert 0 <= citation.start < citation.end <= len(read)
        assert read[citation.start : citation.end] == citation.text
        for edition in citation.editions:
            assert 0 <= edition.where.start < edition.where.end <= len(read)
    for finding in result.findings:
        assert 0 <= finding.start <= finding.end <= len(read)
        assert read[finding.start : finding.end] == finding.excerpt
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(read)


@settings(max_examples=300, deadline=None, suppress_health_check=QUIET)
@given(text=st.one_of(DRAFTS, LINES), name=st.sampled_from(["draft.txt", "draft.md"]))
def test_mending_leaves_nothing_to_mend(linter: Linter, text: str, name: str) -> None:
    mended = mend(linter, b"\xef\xbb\xbf" + text.encode(), name)
    assert mended.new_result.errors == mended.result.errors
    assert not [finding for finding in mended.new_result.findings if finding.fix is not None]
    again = mend(linter, mended.new_data, name)
    assert again.new_data == mended.new_data


ROWS = (Path(__file__).parent / "cases" / "citations.md").read_text("utf-8").splitlines()
FORMS = st.sampled_from([cells[1].strip() for row in ROWS if len(cells := row.split("|")) == 4][2:])
SIGNS = st.sampled_from(["(", ")", "[", "]", "*", "_", "\u00b9", "\u2020", '"', ";", ", ", " and ", "\n", "a)\t", ""])
CITING = st.lists(st.tuples(FORMS, SIGNS), min_size=1, max_size=6).map(lambda pairs: " ".join(map("".join, pairs)))


@settings(max_examples=300, deadline=None, suppress_health_check=QUIET)
@given(text=CITING, name=st.sampled_from(["draft.txt", "draft.md"]))
def test_a_safe_fix_never_harms(linter: Linter, text: str, name: str) -> None:
    result = linter.check(b"\xef\xbb\xbf" + text.encode(), name)
    assert result.view is not None
    for finding in result.findings:
        if finding.fix is None or finding.fix.applicability is not Applicability.SAFE:
            continue
        before, after = result.view.text, apply(result.view.text, finding.fix.edits)
        for pair in ("()", "[]"):
            assert all(map(ge, unmatched(before, pair), unmatched(after, pair))), (finding.code, before, after)
        lost = Counter(before) - Counter(after)
        signs = {sign for sign in lost if not (sign.isalnum() or sign.isspace())} - set(",.")
        assert signs <= (set("()") if finding.code == "FRM006" else set()), (finding.code, before, after)
        edits = [edit for edit in finding.fix.edits if finding.start <= edit.start and edit.end <= finding.end]
        if finding.suggestion and edits == list(finding.fix.edits):
            length = finding.end - finding.start + len(after) - len(before)
            assert after[finding.start : finding.start + length] == finding.suggestion, finding


def unmatched(text: str, pair: str) -> tuple[int, int]:
    """How many brackets of a pair are never closed, and how many never opened."""
    opened = closed = 0
    for sign in text:
        opened += sign == pair[0]
        if sign == pair[1]:
            opened, closed = (opened - 1, closed) if opened else (0, closed + 1)
    return opened, closed


def editions(registry: Registry) -> Iterator[tuple[Record, Edition]]:
    for record in registry.records():
        for edition in record.editions:
            yield record, edition


def cite(registry: Registry, record: Record, edition: Edition) -> str:
    """A correct citation of an edition, in its body's form."""
    written = registry.written(record, edition)
    name = registry.bodies[record.body].names["en"][0]
    if edition.suffix is not None:
        return f"Resolution ITU-R {written} of the {name}\n"
    if registry.bodies[record.body].cites == "session":
        return f"{name} {record.kind.capitalize()} {record.number} ({written})\n"
    return f"{record.kind.capitalize()} {record.number} ({written}) of the {name}\n"


def findings_on(registry: Registry, text: str, day: date) -> list[str]:
    linter = Linter(Basis(Settings(as_of=day.isoformat()), PLUGINS, registry))
    result = linter.check(text.encode(), "draft.txt")
    assert result.errors == ()
    assert len(result.citations) == 1, text
    return [f"{finding.code} {finding.message}: {text.strip()} on {day}" for finding in result.findings]


def test_a_correct_citation_of_any_edition_is_right_on_the_days_of_its_conference(registry: Registry) -> None:
    checked = 0
    wrong = []
    for record, edition in editions(registry):
        text = cite(registry, record, edition)
        for day in {edition.conference.opens, edition.conference.closes}:
            wrong += findings_on(registry, text, day)
        checked += 1
    assert checked > 900
    assert wrong == []


PLACED = [
    (record, edition)
    for record, edition in editions(load())
    if edition.conference.place and load().bodies[record.body].cites == "place"
]


@settings(max_examples=400, deadline=None, suppress_health_check=QUIET)
@given(
    which=st.sampled_from(PLACED),
    letter=st.sampled_from(string.ascii_lowercase),
    position=st.integers(min_value=0, max_value=40),
)
def test_one_wrong_letter_in_a_place_is_found_and_mended(
    registry: Registry, which: tuple[Record, Edition], letter: str, position: int
) -> None:
    record, edition = which
    text = cite(registry, record, edition)
    place = edition.conference.place or ""
    at = [index for index, sign in enumerate(place) if sign.isalpha()]
    index = at[position % len(at)]
    wrong = letter.upper() if place[index].isupper() else letter
    if wrong == place[index]:
        return
    misspelt = place[:index] + wrong + place[index + 1 :]
    settings_ = Settings(as_of=edition.conference.closes.isoformat())
    linter = Linter(Basis(settings_, PLUGINS, registry))
    draft = text.replace(place, misspelt)
    mended = mend(linter, draft.encode(), "draft.txt")
    assert {finding.code for finding in mended.result.findings} & {"SPL001", "SPL003"}, draft
    assert mended.new_text == text
    assert mended.new_result.findings == ()
