"""The tracked changes of a part: what is said of them, and which insertions are open where one reads."""

from __future__ import annotations

from reslint.documents.model import Provenance
from reslint.documents.odt.paragraphs import ReadStory, Region
from reslint.documents.provenance import PROVENANCES
from reslint.named import NamedTuple


class Change(NamedTuple):
    """How words came to stand there, and who did it when."""

    provenance: Provenance = Provenance.KEPT
    author: str | None = None
    date: str | None = None


NO_CHANGE = Change()


class Changes:
    """All changes by their ids; `now` is what holds for words at this place."""

    def __init__(self) -> None:
        self.now = NO_CHANGE
        self._regions: dict[str, Region] = {}
        self._open: dict[str, Region] = {}
        self._region = Region()
        self._inserting = False
        # The deletions whose words are being read, the innermost last.
        self._deleting: list[Region] = []

    def declare(self, name: str) -> None:
        """A change is described from here on."""
        self._region = self._regions[name] = Region()

    def is_insertion(self) -> None:
        """The change is an insertion; it may be a deletion, too."""
        self._region.inserted = self._inserting = True

    def begin_deletion(self) -> None:
        """The change is a deletion, and what it took out begins."""
        self._region.deleted = True
        self._deleting.append(self._region)
        self._inserting = False

    def end_deletion(self, removed: ReadStory) -> None:
        """What the innermost deletion took out is all there: before that it cannot be put back, even into itself."""
        if self._deleting:
            self._deleting.pop().removed = removed

    def within(self, region: Region) -> int:
        """How deep deletions are held in each other where one is put back."""
        if not self._deleting:
            return 0
        outer = self._deleting[-1]
        outer.depth = max(outer.depth, region.depth + 1)
        return outer.depth

    def say(self, *, author: str | None = None, date: str | None = None) -> None:
        """Who made the change, or when; of an insertion that was deleted it is who inserted."""
        region = self._region
        if author is not None and (self._inserting or region.author is None):
            region.author = author
        if date is not None and (self._inserting or region.date is None):
            region.date = date

    def begin(self, name: str) -> None:
        """The words of a change begin."""
        if name in self._regions:
            self._open[name] = self._regions[name]
            self._reckon()

    def end(self, name: str) -> None:
        """The words of a change end."""
        if self._open.pop(name, None) is not None:
            self._reckon()

    def deletion(self, name: str) -> Region | None:
        """The change that took words out, if there is one of this name and something is stored of it."""
        region = self._regions.get(name)
        return region if region is not None and region.removed is not None else None

    def _reckon(self) -> None:
        # A change of the format only, or of a kind that is not known, is neither.
        inserted = [region for region in self._open.values() if region.inserted]
        deleted = [region for region in self._open.values() if region.deleted]
        if not inserted and not deleted:
            self.now = NO_CHANGE
            return
        said = (inserted or deleted)[-1]
        self.now = Change(PROVENANCES[bool(inserted), bool(deleted)], said.author, said.date)
