"""TRK002 deleted-and-kept."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Example, Mistake, Page, Rule, Severity, messages, said


class DeletedAndKept(Rule):
    """The draft updates a citation in one place and leaves it in another.

    ## What it does

    Where a change replaces an edition of a resolution, reports every other citation of that resolution that still has
    the edition which was replaced. Where that edition is outdated (STA001, STA003), that finding says so, and this rule
    does not repeat it.

    ## Why

    Whoever updates a citation means the resolution, not the line; the other place was overlooked.
    """

    code = "TRK002"
    name = "deleted-and-kept"
    severity = Severity.INFO
    examples = (
        Example(
            "recalling\na)\tResolution 102 (Rev. Dubai, 2018Bucharest, 2022);\n"
            "b)\tResolution 70 (Rev. Bucharest, 2022);\n"
            "c)\tthat Resolution 102 (Rev. Dubai, 2018) was a beginning,\n",
            ("Rev. Dubai, 2018",),
        ),
        Example(
            "recalling\na)\tResolution 102 (Rev. Dubai, 2018Bucharest, 2022);\n"
            "b)\tthat Resolution 102 (Rev. Bucharest, 2022) was a beginning,\n"
        ),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the editions that a change elsewhere replaces."""
        replaced: dict[tuple[str | None, str, str], tuple[set[int], str]] = {}
        for citation, years in page.replaced():
            if citation.body is not None:
                changed = (citation.body, citation.kind, citation.number)
                replaced.setdefault(changed, (set(), page.at(citation.start)))[0].update(years)
        for citation in page.citations if replaced else ():
            key = (citation.body, citation.kind, citation.number)
            if citation.glued or citation.edition is None or key not in replaced:
                continue
            years, place = replaced[key]
            if citation.edition.year in years and not page.ended(citation):
                name = messages.named(page, citation)
                message = said("this edition of {name} is replaced {place}, and kept here", name=name, place=place)
                yield Mistake(*messages.range_of(citation.edition), message)
