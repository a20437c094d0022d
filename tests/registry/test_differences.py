"""What two registries say differently: each fact once, with what it was and what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reslint.registry import load
from reslint.registry.differences import Difference, differences

Facts = list[tuple[str | None, ...]]
Compare = Callable[..., Facts]


@pytest.fixture
def compare(tmp_path: Path, small: str) -> Compare:
    def call(*changes: tuple[str, str]) -> Facts:
        after = small
        for written, instead in changes:
            assert written in after
            after = after.replace(written, instead, 1)
        (tmp_path / "old.yaml").write_text(small, "utf-8")
        (tmp_path / "new.yaml").write_text(after, "utf-8")
        return [one[1:] for one in differences(load(tmp_path / "old.yaml"), load(tmp_path / "new.yaml"))]

    return call


def test_a_registry_does_not_differ_from_itself(compare: Compare) -> None:
    assert compare() == []
    assert (
        compare(("a paper", "another paper"), ("[Pusan]", "[Poussan]"), ("date: 2026-11-22", "date: 2026-11-30")) == []
    )


@pytest.mark.parametrize(
    ("written", "instead", "found"),
    [
        (
            "editions: [PP-10, PP-18]\n",
            "editions: [PP-10, PP-14, PP-18]\n",
            [("PP 2", "edition", None, "Rev. Busan, 2014")],
        ),
        (
            "editions: [PP-10, PP-18]\n",
            "editions: [PP-18]\n",
            [
                ("PP 2", "edition", "Rev. Dubai, 2018", "Dubai, 2018"),
                ("PP 2", "edition", "Guadalajara, 2010", None),
            ],
        ),
        ("    title: A title\n", "    title: Another\n", [("PP 1", "title", "A title (PP-22)", "Another (PP-22)")]),
        (
            "    status: unknown\n    checked: PP-18\n    recalled: {revised: [PP-22]}\n",
            "    status: in force\n    checked: PP-22\n",
            [
                ("PP 3", "status", "unknown", "in force"),
                ("PP 3", "checked through", "PP-18", "PP-22"),
                ("PP 3", "recalled edition", "Rev. Bucharest, 2022", None),
            ],
        ),
        (
            "abrogated_by: PP-22\n    checked: PP-22",
            "checked: PP-22",
            [("PP 2", "abrogated by", "PP-22", None)],
        ),
        ("    adoption: unread\n", "", [
            ("COUNCIL 1332", "edition", "Modified 2019", "2019"),
            ("COUNCIL 1332", "adoption", "not read", "read"),
        ]),
        (
            "    complete: true\n    status: in force\n    checked: PP-22\n",
            "    status: in force\n    checked: PP-22\n",
            [("PP 1", "whole history through", "PP-22", None)],
        ),
        ("unconfirmed: [2023]", "unconfirmed: [2022]", [
            ("COUNCIL 1332", "only proposed", None, "2022"),
            ("COUNCIL 1332", "only proposed", "2023", None),
        ]),
        ("end: 2026-11-27", "end: 2026-11-28", [("PP-26", "last day", "2026-11-27", "2026-11-28")]),
        (
            "  C27: {body: COUNCIL, year: 2027}\n",
            "",
            [
                ("C27", "conference", "COUNCIL", None),
                ("C27", "year", "2027", None),
            ],
        ),
        ("aliases: [RA-2023]", "aliases: [RA-2023, RA23]", [("RA-23", "also called", None, "RA23")]),
        ("    drafts: [A/70/L.1]\n", "", [("UNGA 70/1", "draft", "A/70/L.1", None)]),
        (
            "    recalled: [drafts]\n",
            "",
            [("UNGA 78/265", "draft", "A/78/L.49 (recalled, not read)", "A/78/L.49")],
        ),
    ],
)  # fmt: skip
def test_a_changed_fact(compare: Compare, written: str, instead: str, found: Facts) -> None:
    assert compare((written, instead)) == found


def test_a_new_text_and_one_that_is_gone(compare: Compare) -> None:
    found = compare(("  PP decision 1:\n    status: unknown\n", "  PP 5:\n    status: unknown\n"))
    assert found == [
        ("PP 5", "record", None, "resolution"),
        ("PP 5", "status", None, "unknown"),
        ("PP decision 1", "record", "decision", None),
        ("PP decision 1", "status", "unknown", None),
    ]


def test_a_difference_says_what_it_is_about(tmp_path: Path, small: str) -> None:
    (tmp_path / "old.yaml").write_text(small, "utf-8")
    (tmp_path / "new.yaml").write_text(small.replace("year: 2027", "year: 2028").replace("title: A title", "title: B"))
    found = differences(load(tmp_path / "old.yaml"), load(tmp_path / "new.yaml"))
    assert found == [
        Difference("conference", "C27", "year", "2027", "2028"),
        Difference("text", "PP 1", "title", "A title (PP-22)", "B (PP-22)"),
    ]
