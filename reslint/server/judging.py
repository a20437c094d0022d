"""The judging of open drafts, and when: soon after a key press, never in the way of the next one.

A short draft is judged whole at once. Of a long one only what changed is looked at again (`renewing`), and all of it in
a thread of its own as soon as nobody types for a moment.
"""

from __future__ import annotations

import asyncio
from codecs import BOM_UTF8
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, perf_counter

from reslint.api.finding import Finding
from reslint.api.report import FileResult
from reslint.errors import ReslintError
from reslint.server.drafts import Judged, OpenDraft
from reslint.server.linters import Linters
from reslint.server.renewing import renewed
from reslint.sources.files import read_side

AT_ONCE = 0.002
"""So many seconds after a change the draft is looked at: changes that came with it are in by then."""
PAUSE = 0.02
"""Where changes follow one another sooner than this, in seconds, one waits for so long until there are no more."""
QUIET = 0.3
"""So many seconds nobody must type before a long draft is judged whole."""
LONGEST = 10.0
"""After so many seconds it is judged whole even though somebody types."""
SHORT = 0.025
"""A draft whose judgement takes up to so many seconds is short."""
SHORT_TEXT = 20_000
"""A draft of up to so many characters is taken for a short one, unless …"""
SLOW = 0.1
"""… its last judgement took more seconds than this; the first one takes longer, since rules and readers are loaded."""


class DraftJudge:
    """Judges open drafts; `say` is called in the event loop whenever there is something new to show of one."""

    def __init__(self, linters: Linters, say: Callable[[OpenDraft], None]) -> None:
        self.linters = linters
        self._say = say
        self._thread = ThreadPoolExecutor(1, "judging")
        self._looking: dict[OpenDraft, asyncio.TimerHandle] = {}
        self._waiting: dict[OpenDraft, asyncio.TimerHandle] = {}
        self._since: dict[OpenDraft, float] = {}
        self._changed: dict[OpenDraft, float] = {}
        self._running: dict[OpenDraft, asyncio.Task[None]] = {}

    def changed(self, draft: OpenDraft) -> None:
        """A draft was opened, or is another now."""
        now = monotonic()
        calm = now - self._changed.get(draft, 0.0) > PAUSE
        self._changed[draft] = now
        self._later(self._looking, draft, AT_ONCE if calm else PAUSE, self._look)

    def anew(self, draft: OpenDraft) -> None:
        """Something else changed that a judgement rests on."""
        draft.whole, draft.judged, draft.renewed, draft.found = False, None, None, None
        self.changed(draft)

    def closed(self, draft: OpenDraft) -> None:
        """Nobody wants to know any more."""
        for timers in (self._looking, self._waiting):
            if timer := timers.pop(draft, None):
                timer.cancel()
        self._since.pop(draft, None)
        self._changed.pop(draft, None)

    def stop(self) -> None:
        """Begin nothing new."""
        for draft in {*self._looking, *self._waiting}:
            self.closed(draft)
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def whole(self, draft: OpenDraft) -> Judged:
        """The judgement of the text as it is now, as soon as it is there."""
        while not draft.whole or draft.judged is None:
            await asyncio.shield(self._begin(draft))
        return draft.judged

    async def some(self, draft: OpenDraft) -> Judged:
        """The last judgement, be it of an earlier text; the first one is waited for."""
        return draft.judged or await self.whole(draft)

    async def findings(self, draft: OpenDraft) -> tuple[Finding, ...]:
        """The findings in the text as it is now, though perhaps not yet the whole of them."""
        if timer := self._looking.pop(draft, None):
            timer.cancel()
            self._look(draft)
        if draft.found != draft.version:
            await self.whole(draft)
        return draft.findings

    def _look(self, draft: OpenDraft) -> None:
        self._looking.pop(draft, None)
        if self._look_now(draft):
            self._say(draft)

    def _look_now(self, draft: OpenDraft) -> bool:
        """Find at once what can be; false where one has to wait, until the whole has been judged."""
        judged = draft.judged
        if draft.whole:
            return True
        if _is_short(draft):
            draft.take(self._judge(draft.name, draft.text))
            return True
        if judged is None or judged.linter is None:
            self._begin(draft)
            return False
        since = self._since.setdefault(draft, monotonic())
        left = max(min(QUIET, since + LONGEST - monotonic()), 0)
        self._later(self._waiting, draft, left, self._begin)
        draft.renewed = renewed(judged.linter, judged.text, judged.result, draft.text)
        draft.found = draft.version if draft.renewed else None
        return draft.renewed is not None

    def _begin(self, draft: OpenDraft) -> asyncio.Task[None]:
        """Judge a draft whole in the other thread, unless that is being done."""
        if timer := self._waiting.pop(draft, None):
            timer.cancel()
        self._since.pop(draft, None)
        task = self._running.get(draft)
        if task is None:
            task = self._running[draft] = asyncio.create_task(self._judge_whole(draft))
        return task

    async def _judge_whole(self, draft: OpenDraft) -> None:
        try:
            text = draft.text
            judged = await asyncio.get_running_loop().run_in_executor(self._thread, self._judge, draft.name, text)
            draft.take(judged)
        finally:
            del self._running[draft]
        if draft.whole:
            self._say(draft)
        else:
            self._look(draft)

    def _judge(self, name: str, text: str) -> Judged:
        """The judgement of a text; what goes wrong is in its result. May be called in any thread."""
        try:
            linter = self.linters.linter(name)
            side = read_side(name, linter.settings.max_size)
        except ReslintError as error:
            return Judged(text, FileResult(name, errors=(str(error),)), None, 0.0)
        if not text.strip():
            return Judged(text, FileResult(name), linter, 0.0)
        started = perf_counter()
        result = linter.check(BOM_UTF8 + text.encode("utf-8", "replace"), name, side)
        if self.linters.excludes(name):
            result = result.but(findings=(), errors=())
        return Judged(text, result, linter, perf_counter() - started)

    def _later(
        self,
        timers: dict[OpenDraft, asyncio.TimerHandle],
        draft: OpenDraft,
        seconds: float,
        act: Callable[[OpenDraft], object],
    ) -> None:
        """Act on a draft after a while, and not at the time set before."""
        if timer := timers.pop(draft, None):
            timer.cancel()
        timers[draft] = asyncio.get_running_loop().call_later(seconds, act, draft)


def _is_short(draft: OpenDraft) -> bool:
    """Whether a draft is judged whole on every key press."""
    small = len(draft.text) <= SHORT_TEXT
    if draft.judged is None:
        return small
    return draft.judged.seconds <= (SLOW if small else SHORT)
