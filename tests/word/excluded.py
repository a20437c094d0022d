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
    "paragraph tracked whole before a table": "it stays, empty and with its number",
    "table tracked whole": "the paragraphs on both sides of it do not become one",
    "row inserted and deleted": "only one of the two changes is read",
    "table at the start": "an empty paragraph is put before it",
    "tracked mark after a note or box": "its change is lost where the note or box holds some of its own",
    "inserted footnote": "the whole note goes with its mark, so that the other notes have other numbers",
}
"""What LibreOffice 7.4 treats otherwise than Word."""

OFFICE_DIFFERS_ON: dict[str, str] = {
    "kept before a table": "a paragraph that is tracked whole stays there, empty and with its number; Word takes it "
    "away: its own comparison marks so what stood before a table in the older text and is not in the newer one, and "
    "the Open XML PowerTools do the same",
    "kept at the end": "a paragraph that is tracked whole stays there, empty; the Open XML PowerTools take it away, "
    "and Word itself does not write it, since in Word nobody can delete the last end of a text",
    "beside tables that go": "the paragraphs on both sides of a table that goes with its rows do not become one",
    "a change in a run": "it is not read",
    "a drop cap among changes": "the changes in its paragraph and the next are lost",
    "a frame around something else": "it stands beside the text",
    "a drop cap of nothing": "before a table its letter stands in a frame, beside the text",
}
"""Why LibreOffice is not asked about some of the files in `cases`, and what Word does is known from where."""

INVALID: dict[str, str] = {
    "smartTag": "legal in Transitional, but the SDK knows it no longer",
    "customXml": "legal in Transitional, but the SDK knows it no longer",
    "block custom XML": "legal in Transitional, but the SDK knows it no longer",
}
"""What the Open XML SDK refuses although it stands in files that Word opens."""
