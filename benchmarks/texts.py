"""Texts made by rule in the form of real ones: contributions full of citations, prose with few, and court opinions.

They are the same in every run. Of the citations about every third is outdated, misspelt or malformed, as in real
drafts: a text without any finding would spare the rules their work.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from random import Random

RIGHT = (
    "Resolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference",
    "Resolution 30 (Rev. Kigali, 2022) of the World Telecommunication Development Conference (WTDC)",
    "Resolution 178 (Guadalajara, 2010) of the Plenipotentiary Conference",
    "Resolution ITU\u2011R 61-3 (Dubai, 2023) of the Radiocommunication Assembly",
    "Resolution 1332, first adopted by the Council at its 2011 session and last modified at its 2024 session",
    "Council Resolution 1334 (Modified 2023)",
    "UNGA Resolution 70/125",
    "United Nations General Assembly (UNGA) Resolution 70/1",
    "Resolutions 102 and 130 (Rev. Bucharest, 2022)",
    "PP Resolution 140",
    "Resolution 45 (Rev.\u00a0Kigali, 2022) of this Conference",
)
FLAWED = (
    "Resolution 139 (Rev. Dubai, 2018) of the Plenipotentiary Conference",
    "Resolution 102 (Rev. Buchrest, 2022) of the Plenipotentiary Conference",
    "Resolution 70 (Busan 2014)",
    "UNGA Resolution A/70/125",
    "Resolution 1332, first adopted by the Council at its 2011 session and last modified at its 2019 session",
    "Resolution 37 (Rev. Buenos Aires, 2017 ) of the World Telecommunication Development Conference",
)
COURT = (
    "Roe v. Ferris, 410 U.S. 113, 120 (1973)",
    "Doe v. Hall, 22 F.3d 100 (9th Cir. 1994)",
    "42 U.S.C. § 1983",
    "State v. Marsh, 118 N.E.2d 33 (1954)",
)
SENTENCES = (
    "The programme of work was discussed at length, and several delegations asked for more time to consult capitals.",
    "Small administrations still find it hard to follow every meeting, in the room and from afar.",
    "It is proposed that the resolution be brought into line with what the other Sectors have decided since.",
    "The Council’s group has reported on the matter twice, and its report leaves the choice to the conference.",
    "Access alone does not close the gap: skills, prices and trust weigh as much as coverage does.",
    "The indicators that go with the strategic plan (see the annex) were revised by the experts (Geneva, 2023).",
    "Many of the texts in force repeat one another, which makes them hard to read and harder to carry out.",
    "No additional cost is foreseen; the work can be done by the study groups within their present budget.",
)
SUBJECTS = (
    "bridging the distance between those who have access and those who have none",
    "the strategic plan for the coming period and the indicators that go with it",
    "the protection of those who use the services of today and of tomorrow",
    "meetings that can be followed by everybody, in the room and from afar",
    "the part that small administrations take in the work of the groups",
)
PREAMBLE = ("recalling", "considering", "noting further", "recognizing")
OPERATIVE = (
    "resolves",
    "instructs the Director of the Telecommunication Standardization Bureau",
    "invites Member States and Sector Members",
)
HEADING = """\
MOD\tABC/12A{number}/1
RESOLUTION {number} (Rev. Geneva, 2022)
{title}
(Florianópolis, 2004; Johannesburg, 2008; Dubai, 2012; Geneva, 2022)
The World Telecommunication Standardization Assembly (Geneva, 2022),
"""


def contribution(number: int) -> str:
    """A contribution of some 9,000 characters with about one citation for every 400 of them."""
    chance = Random(number)
    subject = SUBJECTS[number % len(SUBJECTS)]
    lines = ["Abstract:", f"\tThis contribution proposes to revise the text on {subject}.", "Introduction"]
    lines += [f"{_prose(chance, 3)} This follows {_cited(chance)}. {_prose(chance, 2)}" for _ in range(3)]
    lines += ["Proposal", _prose(chance, 2), "", HEADING.format(number=number % 90 + 2, title=subject.capitalize())]
    for clause in PREAMBLE:
        lines.append(clause)
        lines += _items(chance, [f"{letter})" for letter in "abcdefg"], ",")
    for clause in OPERATIVE:
        lines.append(clause)
        lines += _items(chance, [str(label) for label in range(1, 6)], "." if clause is OPERATIVE[-1] else ",")
    return "\n".join(lines) + "\n"


def dense(size: int, first: int = 0) -> str:
    """Contributions one after the other, from number `first` on, `size` characters."""
    return _filled(size, contribution, first)


def sparse(size: int, first: int = 0) -> str:
    """Prose in lines of some 160 characters with a citation for every 6,000, from page `first` on, `size` long."""

    def page(number: int) -> str:
        chance = Random(number)
        lines = [_prose(chance, 2)[:160] for _ in range(37)]
        return "\n".join([*lines, f"This follows {_cited(chance)}, as was said before."]) + "\n"

    return _filled(size, page, first)


def opinions(size: int) -> str:
    """Contributions whose other items cite courts: as much to find for a reader of court citations as for us."""

    def opinion(number: int) -> str:
        chance = Random(number)
        lines = contribution(number).split("\n")
        return "\n".join(
            f"{line[:-1]}, following {chance.choice(COURT)}{line[-1]}" if len(line) > 100 and "(" not in line else line
            for line in lines
        )

    return _filled(size, opinion)


def paragraph(citations: int) -> str:
    """One paragraph of so many citations."""
    return ", ".join(f"Resolution {number % 200 + 1} (Rev. Dubai, 2018)" for number in range(citations))


def numbers(citations: int) -> str:
    """One citation of so many numbers that share an edition."""
    return f"Resolutions {', '.join(str(number % 200 + 1) for number in range(citations))} and 5 (Rev. Dubai, 2018)"


def nested(depth: int) -> str:
    """One citation whose edition stands in so many parentheses."""
    return f"Resolution 71 {'(' * depth}Rev. Dubai, 2018{')' * depth}"


def _items(chance: Random, labels: list[str], ending: str) -> list[str]:
    items = []
    for place, label in enumerate(labels):
        subject = chance.choice(SUBJECTS)
        words = f"that {subject} calls for common effort, and that much of it is left to those who come after us"
        if chance.random() < 0.4:
            words = f"{_cited(chance)}, on {subject}"
        # A list that is written by hand now and then lacks or doubles a mark.
        mark = ending if place == len(labels) - 1 else chance.choices((";", ",;"), (60, 1))[0]
        items.append(f"{label}\t{words}{mark}")
    return items


def _cited(chance: Random) -> str:
    return chance.choice(FLAWED if chance.random() < 0.35 else RIGHT)


def _prose(chance: Random, sentences: int) -> str:
    return " ".join(chance.choice(SENTENCES) for _ in range(sentences))


def _filled(size: int, piece: Callable[[int], str], first: int = 0) -> str:
    texts: list[str] = []
    missing = size
    for number in count(first):
        if missing <= 0:
            break
        texts.append(piece(number))
        missing -= len(texts[-1])
    return "".join(texts)[:size]
