"""Cited texts, for overviews of many documents: which, at which edition, and what the registry says of it."""

from __future__ import annotations

from reslint.api.finding import AsFarAs
from reslint.api.messages import named, written
from reslint.api.page import Page
from reslint.citations.model import Citation
from reslint.registry import Judgement
from reslint.registry.designations import split_suffix
from reslint.storage.late import late
from reslint.values import Value

BEFORE_NUMBER = late(r"A/(?:RES/)?(?=\d+/\d)")
"""What stands before the number of a resolution of the General Assembly in its symbol, be that right or wrong."""


class CitedText(Value):
    """One text as one document cites it at one edition.

    `key` is that of the registry's record, or the body and number where there is none ("PP 140"). `name` is what
    people call it, `edition` the edition as the document writes it, empty where it names none; `verdict` is that of the
    registry, `latest` the edition in force on the day and `title` that of the text, each None where it is not known.
    `as_far_as` is how far `latest` is known to be the last, None where it is known to the day. `places` is how often it
    is cited so, `line` the line or paragraph of the first place, from 1.
    """

    key: str
    name: str
    edition: str
    verdict: str
    latest: str | None
    title: str | None
    places: int
    line: int
    as_far_as: AsFarAs | None = None

    @property
    def proposal(self) -> str | None:
        """The latest edition, with how far that is known: "Rev. Bucharest, 2022 (as far as Bucharest 2022)"."""
        return f"{self.latest} ({self.as_far_as})" if self.latest and self.as_far_as else self.latest


def cited_texts(page: Page) -> tuple[CitedText, ...]:
    """The texts that a page cites, each edition once, in the order in which they are first cited."""
    found: dict[tuple[str, str], CitedText] = {}
    known_bodies = {*page.registry.bodies, *page.registry.sectors}
    for cited in sorted((*page.citations, *page.publications), key=lambda citation: citation.start):
        if cited.body is None or cited.body not in known_bodies:
            continue
        judgement = page.judgement(cited)
        record, text = judgement.record, judgement.text
        citation = _by_number(page, cited, judgement)
        key = record.key if record else f"{citation.body} {citation.number}"
        edition = "" if cited.edition is None else _edition(page, cited)
        known = found.get((key, edition))
        if known is not None:
            found[key, edition] = known.but(places=known.places + 1)
            continue
        latest = None
        if record is not None and judgement.latest is not None:
            latest = page.registry.written(record, judgement.latest, citation.lang)
        title = record.title if record else (text.title if text else None)
        block = page.view.blocks[citation.block]
        reach = judgement.as_far_as
        found[key, edition] = CitedText(
            key,
            named(page, citation),
            edition,
            judgement.verdict.value,
            latest,
            title,
            1,
            block.number + 1,
            AsFarAs(reach.key, page.registry.met(reach)) if reach else None,
        )
    return tuple(found.values())


def _edition(page: Page, citation: Citation) -> str:
    """The edition as the document writes it; where the number tells it, the number."""
    assert citation.edition is not None
    return citation.number if citation.edition.suffix is not None else written(citation.edition, page)


def _by_number(page: Page, citation: Citation, judgement: Judgement) -> Citation:
    """The citation with the number alone where a symbol is cited, so that A/70/1, A/RES/70/1 and 70/1 are one text.

    The number of a publication that tells its edition is that without it.
    """
    if citation.edition is not None and citation.edition.suffix is not None:
        return citation._replace(number=split_suffix(citation.number)[0])
    body = page.registry.bodies.get(citation.body or "")
    if body is None or body.cites != "symbol":
        return citation
    known = judgement.text.number if judgement.text else BEFORE_NUMBER.sub("", citation.number)
    return citation._replace(number=known)
