"""Differences of two registries, as lines for people and as an object for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from reslint.inquiring.verdict_changes import ComparedDrafts, RegistryAnswer, Turn, VerdictChange
from reslint.registry import Registry
from reslint.registry.differences import WHOLE, Difference
from reslint.reporting.printable import printable
from reslint.reporting.summary import counted
from reslint.version import __version__


def differences_text(found: Sequence[Difference], drafts: ComparedDrafts | None) -> Iterator[str]:
    """A line for each fact that is gone (-) or new (+), then how many there are, then the verdicts that change."""
    for difference in found:
        for sign, said in (("-", difference.old), ("+", difference.new)):
            if said is not None:
                yield printable(f"{difference.key}: {difference.fact} {sign} {said}")
    if found:
        yield ""
    yield summary(found)
    if drafts is not None:
        yield from _drafts(drafts)


def summary(found: Sequence[Difference]) -> str:
    """How many texts and conferences are new, gone or changed, in one sentence."""
    counts: Counter[tuple[str, str]] = Counter()
    for _, group in groupby(found, key=lambda difference: difference.key):
        counts[_what(list(group))] += 1
    if not counts:
        return "No difference in texts and conferences."
    parts = []
    for noun in ("text", "conference"):
        said = [f"{counts[noun, how]} {how}" for how in ("new", "changed", "gone") if counts[noun, how]]
        if said:
            parts.append(f"{noun}s: {', '.join(said)}")
    return f"{counted(len(found), 'fact')} differ{'s' if len(found) == 1 else ''}; {'; '.join(parts)}."


def _what(group: list[Difference]) -> tuple[str, str]:
    """Whether these differences of one key are about a text or a conference, and what became of it."""
    whole = next((one for one in group if one.fact in WHOLE), None)
    how = "changed"
    if whole is not None and whole.old is None:
        how = "new"
    elif whole is not None and whole.new is None:
        how = "gone"
    return group[0].about, how


def _drafts(drafts: ComparedDrafts) -> Iterator[str]:
    titles = {
        Turn.GAINED: "answers gained, where there was none",
        Turn.CHANGED: "answers changed",
        Turn.LOST: "answers lost",
    }
    for turn, title in titles.items():
        changes = [change for change in drafts.changes if change.turn is turn]
        if not changes:
            continue
        yield ""
        yield f"{title}: {len(changes)}"
        kinds = Counter((change.old.verdict, change.new.verdict) for change in changes)
        for (old, new), count in kinds.most_common():
            yield f"  {count:>5}  {old} → {new}"
        for change in changes:
            yield f"  {_line(change)}"
    yield ""
    turns = Counter(change.turn for change in drafts.changes)
    told = ", ".join(f"{turns[turn]} {turn}" for turn in Turn)
    yield f"Verdicts on {counted(drafts.citations, 'citation')} in {counted(drafts.files, 'file')}: {told}."


def _line(change: VerdictChange) -> str:
    where = f"{change.file}: {change.spot.name}" if change.spot.name else f"{change.file}:{change.spot}"
    far = f", {change.new.as_far_as}" if change.new.as_far_as else ""
    latest = f" (latest: {change.new.latest}{far})" if change.new.latest and change.new.verdict == "superseded" else ""
    return printable(f"{where}: {change.words}: {change.old.verdict} → {change.new.verdict}{latest}")


def differences_record(
    old: tuple[str, Registry], new: tuple[str, Registry], found: Sequence[Difference], drafts: ComparedDrafts | None
) -> dict[str, Any]:
    """`version, old {file, date, digest}, new {…}, differences: [{about, key, fact, old, new}],
    verdicts`.

    `old` and `new` of a difference are null on the side that does not hold the fact. `verdicts` is null where no
    drafts were compared, else `{files, citations, gained, changed, lost, changes: […]}`; a change has `turn, file,
    line, column, start, end, place, text` and the two answers `old` and `new`, each `{key, verdict, latest,
    as_far_as}`.
    """
    return {
        "version": __version__,
        "old": _file(*old),
        "new": _file(*new),
        "differences": [difference._asdict() for difference in found],
        "verdicts": None if drafts is None else _verdicts(drafts),
    }


def _file(name: str, registry: Registry) -> dict[str, str]:
    return {"file": name, "date": registry.date.isoformat(), "digest": registry.digest}


def _verdicts(drafts: ComparedDrafts) -> dict[str, Any]:
    turns = Counter(change.turn for change in drafts.changes)
    return {
        "files": drafts.files,
        "citations": drafts.citations,
        **{turn.value: turns[turn] for turn in Turn},
        "changes": [_change(change) for change in drafts.changes],
    }


def _change(change: VerdictChange) -> dict[str, Any]:
    return {
        "turn": change.turn.value,
        "file": change.file,
        "line": change.spot.line,
        "column": change.spot.column,
        "start": change.start,
        "end": change.end,
        "place": change.spot.name or None,
        "text": change.words,
        "old": _answer(change.old),
        "new": _answer(change.new),
    }


def _answer(answer: RegistryAnswer) -> dict[str, Any]:
    reach = answer.as_far_as.key if answer.as_far_as else None
    return {"key": answer.key, "verdict": answer.verdict.value, "latest": answer.latest, "as_far_as": reach}
