"""The files of a folder and below, in the order of their names: what .gitignore leaves out is left out here."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.errors import ReslintError
from reslint.named import NamedTuple
from reslint.sources import archives
from reslint.sources.globs import spec_of
from reslint.sources.locks import LOCK
from reslint.sources.regular import open_regular
from reslint.storage.late import late

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORES = ".gitignore"
REPOSITORY = ".git"
LONGEST = 1 << 20
"""Bytes of a .gitignore; each of its lines is asked about every file."""
FORKS = "__MACOSX"
FORK = late(rf"\A{FORKS}/(?:.*/)?\._[^/]*\Z", re.DOTALL)
"""What macOS puts beside a file in an archive: no draft, whatever it is called."""
NAMED = 3
"""So many of the files that are left out are named."""


class Ignoring(NamedTuple):
    """The patterns of one .gitignore, for the paths below its folder."""

    folder: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """Whether it leaves a path out (True) or takes it in again (False); None where it does not speak of it."""
        relative = os.path.relpath(path, self.folder or ".").replace(os.sep, "/")
        return self.spec.check_file(relative + "/" if folder else relative).include


class Walker:
    """Walks over folders. Hidden files and folders are left out, and so are lock files and what a .gitignore names; a
    folder that is reached again through a link is not walked twice. What cannot be read becomes a line in `errors`,
    what is left out of an archive one in `notices`.
    """

    def __init__(self, suffixes: frozenset[str], errors: list[str], notices: list[str] | None = None) -> None:
        self.suffixes = suffixes
        self.errors = errors
        self.notices = [] if notices is None else notices
        self._seen: set[tuple[int, int]] = set()

    def files(self, folder: str) -> Iterator[str]:
        """The files of the readers' suffixes, and those in archives; paths begin with `folder` as given."""
        start = "" if folder in (".", "./") else folder
        yield from self._walk(start, tuple(self._above(start)))

    def archived(self, archive: str) -> Iterator[str]:
        """The files of the readers' suffixes in an archive."""
        from reslint.sources.unpacking import members

        try:
            names = members(archive)
        except ReslintError as error:
            self.errors.append(str(error))
            return
        hidden, nested = [], []
        for name in names:
            suffix = os.path.splitext(name)[1].lower()
            if suffix == archives.SUFFIX:
                nested.append(name)
            elif suffix in self.suffixes and not FORK.search(name):
                parts = name.split("/")
                if any(part.startswith((".", LOCK)) and part != ".." for part in parts) or parts[0] == FORKS:
                    hidden.append(name)
                else:
                    yield f"{archive}/{name}"
        for left_out, kind in ((hidden, "hidden file"), (nested, "archive")):
            if left_out:
                many = f"1 {kind} in it is" if len(left_out) == 1 else f"{len(left_out)} {kind}s in it are"
                self.notices.append(f"{archive}: {many} not looked into ({_named(left_out)})")

    def _walk(self, top: str, ignoring: tuple[Ignoring, ...]) -> Iterator[str]:
        """The files below a folder, however deep."""
        open_folders = [self._in(top, ignoring)]
        while open_folders:
            for found in open_folders[-1]:
                if isinstance(found, str):
                    yield found
                else:
                    open_folders.append(self._in(*found))
                    break
            else:
                open_folders.pop()

    def _in(self, folder: str, ignoring: tuple[Ignoring, ...]) -> Iterator[str | tuple[str, tuple[Ignoring, ...]]]:
        """What is right in a folder: its files, and the folders that are to be walked at their place."""
        try:
            status = os.stat(folder or ".")
            with os.scandir(folder or ".") as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            self.errors.append(f"{folder}: the folder cannot be read ({error.strerror}); its files are not checked")
            return
        if (status.st_dev, status.st_ino) in self._seen:
            return
        self._seen.add((status.st_dev, status.st_ino))
        if any(entry.name == IGNORES for entry in entries):
            ignoring = (*ignoring, *self._read(folder))
        for entry in entries:
            if entry.name.startswith((".", LOCK)):
                continue
            path = os.path.join(folder, entry.name)
            is_folder = os.path.isdir(entry)
            if ignoring and _ignored(path, ignoring, folder=is_folder):
                continue
            suffix = os.path.splitext(entry.name)[1].lower()
            if is_folder:
                yield path, ignoring
            elif suffix in self.suffixes:
                yield path
            elif suffix == archives.SUFFIX:
                yield from self.archived(path)

    def _above(self, folder: str) -> Iterator[Ignoring]:
        """The .gitignore files between the top of the repository and the folder; none outside of a repository."""
        above: list[str] = []
        place = os.path.dirname(os.path.abspath(folder or "."))
        if os.path.exists(os.path.join(folder or ".", REPOSITORY)):
            return
        while not above or above[-1] != place:
            above.append(place)
            if os.path.exists(os.path.join(place, REPOSITORY)):
                for held in reversed(above):
                    yield from self._read(held)
                return
            place = os.path.dirname(place)

    def _read(self, folder: str) -> Iterator[Ignoring]:
        path = os.path.join(folder, IGNORES)
        try:
            descriptor, size = open_regular(path, path)
            with open(descriptor, encoding="utf-8", errors="surrogateescape") as file:
                if size > LONGEST:
                    raise ValueError(f"more than {LONGEST:,} bytes")
                yield Ignoring(folder, spec_of(file.read().splitlines()))
        except FileNotFoundError:
            return
        except ReslintError as error:
            self.errors.append(str(error))
        except (OSError, ValueError) as error:
            self.errors.append(f"{path}: cannot be read ({error}); nothing is left out because of it")


def _named(names: Sequence[str]) -> str:
    further = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{further}"


def _ignored(path: str, ignoring: tuple[Ignoring, ...], *, folder: bool) -> bool:
    """Whether a path is left out; the .gitignore nearest to it has the last word."""
    verdicts = (one.verdict(path, folder=folder) for one in reversed(ignoring))
    return next((verdict for verdict in verdicts if verdict is not None), False)
