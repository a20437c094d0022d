"""STA006 outdated-title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reslint import (
    Applicability,
    Citation,
    Example,
    Mistake,
    Page,
    Rule,
    Scope,
    Severity,
    Verdict,
    late,
    messages,
    replace,
    said,
)

# A title is looked for this far after its citation; the longest in the registry has some 300 characters.
REACH = 400
TITLE = late(r"[^;:.,\"”»\n]+(?:,[^;:.,\"”»\n]+)*?(?=[;:.\"”»\n]|,?\s*\Z)")


class OutdatedTitle(Rule):
    """The title quoted is that of an earlier edition.

    ## What it does

    Where the words after a citation are, to the letter, the title of an earlier edition, and the edition in force is
    titled otherwise, the rule gives the title in force. A title that is shortened or put in other words is left alone,
    and so is the title of the edition that is cited.

    ## Why

    An edition is brought up to date in its number and forgotten in its title.
    """

    code = "STA006"
    name = "outdated-title"
    severity = Severity.INFO
    fix = Applicability.UNSAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "Resolution ITU-R 61-3 (Dubai, 2023), on ITU-R's contribution in implementing the outcomes of the World "
            "Summit on the Information Society;\n",
            ("ITU-R's contribution in implementing the outcomes of the World Summit on the Information Society",),
            "Resolution ITU-R 61-3 (Dubai, 2023), on ITU-R’s contribution in implementing the outcomes of the World "
            "Summit on the Information Society and the 2030 Agenda for Sustainable Development;\n",
        ),
        Example("Resolution ITU-R 61-3 (Dubai, 2023), on the WSIS outcomes;\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the titles after citations that are those of earlier editions only."""
        titles: dict[tuple[str, str], set[str]] = {}
        for citation in page.citations:
            judgement = page.judgement(citation)
            record, latest = judgement.record, judgement.latest
            if (
                record is None
                or latest is None
                or not latest.title
                or judgement.verdict in (Verdict.SUPERSEDED, Verdict.ABROGATED)
            ):
                continue
            of = (record.key, latest.conference.key)
            if of not in titles:
                known = {_plain(edition.title) for edition in record.editions if edition.title}
                titles[of] = known - {_plain(latest.title)}
            earlier = titles[of]
            if not earlier:
                continue
            quoted = _quoted(page, citation)
            if quoted is None or _plain(page.text[quoted[0] : quoted[1]]) not in earlier:
                continue
            as_far = messages.as_far(page, judgement)
            so = said("; the last known is another{as_far}", as_far=as_far) if as_far else ""
            yield Mistake(
                *quoted,
                said("this is an earlier title of {name}{known}", name=messages.named(page, citation), known=so),
                suggestion=latest.title,
                fix=replace(*quoted, latest.title, Applicability.UNSAFE),
                record=record.key,
                as_far_as=judgement.as_far_as,
            )


def _quoted(page: Page, citation: Citation) -> tuple[int, int] | None:
    """The range of the words after "on" or "entitled" that follow the citation, up to the next stop."""
    words = page.registry.vocabulary[citation.lang]["quoted-title"]
    block = page.view.blocks[citation.block]
    match = _before(tuple(words)).match(page.text, citation.end, min(block.end, citation.end + REACH))
    if match is None:
        return None
    end = TITLE.match(page.text, match.end(), min(block.end, match.end() + REACH))
    if end is None:
        return None
    return match.end(), match.end() + len(end.group().rstrip(" ,"))


@lru_cache(maxsize=16)
def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[^;:.]{{0,120}}?,?\s+(?:{'|'.join(map(re.escape, words))})\s+[\"“«]?")


@lru_cache(maxsize=1024)
def _plain(title: str) -> str:
    """A title without what does not count: case, kinds of apostrophes, hyphens and white space, an article first."""
    folded = re.sub(r"[\u2018\u2019]", "'", title.casefold())
    folded = re.sub(r"[\s\u2010\u2011-]+", " ", folded).strip(" .,")
    return folded.removeprefix("the ")
