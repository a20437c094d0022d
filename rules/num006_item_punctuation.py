"""NUM006 item-punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reslint import Applicability, Example, ItemList, ListItem, Mistake, Page, Rule, Scope, Severity, Structure, replace

DOUBLED = re.compile(r"[.,;](?:[ ]*[.,;])+$")
# What may stand after the sign of an item: a closing quotation mark or bracket, the number of a note, "and".
SIGNS = ".,;:?!…—–-"
SIGNED = re.compile(r"[.,;:?!…][\"'”’»)\]]+$|[.,;:]\s*\d{1,2}$|[.,;:?!…—–-]$|[,;]\s+[^\W\d_]{1,3}$")
LAST_WORD = re.compile(r"\S+$")
# "etc.", "Corp.", "U.S.": a dot that belongs to its word, which is short and has no capitals but perhaps its first.
SHORTENED = re.compile(r"(?:^|[^\w.])(?:[^\W\d_][a-z]{0,2}|[^\W\d_](?:\.[^\W\d_]){1,4})$")
TAIL = 80


class ItemPunctuation(Rule):
    """An item ends with two signs, with none, or with a full stop before the list is at its end.

    ## What it does

    Looks at the labelled items of a clause. Between two items stands ";", at the end of a clause "," and at the end of
    the whole text ".". Reported are doubled signs (",;"), a sign that is missing between two items, and a full stop
    before the last item. A plain ";" or "," is never reported, nor is an item that ends with ":" or goes on in a
    further paragraph.

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
        by_clause: dict[int, list[tuple[int, int, int]]] = {}
        for number, listed in enumerate(structure.lists):
            if listed.clause is not None:
                by_clause.setdefault(listed.clause, []).extend(
                    (item.block, number, index) for index, item in enumerate(listed.items)
                )
        for clause, places in by_clause.items():
            places.sort()
            last = "." if _closes(structure, clause) else ","
            for at, (_, number, index) in enumerate(places):
                following = places[at + 1] if at + 1 < len(places) else None
                yield from _judge(page, number, index, following, last)


def _judge(page: Page, number: int, index: int, following: tuple[int, int, int] | None, last: str) -> Iterator[Mistake]:
    lists = page.structure.lists
    item = lists[number].items[index]
    reading = page.view.prose(page.view.blocks[item.block])
    text = reading.text.rstrip()
    base = max(len(text) - TAIL, 0)
    tail = text[base:]
    if item.start >= item.end or not tail:
        return
    deeper = following is not None and following[2] == 0 and lists[following[1]].parent == number
    doubled = _doubled(tail)
    if doubled is not None:
        start, end = reading.start_of(base + doubled[0]), reading.end_of(base + doubled[1])
        right = ("" if deeper else ";") if following else last
        whole = page.text[start:end] == tail[doubled[0] : doubled[1]] and right
        yield Mistake(
            start,
            end,
            "item end: two signs, where one belongs",
            right or None,
            fix=replace(start, end, right, Applicability.SAFE) if whole else None,
            part_of="TRK001",
        )
        return
    if following is None or deeper or not _next_to(page, number, index, following):
        return
    if tail.endswith("."):
        if not tail.endswith("..") and not SHORTENED.search(tail[:-1]):
            start, end = reading.start_of(len(text) - 1), reading.end_of(len(text))
            message = "item end: a full stop, though the list goes on"
            yield Mistake(start, end, message, ";", fix=replace(start, end, ";", Applicability.SAFE))
    elif tail[-1] not in SIGNS and not SIGNED.search(tail) and _signs(page, lists[number]):
        word = LAST_WORD.search(tail)
        assert word is not None
        start, end = reading.start_of(base + word.start()), reading.end_of(len(text))
        content = page.text[start:end] + ";"
        message = "item end: no sign, though the list goes on"
        yield Mistake(start, end, message, content, fix=replace(start, end, content, Applicability.SAFE))


def _doubled(tail: str) -> tuple[int, int] | None:
    match = DOUBLED.search(tail) if tail[-1] in ".,;" else None
    if match is None or ".." in match.group():
        return None
    start = match.start()
    if tail[start] == "." and SHORTENED.search(tail[:start]):
        start += 1
        start += len(tail[start:]) - len(tail[start:].lstrip())
        if len(tail) - start < 2:
            return None
    return start, len(tail)


def _next_to(page: Page, number: int, index: int, following: tuple[int, int, int]) -> bool:
    """Whether the next item of the clause follows directly, in the same list or in one that this list stands under."""
    block, other, _ = following
    lists = page.structure.lists
    own = lists[number].items[index]
    above: int | None = number
    while above is not None and above != other:
        above = lists[above].parent
    if above is None or (other == number and following[2] != index + 1):
        return False
    blocks = page.view.blocks
    return not any(page.text[blocks[at].start : blocks[at].end].strip() for at in range(own.block + 1, block))


def _signs(page: Page, listed: ItemList) -> bool:
    """Whether the list closes its items with signs at all."""
    return any(_end(page, item) in (";", ",", ".") for item in listed.items)


def _end(page: Page, item: ListItem) -> str:
    return page.text[item.end - 1 : item.end]


def _closes(structure: Structure, clause: int) -> bool:
    """Whether the clause is the last of its text."""
    if clause + 1 == len(structure.clauses):
        return True
    own, following = structure.clauses[clause], structure.clauses[clause + 1]
    return any(own.block < heading.block < following.block for heading in structure.headings)
