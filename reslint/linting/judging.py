"""Ask the registry about a citation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reslint.citations.model import Citation
from reslint.registry import Judgement, judge

if TYPE_CHECKING:
    from reslint.registry import Registry


def judge_citation(registry: Registry, citation: Citation, as_of: date) -> Judgement:
    """Judge the edition a citation asks to be judged by, on the day `as_of`."""
    edition = citation.edition
    body = citation.body
    if edition is None:
        return judge(registry, body, citation.kind, citation.number, None, None, as_of)
    known = registry.bodies.get(body or "")
    if known is not None and known.cites == "place" and edition.town is None:
        # A place that cannot be told is nobody's edition; only whether the text is in force can be said.
        return judge(registry, body, citation.kind, citation.number, None, None, as_of)
    return judge(registry, body, citation.kind, citation.number, edition.town, edition.year, as_of)
