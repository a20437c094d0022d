"""Comparing: in what a case does not hold, as lines for people."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Record = Mapping[str, Any]


class Outcome(NamedTuple):
    """What came of a text: citations and findings as the JSON outputs have them, and the texts after `--fix`."""

    citations: Sequence[Record]
    findings: Sequence[Record]
    fixed: str
    fixed_unsafe: str


def differences(expected: Record, outcome: Outcome) -> Iterator[str]:
    """In what an outcome is not the expected one."""
    wanted = expected.get("citations")
    if wanted is not None:
        yield from _missing("citation", wanted, outcome.citations, _is_citation)
        if not expected.get("at_least") and len(wanted) != len(outcome.citations):
            yield f"{len(outcome.citations)} citations, not {len(wanted)}"
    yield from _unwanted("citation", expected.get("citations_never"), outcome.citations, _is_citation)
    yield from _missing("finding", expected.get("must") or (), outcome.findings, _is_finding)
    yield from _unwanted("finding", expected.get("never"), outcome.findings, _is_finding)
    for name, text in (("fixed", outcome.fixed), ("fixed_unsafe", outcome.fixed_unsafe)):
        if expected.get(name) is not None and expected[name] != text:
            yield f"{name}: {text!r}"
        yield from (f"{name} has {words!r}" for words in expected.get("fixed_has_not") or () if words in text)
    either = expected.get("either")
    if either and all(any(differences(one, outcome)) for one in either):
        yield "none of either"


def streams(expected: Record, status: int, out: str, err: str) -> Iterator[str]:
    """In what the exit status and the streams of a command are not the expected ones."""
    if status not in expected.get("status", (status,)):
        yield f"exit status {status}"
    for name, text in (("stdout", out), ("stderr", err), ("output", out + err)):
        yield from (f"{name} lacks {words!r}" for words in expected.get(f"{name}_has") or () if words not in text)
        yield from (f"{name} has {words!r}" for words in expected.get(f"{name}_never") or () if words in text)
    for words, times in (expected.get("stdout_count") or {}).items():
        if out.count(words) != times:
            yield f"{words!r} {out.count(words)} times, not {times}"
    either = expected.get("either")
    if either and all(any(streams(one, status, out, err)) for one in either):
        yield "none of either"


def _missing(
    what: str, wanted: Sequence[Any], actual: Sequence[Record], fits: Callable[[Any, Record], bool]
) -> Iterator[str]:
    """Every pattern must have an actual one of its own: they are given away anew as long as that helps."""
    owner: dict[int, int] = {}

    def place(number: int, tried: set[int]) -> bool:
        for at, one in enumerate(actual):
            if at in tried or not fits(wanted[number], one):
                continue
            tried.add(at)
            if at not in owner or place(owner[at], tried):
                owner[at] = number
                return True
        return False

    for number, pattern in enumerate(wanted):
        if not place(number, set()):
            yield f"no {what} {json.dumps(pattern, ensure_ascii=False)}"


def _unwanted(
    what: str, patterns: Sequence[Any] | None, actual: Sequence[Record], fits: Callable[[Any, Record], bool]
) -> Iterator[str]:
    for pattern in patterns or ():
        if any(fits(pattern, one) for one in actual):
            yield f"a {what} {json.dumps(pattern, ensure_ascii=False)}"


def _is_citation(pattern: Record, actual: Record) -> bool:
    editions = actual["editions"]
    for name, value in pattern.items():
        if name == "editions":
            fits = len(value) == len(editions) and all(map(_is_edition, value, editions))
        elif name == "editions_last":
            fits = bool(editions) and _is_edition(value, editions[-1])
        elif name == "editions_has":
            fits = any(_is_edition(value, one) for one in editions)
        else:
            fits = _same(value, actual.get(name))
        if not fits:
            return False
    return True


def _is_edition(pattern: Record, actual: Record) -> bool:
    return all(_same(value, actual.get(name)) for name, value in pattern.items())


def _is_finding(pattern: Any, actual: Record) -> bool:
    wanted = pattern if isinstance(pattern, dict) else {"code": pattern}
    codes = wanted["code"] if isinstance(wanted["code"], list) else [wanted["code"]]
    code = actual["code"]
    if not any(code.startswith(one[:-1]) if one.endswith("*") else code == one for one in codes):
        return False
    if "words" in wanted and wanted["words"] != actual["excerpt"]:
        return False
    return "record" not in wanted or _same(wanted["record"], (actual.get("record") or {}).get("key"))


def _same(expected: Any, actual: Any) -> bool:
    if isinstance(expected, list):
        return any(_same(one, actual) for one in expected)
    if isinstance(expected, str) and isinstance(actual, str):
        return _folded(expected) == _folded(actual)
    return bool(expected == actual)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()
