"""What the menu entries do with the open document; each gives the text that tells a person what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reslint_writer.comments import remove_comments, write_comments
from reslint_writer.judging import OPEN_DOCUMENT, WORD, Finding, Judgement, judge
from reslint_writer.mending import mend
from reslint_writer.steps import one_step
from reslint_writer.walking import walk

MOST = 10
"""So many findings are named in a message; the others are counted."""


def check(context: Any, document: Any) -> str:
    """Write a comment at each finding, in place of those by reslint that are there. Raises Trouble."""
    judgement = judge(context, document, OPEN_DOCUMENT)
    with one_step(document, "Check with reslint", recording=False):
        remove_comments(document)
        lacking = write_comments(document, judgement, walk(document))
    written = len(judgement.findings) - len(lacking)
    if not judgement.findings:
        said = f"Nothing is found, as of {judgement.day}."
    else:
        said = f"{_counted(written, 'finding')} in comments, as of {judgement.day}."
    return _told(said, judgement, "Without a comment", lacking)


def remove(_context: Any, document: Any) -> str:
    """Take away the comments by reslint."""
    with one_step(document, "Remove reslint's comments", recording=False):
        count = remove_comments(document)
    return f"{_counted(count, 'comment')} by reslint removed." if count else "There are no comments by reslint."


def correct(context: Any, document: Any) -> str:
    """Make the safe fixes as tracked changes. Raises Trouble."""
    judgement = judge(context, document, WORD)
    with one_step(document, "Mend with reslint", recording=True):
        mended = mend(document, judgement)
    said = f"{_counted(mended.count, 'finding')} mended, in tracked changes." if mended.count else "Nothing is mended."
    if mended.waiting:
        said += f" {_counted(mended.waiting, 'finding')} overlap what was mended: choose “Mend” once more."
    left = len(judgement.findings) - mended.count - mended.waiting - len(mended.refused)
    if left:
        said += f" {_counted(left, 'finding')} left for a person to decide: choose “Check with reslint” to see them."
    return _told(said, judgement, "Not mended", mended.refused)


COMMANDS = {"check": check, "remove": remove, "mend": correct}


def _told(said: str, judgement: Judgement, title: str, lacking: Sequence[tuple[Finding, str]]) -> str:
    lines = [said, *judgement.notes]
    if lacking:
        lines += ["", f"{title}:", *_named(lacking[:MOST])]
    if len(lacking) > MOST:
        lines.append(f"and {len(lacking) - MOST} more")
    return "\n".join(lines)


def _named(lacking: Iterable[tuple[Finding, str]]) -> Iterable[str]:
    for finding, reason in lacking:
        yield f"{finding['code']} “{' '.join(finding['excerpt'].split())}”: {reason}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
