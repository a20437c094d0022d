"""Check that what a registry names can be read where a draft writes it: what no citation can hold helps nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reslint.citations import find_citations
from reslint.citations.model import BodyFrom, Citation
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.named import NamedTuple
from reslint.registry import Registry
from reslint.registry.checking import Problem
from reslint.registry.loading import layers_of, parse
from reslint.registry.reading import Source, read

ADVICE = "write it as drafts do, or take it out"


class Trial(NamedTuple):
    """A name in a citation made for it; `path` is where the registry has the name, `holds` whether it was read."""

    path: tuple[str | int, ...]
    name: str
    text: str
    holds: Callable[[Citation], bool]


def illegible(path: Path) -> list[Problem]:
    """The names in a registry file that are not read as what they name; ReslintError for one that cannot be used."""
    layers = layers_of([path])
    registry = Registry(parse(layers)[0], "")
    source = read(layers[-1][1], str(path))
    trials = list(_trials(registry, source.data or {}))
    if not trials:
        return []
    view = View(read_text("\n\n".join(trial.text for trial in trials).encode(), "names.txt"))
    read_as: dict[int, list[Citation]] = {}
    for citation in find_citations(view, registry):
        read_as.setdefault(citation.block // 2, []).append(citation)
    return sorted(
        Problem(
            _line(source, trial.path), ", ".join(map(str, trial.path[1:])), f"{trial.name!r} is not read so", ADVICE
        )
        for number, trial in enumerate(trials)
        if not any(trial.holds(citation) for citation in read_as.get(number, ()))
    )


def _trials(registry: Registry, own: Mapping[str, Any]) -> Iterator[Trial]:
    """A trial for every name in the entries of one file."""
    for body in own.get("bodies") or ():
        if registry.bodies[body].kinds:
            for name in registry.bodies[body].names.get(_lang(registry), ()):
                yield _of_body(("bodies", body, "names"), name, body, registry)
    years = {held.place: held.year for held in registry.conferences.values()}
    for town, place in (own.get("places") or {}).items():
        yield _of_town(("places", town), town, town, years, registry)
        for name in place.get("variants", ()):
            yield _of_town(("places", town, "variants"), name, town, years, registry)
    for key in own.get("conferences") or ():
        conference = registry.conferences[key]
        body = registry.bodies[conference.body]
        for name in (key, *conference.aliases):
            # What else a conference is called ("ORB-88") is no form of a citation.
            if body.kinds and name.startswith(tuple(body.data.get("labels", ()))):
                yield _of_body(("conferences", key), name, body.key, registry)
    for number, text in (own.get("unga") or {}).items():
        for field in ("forms", "variants", "wrong"):
            for form in text.get(field, ()):
                yield _of_assembly(("unga", number, field), form, number, registry)


def _of_body(path: tuple[str | int, ...], name: str, body: str, registry: Registry) -> Trial:
    return Trial(
        path,
        name,
        f"{name} {_head(registry)} 1",
        lambda citation: citation.body_from is BodyFrom.STATED and citation.body == body,
    )


def _of_town(
    path: tuple[str | int, ...], name: str, town: str, years: Mapping[str | None, int], registry: Registry
) -> Trial:
    text = f"{_head(registry)} 1 (Rev. {name}, {years.get(town, 2000)})"
    return Trial(path, name, text, lambda citation: any(edition.town == town for edition in citation.editions))


def _of_assembly(path: tuple[str | int, ...], form: str, number: str, registry: Registry) -> Trial:
    return Trial(path, form, f"{_head(registry)} {form}", lambda citation: _means(registry, citation, number))


def _means(registry: Registry, citation: Citation, number: str) -> bool:
    text = registry.assembly_text(citation.number) or registry.assembly_text_cited(citation.number)
    return text is not None and text.number == number


def _head(registry: Registry) -> str:
    kinds = registry.vocabulary[_lang(registry)]["kinds"]
    return str(kinds["resolution"]["one"][0])


def _lang(registry: Registry) -> str:
    return next(iter(registry.vocabulary))


def _line(source: Source, path: tuple[str | int, ...]) -> int:
    return next(source.lines[path[:depth]] for depth in range(len(path), -1, -1) if path[:depth] in source.lines)
