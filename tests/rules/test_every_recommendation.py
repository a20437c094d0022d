"""Every edition of every text in the catalogue: it is read back as it is cited, and judged by the day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import pytest

from reslint.citations import Citation, find_citations
from reslint.citations.model import ToldBy
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Edition, Record, Registry, Verdict
from reslint.registry.approvals import CitedApproval, judge_approval, nearest_approval

pytestmark = pytest.mark.thorough

AT_ONCE = 400
"""So many lines a draft of this test has."""
DAY = timedelta(1)
TODAY = date(2026, 8, 22)
FORMS = {
    "ITU-T": (
        "as in {kind} ITU-T {number} ({month:02}/{year}) it is",
        "as in ITU-T {number} ({year}/{month:02}), it is",
        "[b-ITU-T {number}]\tITU-T {number} ({year}), A title.",
    ),
    "ITU-R": (
        "as in {kind} ITU-R {number} it is",
        "as in {kind} ITU-R {number} ({month:02}/{year}) it is",
        "see ITU-R {kind} {number}, A title",
    ),
}
# What the docs say is not read: designations with words behind them, or a range in the place of one, and slips of the
# collection itself.
UNREAD = (
    "attachment",
    "test vectors",
    "Software",
    "quarter",
    "Q.400-",
    "Q.310-",
    "Q.140-",
    "Q.251-",
    "Q.120-",
    "ter Suppl.",
    "54l",
    "73l",
    "6l ",
    "I.256.2",
)


class Cited(NamedTuple):
    """An edition in a line of a draft."""

    record: Record
    edition: Edition
    line: str

    @property
    def number(self) -> str:
        """Its designation."""
        assert self.edition.approval is not None
        return self.edition.approval.name


def cited(registry: Registry, sector: str, form: str) -> list[Cited]:
    """Every edition, as a form cites it; each twin once."""
    found = {}
    for record in registry.records(sector):
        for edition in record.editions:
            assert edition.approval is not None
            held, number = edition.conference, edition.approval.name
            kind = "" if record.kind == "supplement" else record.kind.capitalize()
            line = form.format(kind=kind, number=number, year=held.year, month=held.opens.month).replace("  ", " ")
            found.setdefault(line, Cited(record, edition, line))
    return list(found.values())


def read(registry: Registry, every: list[Cited]) -> Iterator[tuple[Cited, list[Citation]]]:
    """Each with what is read in its line."""
    for at in range(0, len(every), AT_ONCE):
        some = every[at : at + AT_ONCE]
        view = View(read_text("\n\n".join(one.line for one in some).encode(), "draft.txt"))
        found = defaultdict(list)
        for citation in find_citations(view, registry):
            found[citation.block].append(citation)
        blocks = [number for number, block in enumerate(view.blocks) if view.text[block.start : block.end].strip()]
        yield from ((one, found[block]) for one, block in zip(some, blocks, strict=True))


def is_read(one: Cited, citation: Citation, form: str) -> bool:
    edition = citation.edition
    number = f"{citation.number} {citation.part}" if edition and edition.told is ToldBy.PART else citation.number
    held = one.edition.conference
    right = (citation.kind, number.replace(" ", "")) == (one.record.kind, one.number.replace(" ", ""))
    if not right or edition is None:
        return False
    if one.edition.suffix is not None:
        return edition.suffix == str(one.edition.suffix)
    return (edition.year, edition.month) == (held.year, held.opens.month if "{month" in form else None)


@pytest.mark.parametrize("sector", ["ITU-T", "ITU-R"])
@pytest.mark.parametrize("number", range(3))
def test_it_is_read_back(registry: Registry, sector: str, number: int) -> None:
    form = FORMS[sector][number]
    every = cited(registry, sector, form)
    assert len(every) > 4_000
    wrong = [
        one.line
        for one, citations in read(registry, every)
        if not (citations and is_read(one, citations[-1], form)) and not any(words in one.line for words in UNREAD)
    ]
    assert wrong == []


def told(registry: Registry, one: Cited, citation: Citation, day: date) -> Verdict:
    """The verdict on what was read, on a day."""
    edition = citation.edition
    assert edition is not None
    number = f"{citation.number} {citation.part}" if edition.told is ToldBy.PART else citation.number
    asked = CitedApproval(edition.year, edition.month, edition.suffix)
    return judge_approval(registry, one.record.body, citation.kind, number, asked, day).verdict


def test_itu_t_is_judged_by_the_day(registry: Registry) -> None:
    """The day before an approval it is to come, on that day it is in force, on the day after the next it is outdated.

    Where the halves of a twin went on apart, nothing is said that is not so of both.
    """
    wrong = []
    form = FORMS["ITU-T"][0]
    for one, citations in read(registry, cited(registry, "ITU-T", form)):
        if not citations or not is_read(one, citations[-1], form):
            continue
        editions = one.record.editions
        at = editions.index(one.edition)
        held = one.edition.conference
        of_month = [other for other in editions if other.conference.key == held.key]
        if len(of_month) > 1:
            continue  # the last of that month is meant
        expected = [(held.opens - DAY, Verdict.NOT_YET_ADOPTED), (held.opens, Verdict.CURRENT)]
        expected += [(later.conference.opens + DAY, Verdict.SUPERSEDED) for later in editions[at + 1 : at + 2]]
        for day, verdict in expected:
            found = told(registry, one, citations[-1], day)
            if found is not verdict and not (found is Verdict.UNKNOWN and "/" in one.number):
                wrong.append((one.line, day.isoformat(), found))
    assert wrong == []


def test_one_wrong_month_names_the_right_one(registry: Registry) -> None:
    """Unless an amendment was approved in that month, or another edition is as near."""
    wrong, tried = [], 0
    for record in registry.records("ITU-T"):
        months = {months_of(one.conference.opens) for one in record.editions}
        of_parts = {months_of(part.day) for one in record.editions if one.approval for part in one.approval.parts}
        for edition in record.editions:
            for step in (-1, 1):
                month = months_of(edition.conference.opens) + step
                if month in months | of_parts or month + step in months or month >= months_of(TODAY):
                    continue
                tried += 1
                asked = CitedApproval((month - 1) // 12, (month - 1) % 12 + 1)
                assert asked.year is not None
                number = record.key.split(" ", 2)[2]
                found = judge_approval(registry, "ITU-T", record.kind, number, asked, TODAY)
                near = nearest_approval(record, asked.year, asked.month)
                of_month = near is not None and near.conference.key == edition.conference.key
                if found.verdict is not Verdict.NEVER_ADOPTED or not of_month:
                    wrong.append((record.key, edition.conference.key, step, found.verdict))
    assert tried > 10_000
    assert wrong == []


def months_of(day: date) -> int:
    return 12 * day.year + day.month
