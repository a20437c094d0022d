"""Run the LALR tables of a grammar over one candidate.

Lark's own runtime does the same for every grammar there is; this does it for ours, in half the time and without
the 37 ms that importing Lark takes, and a test holds the two together. The lexer is contextual: in each state it tries
the terminals that may follow there, in Lark's order of priority.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from reslint.citations.fitting import ANYWHERE, FIRST, NOWHERE, PASSED, Groups, fits, signs_at
from reslint.lately import Lately
from reslint.named import NamedTuple

Matcher = Callable[[str, int], re.Match[str] | None]
Compile = Callable[[str], re.Pattern[str]]

Trial = list[Any]
"""The name of a terminal and its matcher."""
Found = tuple[str, int, int]
"""The name of a terminal, where it begins and where it ends."""
State = tuple[list[str], dict[str, list[Trial]], dict[str, int], dict[str, int]]
Rule = tuple[str | None, int]
"""The name of a rule, None for one that gives its parts and no tree, and how many values it takes."""

END = "$END"
CLOSING = ")"
DEEPEST = 40
"""Stacks of fewer states are kept: parentheses may stand in one another without end."""
MOST = 4096
"""So many stacks are kept, many times as many as real texts need: others may mix what stands in one another at will."""
MOST_BEGUN = 512
"""The last so many beginnings of candidates are kept, and those asked for since."""
LONGEST_BEGUN = 160
"""None is longer, in characters."""


class Token(NamedTuple):
    """A terminal as it stands in the candidate: `text[start:end]`, zero-based characters."""

    type: str
    text: str
    start: int
    end: int


class Tree:
    """A rule with what it was made of: tokens and trees."""

    __slots__ = ("children", "type")

    def __init__(self, type_: str, children: list[Token | Tree]) -> None:
        self.type = type_
        self.children = children


class Standing:
    """Where one stands behind some terminals: the `stack` of states, and the `trials` of the last one by the characters
    that may come. By the name of each terminal that may follow, what it reduces and where one stands then.
    """

    __slots__ = ("following", "reduced", "stack", "trials")

    def __init__(self, stack: tuple[int, ...], trials: dict[str, list[Trial]]) -> None:
        self.stack = stack
        self.trials = trials
        self.reduced: dict[str, list[Rule]] = {}
        self.following: dict[str, Standing] = {}


class Accepted(NamedTuple):
    """The terminals that a candidate is made of: their names, and where each begins and ends."""

    names: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


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
        self._openings: dict[str, Groups | None] = tables["openings"]
        self._behind_commas: dict[str, Groups | None] = tables["behind commas"]
        # What no match gets past, by where parentheses open before that.
        self._stopping: dict[str, list[str]] = tables["stopping"]
        self._compiled: dict[str, Matcher] = {}
        # A rule: its name, where it leads, and how many values it takes.
        self._rules: list[tuple[str, str, int]] = [tuple(rule) for rule in tables["rules"]]
        # A state: its terminals in the order of trial, those of them that fit a character (filled when it is first
        # met), shifts, reductions.
        self._states: dict[int, State] = {
            int(state): (names, {}, shifts, reductions)
            for state, (names, shifts, reductions) in tables["states"].items()
        }
        self._end: int = tables["end"]
        # Where one may stand, and what follows there, is worked out when it is first met.
        self._standings: dict[tuple[int, ...], Standing] = {}
        self._first = self._standing((tables["start"],))
        self._begun: Lately[str, tuple[Standing, list[Found]]] = Lately(MOST_BEGUN)

    def accepted(self, text: str) -> Accepted:
        """The terminals of a candidate; Misfit where it is none.

        Those up to the first closing parenthesis are known again, where none that was tried gets past it.
        """
        standing = self._first
        found: list[Found] = []
        at = 0
        size = len(text)
        closed = text.find(CLOSING, 0, LONGEST_BEGUN) + 1
        beginning = text[:closed]
        begun = self._begun.get(beginning) if closed else None
        if begun is not None:
            standing, found, at = begun[0], begun[1].copy(), closed
        while at < size:
            sign = text[at]
            if sign.isspace():
                at += 1
                continue
            signs = signs_at(text, at) if sign == "," else text[at : at + 2]
            try:
                trials = standing.trials[signs]
            except KeyError:
                trials = self._trials(standing, signs)
            for name, matcher in trials:
                match = matcher(text, at)
                if match is not None and (end := match.end()) > at:
                    found.append((name, at, end))
                    break
            else:
                raise Misfit(at)
            try:
                standing = standing.following[name]
            except KeyError:
                following = self._following(standing, name)
                if following is None:
                    raise Misfit(at) from None
                standing = following
            at = end
        if END not in standing.following and self._following(standing, END) is None:
            raise Misfit(at)
        if closed and begun is None:
            self._keep(beginning, found)
        names, starts, ends = zip(*found, strict=True) if found else ((), (), ())
        return Accepted(names, starts, ends)

    def _keep(self, beginning: str, found: Sequence[Found]) -> None:
        """Keep what a candidate begins with, up to the first closing parenthesis, if that cannot be another one where
        other words follow.
        """
        standing = self._first
        terminals: list[Found] = []
        for terminal in found:
            name, start, end = terminal
            if end > len(beginning):
                return
            rest = frozenset(beginning[start:])
            opened = ANYWHERE if "(" in beginning[start + 1 :] else FIRST if "(" in rest else NOWHERE
            # What may be tried where something else follows.
            signs = signs_at(beginning, start)
            for tried, _ in standing.trials.get(signs) or self._trials(standing, signs):
                if rest.isdisjoint(self._stopping[tried][opened]):
                    return
                if tried == name:
                    break
            following = standing.following.get(name)
            if following is None:
                return
            standing = following
            terminals.append(terminal)
            if end == len(beginning):
                break
        else:
            return
        self._begun.keep(beginning, (standing, terminals))

    def tree(self, accepted: Accepted, text: str) -> Tree:
        """The tree of a candidate that was accepted, which depends on the names of its terminals alone."""
        standing = self._first
        values: list[list[Token | Tree]] = []
        for name, start, end in zip(*accepted, strict=True):
            following = standing.following.get(name) or self._following(standing, name)
            assert following is not None
            for rule in standing.reduced[name]:
                _reduce(rule, values)
            standing = following
            values.append([] if name[0] == "_" else [Token(name, text[start:end], start, end)])
        self._following(standing, END)
        for rule in standing.reduced[END]:
            _reduce(rule, values)
        tree = values[0][0]
        assert isinstance(tree, Tree)
        return tree

    def parse(self, text: str) -> Tree:
        """The tree of a candidate; Misfit where it is none."""
        return self.tree(self.accepted(text), text)

    def _standing(self, stack: tuple[int, ...]) -> Standing:
        known = self._standings.get(stack)
        if known is None:
            known = Standing(stack, self._states[stack[-1]][1])
            if len(stack) < DEEPEST and len(self._standings) < MOST:
                self._standings[stack] = known
        return known

    def _following(self, standing: Standing, name: str) -> Standing | None:
        """Where one stands behind a terminal, which is noted with what it reduces; None where it cannot follow."""
        stack = list(standing.stack)
        rules: list[Rule] = []
        while True:
            _, _, shifts, reductions = self._states[stack[-1]]
            reduction = reductions.get(name)
            if reduction is None:
                break
            called, origin, length = self._rules[reduction]
            rules.append((None if origin[0] == "_" else called, length))
            del stack[len(stack) - length :]
            stack.append(self._states[stack[-1]][2][origin])
            if name == END and stack[-1] == self._end:
                break
        if name != END:
            following = shifts.get(name)
            if following is None:
                return None
            stack.append(following)
        elif stack[-1] != self._end:
            return None
        standing.reduced[name] = rules
        behind = self._standing(tuple(stack))
        if behind.stack in self._standings:
            standing.following[name] = behind
        return behind

    def _trials(self, standing: Standing, signs: str) -> list[Trial]:
        """The terminals that can begin with two characters, or with a comma and two behind it."""
        names = self._states[standing.stack[-1]][0]
        openings, behind = self._openings, self._behind_commas
        if signs[0] == ",":
            names = [name for name in names if fits(openings[name], ",") and fits(behind[name], signs[1:], PASSED)]
        else:
            names = [name for name in names if fits(openings[name], signs)]
        standing.trials[signs] = trials = [self._trial(name) for name in names]
        return trials

    def _trial(self, name: str) -> Trial:
        """A terminal that is tried, compiled when it is first."""
        trial: Trial = [name, self._compiled.get(name)]

        def first(text: str, at: int) -> re.Match[str] | None:
            if name not in self._compiled:
                self._compiled[name] = self._compile(self._patterns[name]).match
            trial[1] = self._compiled[name]
            return self._compiled[name](text, at)

        trial[1] = trial[1] or first
        return trial


def _reduce(rule: Rule, values: list[list[Token | Tree]]) -> None:
    """Make one value of the last ones."""
    name, length = rule
    parts: list[Token | Tree] = []
    if length == 1:
        parts = values.pop()
    elif length:
        # A list of any length is one value that grows: its first part takes up the others.
        parts = values[-length]
        for value in values[1 - length :]:
            parts += value
        del values[-length:]
    values.append(parts if name is None else [Tree(name, parts)])
