"""How far the bundled registry goes, from its records; the day is that of the registry, so that no page ages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from reslint.registry import Registry, load
from reslint.registry.coverage import BodyCoverage, body_coverage
from reslint.reporting.registry.coverage import HEADER, cells, conference_rows, open_texts


@cache
def registry() -> Registry:
    """The registry that ships with reslint."""
    return load()


def covered() -> list[BodyCoverage]:
    """The bodies of which texts are known, in the order of the file."""
    known = registry()
    found = (body_coverage(known, body, known.date) for body in known.bodies)
    return [one for one in found if one.summary.records]


def _overview(_: str) -> str:
    known = registry()
    lines = ["| body | texts | whole history known | how far |", "|---|---|---|---|"]
    for one in covered():
        complete = len(one.complete) if one.steps else "–"
        lines.append(f"| {one.summary.body} | {one.summary.records} | {complete} | {_reach(one)} |")
    unchecked = sum(record.checked is None for record in known.records())
    total = sum(1 for _ in known.records())
    with_texts = {one.summary.body for one in covered()}
    without = ", ".join(body for body in known.bodies if body not in with_texts)
    return "\n".join(
        (
            f"The registry of {known.date} holds {total} ITU texts, {len(known.conferences)} conferences and sessions, "
            f"{len(known.places)} places.",
            f"{unchecked} of the texts are listed without having been checked through any conference.",
            "",
            *lines,
            "",
            f"Known by name, without any of their texts, so that these get no verdict: {without}.",
        )
    )


def _unknown(_: str) -> str:
    lines = [
        f"On {registry().date}:",
        "",
        "| body | texts | whole history known | adoption not read | title not known | status not known |",
        "|---|---|---|---|---|---|",
    ]
    for one in covered():
        counts = (one.complete, one.adoption_unread, one.title_unknown, one.status_unknown)
        shown = " | ".join(str(len(keys)) for keys in counts)
        lines.append(f"| {one.summary.body} | {one.summary.records} | {shown} |")
    return "\n".join(lines)


def _bodies(_: str) -> str:
    return "\n\n".join("\n".join(_body(one)) for one in covered() if one.steps)


def _body(one: BodyCoverage) -> Iterator[str]:
    known = registry()
    body = known.bodies[one.summary.body]
    kinds = next(iter(known.vocabulary.values()))["kinds"]
    yield f"### {next(iter(body.names.values()))[0]} ({body.key})"
    yield ""
    reach = _reach(one)
    yield f"{reach[0].upper()}{reach[1:]}."
    yield ""
    yield f"| {' | '.join(HEADER)} |"
    yield "|---|---:|---:|---:|---:|"
    for row in conference_rows(one):
        yield f"| {' | '.join(cells(row, one.summary.records))} |"
    yield ""
    listed = list(open_texts(one, kinds))
    if not listed:
        yield "Nothing is open."
        return
    yield "The open texts, by the conference they were last checked through:"
    yield ""
    for name, which in listed:
        yield f"- {name}: {which}"


def _reach(one: BodyCoverage) -> str:
    if not one.steps:
        return "adopted once, never revised"
    return str(one.summary).removeprefix(f"{one.summary.body} ")


COVERAGE_BLOCKS: dict[str, Callable[[str], str]] = {
    "coverage": _overview,
    "coverage-unknown": _unknown,
    "coverage-bodies": _bodies,
}
