"""Lists that words go through: "both", "etc.", paragraphs of the texts, further numbers of another body."""

from __future__ import annotations

import pytest

from reslint import Citation, lint_text


def described(one: Citation, text: str) -> str:
    editions = [f"{'Rev. ' * edition.rev}{edition.place or ''} {edition.year}" for edition in one.editions]
    unread = [f"? {text[one.unread.start : one.unread.end].strip()}"] if one.unread else []
    kind = "D" if one.kind == "decision" else ""
    return " ".join([str(one.body), f"{kind}{one.number}", *editions, *unread])


def cited(text: str) -> list[str]:
    return [described(one, text) for one in lint_text(f"{text}\n", "draft.txt", as_of="2024-10-15").citations]


def of_dubai(*numbers: str) -> list[str]:
    return [f"PP {number} Rev. Dubai 2018" for number in numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 101 and Decision 5 (both Rev. Dubai, 2018) of the Plenipotentiary Conference", ("101", "D5")),
        ("Resolution 77, Decision 5 and Decision 11 (each Rev. Dubai, 2018)", ("77", "D5", "D11")),
        ("Resolutions 64 and Decision 11 (all Rev. Dubai, 2018) of PP", ("64", "D11")),
        ("Resolution 71, Resolution 102 and Resolution 130 (all Rev. Dubai, 2018)", ("71", "102", "130")),
        ("Resolution 71 and Resolutions 102 and 130 (all Rev. Dubai, 2018)", ("71", "102", "130")),
        ("Resolution 101 of PP, as well as Decision 5 of PP (both Rev. Dubai, 2018)", ("101", "D5")),
        ("Resolution 77 (budget) and Decision 5 (both Rev. Dubai, 2018)", ("77", "D5")),
    ],
)
def test_an_edition_is_that_of_all_where_a_word_says_so(text: str, expected: tuple[str, ...]) -> None:
    assert cited(text) == of_dubai(*expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la Résolution 101 et la Décision 5 (toutes deux Rév. Dubaï, 2018)", "Dubaï"),
        ("Resolución 101 y Decisión 5 (ambas Rev. Dubái, 2018)", "Dubái"),
        ("Резолюция 101 и Решение 5 (обе Пересм. Дубай, 2018 г.)", "Дубай"),
    ],
)
def test_the_words_are_those_of_the_language(text: str, expected: str) -> None:
    assert cited(text) == [f"PP {number} Rev. {expected} 2018" for number in ("101", "D5")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Resolution 71, Resolution 102 and Resolution 130 (both Rev. Dubai, 2018)",
            ["PP 71", *of_dubai("102", "130")],
        ),
        ("Resolution 71 and Resolutions 102 and 130 (both Rev. Dubai, 2018)", ["PP 71", *of_dubai("102", "130")]),
        ("Resolution 71 and Resolution 102 (now Rev. Dubai, 2018)", ["PP 71", *of_dubai("102")]),
        ("Resolution 71 and Resolution 102 (Rev. Dubai, 2018)", ["PP 71", *of_dubai("102")]),
        (
            "Resolution 71 (Rev. Bucharest, 2022) and Decision 5 (both Rev. Dubai, 2018)",
            ["PP 71 Rev. Bucharest 2022", *of_dubai("D5")],
        ),
        (
            "PP Resolution 71 was noted. Decision 5 and Decision 11 (both Rev. Dubai, 2018) of PP were, too.",
            ["PP 71", *of_dubai("D5", "D11")],
        ),
    ],
)
def test_both_is_of_two_and_nothing_is_taken_from_what_is_not_joined(text: str, expected: list[str]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PP Resolutions 101, 102, etc. (Rev. Dubai, 2018)", of_dubai("101", "102")),
        ("PP Resolutions 71 et al. (Rev. Dubai, 2018)", of_dubai("71")),
        ("PP Resolutions 101 ff. (Rev. Dubai, 2018)", of_dubai("101")),
        ("Decisions 5 and 11 et seq. (Rev. Dubai, 2018) of PP", of_dubai("D5", "D11")),
        (
            "Resolutions 101, 102, 133 etc. (Rev. Dubai, 2018) of the Plenipotentiary Conference",
            of_dubai("101", "102", "133"),
        ),
        ("Resolutions 71 and 102, etc., of the Plenipotentiary Conference", ["PP 71", "PP 102"]),
        ("Resolution 101 ff. of the Plenipotentiary Conference", ["PP 101"]),
        (
            "les Résolutions 101 et 102, etc., de la Conférence de plénipotentiaires",
            ["PP 101", "PP 102"],
        ),
    ],
)
def test_others_that_are_not_told_hide_neither_edition_nor_body(text: str, expected: list[str]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Resolutions 101, § 2, 102, § 4, and 133 (Rev. Dubai, 2018) of PP",
            ["PP 101 ? (Rev. Dubai, 2018)", "PP 102 ? (Rev. Dubai, 2018)", *of_dubai("133")],
        ),
        (
            "PP Resolutions 101, para. 2, and 133 (Rev. Dubai, 2018)",
            ["PP 101 ? (Rev. Dubai, 2018)", *of_dubai("133")],
        ),
        ("PP Resolutions 101, § 2, 102, § 4, and 133", ["PP 101", "PP 102 ? , § 4, and 133"]),
        ("PP Resolutions 101 § 2 and 102", ["PP 101 ? § 2 and 102"]),
        (
            "PP Resolution 71, resolves 2 and 12 (Rev. Dubai, 2018)",
            ["PP 71 ? , resolves 2 and 12 (Rev. Dubai, 2018)"],
        ),
        ("Resolution 71, resolves 2 and 3 of the Plenipotentiary Conference", ["None 71"]),
    ],
)
def test_parts_of_the_texts_leave_open_whose_the_edition_is(text: str, expected: list[str]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Resolution 101 of the Plenipotentiary Conference and 75 and 98 of WTSA",
            ["PP 101", "WTSA 75", "WTSA 98"],
        ),
        ("Resolution 101 of PP and 48 of WTSA", ["PP 101", "WTSA 48"]),
        (
            "Resolutions 37 of WTDC, 75 and 98 of WTSA and 139 and 140 of PP",
            ["WTDC 37", "WTSA 75", "WTSA 98", "PP 139", "PP 140"],
        ),
        ("Resolution 101 of PP and 7 of the delegates of WTSA", ["PP 101"]),
        ("Resolution 101 of PP and 75 of the Council Members", ["PP 101"]),
        ("Resolution 101 of PP and 20 of the Member States", ["PP 101"]),
        (
            "PP Resolutions 66 (Rev. Dubai, 2018), 77 (Rev. Dubai, 2018), and, finally, 80",
            [*of_dubai("66", "77"), "PP 80"],
        ),
        ("Resolutions 71, 102 and, lastly, 130 of PP", ["PP 71", "PP 102", "PP 130"]),
        ("PP Resolutions 101 and 102 and, for example, 45 projects", ["PP 101", "PP 102"]),
        ("PP Resolution 130 and, in 2018, 45 projects", ["PP 130"]),
    ],
)
def test_further_numbers_are_read_where_nothing_else_is_counted(text: str, expected: list[str]) -> None:
    assert cited(text) == expected
