"""Whether a draft brings a defect in or leaves it standing, and by whose change."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from written import deleted, in_list, inserted, numbering, paragraph, run, word_file

from reslint import Finding
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry


@pytest.fixture(scope="module")
def linter(registry: Registry) -> Linter:
    return Linter(Basis(Settings(as_of="2024-10-15"), load_plugins(), registry))


def told(findings: Sequence[Finding]) -> list[str]:
    """Code, words, and what the draft does to the defect."""
    return [f"{finding.code} {finding.excerpt}: {finding.change}" for finding in findings]


def check(linter: Linter, *body: str, **parts: str) -> list[str]:
    result = linter.check(word_file(*body, **parts), "draft.docx")
    assert result.errors == ()
    return told(result.findings)


LEFT = "left standing, as it is in the original"


def test_without_tracked_changes_nothing_is_said_of_them(linter: Linter) -> None:
    assert check(linter, paragraph(run("noting Resolution 71 (Rev. Dubai, 2018)"))) == ["STA001 Rev. Dubai, 2018: None"]


def test_new_words_are_brought_in_by_their_author(linter: Linter) -> None:
    assert check(
        linter,
        paragraph(
            run("noting Resolution 71 (Rev. "), deleted("Antalya, 2006"), inserted("Dubai, 2018", "ATU"), run(")")
        ),
        paragraph(inserted("noting Resolution 102 (Rev. Dubai, 2018)", "CEPT"), mark="ins"),
    ) == ["STA001 Rev. Dubai, 2018: brought in by ATU", "STA001 Rev. Dubai, 2018: brought in by CEPT"]


def test_words_nobody_touched_are_left_standing(linter: Linter) -> None:
    assert check(
        linter,
        paragraph(run("noting Resolution 71 (Rev. Dubai, 2018)"), inserted(" and its annex")),
        paragraph(deleted("Old text.")),
    ) == [f"STA001 Rev. Dubai, 2018: {LEFT}"]


def test_a_cosmetic_change_in_a_citation_brings_no_defect_in(linter: Linter) -> None:
    body = paragraph(deleted("resolution"), inserted("Resolution"), run(" 71 (Rev. Dubai, 2018) of PP"))
    assert check(linter, body) == [f"STA001 Rev. Dubai, 2018: {LEFT}"]


def test_another_number_at_an_old_edition_is_brought_in(linter: Linter) -> None:
    body = paragraph(run("noting Resolution 17"), deleted("8"), inserted("5", "ATU"), run(" (Guadalajara, 2010)"))
    assert check(linter, body) == ["STA001 Guadalajara, 2010: brought in by ATU"]


def test_a_mark_that_was_deleted_is_brought_in(linter: Linter) -> None:
    body = paragraph(run("noting Resolution 70 ("), deleted("Rev. ", "ATU"), run("Bucharest, 2022) of PP"))
    assert check(linter, body) == ["FRM003 Bucharest, 2022: brought in by ATU"]


def test_moved_words_keep_what_was_wrong_with_them(linter: Linter) -> None:
    citation = run("noting Resolution 71 (Rev. Dubai, 2018)")
    by = 'w:author="ATU" w:date="2024-05-06T07:08:09Z"'
    away = f'<w:moveFrom w:id="1" {by}>{citation}</w:moveFrom>'
    here = f'<w:moveTo w:id="2" {by}>{citation}</w:moveTo>'
    body = (paragraph(away, mark="moveFrom"), paragraph(run("Text.")), paragraph(here, mark="moveTo"))
    assert check(linter, *body) == [f"STA001 Rev. Dubai, 2018: {LEFT}"]


def test_a_label_is_wrong_because_of_a_new_item(linter: Linter) -> None:
    assert check(
        linter,
        paragraph(run("considering")),
        paragraph(run("a)\tthe first item;")),
        paragraph(inserted("b)\tthe new item;", "CITEL"), mark="ins"),
        paragraph(run("b)\tthe second item;")),
        paragraph(run("c)\tthe third item,")),
    ) == ["NUM001 b): brought in by this draft"]


def test_a_list_that_was_wrong_before_is_left_standing(linter: Linter) -> None:
    assert check(
        linter,
        paragraph(run("considering"), inserted(" further")),
        paragraph(run("a)\tthe first item;")),
        paragraph(run("b)\tthe second item;")),
        paragraph(run("b)\tthe third item,")),
    ) == [f"NUM001 b): {LEFT}"]


def test_automatic_numbers_are_right_by_themselves(linter: Linter) -> None:
    items = [paragraph(run(f"item {number};"), properties=in_list()) for number in range(3)]
    new = paragraph(inserted("a new item;"), properties=in_list(), mark="ins")
    assert (
        check(
            linter,
            paragraph(run("considering")),
            items[0],
            new,
            *items[1:],
            numbering=numbering(("lowerLetter", "%1)")),
        )
        == []
    )


def test_a_citation_updated_in_one_place_and_left_in_another(registry: Registry) -> None:
    findings = check(
        Linter(Basis(Settings.of(as_of="2024-10-15", ignore=["STA001"]), load_plugins(), registry)),
        paragraph(
            run("recalling Resolution 102 (Rev. "), deleted("Dubai, 2018"), inserted("Bucharest, 2022"), run(");")
        ),
        paragraph(run("noting Resolution 70 (Rev. Bucharest, 2022);")),
        paragraph(run("noting also Resolution 102 (Rev. Dubai, 2018);")),
        paragraph(run("noting Resolution 70 (Rev. Bucharest, 2022);")),
        paragraph(run("and Resolution 102 (Rev. Guadalajara, 2010)")),
    )
    assert [finding for finding in findings if finding.startswith("TRK")] == [f"TRK002 Rev. Dubai, 2018: {LEFT}"]


def test_the_original_view_is_judged_as_it_was(registry: Registry) -> None:
    from reslint.documents.model import ViewName

    linter = Linter(Basis(Settings(as_of="2024-10-15", view=ViewName.ORIGINAL), load_plugins(), registry))
    body = paragraph(run("noting Resolution 71 (Rev. "), deleted("Dubai, 2018"), inserted("Bucharest, 2022"), run(")"))
    assert check(linter, body) == ["STA001 Rev. Dubai, 2018: None"]


def test_what_was_cited_on_both_sides_of_a_table_that_is_new(linter: Linter) -> None:
    """In the original the two paragraphs were one, with no table between them."""
    by = 'w:id="5" w:author="ATU" w:date="2024-05-06T07:08:09Z"'
    cell = f"<w:tc>{paragraph(inserted('noting Resolution 102 (Rev. Dubai, 2018)', 'ATU'), mark='ins')}</w:tc>"
    table = f"<w:tbl><w:tr><w:trPr><w:ins {by}/></w:trPr>{cell}</w:tr></w:tbl>"
    before = paragraph(run("noting Resolution 71 (Rev. Dubai, 2018)"), mark="ins")
    body = (before, table, paragraph(run("and Resolution 139 (Rev. Dubai, 2018)")))
    assert check(linter, *body) == [
        f"STA001 Rev. Dubai, 2018: {LEFT}",
        "STA001 Rev. Dubai, 2018: brought in by ATU",
        f"STA001 Rev. Dubai, 2018: {LEFT}",
    ]
