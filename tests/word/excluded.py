"""Constructs that one of the two oracles cannot judge, each with the reason."""

from __future__ import annotations

COMPUTED = "the field is computed anew, or its instruction becomes text"
CONTROL = "changes inside lose or double characters, a block one may show codes of fields and returns"
OFFICE_DIFFERS: dict[str, str] = {
    "fldSimple": COMPUTED,
    "complex field": COMPUTED,
    "changed field": COMPUTED,
    "field nested in result": COMPUTED,
    "field nested in instruction": COMPUTED,
    "deleted field": COMPUTED,
    "inserted field": COMPUTED,
    "stray field end": COMPUTED,
    "field over paragraphs": COMPUTED,
    "unclosed field": COMPUTED,
    "deleted field over paragraphs": COMPUTED,
    "mathematics": "an object, which is no text",
    "inline control": CONTROL,
    "nested containers": CONTROL,
    "control in insertion": CONTROL,
    "block control": CONTROL,
    "row control": CONTROL,
    "cell control": CONTROL,
    "change at the edge of a paragraph": "joined with a neighbour that is tracked whole, even over a mark that is kept",
    "tracked paragraphs in a row": "the paragraph after them takes over the properties of a deleted one",
    "paragraph changed by several authors": "its changes are not seen as one, so that it joins the next paragraph",
    "paragraph inserted and deleted": "it goes, but its mark stays or takes a kept one with it",
    "mark inserted and deleted": "only one of the two changes is read",
    "label of joined paragraphs": "the properties of the first paragraph stay, in Word those of the mark that stays",
    "isLgl": "not known, numbers above are not made decimal",
    "lvlRestart": "not known, every level restarts",
    "startOverride": "the first item in the file restarts the list, so that in a view without it nothing does",
    "pPrChange": "a change of the level is not undone; sample 02 has the changes that are",
    "cells merged down": "the cells under the first one are not read",
    "row mark alone": "a row goes only if its text is tracked too",
    "row inserted and deleted": "only one of the two changes is read",
    "table at the start": "an empty paragraph is put before it",
    "tracked mark after a note or box": "its change is lost where the note or box holds some of its own",
    "inserted footnote": "the whole note goes with its mark, so that the other notes have other numbers",
}
"""What LibreOffice 7.4 treats otherwise than Word."""

INVALID: dict[str, str] = {
    "smartTag": "legal in Transitional, but the SDK knows it no longer",
    "customXml": "legal in Transitional, but the SDK knows it no longer",
    "block custom XML": "legal in Transitional, but the SDK knows it no longer",
}
"""What the Open XML SDK refuses although it stands in files that Word opens."""
