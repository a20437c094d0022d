"""Tracked deletions of an OpenDocument text that hold themselves, or each other: each is read once, and it ends."""

from __future__ import annotations

import time

import pytest
from made import odt

from reslint.documents import Document, View, ViewName
from reslint.documents.odt.reader import read_odt
from reslint.errors import ReslintError

INFO = "<office:change-info/>"


def region(name: str, removed: str) -> str:
    return f'<text:changed-region text:id="{name}"><text:deletion>{INFO}{removed}</text:deletion></text:changed-region>'


def change(name: str) -> str:
    return f'<text:change text:change-id="{name}"/>'


def p(inside: str) -> str:
    return f"<text:p>{inside}</text:p>"


def read(regions: str, body: str) -> Document:
    return read_odt(odt(f"<text:tracked-changes>{regions}</text:tracked-changes>{body}"), "draft.odt")


def original(document: Document) -> str:
    return View(document, ViewName.ORIGINAL).text


GONE = f"gone{change('a')}"
SELF = {
    "a paragraph": p(f"gone{change('a')}"),
    "between two": f"{p('gone')}{change('a')}{p('too')}",
    "before all": f"{change('a')}{p('gone')}",
    "in a note": p(f"gone<text:note><text:note-body>{p(change('a'))}</text:note-body></text:note>"),
    "in a table": f"<table:table><table:table-row><table:table-cell>{p(GONE)}</table:table-cell>"
    "</table:table-row></table:table>",
    "in a list": f"<text:list><text:list-item>{p(GONE)}</text:list-item></text:list>",
    "many times": p("gone" + change("a") * 500),
    "in a region of the same name": region("a", p(f"gone{change('a')}")) + p("gone"),
    "in an annotation": p(f"gone<office:annotation>{p(change('a'))}</office:annotation>"),
    "twice": p(f"gone{change('a')}") + p(f"too{change('a')}"),
}


@pytest.mark.parametrize("removed", SELF.values(), ids=SELF)
def test_a_deletion_in_itself_is_read(removed: str) -> None:
    document = read(region("a", removed), p(f"kept {change('a')} words"))
    assert View(document).text.startswith("kept  words") or "kept" in View(document).text
    text = original(document)
    assert "kept" in text
    assert "words" in text
    assert 1 <= text.count("gone") <= 2


@pytest.mark.parametrize("length", [2, 3, 10, 200])
def test_circles_of_any_length_end(length: int) -> None:
    regions = "".join(
        region(f"c{number}", p(f"gone {number};{change(f'c{(number + 1) % length}')}")) for number in range(length)
    )
    body = p("".join(change(f"c{number}") for number in range(length)) + "kept")
    text = original(read(regions, body))
    assert text.endswith("kept\n")
    for number in range(length):
        assert text.count(f"gone {number};") == 1


def test_a_deletion_that_holds_a_former_one_shows_its_words_there() -> None:
    regions = region("a", p("first ")) + region("b", p(f"then {change('a')}last "))
    assert original(read(regions, p(f"{change('b')}kept"))) == "then first last kept\n"


def test_a_ladder_of_deletions_is_refused_where_no_real_one_ends() -> None:
    """Each holds the one before it and is copied with it: without an end to that, the cost is that of all of them."""
    ladder = "".join(region(f"c{number}", p(f"{change(f'c{number - 1}')}w ") + p("v")) for number in range(1, 5_000))
    started = time.process_time()
    with pytest.raises(ReslintError, match="nested more than 256 deep"):
        read(ladder, p(change("c4999")))
    assert time.process_time() - started < 20


def test_deletions_side_by_side_cost_what_they_hold() -> None:
    regions = "".join(region(f"c{number}", p("gone ")) for number in range(3_000))
    text = original(read(regions, p("".join(change(f"c{number}") for number in range(3_000)))))
    assert text.count("gone") == 3_000
