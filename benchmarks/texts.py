"""Texts in the form of real contributions, made by rule: dense ones full of citations, sparse ones with few."""

from __future__ import annotations

SUBJECTS = (
    "bridging the distance between those who have access and those who have none",
    "the strategic plan for the coming period and the indicators that go with it",
    "protection of those who use the services of today and of tomorrow",
    "meetings that can be followed by everybody, in the room and from afar",
    "the part that small administrations take in the work of the groups",
)
CITED = (
    "Resolution 71 (Rev. Bucharest, 2022) of the Plenipotentiary Conference",
    "Resolution 30 (Rev. Kigali, 2022) of the World Telecommunication Development Conference (WTDC)",
    "Resolution ITU\u2011R 61-3 (Dubai, 2023) of the Radiocommunication Assembly",
    "Resolution 1332, first adopted by the Council at its 2011 session and last modified at its 2024 session",
    "UNGA Resolution 70/125",
    "Resolution 139 (Rev.\u00a0Dubai, 2018) of the Plenipotentiary Conference",
    "Resolutions 102 and 130 (Rev. Bucharest, 2022)",
    "Council Resolution 1334 (Modified 2023)",
)
PROSE = (
    "The programme of work was discussed at length, and several delegations asked for more time to consult their "
    "capitals before any decision is taken on the matter.\n"
)
CLAUSES = ("recalling", "considering", "noting further", "recognizing", "taking into account")
LETTERS = "abcdefgh"


def contribution(number: int) -> str:
    """One contribution of some 12,000 characters, about one citation for every 500 of them."""
    lines = ["Abstract:", f"\tThis contribution proposes to revise the text on {SUBJECTS[number % 5]}.", ""]
    for turn, clause in enumerate(CLAUSES):
        lines.append(clause)
        for place, letter in enumerate(LETTERS):
            which = number + turn * len(LETTERS) + place
            subject = SUBJECTS[which % len(SUBJECTS)]
            if place % 2:
                words = (
                    f"{CITED[which % len(CITED)]}, on {subject}, as it was taken up by the groups in their work since"
                )
            else:
                words = (
                    f"that {subject} calls for common effort, and that much of it is left to those who come after us"
                )
            ending = "," if place == len(LETTERS) - 1 else ";"
            lines.append(f"{letter})\t{words}, within the means that the financial plan leaves to them{ending}")
    lines.append("resolves")
    lines += [f"{count}\tto continue to work on {SUBJECTS[count % 5]};" for count in range(1, 9)]
    lines.append("9\tto report on all of this to the next conference.")
    return "\n".join(lines) + "\n"


def dense(size: int) -> str:
    """Contributions one after the other, at least `size` characters."""
    texts: list[str] = []
    length = 0
    while length < size:
        texts.append(contribution(len(texts)))
        length += len(texts[-1])
    return "".join(texts)


def mixed(size: int) -> str:
    """The dense text with a citation of a court's judgment beside every second citation of a resolution."""
    lines = dense(size).splitlines(keepends=True)
    for number, line in enumerate(lines):
        if "Resolution" in line and number % 2:
            lines[number] = line.replace(
                ", on ", f"; cf. Doe v. Roe, {400 + number % 99} U.S. {number % 900 + 1} (1999), on ", 1
            )
    return "".join(lines)


def sparse(size: int) -> str:
    """Prose in lines of some 160 characters with one citation for every 6,000, at least `size` characters."""
    page = PROSE * 38 + f"This follows {CITED[0]} and nothing else.\n"
    return page * (size // len(page) + 1)
