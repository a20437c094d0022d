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
Compile = Callable[[str], re.Pattern[str]]

# What is passed over behind a comma.
PASSED = ", \t\n\r\f\v\x1c\x1d\x1e\x1f"

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
    """A parser made of plain tables; see `grammar.build`. `compile_` makes matchers of the patterns of terminals."""

    def __init__(self, tables: dict[str, Any], compile_: Compile = re.compile) -> None:
        self._compile = compile_
        self._patterns: dict[str, str] = tables["terminals"]
        self._openings: dict[str, str | None] = tables["openings"]
        self._behind_commas: dict[str, str | None] = tables["behind commas"]
        self._compiled: dict[str, Matcher] = {}
        # A rule: its name, None for one that gives its parts and no tree; where it leads, and how many values it takes.
        self._rules: list[tuple[str | None, str, int]] = [
            (None if origin[0] == "_" else name, origin, length) for name, origin, length in tables["rules"]
        ]
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
                sign = text[at]
                if sign == "," and at + 2 < size:
                    # What may follow is told by the sign behind the comma.
                    sign += text[at + 2 if text[at + 1] == " " else at + 1]
                trials = state[1].get(sign)
                for trial in self._trials(state, sign) if trials is None else trials:
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

    def _reduce(self, rule: tuple[str | None, str, int], stack: list[int], values: list[list[Token | Tree]]) -> None:
        """Make one value of the last ones."""
        name, origin, length = rule
        if length == 1:
            parts = values.pop()
            stack.pop()
        elif length:
            # A list of any length is one value that grows: its first part takes up the others.
            parts = values[-length]
            for value in values[1 - length :]:
                parts += value
            del stack[-length:]
            del values[-length:]
        else:
            parts = []
        stack.append(self._states[stack[-1]][2][origin])
        values.append(parts if name is None else [Tree(name, parts)])

    def _trials(self, state: State, sign: str) -> list[Trial]:
        """The terminals of a state that can begin with a character, or with a comma and another behind it."""
        openings = self._openings
        fitting = [name for name in state[0] if not sign.isascii() or sign[0] in (openings[name] or sign)]
        if sign[0] == "," and sign.isascii() and sign[-1] not in PASSED:
            behind = self._behind_commas
            fitting = [name for name in fitting if sign[-1] in (behind[name] or sign)]
        state[1][sign] = trials = [[name, self._compiled.get(name)] for name in fitting]
        return trials

    def _matcher(self, trial: Trial) -> Matcher:
        """The matcher of a terminal, compiled when it is first tried."""
        name = trial[0]
        if name not in self._compiled:
            self._compiled[name] = self._compile(self._patterns[name]).match
        trial[1] = self._compiled[name]
        return self._compiled[name]
