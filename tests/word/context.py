"""What all makers of a random document share: chance, numbers that may occur once, and a tally of the constructs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

T = TypeVar("T")
Choice = tuple[float, str, Callable[[], T]]
"""A weight, the name of a construct, and what makes it."""

AUTHORS = ("ATU", "Secretariat", "APT &amp; RCC")


@dataclass(frozen=True, slots=True)
class Note:
    """A note that is called for: whether its mark is its own, and the change its mark stands under."""

    custom: bool
    layer: str


@dataclass(slots=True)
class Context:
    """One document in the making.

    `excluded` names the constructs that may not occur in it; `used` collects those that do.
    """

    random: Random
    excluded: frozenset[str] = frozenset()
    used: set[str] = field(default_factory=set)
    links: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[Note]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    comments: int = 0
    wants_box: bool = False
    in_body: bool = False
    last_id: int = 100

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def allows(self, construct: str) -> bool:
        return construct not in self.excluded

    def use(self, construct: str, probability: float = 1.0) -> bool:
        """Decide whether to emit a construct, and count it if so."""
        if construct in self.excluded or not self.chance(probability):
            return False
        self.used.add(construct)
        return True

    def pick(self, choices: Sequence[Choice[T]]) -> T:
        """Make one of the constructs that are allowed, by weight."""
        allowed = [choice for choice in choices if self.allows(choice[1])]
        _, name, make = self.random.choices(allowed, [choice[0] for choice in allowed])[0]
        self.used.add(name)
        return make()

    def next_id(self) -> int:
        """Give a number that is unique over all revisions, bookmarks and drawings of the document."""
        self.last_id += 1
        return self.last_id

    def revision(self, author: str | None = None) -> str:
        """Give the attributes of a tracked change."""
        author = author or self.random.choice(AUTHORS)
        return f'w:id="{self.next_id()}" w:author="{author}" w:date="2024-05-06T07:08:09Z"'
