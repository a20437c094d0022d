"""Answers questions about Word files through LibreOffice; run by a Python that has uno, never imported.

Each line of the input is a JSON list of a question, a path and perhaps more; each line of the output is a JSON object
with either `answer` or `error`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.container import NoSuchElementException
from com.sun.star.uno import RuntimeException

COMMANDS = {"original": ".uno:RejectAllTrackedChanges", "final": ".uno:AcceptAllTrackedChanges"}
MARGIN = (("ExportNotesInMargin", True), ("ExportNotes", False))


def properties(*pairs: tuple[str, Any]) -> tuple[Any, ...]:
    return tuple(PropertyValue(Name=name, Value=value) for name, value in pairs)


def connect(pipe: str, patience: float = 200.0) -> Any:
    """Give LibreOffice's component context, waiting until it has started; `patience` is in seconds."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + patience
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def enumerated(container: Any) -> Iterator[Any]:
    elements = container.createEnumeration()
    try:
        while True:  # each question to LibreOffice takes long, that for more elements too
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
    except RuntimeException:
        raise
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    finally:
        if document is not None:
            document.close(True)


def answer_all(pipe: str, questions: dict[str, Callable[..., Any]]) -> None:
    """Answer one question a line until there are no more; each gets the context, the document, and what is given."""
    context = connect(pipe)
    for line in sys.stdin:
        print(json.dumps(answered(context, questions, *json.loads(line))), flush=True)


if __name__ == "__main__":
    answer_all(sys.argv[1], QUESTIONS)
