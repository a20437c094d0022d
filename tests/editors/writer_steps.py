"""Works in LibreOffice Writer as a person would; loaded by LibreOffice, as `office_reader` says.

A question is a JSON list: "work", the path of a document, and steps, each a list of its name and what it takes. The
answer is the list of what the steps gave.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno

sys.path.insert(0, str(Path(__file__).parents[1] / "word"))

from office_reader import component, dispatch, paragraph_text, paragraphs, properties, redlines


def choose(context: Any, document: Any, command: str) -> list[Any]:
    """Choose a menu entry of reslint; whether it succeeded, and what it says."""
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    frame = document.getCurrentController().getFrame()
    result = dispatcher.executeDispatch(frame, f"vnd.reslint:{command}", "", 0, ())
    return [result.State == uno.getConstantByName("com.sun.star.frame.DispatchResultState.SUCCESS"), result.Result]


def comments(_context: Any, document: Any) -> list[list[str]]:
    """Author, text and the words commented on of each comment, in the order of the alphabet."""
    fields = document.getTextFields().createEnumeration()
    found = []
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            found.append([field.Author, field.Content, field.getAnchor().getString()])
    return sorted(found)


def comment(_context: Any, document: Any, author: str, content: str) -> None:
    """Comment on the beginning of the document."""
    field = document.createInstance("com.sun.star.text.textfield.Annotation")
    field.Author, field.Content = author, content
    document.Text.insertTextContent(document.Text.createTextCursor(), field, False)


def text(_context: Any, document: Any) -> list[str]:
    """The paragraphs of the body with its tables, as they are shown, deleted words included."""
    # Else what references repeat is brought up to date when Writer has nothing else to do.
    document.getTextFields().refresh()
    return [paragraph_text(paragraph) for paragraph in paragraphs(document.Text)]


def write(_context: Any, document: Any, words: str, start: int, end: int) -> None:
    """Type words in place of the characters `start` to `end` of the body."""
    cursor = document.Text.createTextCursor()
    cursor.goRight(start, False)
    cursor.goRight(end - start, True)
    cursor.setString(words)


def footnote(_context: Any, document: Any, words: str) -> None:
    """Put a footnote at the end of the body."""
    note = document.createInstance("com.sun.star.text.Footnote")
    document.Text.insertTextContent(document.Text.getEnd(), note, False)
    note.setString(words)


def table(_context: Any, document: Any, words: str) -> None:
    """Put a table at the end of the body, with words in its second cell."""
    grid = document.createInstance("com.sun.star.text.TextTable")
    grid.initialize(1, 2)
    document.Text.insertTextContent(document.Text.getEnd(), grid, False)
    grid.getCellByName("B1").setString(words)


def record(_context: Any, document: Any, on: bool) -> None:
    document.RecordChanges = on


def recording(_context: Any, document: Any) -> bool:
    return bool(document.RecordChanges)


def only_for_reading(_context: Any, document: Any) -> None:
    """Have the document opened for reading only, as File > Properties > Security does."""
    document.createInstance("com.sun.star.document.Settings").LoadReadonly = True


def undo(_context: Any, document: Any) -> str:
    """Take back the last step; its title."""
    history = document.getUndoManager()
    title = history.getCurrentUndoActionTitle()
    history.undo()
    return str(title)


def store(_context: Any, document: Any, path: str, form: str) -> None:
    document.storeToURL(Path(path).as_uri(), properties(("FilterName", form)))


def accept(context: Any, document: Any) -> None:
    dispatch(context, document, ".uno:AcceptAllTrackedChanges")


def reject(context: Any, document: Any) -> None:
    dispatch(context, document, ".uno:RejectAllTrackedChanges")


STEPS: dict[str, Callable[..., Any]] = {
    step.__name__: step
    for step in (
        choose,
        comments,
        comment,
        text,
        write,
        footnote,
        table,
        record,
        recording,
        only_for_reading,
        undo,
        store,
        accept,
        reject,
        redlines,
    )
}


def work(context: Any, document: Any, *steps: list[Any]) -> list[Any]:
    return [STEPS[name](context, document, *given) for name, *given in steps]


g_ImplementationHelper = component({"work": work})
