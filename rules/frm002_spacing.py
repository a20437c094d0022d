"""FRM002 spacing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reslint import (
    Applicability,
    Citation,
    Example,
    Mistake,
    Page,
    Rule,
    Scope,
    Severity,
    editions,
    late,
    replace,
    said,
)

from ._sides import OldSides

BLANKS = " \t\u00a0\u202f"
# The parentheses of Chinese have the width of its letters.
OPENING, CLOSING = "(（", ")）"
# A comma, then one blank of any kind or the end of a line.
RIGHT = late(rf",(?:[{BLANKS}]|[{BLANKS}]*(?:\r\n|\n|\r)[{BLANKS}]*)")


class Spacing(Rule):
    """A blank is missing or one too many in a citation.

    ## What it does

    Reports "(Dubai,2023)", "(Dubai , 2023)", "(Rev. Dubai, 2018 )", "( Rev. Dubai, 2018)", "71(Rev. Dubai, 2018)" and
    "(Rev.Dubai, 2018)".
    Short names of conferences follow "Rev." without a blank: "(Rev.WRC-15)" is right.

    ## Why

    An edition is written one way, so that it can be searched for.
    """

    code = "FRM002"
    name = "spacing"
    severity = Severity.INFO
    fix = Applicability.SAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example("Resolution 61 (Dubai,2023)\n", ("Dubai,2023",), "Resolution 61 (Dubai, 2023)\n"),
        Example("Resolution 34 (Rev. Buenos Aires, 2017 )\n", ("2017 )",), "Resolution 34 (Rev. Buenos Aires, 2017)\n"),
        Example("Resolution 71(Dubai, 2023)\n", ("71(",), "Resolution 71 (Dubai, 2023)\n"),
        Example(
            "Resolution 71 (Rev. Dubai,2018 ) (Marrakesh, 2002; Antalya, 2006)\n",
            ("Dubai,2018", "2018 )"),
            "Resolution 71 (Rev. Dubai, 2018) (Marrakesh, 2002; Antalya, 2006)\n",
        ),
        Example("Resolution 34 (Rev. Buenos Aires, 2017) and Resolution 646 (Rev.WRC-15)\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the places where blanks are wrong, each once."""
        done: set[int] = set()
        old = OldSides(page)
        for citation in page.of_the_union():
            for mistake in self._of(page, citation, old):
                if mistake.start not in done:
                    done.add(mistake.start)
                    yield mistake

    def _of(self, page: Page, citation: Citation, old: OldSides) -> Iterator[Mistake]:
        text = page.text
        for edition in citation.editions:
            place, year, mark = edition.place_at, edition.year_at, edition.mark_at
            if place is None:
                continue
            gap = text[place.end : year.start] if year is not None else ", "
            if gap != ", " and year is not None and edition.town is not None:
                parting = editions.parting(page, citation.lang)
                comma = parting.strip()
                beside = gap != parting and comma in gap and not gap.strip(BLANKS + comma)
                if beside and not RIGHT.fullmatch(gap.replace(comma, ",")):
                    yield _mistake(
                        page,
                        place.start,
                        year.end,
                        place.end,
                        year.start,
                        parting,
                        said("write one blank after the comma"),
                        old.cause(place.start),
                    )
            if mark is not None and mark.end == place.start:
                yield _mistake(
                    page,
                    mark.start,
                    place.end,
                    mark.end,
                    place.start,
                    " ",
                    said("a blank is missing after the mark"),
                    old.cause(place.start),
                )
        where = citation.parenthesis
        if where is None or not citation.editions:
            return
        number = citation.number_at
        inside = text[where.start + 1 : where.end - 1]
        if number.end != where.start and inside[:1] not in BLANKS and inside[-1:] not in BLANKS:
            return
        if number.end == where.start:
            yield _mistake(
                page,
                number.start,
                where.start + 1,
                number.end,
                number.end,
                " ",
                said("a blank is missing before the parenthesis"),
            )
        lead = len(inside) - len(inside.lstrip(BLANKS))
        if lead and text[where.start] in OPENING:
            first = where.start + 1
            message = said("no blank after the parenthesis opens")
            yield _mistake(page, where.start, first + lead + 1, first, first + lead, "", message)
        tail = len(inside) - len(inside.rstrip(BLANKS))
        if tail and text[where.end - 1] in CLOSING:
            end = where.end - 1
            # Editions may stand behind the parenthesis, too.
            starts = [(one.year_at or one.where).start for one in citation.editions if one.where.end <= end]
            start = max(starts, default=end - tail)
            yield _mistake(page, start, where.end, end - tail, end, "", said("no blank before the parenthesis closes"))


def _mistake(
    page: Page, start: int, end: int, first: int, last: int, content: str, message: str, cause: str = ""
) -> Mistake:
    """A mistake at start:end that is mended by writing `content` at first:last."""
    return Mistake(
        start,
        end,
        message,
        suggestion=page.text[start:first] + content + page.text[last:end],
        fix=replace(first, last, content, Applicability.SAFE),
        part_of=cause,
    )
