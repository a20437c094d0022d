"""Trees of copies: where the copy of each file goes in a folder, which gets the folders of the one that is read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from reslint.errors import ReslintError
from reslint.sources import archives
from reslint.sources.urls import is_url
from reslint.values import Value

WINDOWS = os.sep == "\\"
SEPARATORS = re.compile(r"[/\\]" if WINDOWS else "/")
UNFIT = re.compile(r'(?i)[\x00-\x1f<>:"|?*]|\A(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)' if WINDOWS else "\x00")
"""What no name of a file may have: on Windows a colon names a drive or a stream, and some names are devices."""


class CopyTree(Value):
    """The copies of files in a folder: what is in the one folder or archive that is read lies right in it, what is in
    several of these `roots` below the name of each. An archive becomes a folder without its suffix.
    """

    folder: str
    roots: tuple[str, ...]

    def refuse_roots(self) -> None:
        """ReslintError where the folder is a file, or one of those that are read."""
        if os.path.exists(self.folder) and not os.path.isdir(self.folder):
            raise ReslintError(self.folder, "this is no folder", "name a folder for the copies")
        for root in self.roots:
            if os.path.isdir(root) and os.path.realpath(root) == os.path.realpath(self.folder):
                raise ReslintError(self.folder, "this is the folder to check itself", "name another one for the copies")

    def to_read(self, names: Iterable[str]) -> list[str]:
        """The files without those that lie in the folder itself, where it lies in one that is read."""
        own = os.path.realpath(self.folder)
        if not any(os.path.isdir(root) and _is_within(own, os.path.realpath(root)) for root in self.roots):
            return list(names)
        return [name for name in names if is_url(name) or not _is_within(os.path.realpath(name), own)]

    def taken(self, names: Iterable[str]) -> frozenset[str]:
        """The files that have no place of their own: another one before them has it, or is read there."""
        read = {os.path.realpath(name): name for name in names if not is_url(name)}
        places: set[str] = set()
        taken = set()
        for name in names:
            try:
                place = os.path.realpath(self.place_of(name))
            except ReslintError:
                continue
            key = os.path.normcase(place)
            if key in places or place in read:
                taken.add(name)
            places.add(key)
        return frozenset(taken)

    def place_of(self, name: str) -> str:
        """The path for the copy of a file.

        Raises ReslintError for a name that could lead out of the folder, or that no file can have, and where a link
        leads out of it.
        """
        parts = self._path_of(name)
        for part in parts:
            if part in (os.curdir, os.pardir) or UNFIT.search(part):
                reason = f"its name has {part!r}, so that no copy of it was written into {self.folder}"
                raise ReslintError(name, reason, "give it another name")
        place = os.path.join(self.folder, *parts)
        if not _is_within(os.path.realpath(place), os.path.realpath(self.folder)):
            raise ReslintError(place, f"a link leads out of {self.folder}, so nothing was written", "remove the link")
        return place

    def _path_of(self, name: str) -> list[str]:
        held = [(within, root) for root in self.roots if (within := _below(name, root)) is not None]
        within, root = min(held, key=lambda item: len(item[0]), default=("", ""))
        parts = [part for part in SEPARATORS.split(within) if part]
        if not parts:
            parts = [os.path.basename(name)]
        elif len(self.roots) > 1:
            parts.insert(0, os.path.basename(os.path.abspath(root)))
        archive = archives.split(name)
        if archive is None:
            return parts
        packed = os.path.basename(archive[0])
        return [part.removesuffix(packed[-len(archives.SUFFIX) :]) if part == packed else part for part in parts]


def _below(name: str, root: str) -> str | None:
    """What of a name lies below one of the paths that are read, empty for the path itself; None where it does not."""
    if root in (os.curdir, f"{os.curdir}/", ""):
        return None if os.path.isabs(name) or is_url(name) else name
    if name == root:
        return ""
    top = os.path.join(root, "")
    return name[len(top) :] if name.startswith((top, f"{root}/")) else None


def _is_within(path: str, folder: str) -> bool:
    """Whether a real path lies in a real folder, and is not the folder itself."""
    return path != folder and path.startswith(os.path.join(folder, ""))
