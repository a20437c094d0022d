"""NUM006 item-punctuation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reslint import Applicability, Example, Mistake, Page, Rule, Scope, Severity, Structure, replace, said

from ._ends import BEFORE_SIGN, SIGNS, End, Ending, ending_of
from ._sides import CAUSE, holds_both_sides

PLAIN = Ending(End.SIGN, 0, 0, "", sure=True, closes=True)
# So many items must keep the habit of a list for each that does not.
KEPT = 2


class Place(NamedTuple):
    """Where an item stands: its block, the number of its list and its own number there."""

    block: int
    number: int
    at: int


class ItemPunctuation(Rule):
    """An item ends with two signs, or with none or a full stop where the items of its list end with ";".

    ## What it does

    Looks at the labelled items of a clause. Between two items stands ";", at the end of a clause "," and at the end of
    the whole text ".". Reported are doubled signs (",;"), and what is against the list's own habit: a missing sign or
    a full stop where at least two items for each such one end with ";" or ",". A list of whole sentences, or one
    without signs, has another habit and is left alone. So is an item that ends with a note or its mark, an address or
    a quotation, one of several sentences, and one that goes on in a further paragraph.

    ## Why

    Signs left behind by changes to the items around them are the most frequent slip in contributions.
    """

    code = "NUM006"
    name = "item-punctuation"
    severity = Severity.INFO
    fix = Applicability.SAFE
    scope = Scope.LIST
    examples = (
        Example(
            "noting\n\na)\tthe growth of traffic,;\nb)\tthe fall of prices\nc)\tthe needs of rural areas.\n"
            "d)\tthe plan for the next cycle;,\n\nresolves\n\n1\tto go on;\n2\tto report.;\n",
            (",;", "prices", ".", ";,", ".;"),
            "noting\n\na)\tthe growth of traffic;\nb)\tthe fall of prices;\nc)\tthe needs of rural areas;\n"
            "d)\tthe plan for the next cycle,\n\nresolves\n\n1\tto go on;\n2\tto report.\n",
        ),
        Example(
            "noting\n\na)\tthe cost of equipment, energy, etc.;\nb)\tthe two parts of the report:\ni)\tthe survey;\n"
            "ii)\tthe analysis, and\nc)\tthe plan for the next cycle;\n"
        ),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield each wrong end of an item."""
        structure = page.structure
        by_clause: dict[int, list[int]] = {}
        for number, listed in enumerate(structure.lists):
            if listed.clause is not None:
                by_clause.setdefault(listed.clause, []).append(number)
        for clause, numbers in by_clause.items():
            unlike = _unlike(page, numbers)
            if unlike:
                places = sorted(
                    Place(item.block, number, index)
                    for number in numbers
                    for index, item in enumerate(structure.lists[number].items)
                )
                # What the last item of a clause ends with is its own affair, unless it is two signs.
                last = _ending(page, places[-1]) if unlike == [places[-1].block] else None
                if last is None or last.end is End.DOUBLED:
                    yield from _judge(page, places, {*unlike}, "." if _closes(structure, clause) else ",")


def _unlike(page: Page, numbers: list[int]) -> list[int]:
    """The blocks of the items of these lists that end otherwise than plainly with one sign, as most do."""
    found = []
    prose, blocks = page.view.prose, page.view.blocks
    for number in numbers:
        for item in page.structure.lists[number].items:
            words = prose(blocks[item.block]).text
            if words[-1:] not in SIGNS or words[-2:-1] in BEFORE_SIGN:
                found.append(item.block)
    return found


def _judge(page: Page, places: list[Place], unlike: set[int], last: str) -> Iterator[Mistake]:
    """The mistakes in one clause, whose items stand at `places`, and whose last one ends with the sign `last`; those in
    blocks that are not `unlike` end plainly.
    """
    followed: list[tuple[int, Ending]] = []
    kept: Counter[int] = Counter()
    for place, following in zip(places, [*places[1:], None], strict=True):
        ending = _ending(page, place) if place.block in unlike else PLAIN
        if ending is None:
            continue
        deeper = following is not None and _opens(page, place, following)
        if ending.end is End.DOUBLED:
            yield _doubled(page, ending, ("" if deeper else ";") if following else last)
        if following is None:
            kept[place.number] += ending.closes
        elif not deeper and _next_to(page, place, following):
            # The last item of a sublist ends as those of the list do that goes on.
            followed.append((following.number, ending))
            for number in {place.number, following.number}:
                kept[number] += ending.end in (End.SIGN, End.DOUBLED)
    signed = {number for number, ending in followed if ending.end in (End.SIGN, End.DOUBLED)}
    times = Counter((number, ending.end) for number, ending in followed)
    causes: dict[int, str] = {}
    for number, ending in followed:
        if ending.end not in (End.STOP, End.NONE):
            continue
        if number in signed and times[number, ending.end] * KEPT <= kept[number]:
            if number not in causes:
                causes[number] = CAUSE if holds_both_sides(page, page.structure.lists[number]) else ""
            yield _mistake(page, ending, causes[number])


def _ending(page: Page, place: Place) -> Ending | None:
    item = page.structure.lists[place.number].items[place.at]
    return ending_of(page, item) if item.start < item.end else None


def _mistake(page: Page, ending: Ending, cause: str) -> Mistake:
    stop = ending.end is End.STOP
    message = (
        said("item end: a full stop, though the list goes on")
        if stop
        else said("item end: no sign, though the list goes on")
    )
    if not ending.sure:
        return Mistake(ending.start, ending.stop, message, part_of=cause)
    content = ";" if stop else page.text[ending.start : ending.stop] + ";"
    fix = replace(ending.start, ending.stop, content, Applicability.SAFE)
    return Mistake(ending.start, ending.stop, message, content, fix=fix, part_of=cause)


def _doubled(page: Page, ending: Ending, right: str) -> Mistake:
    mendable = page.text[ending.start : ending.stop] == ending.words and right and ending.sure
    fix = replace(ending.start, ending.stop, right, Applicability.SAFE) if mendable else None
    message = said("item end: two signs, where one belongs")
    return Mistake(ending.start, ending.stop, message, right or None, fix=fix, part_of=CAUSE)


def _opens(page: Page, place: Place, following: Place) -> bool:
    """Whether a sublist begins under the item."""
    return following.at == 0 and page.structure.lists[following.number].parent == place.number


def _next_to(page: Page, place: Place, following: Place) -> bool:
    """Whether the next item of the clause follows directly, in the same list or in one that this list stands under."""
    lists = page.structure.lists
    above: int | None = place.number
    while above is not None and above != following.number:
        above = lists[above].parent
    if above is None or (following.number == place.number and following.at != place.at + 1):
        return False
    if following.block == place.block + 1:
        return True
    blocks = page.view.blocks
    between = range(place.block + 1, following.block)
    return not any(page.text[blocks[at].start : blocks[at].end].strip() for at in between)


def _closes(structure: Structure, clause: int) -> bool:
    """Whether the clause is the last of its text."""
    if clause + 1 == len(structure.clauses):
        return True
    own, following = structure.clauses[clause], structure.clauses[clause + 1]
    return any(own.block < heading.block < following.block for heading in structure.headings)
