"""Answers questions about Word files inside LibreOffice, where a step through a document takes microseconds.

`office_driver` has LibreOffice load it. From another process each step takes a millisecond or two, and every paragraph
is many. A question is a JSON list of its name, a path and perhaps more; what comes back is a JSON object with either
`answer` or `error`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.container import NoSuchElementException
from com.sun.star.task import XJob

NAME = "reslint.tests.Reader"
"""By this `office_driver` asks for what answers, whatever the questions are."""

COMMANDS = {"original": ".uno:RejectAllTrackedChanges", "final": ".uno:AcceptAllTrackedChanges"}
MARGIN = (("ExportNotesInMargin", True), ("ExportNotes", False))


def properties(*pairs: tuple[str, Any]) -> tuple[Any, ...]:
    return tuple(PropertyValue(Name=name, Value=value) for name, value in pairs)


def enumerated(container: Any) -> Iterator[Any]:
    elements = container.createEnumeration()
    try:
        while True:
            yield elements.nextElement()
    except NoSuchElementException:
        return


def portions(container: Any) -> Iterator[tuple[str, Any]]:
    """Give the portions of a paragraph with their kinds; controls and fields over text hold portions of their own."""
    for portion in enumerated(container):
        kind = portion.TextPortionType
        if kind in ("ContentControl", "InContentMetadata"):
            yield from portions(portion.getPropertyValue(kind))
        else:
            yield kind, portion


def paragraph_text(paragraph: Any) -> str:
    """Give a paragraph's text without the marks of its notes, which LibreOffice counts as text."""
    return "".join(portion.getString() for kind, portion in portions(paragraph) if kind in ("Text", "TextField"))


def paragraphs(text: Any) -> Iterator[Any]:
    """Give the paragraphs of a text in order, those of its tables row by row."""
    for element in enumerated(text):
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.getCellNames():
                yield from paragraphs(element.getCellByName(name))
        else:
            yield element


def shown(context: Any, document: Any, view: str) -> dict[str, Any]:
    dispatch(context, document, COMMANDS[view])
    body = list(paragraphs(document.Text))
    return {
        "texts": [paragraph_text(paragraph) for paragraph in body],
        "labels": [getattr(paragraph, "ListLabelString", "") for paragraph in body],
        "footnotes": notes(document.getFootnotes()),
        "endnotes": notes(document.getEndnotes()),
    }


def texts(context: Any, document: Any, view: str) -> list[str]:
    dispatch(context, document, COMMANDS[view])
    return [paragraph_text(paragraph) for paragraph in paragraphs(document.Text)]


def notes(collection: Any) -> list[list[str]]:
    return [
        [paragraph_text(paragraph) for paragraph in paragraphs(collection.getByIndex(index))]
        for index in range(collection.getCount())
    ]


def comments(_: Any, document: Any) -> list[list[str]]:
    fields = [
        portion.TextField
        for paragraph in paragraphs(document.Text)
        for kind, portion in portions(paragraph)
        if kind == "Annotation"
    ]
    return [[field.Author, field.Content] for field in fields]


def redlines(_: Any, document: Any) -> list[list[str]]:
    result = []
    for redline in enumerated(document.getRedlines()):
        start, end = redline.getPropertyValue("RedlineStart"), redline.getPropertyValue("RedlineEnd")
        cursor = start.getText().createTextCursorByRange(start)
        cursor.gotoRange(end, True)
        result.append([redline.RedlineType, redline.RedlineAuthor, cursor.getString()])
    return result


def accepted(context: Any, document: Any, first: int, last: int) -> list[str]:
    """Accept the changes of these numbers alone, as somebody does who marks them and presses the button."""
    changes = list(enumerated(document.getRedlines()))
    start, end = changes[first].getPropertyValue("RedlineStart"), changes[last].getPropertyValue("RedlineEnd")
    cursor = document.getCurrentController().getViewCursor()
    cursor.gotoRange(start, False)
    cursor.gotoRange(end, True)
    dispatch(context, document, ".uno:AcceptTrackedChange")
    return texts(context, document, "original")


def picture(_: Any, document: Any, target: str) -> None:
    data = uno.Any("[]com.sun.star.beans.PropertyValue", properties(*MARGIN))
    url = Path(target).as_uri()
    document.storeToURL(url, properties(("FilterName", "writer_pdf_Export"), ("FilterData", data)))


def dispatch(context: Any, document: Any, command: str) -> None:
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    dispatcher.executeDispatch(document.getCurrentController().getFrame(), command, "", 0, ())


QUESTIONS: dict[str, Callable[..., Any]] = {
    "shown": shown,
    "texts": texts,
    "comments": comments,
    "redlines": redlines,
    "accepted": accepted,
    "picture": picture,
}


def answered(
    context: Any, questions: dict[str, Callable[..., Any]], question: str, path: str, *more: Any
) -> dict[str, Any]:
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = None
    try:
        document = desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, properties(("Hidden", True)))
        if document is None:
            return {"error": "LibreOffice cannot read it"}
        return {"answer": questions[question](context, document, *more)}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    finally:
        if document is not None:
            document.close(True)


def component(questions: dict[str, Callable[..., Any]]) -> Any:
    """What LibreOffice looks for in a file it loads; a question gets the context, the document, and what is given."""

    class Reader(unohelper.Base, XJob):  # type: ignore[misc]
        def __init__(self, context: Any) -> None:
            self.context = context

        def execute(self, given: tuple[Any, ...]) -> str:
            return json.dumps(answered(self.context, questions, *json.loads(given[0].Value)))

    helper = unohelper.ImplementationHelper()
    helper.addImplementation(Reader, NAME, ())
    return helper


g_ImplementationHelper = component(QUESTIONS)
