"""Run the LALR tables of a grammar over one candidate.

Lark's own runtime does the same for every grammar there is; this does it for ours, in half the time and without
the 37 ms that importing Lark takes, and a test holds the two together. The lexer is contextual: in each state it tries
the terminals that may follow there, in Lark's order of priority.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Matcher = Callable[[str, int], re.Match[str] | None]

END = "$END"
WHITE = re.compile(r"\s*")


class Token:
    """A terminal as it stands in the candidate: `text[start:end]`, zero-based characters."""

    __slots__ = ("end", "start", "text", "type")

    def __init__(self, type_: str, text: str, start: int, end: int) -> None:
        self.type = type_
        self.text = text
        self.start = start
        self.end = end


class Tree:
    """A rule with what it was made of: tokens and trees."""

    __slots__ = ("children", "type")

    def __init__(self, type_: str, children: list[Token | Tree]) -> None:
        self.type = type_
        self.children = children


class Misfit(Exception):  # noqa: N818 - no error: the candidate is cut at `at` and tried again
    """The candidate stops being a citation at the character `at`."""

    def __init__(self, at: int) -> None:
        self.at = at
        super().__init__(at)


class Automaton:
    """A parser made of plain tables; see `grammar.build`."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self._patterns: dict[str, str] = tables["terminals"]
        self._compiled: dict[str, Matcher] = {}
        self._rules: list[tuple[str, str, int]] = [tuple(rule) for rule in tables["rules"]]
        # A state: its terminals in the order of trial, their matchers (None until first tried), shifts, reductions.
        self._states: dict[int, tuple[list[str], list[Matcher | None], dict[str, int], dict[str, int]]] = {
            int(state): (names, [None] * len(names), shifts, reductions)
            for state, (names, shifts, reductions) in tables["states"].items()
        }
        self._start: int = tables["start"]
        self._end: int = tables["end"]

    def parse(self, text: str) -> Tree:
        """The tree of a candidate; Misfit where it is none."""
        states = self._states
        stack = [self._start]
        values: list[list[Token | Tree]] = []
        at = 0
        size = len(text)
        while True:
            at = WHITE.match(text, at).end()  # type: ignore[union-attr]
            token = self._token(states[stack[-1]], text, at) if at < size else None
            if token is None and at < size:
                raise Misfit(at)
            symbol = END if token is None else token.type
            while True:
                _, _, shifts, reductions = states[stack[-1]]
                reduction = reductions.get(symbol)
                if reduction is None:
                    break
                self._reduce(self._rules[reduction], stack, values)
                if symbol == END and stack[-1] == self._end:
                    tree = values[-1][0]
                    assert isinstance(tree, Tree)
                    return tree
            following = shifts.get(symbol)
            if following is None:
                raise Misfit(at)
            assert token is not None
            stack.append(following)
            values.append([] if symbol[0] == "_" else [token])
            at = token.end

    def _reduce(self, rule: tuple[str, str, int], stack: list[int], values: list[list[Token | Tree]]) -> None:
        """Make one value of the last ones; a rule whose name starts with "_" gives its parts, not a tree."""
        name, origin, length = rule
        parts: list[Token | Tree] = []
        if length:
            # A list of any length is one value that grows: its first part takes up the others.
            parts = values[-length]
            for value in values[len(values) - length + 1 :]:
                parts += value
            del stack[-length:]
            del values[-length:]
        stack.append(self._states[stack[-1]][2][origin])
        values.append(parts if origin[0] == "_" else [Tree(name, parts)])

    def _token(self, state: tuple[list[str], list[Matcher | None], Any, Any], text: str, at: int) -> Token | None:
        names, matchers, _, _ = state
        for number, matcher in enumerate(matchers):
            if matcher is None:
                matcher = matchers[number] = self._matcher(names[number])
            match = matcher(text, at)
            if match is not None and match.end() > at:
                return Token(names[number], match.group(), at, match.end())
        return None

    def _matcher(self, name: str) -> Matcher:
        if name not in self._compiled:
            self._compiled[name] = re.compile(self._patterns[name]).match
        return self._compiled[name]
