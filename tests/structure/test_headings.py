"""The head of a resolution, with its history line and its adopting line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.structure import Heading, Structure

Read = Callable[[str], Structure]


@pytest.mark.parametrize(
    "line",
    [
        "RESOLUTION 75 (Rev. Geneva, 2022)",
        " RESOLUTION 75 (Rev. Geneva, 2022New Delhi, 2024) ",
        "resolution 1332 (Modified 20192023)",
        "Resolution 214 (Bucharest, 2022)",
        "RESOLUTION ITU-R 61-3 (Dubai, 2023)",
        "RESOLUTION 646 (REV.WRC-15)",
        "DECISION 5 (REV. DUBAI, 2018)",
        "MOD RESOLUTION 2",
        "DRAFT NEW RESOLUTION [ABC-1]",
    ],
)
def test_headings_are_known(line: str, read: Read) -> None:
    assert [heading.block for heading in read(f"A cover page\n{line}\nIts title").headings] == [1]


@pytest.mark.parametrize(
    "line", ["Resolution 75 (Rev. Geneva, 2022) on test networks", "RESOLUTION", "On Resolution 75", "Resolution 75;"]
)
def test_other_lines_are_none(line: str, read: Read) -> None:
    assert read(line).headings == ()


def test_history_and_adopting_line(read: Read) -> None:
    draft = (
        "MOD\tX/35A18/1\nRESOLUTION 75 (Rev. Geneva, 2022)\nTest networks\n\n"
        "(Johannesburg, 2008; Dubai, 2012; Geneva, 2022)\n"
        "The World Telecommunication Standardization Assembly (Geneva, 2022),\nconsidering\na)\tthis,"
    )
    assert read(draft).headings == (Heading(1, 4, 5),)


def test_a_council_text_has_no_history_line(read: Read) -> None:
    assert read(
        "resolution 1334 (modified 2023)\n(adopted at the sixth meeting)\nTitle\nThe ITU Council,"
    ).headings == (Heading(0, None, 3),)


def test_the_lines_of_the_next_text_are_not_those_of_this(read: Read) -> None:
    assert read("RESOLUTION 1\nRESOLUTION 2\nThe Council,").headings == (Heading(0, None, None), Heading(1, None, 2))
