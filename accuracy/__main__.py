"""Count what is read right, and write docs/accuracy.md of it."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from accuracy.cases import Case, cases
from accuracy.contributions import Counted, counted
from accuracy.trying import tried

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
SHARED = Path(os.environ.get("RESLINT_SHARED") or ROOT.parent / "shared")

HEAD = """# Accuracy

Made by `make accuracy` of the inputs in `tests/cases/reading`: texts, Markdown, Word and PDF files written in the forms
of real ones, each with the citations that have to be read, the findings that have to come and must not, and what a fix
may write. Where something is a citation by all signs and is not understood, reslint
[says so](rules/unread-citation.md).
"""


def main() -> None:
    """Try all cases and write the page; what does not hold and is not known to is printed."""
    found = cases()
    with tempfile.TemporaryDirectory() as folder:
        answers = tried(found, Path(folder))
    for case in found:
        if answers[case.id] and not case.misread:
            print(f"{case.id} {case.kind}: {'; '.join(answers[case.id])}")
    parts = (HEAD, kinds(found, answers), misread(found), contributions(counted(SHARED)))
    PAGE.write_text("\n".join(part for part in parts if part), "utf-8")
    held = sum(not answer for answer in answers.values())
    print(f"{held} of {len(found)} inputs are read right; {PAGE.relative_to(ROOT)}: written")


def kinds(found: Sequence[Case], answers: Mapping[str, Sequence[str]]) -> str:
    """The table of kinds: how many inputs of each hold."""
    of_kind = Counter(case.kind for case in found)
    held = Counter(case.kind for case in found if not answers[case.id])
    rows = [f"| {kind.replace('-', ' ')} | {held[kind]} | {of_kind[kind]} |" for kind in sorted(of_kind)]
    total = f"| **all** | **{held.total()}** | **{of_kind.total()}** |"
    return "\n".join(("| kind | right | inputs |", "|---|---:|---:|", *rows, total, ""))


def misread(found: Sequence[Case]) -> str:
    """What is known to be misread, with the input that shows it."""
    lines = [f"- {case.misread}: `{' '.join(case.expected['input'].split())}`" for case in found if case.misread]
    return "\n".join(("## Known to be misread", "", *lines, "")) if lines else ""


def contributions(read: Counted | None) -> str:
    """How many citations of real contributions are read right, where they are at hand."""
    if read is None:
        return ""
    return (
        "## Real contributions\n\n"
        f"Of {read.citations} citations of resolutions and decisions in {read.files} contributions, read by hand, "
        f"{read.right} are\nread with these very words, body, kind, number and editions; {read.more} others are read "
        "beside them.\n"
    )


if __name__ == "__main__":
    main()
