"""NUM004 mixed-label-style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reslint import Example, Label, LabelStyle, Mistake, Page, Rule, Scope, Severity, late, said

from ._sides import CAUSE, holds_both_sides

CORE = late(r"[ ]?(?:[^\W\d_]+|\d+(?!.*\d))[ ]?")


class MixedLabelStyle(Rule):
    """A label is written in another style than the rest of its list.

    ## What it does

    Reports a label that counts otherwise than most labels of its list, or has other signs around it, while it has the
    value that is due: a), b), 3) or a), (b), c). Outside of clauses a label of another style begins another list.

    ## Why

    Preambles count a), b), c), operative parts 1, 2, 3. A label of another kind is what an item brought along from
    where it was copied.
    """

    code = "NUM004"
    name = "mixed-label-style"
    severity = Severity.WARNING
    scope = Scope.LIST
    examples = (
        Example(
            "welcoming\n\na)\tthe offer of the host country;\nb)\tthe contributions received;\n3)\tthe new members,\n",
            ("3)",),
        ),
        Example(
            "welcoming\n\na)\tthe offer of the host country;\n(b)\tthe contributions received;\nc)\tthe new members,\n",
            ("(b)",),
        ),
        Example(
            "resolves\n\n1\tto continue the study, in particular:\na)\tits economic part;\nb)\tits technical part;\n"
            "2\tto publish the results.\n"
        ),
    )

    def check(self, page: Page) -> Iterable[Mistake]:
        """Give each label that is not like most of its list, in text order."""
        return sorted(self._mistakes(page), key=lambda mistake: mistake.start)

    def _mistakes(self, page: Page) -> Iterator[Mistake]:
        for listed in page.structure.lists:
            if len({_manner(item.label) for item in listed.items}) < 2:
                continue
            whole = [item for item in listed.items if not item.label.parts]
            manners = Counter(_manner(item.label) for item in whole)
            if len(manners) < 2:
                continue
            usual = manners.most_common(1)[0][0]
            model = next(item.label.text for item in whole if _manner(item.label) == usual)
            times = Counter(item.label.value for item in whole)
            changed = times.most_common(1)[0][1] > 1 and holds_both_sides(page, listed)
            for item in whole:
                if _manner(item.label) != usual:
                    yield Mistake(
                        *item.mark,
                        said(
                            "label {label} is of another style than {model} in the same list",
                            label=item.label.text,
                            model=model,
                        ),
                        # The same place in the other style is the other side of a change.
                        part_of=CAUSE if changed and times[item.label.value] > 1 else "",
                    )


def _manner(label: Label) -> tuple[LabelStyle, str]:
    """How a label counts and is written: "(b)" is alphabetic in round brackets."""
    return label.style, _written(label.text)


@lru_cache(maxsize=1024)
def _written(text: str) -> str:
    match = CORE.search(text)
    letters = "A" if match and match.group().strip().isupper() else "a"
    return CORE.sub(letters, text, count=1)
