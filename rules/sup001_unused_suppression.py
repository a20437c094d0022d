"""SUP001 unused-suppression."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Example, Mistake, Page, Rule, Severity, Tag


class UnusedSuppression(Rule):
    """A suppression that silences nothing.

    ## What it does

    Reports a `reslint: ignore[…]` or `reslint: ignore-file[…]`, in a comment or in the file beside the draft,
    at which no finding was held back.

    ## Why

    A suppression outlives its reason: the citation was brought up to date, the paragraph was moved. Left in
    place it would silence the next defect there, which nobody chose to keep. The rules it names have to be
    selected, since what does not run cannot be silenced.
    """

    code = "SUP001"
    name = "unused-suppression"
    severity = Severity.WARNING
    fix = Applicability.SAFE
    tags = (Tag.UNNECESSARY,)
    examples = (
        Example(
            "The words of this paragraph are all right. <!-- reslint: ignore[unused-suppression] once -->\n",
            ("<!-- reslint: ignore[unused-suppression] once -->",),
            "The words of this paragraph are all right.\n",
            name="draft.md",
        ),
    )

    def check(self, page: Page) -> Iterable[Mistake]:  # noqa: ARG002
        """Yield nothing: which suppressions were of use is known to the run, after all other rules."""
        return ()
