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

Trial = list[Any]
"""The name of a terminal and its matcher, which is None until it is first tried."""
State = tuple[list[str], dict[str, list[Trial]], dict[str, int], dict[str, int]]

END = "$END"


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
        self._openings: dict[str, str | None] = tables["openings"]
        self._compiled: dict[str, Matcher] = {}
        self._rules: list[tuple[str, str, int]] = [tuple(rule) for rule in tables["rules"]]
        # A state: its terminals in the order of trial, those of them that fit a character (filled when it is first
        # met), shifts, reductions.
        self._states: dict[int, State] = {
            int(state): (names, {}, shifts, reductions)
            for state, (names, shifts, reductions) in tables["states"].items()
        }
        self._start: int = tables["start"]
        self._end: int = tables["end"]

    def parse(self, text: str) -> Tree:
        """The tree of a candidate; Misfit where it is none."""
        states = self._states
        rules = self._rules
        stack = [self._start]
        values: list[list[Token | Tree]] = []
        at = 0
        size = len(text)
        while True:
            while at < size and text[at].isspace():
                at += 1
            state = states[stack[-1]]
            token = None
            if at < size:
                for trial in state[1].get(text[at]) or self._trials(state, text[at]):
                    match = (trial[1] or self._matcher(trial))(text, at)
                    if match is not None and match.end() > at:
                        token = Token(trial[0], match.group(), at, match.end())
                        break
                else:
                    raise Misfit(at)
            symbol = END if token is None else token.type
            while True:
                reduction = state[3].get(symbol)
                if reduction is None:
                    break
                self._reduce(rules[reduction], stack, values)
                state = states[stack[-1]]
                if symbol == END and stack[-1] == self._end:
                    tree = values[-1][0]
                    assert isinstance(tree, Tree)
                    return tree
            following = state[2].get(symbol)
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

    def _trials(self, state: State, sign: str) -> list[Trial]:
        """The terminals of a state that can begin with a character."""
        fitting = [name for name in state[0] if not sign.isascii() or sign in (self._openings[name] or sign)]
        state[1][sign] = trials = [[name, self._compiled.get(name)] for name in fitting]
        return trials

    def _matcher(self, trial: Trial) -> Matcher:
        """The matcher of a terminal, compiled when it is first tried."""
        name = trial[0]
        if name not in self._compiled:
            self._compiled[name] = re.compile(self._patterns[name]).match
        trial[1] = self._compiled[name]
        return self._compiled[name]
