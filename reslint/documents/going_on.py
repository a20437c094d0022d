"""Lines that go on in the next one, as a citation or a divided word says, however wide the lines are.

A parenthesis is closed behind a year, an edition stands under its number, a number under its head word, the body under
the edition. Nearly all lines of prose do nothing of the kind, which is told by one search of a text.
"""

from __future__ import annotations

import re

from reslint.storage.late import late

# Where a line begins with none of these, it has no mark of quotation and no indent.
BLANK = "> \t"
ENDS = (".", ";", ":")
"""With what a line ends behind which a number is a label."""
# A full stop that ends no sentence: "Rev.", "No.", "Res.".
SHORTENED = late(r"(?:^|[\s(])[A-Z][a-z]{0,3}\.\Z")

# In any text these say that the lines are one: a parenthesis that the next line closes behind a year, an edition
# under its number, numbers with their edition under the words before them, the body under number or edition.
YEAR = r"(?:(?:1[89]|20)\d\d(?:\s?[^\W\d_]{1,2}\.)?|-\d\d)"
WORD = r"[^\W\d_]{1,4}"
# Marks of notes and brackets within a parenthesis, which are nothing to what stands beside them.
SIGNS = late(r"(?<=[\w)\]])(?:\[\d\]|[\u00b9\u00b2\u00b3*])|(?<=\()\[|\](?=\))")
SIGN = late(r"[\[\]\u00b9\u00b2\u00b3*]")
"""Without one of them there are none."""
OPENED = 90
"""So long may what stands in a parenthesis be at the end of a line."""
CLOSED = late(rf"[^()\n]{{0,90}}{YEAR}\s*[)\]]")
NUMBERED = late(r"(?:[\w&]|[)\]],)\s+\d{1,4}(?:[-–]\d{1,4})?\]?\Z")
EDITION = late(rf"[(\[][^()\n]{{0,90}}{YEAR}\s*[)\]]")
NUMBER = late(
    rf"(?:[A-Z]+-[A-Z]\s+)?\d{{1,4}}"
    rf"(?:[-–]\d{{1,4}}|(?:,(?:\s{WORD})?|\s{WORD}(?:/{WORD})?|\s&)\s\d{{1,4}}){{0,9}}\]?\s+{EDITION.pattern}"
)
WORD_AT_END = late(rf"(?:\w\s+|\A)\[?(?:[A-Z]+-[A-Z]|[^\W\d_]{{2,}})\.?\Z|[\d)\]](?:,|,?\s+(?:&|{WORD}(?:/{WORD})?))\Z")
CITED = late(rf"\w,?\s+\d{{1,4}}(?:-\d{{1,2}})?\]?\Z|{YEAR}\s*[)\]]+\Z")
OF = late(r"[^\W\d_A-Z]{1,4}\s+(?:[^\W\d_A-Z]{1,4}\s+)?[A-Z]")
# "(Dubai, 2018)," / "102 (Dubai, 2018)", "(Dubai, 2018) of the" / "Plenipotentiary Conference".
LISTED = late(rf"{YEAR}\s*[)\]]+,\Z")
# "101, 102," / "and 133 (Rev. Dubai, 2018)".
ENUMERATED = late(r"[\w&,]\s+\d{1,4}(?:[-–]\d{1,4})?\]?,\Z")
OF_AT_END = late(rf"{YEAR}\s*[)\]]+(?:\s+{WORD}){{1,2}}\Z")
# "101, 102" / "and 133 (Rev. Dubai," / "2018)": an edition that is opened may go on in a third line.
AND = late(rf"(?:&|{WORD}(?:/{WORD})?)\s+(?:{NUMBER.pattern}|\d{{1,4}}\]?\s+[(\[]\s?[^\W\d_][^()\n]{{0,60}}\Z)")
# "Resolutions 70, 175 and" / "179 were cited": behind such an end the number is no label.
JOINED_AT_END = late(r"(?:[^\W\d_]{7,}|\d,)\s\d{1,4}\s+(?:&|[^\W\d_A-Z]{1,3})\Z")
JOINED_NUMBER = late(r"\d{1,4}(?![\d.)/-])")
# The day of a resolution of the General Assembly under its number.
SYMBOL = late(r"\s\d{2,3}/\d{1,3}\Z")
DATED = late(rf"[^\W\d_A-Z]{{1,4}}\s+\d{{1,2}}\s+[^\W\d_]+\s+{YEAR}")

GOING_ON = frozenset("0123456789)-\u2010\u00ad\u00b9\u00b2\u00b3*]")
"""With what a line ends that goes on with an edition, a body or the rest of a word."""

BEHIND = ", \t"
"""What may stand behind such a sign at the end of a line."""
# Figures that are no digits of a number: raised and lowered ones, those in circles.
RAISED = "\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
# A line that begins with no letter or with a hyphen near, or stands under one that ends so: nearly all lines of prose
# do neither.
DOUBTFUL = late(
    rf"\n(?:(?![^\W\d_{RAISED}])|(?=[^\n]{{0,7}}-)"
    rf"|(?<=[{re.escape(''.join(sorted(GOING_ON)))}]\n)|(?<=[{BEHIND}]\n)(?P<behind>))"
)

# At the end and the beginning of a line so many characters say whether it goes on.
ENOUGH = 400
DIGITS = "0123456789"
# A parenthesis that opens so near to the end of a line may go on in the next.
NEAR = 100

DIVIDED = late(r"(?<=[^\W\d_])[-\u2010\u00ad]\Z")
# After a hyphen that was typed the next line begins with what it joins: "ITU-" / "R", "2008-" / "2010".
TYPED = late(r"(?<=\w)[-\u2010\u2011]\Z")


def doubtful_starts(text: str) -> set[int]:
    """Where the lines begin of which `may_go_on` has to tell; it is false of all others. No line is asked for itself.

    `text` has no other line ends than "\n".
    """
    found = set()
    for match in DOUBTFUL.finditer(text):
        start = match.start()
        if match.lastgroup is None or text[max(start - NEAR, 0) : start].rstrip(BEHIND)[-1:] in GOING_ON:
            found.add(match.end())
    for sign in "([":
        end = -1
        at = text.find(sign)
        while at >= 0:
            if end < at:
                end = text.find("\n", at)
                if end < 0:
                    break
            if end - at <= NEAR and (
                (text.find(")", at, end) < 0 and text.find("]", at, end) < 0)
                or (text[end - 1] not in ENDS and text.find(")", max(end - 16, 0), end) >= 0)
            ):
                found.add(end + 1)
            at = text.find(sign, at + 1)
    return found


def may_go_on(above: str, line: str) -> bool:
    """Whether a line that is not empty may go on with one above it in a text that was not filled; told at a glance."""
    first, last = line[0], above[-1]
    if last == " ":
        last = above.rstrip()[-1:] or last
    if first.isalpha() and last not in GOING_ON and last not in BEHIND and line.find("-", 0, 8) < 0:
        if above.find("(", -NEAR) < 0 and above.find("[", -NEAR) < 0:
            return False
        if last in ENDS or above.find(")", -16) < 0:
            return _is_open(above) and _closes(line)
    if first in BLANK:
        return True
    if (first.isdigit() or "-" in line[:8]) and _opens(line) and (first.isdigit() or NUMBER.match(_unsigned(line))):
        return True
    if (first.isdigit() or "-" in line[:8]) and _number_below(above, line):
        return True
    ending = above[-NEAR:]
    if ending[-1] not in ENDS:
        if first.isupper() and ")" in ending[-16:] and OF_AT_END.search(_unsigned(ending)):
            return True
        going_on = ending.rstrip()[-1:] in GOING_ON
        if going_on and (first.islower() or first in "(["):
            return True
        if (going_on or ending.rstrip(" ,")[-1:] in GOING_ON) and _opens(line) and AND.match(_unsigned(line)):
            return True
    return _is_open(above) and _closes(line)


def told(upper: str, lower: str) -> bool:
    """Whether a citation says that its lines are one, however wide they are."""
    upper, lower = _unsigned(upper[-ENOUGH:]), _unsigned(lower[:ENOUGH])
    last = upper[-1:]
    opened = _opened(upper)
    if opened and (opened == "(" or CLOSED.match(lower)):
        return CLOSED.match(lower) is not None
    if last in (*DIGITS, "]") and NUMBERED.search(upper) and EDITION.match(lower):
        return True
    if last in (*DIGITS, "]", ")") and (OF.match(lower) or AND.match(lower)) and CITED.search(upper):
        return True
    if lower[:1].isupper() and last.isalpha() and OF_AT_END.search(upper):
        return True
    if lower[:1].islower() and DIVIDED.search(upper):
        return True
    if last in DIGITS and DATED.match(lower) and SYMBOL.search(upper):
        return True
    if (last == "&" or last.isalnum()) and JOINED_NUMBER.match(lower) and JOINED_AT_END.search(upper):
        return True
    if last == "," and AND.match(lower) and (LISTED.search(upper) or ENUMERATED.search(upper)):
        return True
    if NUMBER.match(lower) and (WORD_AT_END.search(upper) or LISTED.search(upper)):
        return True
    return _number_below(upper, lower)


def _number_below(upper: str, lower: str) -> bool:
    """Whether a head word ends the upper line whose number begins the lower one; few texts have lines to be asked."""
    from reslint.documents.numbers_below import number_below

    return number_below(upper, lower)


def ended(line: str) -> bool:
    """Whether a line ends as a sentence or an item of a list does, and with no word that was shortened."""
    return line.endswith(ENDS) and not SHORTENED.search(line) and not _opened(line)


def division(above: str, below: str) -> int | None:
    """How many signs at the end of a line go if its last word goes on in the next line; None if it does not.

    It is the hyphen of a divided word ("Reso-" / "lution"); one that was typed stays ("ITU-" / "R").
    """
    if not below[:1].isalnum() or not TYPED.search(above):
        return 1 if above.endswith("\u00ad") and DIVIDED.search(above) and below[:1].isalpha() else None
    if not DIVIDED.search(above) or not below[:1].isalpha():
        return 0
    word = re.split(r"\W", above[:-1])[-1]
    rest = re.match(r"[^\W\d_]+", below)
    assert rest is not None
    if below[0].islower():
        return 0 if word.isupper() and len(word) > 1 else 1
    return 1 if word.isupper() and rest.group().isupper() and len(rest.group()) > 2 else 0


def _is_open(above: str) -> bool:
    """Whether a parenthesis opens near the end of a line and is not closed there."""
    at = max(above.rfind("(", -NEAR), above.rfind("[", -NEAR))
    return at >= 0 and above.find(")", at) < 0 and above.find("]", at) < 0


def _closes(line: str) -> bool:
    """Whether a parenthesis that is open before a line is closed near its beginning, behind a year."""
    return (")" in line or "]" in line) and CLOSED.match(_unsigned(line)) is not None


def _opens(line: str) -> bool:
    """Whether a parenthesis opens near the beginning of a line."""
    return "(" in line[:80] or "[" in line[:80]


def _opened(upper: str) -> str:
    """The sign that opens a parenthesis in which a line ends, with something behind it; empty where there is none."""
    at = max(upper.rfind("("), upper.rfind("["))
    if at <= max(upper.rfind(")"), upper.rfind("]")):
        return ""
    return upper[at] if 0 < len(upper) - at - 1 <= OPENED and "\n" not in upper[at:] else ""


def _unsigned(words: str) -> str:
    """Without marks of notes and brackets."""
    return words if SIGN.search(words) is None else SIGNS.sub("", words)
