"""Numbers that a line begins with and whose head word ends the line above: "on Resolution" / "71 of the Conference".

Such a number looks like the label of an item, so the words of a head and what follows the number have to say that it is
none. The head words are those that stand before their number in the languages that are read.
"""

from __future__ import annotations

from reslint.storage.late import late

WORD = r"[^\W\d_]{1,4}"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
SERIES = r"[^\W\d_]{2,4}-[^\W\d_]"
SYMBOL = r"\d{2,3}/\d{1,3}(?![\w/])"
JOIN = rf"(?:,|,?\s*(?:&|(?<=\s){WORD}(?:/{WORD})?))"
ONE = r"\d{1,4}(?:[-–/]\d{1,4})?"
HEADS = (
    r"r[eé]solutions?|resoluci[oó]n(?:es)?|d[eé]cisions?|decisi[oó]n(?:es)?|acuerdos?|opinions?|opini[oó]n(?:es)?|avis"
    r"|vœux?|recomm[ae]ndations?|recomendaci[oó]n(?:es)?|r[eé](?:s|so|sol)\.|res|ress\.|d[eé]c\.?"
    r"|(?:резолюци|рекомендаци|решени|мнени)[а-я]{1,3}|ре[зшк]\."
    r"|[وبلكف]?(?:ال|ل)?(?:قرار|مقرر|توصي|رأي|آراء)[\u0621-\u064a]{0,4}"
)
NUMERO = r"(?:[Nn](?:[º°]s?|umbers?|os?\.?|\.º)|№+|n[úu]ms?\.|#|رقم)"
# The head word at the end of a line, with numbers behind it that a sign or a word joins to the next.
HEAD_AT_END = late(
    rf"(?:(?P<before>\w+)\s)?(?<!\w)(?P<head>(?i:{HEADS}))(?:\s+(?:{NUMERO}|{SERIES})){{0,2}}"
    rf"(?P<listed>\s+{ONE}(?:\s*{JOIN}\s*{ONE}){{0,20}}(?P<joined>\s*{JOIN})?)?\Z"
)
ENDED = (";", ":", ")", "!", "?", "")
LONGEST_SHORTENED = 8
REACH = 100
"""So many characters at the end of a line may hold the head word and its numbers."""
# Before a text that is not called by its number, and before one that need not be.
OWN = late(
    r"(?i:this|these|following|present|présentes?|cette|ces|suivantes?|esta|estas|presentes?|siguientes?"
    r"|настоящ\w+|эт\w{1,3}|следующ\w+)\Z"
)
ARTICLE = late(r"(?i:an?|the|une?|las?|les?|el|unas?|los)\Z")
NUMBER = late(rf"(?:{SERIES}\s+)?(?P<number>\d{{1,4}})(?P<further>(?:[-–/]\d{{1,4}})+)?(?![\w)/-]|\.\w)")
LABELLED = late(r"\.(?:\s|\Z)")
DATE = late(rf"\s+[^\W\d_]+\s+(?:de\s+)?{YEAR}")
SIGN = late(rf"[,;»”\"\]]|\s+(?:&|{WORD})\s+\d{{1,4}}(?!\w)")
OF = late(rf"\s+(?:{WORD}(?:\s+{WORD})?(?:\s+|(?<=['’]))[A-ZÀ-ÖØ-Þ\u0410-\u042f]|Полномочн|Всемирн|Ассамбле|Совета\b)")
NEXT = late(rf"(?:&|{WORD}(?:/{WORD})?)\s+(?!{YEAR})\d{{1,4}}(?![\w/-]|[.,]\d|\s+[^\W\d_]+\s+{YEAR})")
# Symbols of the General Assembly say alone what they are.
SYMBOLS_AT_END = late(rf"(?<![\w/]){SYMBOL}\s*{JOIN}\Z")
SYMBOL_BELOW = late(SYMBOL)


def number_below(upper: str, lower: str) -> bool:
    """Whether `upper` ends with a head word, or a list behind one, that `lower` goes on with by a number."""
    # So end nearly all lines above the label of an item; a full stop may shorten a head word, which is short then.
    last = upper[-1:]
    if last in ENDED or (last == "." and len(upper) - upper.rfind(" ") - 1 > LONGEST_SHORTENED):
        return False
    if last == "," and not upper[:-1].rstrip()[-1:].isdigit():
        # Only numbers are joined by it.
        return False
    head = HEAD_AT_END.search(upper[-REACH:])
    if head is None:
        return SYMBOL_BELOW.match(lower) is not None and SYMBOLS_AT_END.search(upper[-REACH:]) is not None
    if head["listed"] and not head["joined"]:
        return NEXT.match(lower) is not None
    found = NUMBER.match(lower)
    before = head["before"] or ""
    if found is None or OWN.match(before):
        return False
    number, rest = found["number"], lower[found.end() :]
    if LABELLED.match(rest):
        return len(number) > 2 or found["further"] is not None
    if DATE.match(rest):
        return False
    if found["further"] or SIGN.match(rest) or OF.match(rest):
        return True
    # So begins an item: with nothing behind its label, a title, or the infinitive of the first thing asked for.
    is_item = not rest.strip() or rest.lstrip()[0].isupper() or number == "1"
    return not (is_item or not before or ARTICLE.match(before) or head["head"][0].islower())
