"""FRM006 unbalanced-parenthesis."""

from __future__ import annotations

from collections.abc import Iterable

from reslint import Applicability, Example, Mistake, Page, Rule, Scope, Severity, replace, said

# A parenthesis that is closed so much later was meant to be closed before.
REACH = 1_000


class UnbalancedParenthesis(Rule):
    """A parenthesis of the edition is opened twice or never closed.

    ## What it does

    Reports "(Rev. (Hammamet, 2016)" and "(Modified 2016" with nothing that closes it in the paragraph.

    ## Why

    The rest of the sentence reads as if it belonged to the citation.
    """

    code = "FRM006"
    name = "unbalanced-parenthesis"
    severity = Severity.WARNING
    fix = Applicability.SAFE
    scope = Scope.PARAGRAPH
    examples = (
        Example(
            "Resolution 35 (Rev. (Hammamet, 2016) of the Assembly\n",
            ("(Rev. (Hammamet, 2016)",),
            "Resolution 35 (Rev. Hammamet, 2016) of the Assembly\n",
        ),
        Example(
            "Council Resolution 1332 (Modified 2016 was a beginning\n",
            ("(Modified 2016",),
            "Council Resolution 1332 (Modified 2016) was a beginning\n",
            as_of="2017-01-01",
        ),
        Example("(see Resolution 35 (Rev. Hammamet, 2016))\n"),
        Example("in Resolution 140 (PP-22 on (among others) accessibility) and later\n"),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Yield the parentheses that do not pair, each once."""
        done: set[int] = set()
        text = page.text
        for citation in page.of_the_union():
            where = citation.parenthesis
            if where is None or where.start in done or not citation.editions:
                continue
            done.add(where.start)
            words = text[where.start : where.end]
            opened, closed = words.count("("), words.count(")")
            if opened == closed or closed > 1 or opened > 2:
                continue
            block = page.view.blocks[citation.block]
            rest = text[where.end : min(block.end, where.end + REACH)]
            if opened == 2 and closed == 1:
                second = where.start + words.index("(", 1)
                if _closed(rest, 1 + _open(text[block.start : where.start])):
                    continue
                yield Mistake(
                    where.start,
                    where.end,
                    said("this parenthesis is opened twice and closed once"),
                    suggestion=words[: second - where.start] + words[second - where.start + 1 :],
                    fix=replace(second, second + 1, "", Applicability.SAFE),
                )
            elif opened == 1 and not closed:
                if _closed(rest):
                    continue
                yield Mistake(
                    where.start,
                    where.end,
                    said("this parenthesis is never closed"),
                    suggestion=f"{words})",
                    fix=replace(where.end, where.end, ")", Applicability.SAFE),
                )


def _open(before: str) -> int:
    """How many parentheses are open at the end of a text."""
    depth = 0
    for sign in before:
        depth = max(depth + (sign == "(") - (sign == ")"), 0)
    return depth


def _closed(rest: str, depth: int = 1) -> bool:
    """Whether the text behind so many open parentheses closes them, after those that are opened in between."""
    for sign in rest:
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return True
    return False
