"""Jobs for workers that take long, or much, or give back what cannot be sent."""

from __future__ import annotations

import time
from typing import Any

from reslint.api.report import FileResult
from reslint.running.jobs import Draft, Judging


class Taking(Judging):
    """Judge a file; one takes an hour, another a gigabyte, a third gives back what cannot be sent."""

    def act(self, draft: Draft) -> FileResult:
        """The judgement of one file, in the end."""
        if "hour" in draft.name:
            time.sleep(3_600)
        if "gigabyte" in draft.name:
            held = bytearray(1 << 30)
            held[:: 1 << 12] = b"a" * (1 << 18)
            time.sleep(3_600)
        if "strange" in draft.name:
            strange: Any = lambda: None  # noqa: E731
            return FileResult(draft.name, notices=(strange,))
        return super().act(draft)
