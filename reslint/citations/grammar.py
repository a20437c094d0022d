"""The grammar of citations, filled with the vocabulary; Lark makes LALR tables of it, once.

The tables are plain data and kept in the cache folder, so that a run needs neither Lark nor the time it takes: they are
made again when the grammar or the vocabulary changes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Protocol

from reslint.citations.automaton import Automaton, Compile
from reslint.storage.cache import Cache, fingerprint
from reslint.storage.late import late

SOURCE = Path(__file__).with_name("citation.lark")
BLANK = late(r"«(\w+)»")
PUBLICATIONS = Path(__file__).with_name("publication.lark")
FORMAT = b"6"


class Fragments(Protocol):
    """What fills the blanks of a grammar."""

    fragments: dict[str, str]


def filled(lexicon: Fragments, source: Path = SOURCE) -> str:
    """A grammar in Lark's notation with the words of one language in it."""
    return BLANK.sub(lambda blank: lexicon.fragments[blank[1]].replace("/", r"\/"), source.read_text("utf-8"))


def build(lexicon: Fragments, cache: Cache, compile_: Compile = re.compile, source: Path = SOURCE) -> Automaton:
    """The parser of a grammar, from the cache where the same one was built before."""
    text = filled(lexicon, source)
    name = f"grammar-{fingerprint(FORMAT, text.encode())}.json"
    tables = cache.recall(name)
    if tables is None:
        tables = _tables(text)
        cache.store(name, tables)
    return Automaton(tables, compile_)


def _tables(text: str) -> dict[str, Any]:
    """The LALR tables: states with their terminals in the order of trial, actions and gotos, and the rules."""
    from lark import Lark
    from lark.parsers.lalr_analysis import Shift

    from reslint.citations.openings import openings
    from reslint.citations.stopping import stopping

    lark = Lark(text, parser="lalr", lexer="contextual", maybe_placeholders=False)
    table = lark.parser.parser._parse_table
    lexers = lark.parser.lexer.lexers
    rules: list[Any] = []
    numbers: dict[Any, int] = {}
    states = {}
    for state, actions in table.states.items():
        shifts, reductions = {}, {}
        for symbol, (action, argument) in actions.items():
            if action is Shift:
                shifts[symbol] = argument
                continue
            if argument not in numbers:
                numbers[argument] = len(rules)
                name = argument.alias or argument.origin.name
                rules.append([str(name), str(argument.origin.name), len(argument.expansion)])
            reductions[symbol] = numbers[argument]
        ignored = set(lark.ignore_tokens)
        order = [terminal.name for terminal in lexers[state].terminals if terminal.name not in ignored]
        states[str(state)] = [[name for name in order if name in shifts or name in reductions], shifts, reductions]
    patterns = {terminal.name: terminal.pattern.to_regexp() for terminal in lark.terminals}
    begun, behind_commas, stops = {}, {}, {}
    for name, pattern in patterns.items():
        # One pattern after the other: to parse one takes longer than to read what it tells.
        begun[name] = openings(pattern)
        behind_commas[name] = openings(pattern, behind_comma=True)
        stops[name] = stopping(pattern)
    return {
        "terminals": patterns,
        "openings": begun,
        "behind commas": behind_commas,
        "stopping": stops,
        "states": states,
        "rules": rules,
        "start": table.start_states["start"],
        "end": table.end_states["start"],
    }
