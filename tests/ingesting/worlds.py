"""Worlds made up by chance: what some bodies adopted, revised and abrogated, and the official texts that say so."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from reslint.registry import Conference, Registry

NAMES = {
    "PP": "The Plenipotentiary Conference of the International Telecommunication Union",
    "WTDC": "The World Telecommunication Development Conference",
    "WTSA": "The World Telecommunication Standardization Assembly",
    "RA": "The ITU Radiocommunication Assembly",
    "COUNCIL": "The ITU Council",
}
TOPICS = [
    "networks",
    "islands",
    "training",
    "tariffs",
    "numbering",
    "satellites",
    "accessibility",
    "statistics",
    "spam",
]
FILLER = (
    "that the work on {topic} has gone on since the last meeting and that many have taken part in it,",
    "to bring the results on {topic} to the notice of everybody concerned, and to report on what was done;",
    "the needs of small administrations, which have no people of their own to follow what is done on {topic};",
)


@dataclass
class Text:
    """A text with the conferences of its editions, oldest first, a title for each, and who abrogated it, if anybody.

    `at_once` is false if there were conferences in between, which the texts say nothing of.
    """

    body: str
    number: int
    editions: list[Conference]
    titles: list[str]
    abrogated_by: Conference | None = None
    at_once: bool = True
    sources: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Its key in the registry."""
        return f"{self.body} {self.number}"

    def heading(self, at: int) -> str:
        """The heading of an edition."""
        held, first = self.editions[at], at == 0
        if self.body == "RA":
            years = "-".join(str(one.year) for one in self.editions[: at + 1])
            return f"RESOLUTION ITU-R {self.number}{f'-{at}' if at else ''} ({years})"
        if self.body == "COUNCIL":
            sessions = f"C{self.editions[0].year % 100:02}" + ("" if first else f", last amended C{held.year % 100:02}")
            return f"RESOLUTION {self.number} ({sessions})"
        return f"RESOLUTION {self.number} ({'' if first else 'Rev. '}{held.place}, {held.year})"

    def text(self, at: int, rng: random.Random, paragraphs: int) -> list[str]:
        """The paragraphs of an edition."""
        held = self.editions[at]
        history = "; ".join(f"{one.place}, {one.year}" for one in self.editions[: at + 1])
        lines = [self.heading(at), self.titles[at]]
        if self.body not in ("RA", "COUNCIL") and at:
            lines.append(f"({history})")
        lines.append(
            f"{NAMES[self.body]}{f' ({held.place}, {held.year})' if self.body not in ('RA', 'COUNCIL') else ''},"
        )
        lines.append("considering")
        lines += [
            f"{chr(97 + n % 26)})\t{rng.choice(FILLER).format(topic=rng.choice(TOPICS))}" for n in range(paragraphs)
        ]
        lines += ["resolves", "1\tto go on."]
        return lines

    def record(self) -> dict[str, Any]:
        """What the registry has to know when every edition was read."""
        present = self.titles[-1]
        groups: dict[str, list[str]] = {}
        for held, title in zip(self.editions, self.titles, strict=True):
            groups.setdefault(title, []).append(held.key)
        former = [{"title": title, "of": few(of)} for title, of in groups.items() if title != present]
        keys = [held.key for held in self.editions]
        gone = self.abrogated_by
        complete = keys[-1]
        if self.body == "COUNCIL":
            apart = [n for n, (one, later) in enumerate(pairwise(self.editions)) if later.year - one.year > 1]
            complete = keys[apart[0]] if apart else complete
        through = complete == keys[-1] and (self.at_once or not gone)
        return {
            "title": present,
            "title_of": few(groups[present]),
            **({"former_titles": former} if former else {}),
            "editions": [{"conference": key, "suffix": n} for n, key in enumerate(keys)] if self.body == "RA" else keys,
            **({"complete": True} if through else {"complete": complete} if complete != keys[0] else {}),
            "status": "abrogated" if gone else "in force",
            **({"abrogated_by": gone.key} if gone else {}),
            "checked": (gone or self.editions[-1]).key,
            "sources": sorted(self.sources),
        }


def few(keys: list[str]) -> list[str] | str:
    """One key alone, several as a list."""
    return keys if len(keys) > 1 else keys[0]


def texts(registry: Registry, rng: random.Random, count: int) -> list[Text]:
    """So many texts of all bodies, with histories of which nothing is missing."""
    made = []
    for number in range(count):
        body = rng.choice(list(NAMES))
        held = [
            one for one in registry.conferences_of(body) if one.year < 2026 and (body != "PP" or one.key != "APP-92")
        ]
        if body == "COUNCIL":
            held = [one for one in held if one.year > 2000]
        first = rng.randrange(len(held) - 1)
        editions = [
            held[first],
            *sorted(rng.sample(held[first + 1 :], rng.randint(0, min(3, len(held) - first - 1))), key=held.index),
        ]
        titles = [f"Work on {rng.choice(TOPICS)} of kind {number}"]
        for _ in editions[1:]:
            titles.append(
                titles[-1] if rng.random() < 0.6 else f"Further work on {rng.choice(TOPICS)} of kind {number}"
            )
        after = held[held.index(editions[-1]) + 1 :]
        gone = rng.choice(after) if after and body not in ("RA", "COUNCIL") and rng.random() < 0.3 else None
        made.append(Text(body, 500 + number, editions, titles, gone, gone in after[:1]))
    return made


def files(known: list[Text], rng: random.Random, day: str) -> dict[str, str]:
    """Official texts that say all this: a file for each edition, volumes of several, and lists of what was abrogated.

    Notes with every text where it is said.
    """
    volumes: dict[str, list[str]] = {}
    for text in known:
        for at, held in enumerate(text.editions):
            name = f"{held.key}.txt" if rng.random() < 0.5 else f"{text.body}-{text.number}-{at}.txt"
            lines = volumes.setdefault(name, [])
            text.sources.append(f"{name}, line {2 * len(lines) + 1}, read {day}")
            lines += text.text(at, rng, rng.randint(1, 4))
    gone: dict[str, list[Text]] = {}
    for text in known:
        if text.abrogated_by is not None:
            gone.setdefault(text.abrogated_by.key, []).append(text)
    for key, several in gone.items():
        by = several[0].abrogated_by
        assert by is not None
        lines = [f"List of the resolutions abrogated by {NAMES[by.body].removeprefix('The ')} ({by.place}, {by.year})"]
        for text in several:
            text.sources.append(f"abrogated-{key}.txt, line {2 * len(lines) + 1}, read {day}")
            lines.append(f"SUP Resolution {text.number}")
        volumes[f"abrogated-{key}.txt"] = lines
    return {name: "\n\n".join(lines) + "\n" for name, lines in volumes.items()}
