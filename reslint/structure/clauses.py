"""Clause headings: "considering further", "resolves to instruct the Secretary-General", "consideringrecalling"."""

from __future__ import annotations

from reslint.named import NamedTuple
from reslint.storage.late import late
from reslint.structure.model import ClauseKind
from reslint.structure.wording import Wording

SHORT = 80
LONGEST = 240
WORD = late(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


class Opening(NamedTuple):
    """A paragraph that reads like a clause heading; `start` and `end` are offsets in its text, as in `parts`.

    `before_label` says that it is one only if a label follows directly, `after_stop` that it is one only if a label
    follows or the paragraph before has come to its end, `whole` that known words of a clause are all it is.
    """

    heading: str
    kind: ClauseKind
    start: int
    end: int
    parts: tuple[tuple[int, int], ...] = ()
    before_label: bool = False
    after_stop: bool = False
    whole: bool = False


def read_opening(text: str, wording: Wording) -> Opening | None:
    """The clause heading that a paragraph without a label is, or may be; offsets count in `text`."""
    start = len(text) - len(text.lstrip())
    words = text.strip()
    if not words or len(words) > LONGEST or words[-1] in ".;" or words[0] in "([":
        return None
    heading = words.rstrip(" ,:")
    if "\n" in heading and len(heading) > SHORT:
        return None
    end = start + len(heading)
    known = _known(words, start, end, wording)
    if known is not None and known.whole:
        return known
    return _glued(heading, start, end, wording) or known or _formed(words, start, end, wording)


def _glued(heading: str, start: int, end: int, wording: Wording) -> Opening | None:
    match = wording.glued.fullmatch(heading) if len(heading) <= SHORT else None
    if match is None:
        return None
    parts = tuple((start + match.start(name), start + match.end(name)) for name in ("one", "two"))
    return Opening(heading, _kind(match["two"], wording), start, end, parts)


def _known(words: str, start: int, end: int, wording: Wording) -> Opening | None:
    match = wording.clause.fullmatch(words)
    if match is None:
        return None
    rest = match["rest"].strip(" ,:")
    lower = not words[0].isupper()
    return Opening(
        words.rstrip(" ,:"),
        _kind(match["phrase"], wording),
        start,
        end,
        before_label=not lower or len(words) > SHORT or words[-1] == ":",
        after_stop=len(rest.split()) > 3,
        whole=not rest,
    )


def _formed(words: str, start: int, end: int, wording: Wording) -> Opening | None:
    """A clause word the vocabulary does not have, told by its ending."""
    match = WORD.match(words)
    if match is None or not words[0].islower() or len(words) > SHORT or words[-1] == ":":
        return None
    word = match.group()
    for endings, kind in (
        (wording.preamble_endings, ClauseKind.PREAMBLE),
        (wording.operative_endings, ClauseKind.OPERATIVE),
    ):
        if any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in endings):
            return Opening(words.rstrip(" ,:"), kind, start, end, before_label=True)
    return None


def _kind(phrase: str, wording: Wording) -> ClauseKind:
    match = wording.clause.match(phrase)
    known = match["phrase"] if match else phrase
    return ClauseKind.OPERATIVE if " ".join(known.casefold().split()) in wording.operative else ClauseKind.PREAMBLE
