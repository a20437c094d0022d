"""What comes of a dump that holds both sides of tracked changes is part of TRK001; what does not stands alone."""

from __future__ import annotations

import pytest

from reslint import Settings, lint_text

DAY = "2024-10-15"
PP = "of the Plenipotentiary Conference"
# A change elsewhere, by which TRK001 speaks: a list beside it holds one side only.
CHANGED = f"\n\nwelcoming Resolution 71 (Rev. Dubai, 2018Bucharest, 2022) {PP},\n\n"


def listed(labels: str, clause: str = "considering") -> str:
    items = "".join(f"{label}\tthe item of that place;\n" for label in labels.split())
    return f"{clause}\n\n{items}"


def told(text: str) -> list[tuple[str, str, str]]:
    """The findings on lists: code, words, and what they are part of."""
    found = lint_text(text, as_of=DAY).findings
    assert any(finding.code == "TRK001" for finding in found)
    return [
        (one.code, one.excerpt, one.part_of)
        for one in found
        if one.code.startswith("NUM") and one.code not in ("NUM005", "NUM007")
    ]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("a) b) c) bd) c) d)", [("NUM001", "c)"), ("NUM001", "d)")]),
        ("a) b) c) da) eb) c) d)", [("NUM001", "c)"), ("NUM001", "d)")]),
        ("a) ab) b) bc) c) d)", [("NUM001", "b)"), ("NUM001", "c)")]),
        ("a) b) bc) c)", [("NUM001", "c)")]),
        ("a) b)c) c) d) e)", []),
        ("i) ii) iii) ii)iv) iii) iv)", [("NUM001", "iii)"), ("NUM001", "iv)")]),
        ("a) b) c) c)d) e) d) e) f)", [("NUM001", "d)"), ("NUM001", "e)")]),
        ("a) b) b)a) b) c)", [("NUM001", "b)")]),
        ("a) b) c) d) ce) f) d) g)", [("NUM001", "d)")]),
        ("b) c) cd) d) e)", [("NUM001", "d)")]),
    ],
)
def test_labels_of_the_old_and_of_the_new_count_are_of_the_dump(labels: str, expected: list[tuple[str, str]]) -> None:
    assert told(listed(labels) + CHANGED) == [(code, label, "TRK001") for code, label in expected]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("a) b) bc) d) o)", [("NUM002", "o)")]),
        ("a) ab) c) h) d)", [("NUM002", "h)")]),
        ("a) b) bc) d) j) e) f)", [("NUM002", "j)")]),
        ("a) b) c) cd) g) h)", [("NUM002", "g)")]),
        ("a) b) c) cd) g) e) f) h)", [("NUM003", "g)")]),
        ("a) b) c) dc) m) n)", [("NUM002", "m)")]),
    ],
)
def test_a_label_of_neither_count_is_wrong_on_both_sides(labels: str, expected: list[tuple[str, str]]) -> None:
    assert told(listed(labels) + CHANGED) == [(code, label, "") for code, label in expected]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("a) b) b) c)", [("NUM001", "b)")]),
        ("a) b) c) b) c) d)", [("NUM001", "b)"), ("NUM001", "c)")]),
        ("a) b) o)", [("NUM002", "o)")]),
        ("a) c) b) d)", [("NUM003", "c)")]),
        ("a) b) 3) d)", [("NUM004", "3)")]),
    ],
)
def test_a_list_that_holds_one_side_only_is_judged_for_itself(labels: str, expected: list[tuple[str, str]]) -> None:
    assert told(listed(labels) + CHANGED) == [(code, label, "") for code, label in expected]
    beside = listed(labels) + "\n" + listed("a) ab) bc)", "recognizing") + CHANGED
    assert told(beside) == [(code, label, "") for code, label in expected]


def edited(number: int) -> str:
    return f"Resolution {number} (Rev. Dubai, 2018Bucharest, 2022) {PP};"


@pytest.mark.parametrize(
    "words",
    [edited(101), "the plan for 20222026;", "the plan of 2018and of later years;"],
    ids=["edition", "years", "year-and-word"],
)
def test_the_words_of_an_item_show_the_change_as_well(words: str) -> None:
    items = f"i)\t{words}\nii)\tthe second;\niii)\tthe third;\nii)\tthe old second;\niii)\tthe old third,\n"
    assert told(f"considering\n\n{items}{CHANGED}") == [("NUM001", "ii)", "TRK001"), ("NUM001", "iii)", "TRK001")]


def test_a_year_of_another_list_shows_nothing_of_this_one() -> None:
    text = "considering\n\na)\tthe first;\na)\tthe second;\nb)\tthe third,\n\nnoting\n\n1)\tthe plan for 20222026;\n"
    assert told(text + CHANGED) == [("NUM001", "a)", "")]


@pytest.mark.parametrize("end", ["", "."])
def test_an_item_end_in_a_list_of_both_sides_is_of_the_dump(end: str) -> None:
    items = f"a)\t{edited(101)}\nb)\tthe plan that was put in{end}\nc)\t{edited(102)}\nd)\t{edited(130)}\n"
    ((code, _, part_of),) = told(f"considering\n\n{items}{CHANGED}")
    assert (code, part_of) == ("NUM006", "TRK001")


@pytest.mark.parametrize("end", ["", "."])
def test_an_item_end_in_a_list_of_one_side_stands_alone(end: str) -> None:
    items = f"a)\tthe first plan;\nb)\tthe plan that was put in{end}\nc)\tthe third plan;\nd)\tthe fourth plan,\n"
    ((code, _, part_of),) = told(f"considering\n\n{items}{CHANGED}")
    assert (code, part_of) == ("NUM006", "")


def test_the_place_in_another_style_is_the_other_side() -> None:
    items = f"a)\t{edited(101)}\nb)\tthe second;\n3)\tthe third;\nc)\tthe old third;\nd)\tthe fourth,\n"
    found = {(code, label): part_of for code, label, part_of in told(f"considering\n\n{items}{CHANGED}")}
    assert found["NUM004", "3)"] == "TRK001"


def test_without_a_dump_the_same_labels_stand_alone() -> None:
    found = lint_text(listed("a) b) c) bd) c) d)"), as_of=DAY).findings
    assert {finding.part_of for finding in found} == {""}
    whole = lint_text(listed("a) b) c) bd) c) d)") + CHANGED, as_of=DAY, settings=Settings.of(ignore=["TRK001"]))
    assert {finding.part_of for finding in whole.findings} == {""}


@pytest.mark.parametrize(
    ("edition", "code", "part_of"),
    [
        ("Rev. Guadalajara 2010Busan, 2014", "FRM001", "TRK001"),
        ("Rev. Guadalajara, 2010Busan 2014", "FRM001", ""),
        ("Rev. Guadalajara,2010Busan, 2014", "FRM002", "TRK001"),
        ("Rev. Guadalajara, 2010Busan,2014", "FRM002", ""),
        ("Rev. Guadalajarra, 2010Busan, 2014", "SPL001", "TRK001"),
        ("Rev. Guadalajara, 2010Bussan, 2014", "SPL001", ""),
        ("Rev. Marrakech, 2002Busan, 2014", "SPL003", "TRK001"),
        ("Rev. Guadalajara, 2011Busan, 2014", "REF004", "TRK001"),
        ("Rev. Busan, 2014Guadalajara 2010", "FRM001", "TRK001"),
        ("Rev. Busan 2014Guadalajara, 2010", "FRM001", ""),
    ],
)
def test_the_form_of_the_edition_that_is_taken_out_is_of_the_dump(edition: str, code: str, part_of: str) -> None:
    found = lint_text(f"noting Resolution 140 ({edition}) {PP},\n", as_of="2016-10-25").findings
    assert [(one.code, one.part_of) for one in found if one.code not in ("TRK001", "STA001")] == [(code, part_of)]


def test_one_place_of_a_replaced_edition_is_told_once() -> None:
    text = (
        f"recalling\n\na)\tResolution 102 (Rev. Dubai, 2018Bucharest, 2022) {PP};\nb)\tthe plan;\n"
        f"c)\tthat Resolution 102 (Rev. Dubai, 2018) {PP} was a beginning,\n"
    )
    (left,) = [one for one in lint_text(text, as_of=DAY).findings if one.line == 5]
    assert left.code == "STA001"
    assert left.message.count("on line 3") == 1
    assert [part.code for part in left.parts] == ["TRK002"]


def test_a_newer_edition_elsewhere_is_told_beside_it() -> None:
    text = (
        f"recalling\n\na)\tResolution 102 (Rev. Guadalajara, 2010Busan, 2014) {PP};\nb)\tthe plan;\n"
        f"c)\tthat Resolution 102 (Rev. Guadalajara, 2010) {PP} was a beginning;\nd)\tthe other plan;\n"
        f"e)\tthat Resolution 102 (Rev. Dubai, 2018) {PP} goes on,\n"
    )
    (left,) = [one for one in lint_text(text, as_of=DAY).findings if one.line == 5]
    assert "on line 3" in left.message
    assert "on line 7" in left.message
