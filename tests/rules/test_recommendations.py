"""What is said of editions of Recommendations, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from reslint import Finding, Settings, lint_text
from reslint.api.page import Page
from reslint.citations import find_citations
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.registry import Record, Registry
from reslint.registry.approvals import nearest_approval

EVERY = 97
"""One text in so many is tried: all of them would take minutes."""


def found(draft: str, as_of: str) -> list[Finding]:
    return list(lint_text(draft, settings=Settings(as_of=as_of)).findings)


def codes(draft: str, as_of: str) -> list[str]:
    return [one.code for one in found(draft, as_of)]


def some(registry: Registry, sector: str) -> list[Record]:
    return list(registry.records(sector))[::EVERY]


def read(registry: Registry, draft: str) -> Page:
    view = View(read_text(draft.encode(), "draft.txt"))
    return Page(view, find_citations(view, registry), registry, date(2026, 8, 22))


def test_editions_of_itu_r_are_judged_by_their_suffix(registry: Registry) -> None:
    for record in some(registry, "ITU-R"):
        for edition in record.editions:
            assert edition.approval is not None
            page = read(registry, f"as in {record.kind.capitalize()} ITU-R {edition.approval.name} it is")
            (citation,) = page.all_citations
            assert (citation.kind, citation.number) == (record.kind, edition.approval.name)
            verdict = page.judgement(citation).verdict
            assert verdict in ("superseded", "abrogated") if edition != record.editions[-1] else verdict != "superseded"


def test_a_month_that_is_wrong_by_one_names_the_right_one(registry: Registry) -> None:
    (one,) = found("as in Recommendation ITU-T X.1051 (05/2016) it is\n", "2016-12-31")
    assert one.code == "REF009"
    assert one.suggestion == "04/2016"
    record = registry.record("ITU-T", "recommendation", "X.1051")
    assert record is not None
    near = nearest_approval(record, 2023, 7)
    assert near is not None
    assert near.conference.key == "06/2023"
    (one,) = found("as in Recommendation ITU-T H.265 (10/2019) it is\n", "2019-12-31")
    assert one.suggestion == "11/2019"


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("as in Recommendation ITU-T X.1051 it is\n", []),
        ("the codec H.264 and ITU-T H.264 are used\n", []),
        ("as in Recommendation ITU-T X.1051 (04/2016) it is\n", ["STA008"]),
        ("as in Recommendation ITU-T X.1051 (06/2023) it is\n", []),
        ("as in Recommendation ITU-T H.265 (2019) it is\n", ["STA008"]),
        ("as in Recommendation ITU-T X.208 (11/1988) it is\n", ["STA009"]),
        ("as in Recommendation ITU-T X.208 it is\n", []),
        ("as in Recommendation ITU-R P.453-14 it is\n", []),
        ("as in Recommendation ITU-R P.453-99 it is\n", []),
        ("as in Recommendation ITU-R M.541-9 it is\n", ["STA008"]),
        ("it shall be in accordance with Recommendation ITU-R M.541-9\n", []),
        ("Rec. ITU-T X.1051 (04/2016) iii\n\niv Rec. ITU-T X.1051 (04/2016)\n", []),
        ("as in Recommendation ITU-T L.12 (2000) it is\n", ["STA008"]),
        ("as in Recommendation ITU-T L.12 it is\n", []),
        ("as in Recommendation ITU-T V.291 (1988) it is\n", ["REF008"]),
        ("as in Recommendation ITU-R V.9291-3 it is\n", []),
        ("as in Recommendations ITU-T L.400 – ITU-T L.429 it is\n", []),
        ("– ITU-T V.291 (1988)\n", ["REF008"]),
        ("согласно Рекомендации МСЭ-Т X.1051 (04/2016 г.)\n", ["STA008"]),
        ("依据 ITU-T X.1051 建议书（2016年4月）\n", ["STA008"]),
        ("as in ITU-T X509 (10/2019) it is\n", ["FRM008"]),
        ("as in Recommendation ITU-T G.9999 (11/2026) it is\n", []),
        ("as in Recommendation ITU-T Z.100 Annex F3 (06/2021) it is\n", []),
        ("as in Recommendation ITU-T Z.100 Annex F3 (10/2016) it is\n", ["STA008"]),
        ("as in Recommendation ITU-T Z.100 Annex F3 (11/2016) it is\n", ["REF009"]),
        ("as in Recommendation ITU-T G.729 (2012) Annex A it is\n", []),
        ("as in Recommendation ITU-T G.709/Y.1331 (06/2020) Annex A it is\n", []),
    ],
)
def test_what_is_said(draft: str, expected: list[str]) -> None:
    assert codes(draft, "2026-11-28") == expected


def test_the_same_text_of_another_organization_would_have_to_change_too() -> None:
    (one,) = found("Recommendation ITU-T X.519 (2016) | ISO/IEC 9594-5:2017, A protocol\n", "2026-08-22")
    assert one.code == "STA008"
    assert one.fix is None
    assert one.message.endswith("; the text of ISO/IEC beside it would have to change too")


def test_a_cell_beside_an_edition_is_no_twin() -> None:
    (one,) = found("| Recommendation ITU-T X.519 (2016) | YES |\n", "2026-08-22")
    assert one.fix is not None


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("(04/2016)", "06/2023"),
        ("(2016)", "2023"),
        ("(04/16)", "06/23"),
        ("(2016/04)", "2023/06"),
        ("(2016-04)", "2023-06"),
        ("(04/2016 г.)", "06/2023 г."),
        ("(2016 г.)", "2023 г."),
    ],
)
def test_a_fix_writes_the_edition_as_the_text_does(written: str, instead: str) -> None:
    (one,) = found(f"as in Recommendation ITU-T X.1051 {written} it is\n", "2026-08-22")
    assert one.fix is not None
    assert [edit.content for edit in one.fix.edits] == [instead]


@pytest.mark.parametrize(
    "draft",
    [
        "as in Recommendation ITU-T X.1051 (2016) Cor. 1 it is\n",
        "Recommendation ITU-T X.1051 (2016), Controls, including Amendment 2 (2018).\n",
        "ITU-T X.1051\n04/2016 with Amd. 1\n",
    ],
)
def test_an_edition_with_an_amendment_has_no_fix(draft: str) -> None:
    (one,) = found(draft, "2026-08-22")
    assert one.code == "STA008"
    assert one.fix is None


def test_an_annex_that_has_editions_of_its_own_is_judged_by_them() -> None:
    (one,) = found("as in Recommendation ITU-T J.112 Annex B (03/2001) it is\n", "2026-08-22")
    assert one.message.startswith("Recommendation ITU-T J.112 Annex B was revised since")
    assert one.suggestion == "J.112 Annex B (03/2004)"


def test_a_new_name_is_told() -> None:
    (one,) = found("as in Recommendation ITU-T L.12 (2000) it is\n", "2026-08-22")
    assert "L.400/L.12 (02/2022)" in one.message


def test_what_a_bibliography_cites_is_an_info() -> None:
    (one,) = found("[b-ITU-T X.1051]\tRecommendation ITU-T X.1051 (2016), Controls.\n", "2026-08-22")
    assert (one.code, one.severity.value) == ("STA008", "info")


PUBLISHED = "Rec. ITU-T O.173 (02/2012)\t1\n\n[ITU-T G.709]\tRecommendation ITU-T G.709/Y.1331 (2009), Interfaces.\n\n"


def test_a_published_text_is_judged_by_its_own_day() -> None:
    assert found(PUBLISHED, "document") == []
    (one,) = found(PUBLISHED, "2026-08-22")
    assert one.code == "STA008"
    (old,) = found(PUBLISHED.replace("(2009)", "(2003)"), "document")
    assert old.as_of == "2012-02-13"


def test_a_text_without_a_foot_is_judged_by_the_month_of_its_publication() -> None:
    extract = PUBLISHED.partition("\n\n")[2]
    assert found(extract, "2012-02") == []
    assert [one.code for one in found(extract, "2012-02-29")] == ["STA008"]
    assert [one.as_of for one in found(extract.replace("(2009)", "(2003)"), "2012-02")] == ["2012-02-29"]


def test_suppression_and_lists() -> None:
    assert codes("as in Recommendation ITU-T X.1051 (04/2016) [sic] it is\n", "2026-08-22") == []
    several = "Recommendations ITU-R P.618-13, P.676-12 and BT.709-6 apply\n"
    assert [one.excerpt for one in found(several, "2026-08-22")] == ["P.618-13", "P.676-12"]
