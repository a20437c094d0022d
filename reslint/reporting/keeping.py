"""How words are kept as they are, said once for all findings of a run: once for each way there is to write it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from reslint.api.finding import Finding
from reslint.saying import said


class Keeping:
    """Learns from findings how words are kept in files of their formats."""

    def __init__(self) -> None:
        self._first: dict[str, Finding] = {}

    def add(self, finding: Finding) -> None:
        """Learn how the words of one more finding are kept."""
        if finding.keep:
            self._first.setdefault(_way(finding), finding)

    def lines(self) -> Iterator[str]:
        """What to write, each way with a first finding as its example; in which files, where there are several ways."""
        for finding in self._first.values():
            several = len(self._first) > 1 and finding.file not in finding.keep
            write = said("write {mark}", mark=finding.keep)
            if _mark(finding) in finding.keep:
                write = said("write, with the name of the rule, {mark}", mark=finding.keep)
            if several:
                kind = PurePath(finding.file).suffix or finding.file
                yield said("to keep words as they are, in {kind} files: {write}", kind=kind, write=write)
            else:
                yield said("to keep words as they are, {write}", write=write)


def _way(finding: Finding) -> str:
    """What is the same for all findings in files of one format: all that names neither file, rule nor words."""
    before, named, after = finding.keep.replace(finding.file, "").partition(_mark(finding))
    return before if named else before + after


def _mark(finding: Finding) -> str:
    return f"[{finding.name}]"
