"""What tells which files are judged, in a module of its own, so that a process that was not forked finds it, too."""

from __future__ import annotations

from typing import Any

from reslint.running.jobs import Draft, Judging


class Counting(Judging):
    """Judge a file, and tell of it if it was not remembered."""

    log: str

    def act(self, draft: Draft) -> Any:
        """The judgement of one file."""
        if draft.before is None:
            with open(self.log, "a", encoding="utf-8") as log:
                log.write(draft.name + "\n")
        return super().act(draft)
