"""Findings as comments, signed "reslint", at the very words; and how they are taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import uno

from reslint_writer.judging import Finding, Judgement
from reslint_writer.placing import Part, Placing, Spot, found
from reslint_writer.walking import BODY, Paragraph

AUTHOR = "reslint"
FIELD = "com.sun.star.text.TextField.Annotation"
SERVICE = "com.sun.star.text.textfield.Annotation"
NOT_THERE = "its words were not found again in the document"
NO_PLACE = "there are no comments in headers, in footers and in what is anchored to a page"


def remove_comments(document: Any) -> int:
    """Take away the comments by reslint, and those of nobody else; how many there were."""
    own = [field for field in _comments(document) if field.Author == AUTHOR]
    for field in own:
        field.getAnchor().getText().removeTextContent(field)
    return len(own)


def write_comments(document: Any, judgement: Judgement, live: Sequence[Paragraph]) -> list[tuple[Finding, str]]:
    """Write a comment for each finding; those that have none, with the reason."""
    placing = Placing(judgement.paragraphs, live)
    lacking = []
    places = []
    for finding in judgement.findings:
        spot = placing.spot(finding["start"], finding["end"], finding["excerpt"])
        if spot is not None and spot.paragraph.story.kind != BODY and spot.paragraph.story.mark is None:
            lacking.append((finding, NO_PLACE))
            continue
        place = _place(spot) if spot is not None else None
        if place is None:
            lacking.append((finding, NOT_THERE))
        else:
            places.append((place, finding))
    # Only now, since a comment takes room in the text, and splits the portions.
    for place, finding in places:
        _write(document, place, _text(finding))
    return lacking


def _comments(document: Any) -> Iterator[Any]:
    fields = document.getTextFields().createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService(SERVICE):
            yield field


def _place(spot: Spot) -> Any:
    """A cursor over what a comment stands at; None if that is not there any more."""
    mark = spot.paragraph.story.mark
    if mark is not None:
        return mark.getText().createTextCursorByRange(mark)
    parts = spot.parts
    ends: list[Part] = [*parts[:1], *parts[-1:]]
    cursors = [found(part) for part in ends]
    if not cursors or None in cursors:
        return None
    first, last = cursors
    place = first.getText().createTextCursorByRange(first.getStart())
    place.gotoRange(last.getEnd(), True)
    return place


def _write(document: Any, place: Any, text: str) -> None:
    field = document.createInstance(FIELD)
    field.Author = AUTHOR
    field.Initials = AUTHOR
    field.Content = text
    field.DateTimeValue = _now()
    place.getText().insertTextContent(place, field, not place.isCollapsed())


def _now() -> Any:
    now = datetime.now()
    moment = uno.createUnoStruct("com.sun.star.util.DateTime")
    moment.Year, moment.Month, moment.Day = now.year, now.month, now.day
    moment.Hours, moment.Minutes, moment.Seconds = now.hour, now.minute, now.second
    return moment


def _text(finding: Finding) -> str:
    """What a comment says, a paragraph a line, in the order of those in Word files: what to write, why, whose change it
    is, and the rule last.
    """
    suggestion, change, message = finding["suggestion"], finding["change"], finding["message"]
    elsewhere = f"In {finding['place']}: “{finding['excerpt']}”. " if finding["story"] != BODY else ""
    lines = []
    if suggestion is not None:
        lines.append(f"Write: {suggestion}" if suggestion else "Leave it out.")
        message = message.removesuffix(f": {suggestion}")
    lines.append(f"{elsewhere}{message[:1].upper()}{message[1:]}.")
    if change is not None:
        lines.append(_change(change))
    lines.append(f"{finding['code']} {finding['name']}")
    return "\n".join(" ".join(line.split()) for line in lines)


def _change(change: dict[str, Any]) -> str:
    if change["standing"] == "kept":
        return "Left standing, as it is in the original."
    return f"Brought in by {change['author']}." if change["author"] else "Brought in by this draft."
