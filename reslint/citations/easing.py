"""Signs that a drafting group or a footnote leaves in a citation, as blanks: every character keeps its place.

"[Resolution 102]¹ (Rev. [Dubai, 2018])" is read as " Resolution 102   (Rev.  Dubai, 2018 )".
"""

from __future__ import annotations

import re

from reslint.storage.late import late

RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2080-\u2089"
SIGNS = late(rf"[{RAISED}^*\u2020\u2021\[\]'\"\u201c\u201e\u00ab](?:(?<!['\"\u201c\u201e\u00ab])|\d)")
"""Without one of them, nothing is to be done; a pattern that begins with one class is soon searched for."""
MARK = late(
    rf"[{RAISED}]+"
    r"|(?<=[\w)\],])(?:[*\u2020\u2021]{1,3}|\[\^?\w{1,3}\]|\^\d{1,3}\^)(?=[\s,;:.)\]]|\Z)"
    # Within a parenthesis a mark may stand before the first word, or apart from the one before.
    r"|(?<=\()(?:[*\u2020\u2021]{1,3}|\[\^?\d\])(?=\w)|(?<=[(,]\s)[*\u2020\u2021]{1,3}(?=[\w\s])"
    # A number in quotation marks is a number.
    r"|[\"'\u201c\u201e\u00ab](?=\d{1,4}(?:-\d{1,2})?[\"'\u201d\u00bb])"
    r"|(?<=[\"'\u201c\u201e\u00ab]\d)[\"'\u201d\u00bb]|(?<=[\"'\u201c\u201e\u00ab]\d\d)[\"'\u201d\u00bb]"
    r"|(?<=[\"'\u201c\u201e\u00ab]\d{3})[\"'\u201d\u00bb]|(?<=[\"'\u201c\u201e\u00ab]\d{4})[\"'\u201d\u00bb]"
)
# Brackets in the place of parentheses: "Resolution 71 [Rev. Dubai, 2018]", "Decision 5  [2019]" where a mark was.
AS_PARENTHESIS = late(
    r"(\d\s{1,4})\[((?:[^\W\d_][^()\[\]]{0,90}?(?:\b(?=\d{4})|-(?=\d\d\s*\])))?(?:(?:1[89]|20)\d\d|(?<=-)\d\d)\s*)\]"
)
BRACKET = late(r"[\[\]]")


def eased(text: str) -> str:
    """The text with marks of notes and drafting brackets as blanks, of the same length."""
    if SIGNS.search(text) is None:
        return text
    text = MARK.sub(_blank, text)
    if "[" not in text and "]" not in text:
        return text
    text = AS_PARENTHESIS.sub(r"\1(\2)", text)
    return BRACKET.sub(" ", text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
