"""What the numbers of a list have in common: editions, parentheses and bodies that stand at one of them for several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reslint.citations.automaton import Token
    from reslint.citations.read import ReadCitation, ReadEdition, ReadNumber, ReadParenthesis


def kept(read: ReadCitation, text: str) -> list[ReadNumber]:
    """After a head word for one number, further numbers count as far as one has an edition or a body of its own, or
    where all of them are the symbols of one body, or are joined by words and a body follows; or by slashes behind an
    abbreviation, which is that of several, too. `text` is the candidate's.
    """
    numbers = read.numbers
    if len(numbers) == 1:
        return numbers
    from reslint.citations.slashes import joined_by_slash

    short = read.head.text.endswith(".")
    kept = 1
    for index, number in enumerate(numbers[1:], 1):
        telling = number.editions or number.own or number.same
        if short and kept == index and joined_by_slash(text, numbers[index - 1], number):
            kept = index + 1
        if telling or (number.number.type == "SYMBOL" and numbers[0].number.type == "SYMBOL"):
            kept = index + 1
    named = any(token.type in ("BODY", "OTHER", "THIS", "AGAIN", "LABEL") for token in read.after)
    return numbers if named or read.following else numbers[:kept]


def owners(numbers: Sequence[ReadNumber]) -> list[ReadNumber]:
    """For each number the next one that has a parenthesis, or the last one."""
    if len(numbers) == 1:
        return list(numbers)
    found: list[ReadNumber] = []
    for number in reversed(numbers):
        has_one = number.editions or number.same or number.remarks or not found
        found.append(number if has_one else found[-1])
    return found[::-1]


def own_bodies(numbers: Sequence[ReadNumber]) -> list[Token | None]:
    """The body that stands at each number: its own, else that of the next number that has one, up to an edition."""
    if len(numbers) == 1:
        return [numbers[0].own]
    found: list[Token | None] = []
    following: Token | None = None
    for number in reversed(numbers):
        if number.own is not None:
            following = number.own if number.own.type != "JOINED" else None
            found.append(number.own)
        else:
            found.append(following)
    return found[::-1]


def share(
    numbers: Sequence[ReadNumber], behind: ReadParenthesis | None
) -> list[tuple[list[ReadEdition], ReadParenthesis | None, bool]]:
    """Editions and parenthesis of every number, its own or else those of the next number that has one; and whether
    several share it. The parenthesis `behind` the body of all of them may hold one edition for each.
    """
    if len(numbers) == 1 and (behind is None or not behind.respectively):
        return [(numbers[0].editions, numbers[0].parenthesis, False)]
    found: list[tuple[list[ReadEdition], ReadParenthesis | None, bool]] = []
    without = not any(number.editions or number.same for number in numbers)
    if without and behind and behind.respectively and len(behind.editions) == len(numbers):
        return [([edition], behind, False) for edition in behind.editions]
    at = 0
    while at < len(numbers):
        last = at
        while last < len(numbers) and not numbers[last].editions and not numbers[last].same:
            last += 1
        if last == len(numbers):
            found += [(number.editions, number.parenthesis, False) for number in numbers[at:]]
            break
        sharing = last - at + 1
        parenthesis, editions = numbers[last].parenthesis, numbers[last].editions
        if parenthesis is not None and parenthesis.respectively and len(editions) == sharing:
            found += [([edition], parenthesis, False) for edition in editions]
        else:
            found += [(editions, parenthesis, sharing > 1)] * sharing
        at = last + 1
    return found
