"""Mutations of values, for what is read as data: TOML, JSON and YAML, written again as the format does it."""

from __future__ import annotations

import copy
import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import yaml

from fuzz import linewise
from fuzz.chance import ODD_WORDS
from fuzz.citing import broken

MOST = 3
MANY = 200
LONGEST = 4000
"""What is longer is not written many times: what that makes could be made many times again."""
DEEP = "@deep@"
BARE = re.compile(r"[A-Za-z0-9_-]+")
DEPTHS = (30, 900, 5000)
ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**63, 10**30, 1.5, float("inf"), float("nan"), 1e308, [], {}, [[]], {"": {}},
    [None], DEEP, {"x": DEEP}, ["STA", "ALL"], ["nothing"], {"STA001": "error"}, "2024-10-15", date(2024, 10, 15),
    "64 MiB",
)  # fmt: skip
Place = tuple[Any, Any]
"""A list or table, and the number or key of something in it."""


def in_toml(data: bytes, chance: Random) -> bytes:
    """Other settings."""
    try:
        table = tomllib.loads(data.decode())
    except (ValueError, RecursionError):
        return linewise.mutate(data, chance)
    _mutate(table, chance)
    return _deepened("".join(f"{line}\n" for line in _toml_lines(table)), chance)


def in_json(data: bytes, chance: Random) -> bytes:
    """Another baseline."""
    try:
        table = json.loads(data)
    except (ValueError, RecursionError):
        return linewise.mutate(data, chance)
    return _deepened(json.dumps(_mutate(table, chance), default=str, skipkeys=True), chance)


def in_yaml(data: bytes, chance: Random) -> bytes:
    """Another registry; its sections stay at the beginnings of lines."""
    try:
        table = yaml.safe_load(data)
    except (ValueError, RecursionError, yaml.YAMLError):
        return linewise.mutate(data, chance)
    if not isinstance(table, dict):
        return linewise.mutate(data, chance)
    _mutate(table, chance)
    lines = (f"{key}: {json.dumps(value, default=str, skipkeys=True)}\n" for key, value in table.items())
    return _deepened("".join(lines), chance)


def _mutate(table: Any, chance: Random) -> Any:
    for _ in range(chance.choice((1, 1, 1, MOST))):
        places = list(_places(table))
        if not places:
            break
        holder, key = chance.choice(places)
        there, other_key = chance.choice(places)
        other = json.loads(json.dumps(there[other_key], default=str, skipkeys=True))
        what = chance.randrange(9)
        if what == 0:
            del holder[key]
        elif what == 1:
            holder[key] = chance.choice(ODD_WORDS)
        elif what == 2:
            holder[key] = other
        elif what == 3:
            one = holder[key]
            times = MANY if len(json.dumps(one, default=str, skipkeys=True)) < LONGEST else 2
            holder[key] = chance.choice(([one], {"x": one}, [one] * times, str(one)))
        elif what == 4 and isinstance(holder, dict):
            holder[chance.choice((*ODD_WORDS, str(other_key)))] = holder.pop(key)
        elif what > 5 and isinstance(holder[key], str):
            holder[key] = broken(holder[key], chance)
        else:
            holder[key] = copy.deepcopy(chance.choice(ODD_VALUES))
    return table


def _places(value: Any) -> Iterator[Place]:
    """Every key and index of a value, however deep it is."""
    left = [value]
    while left:
        holder = left.pop()
        for key, item in holder.items() if isinstance(holder, dict) else enumerate(holder):
            yield holder, key
            if isinstance(item, dict | list):
                left.append(item)


def _deepened(text: str, chance: Random) -> bytes:
    """The text with brackets in brackets where a value is to be deep: what writes it could not."""
    deep = chance.choice(DEPTHS)
    return text.replace(f'"{DEEP}"', "[" * deep + "]" * deep).encode("utf-8", "surrogatepass")


def _toml_lines(table: dict[str, Any]) -> Iterator[str]:
    """Keys of tables are dotted, as in `tool.reslint`, by which reslint knows the settings that are its own."""
    for key, value in table.items():
        if isinstance(value, dict) and value:
            yield from (f"{_toml_key(key)}.{_toml_key(inner)} = {_toml(item)}" for inner, item in value.items())
        else:
            yield f"{_toml_key(key)} = {_toml(value)}"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml_key(key)} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, float):
        return repr(value)
    return value.isoformat() if isinstance(value, date) else json.dumps(value, default=str)


def _toml_key(key: Any) -> str:
    return key if isinstance(key, str) and BARE.fullmatch(key) else json.dumps(str(key))
