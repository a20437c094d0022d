"""The files that a run looks at: those that are named, and those in folders, in archives and at URLs."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reslint.api.formats import Format
from reslint.documents.limits import held
from reslint.errors import ReslintError, most_like, told
from reslint.linting.settings import Settings
from reslint.running.loading import the_plugins
from reslint.running.spec import STDIN
from reslint.running.trust import OthersSettingsError
from reslint.sources import archives
from reslint.sources.globs import matches
from reslint.sources.locks import lock_refused
from reslint.sources.urls import files_at, is_url
from reslint.sources.walking import Walker

if TYPE_CHECKING:
    from reslint.running.work import Work


def chosen(run: Work, paths: Iterable[str]) -> Iterator[str]:
    """The files of the paths, each once, and not again by a link to it. What is not there becomes a line in
    `run.errors`, what is left out since it cannot be read here one in `run.notices`.
    """
    folder_at = cache(os.path.realpath)
    names: dict[str, str] = {}
    for name in dict.fromkeys(name for path in paths for name in _of(run, path)):
        path = run.spec.at(name)
        if name == STDIN or is_url(name):
            names[name] = name
        elif os.path.islink(path):
            names.setdefault(os.path.realpath(path), name)
        else:
            folder, base = os.path.split(path)
            real = os.path.join(folder_at(folder), base)
            if names.get(real, name) != name and os.path.islink(run.spec.at(names[real])):
                del names[real]  # the file itself stands in for the link, in its own place
            names.setdefault(real, name)
    return iter(names.values())


def excluded(run: Work, name: str) -> bool:
    """Whether the settings leave out a file that is found in a folder; ReslintError where they cannot be used."""
    return _leave_out(run.linter(name).settings, run, name)


def _leave_out(settings: Settings, run: Work, name: str) -> bool:
    path = name if is_url(name) else Path(os.path.relpath(run.shown(name), settings.root)).as_posix()
    return matches(settings.exclude, path) or (bool(settings.include) and not matches(settings.include, path))


def _of(run: Work, path: str) -> Iterable[str]:
    if os.path.isdir(path) or archives.is_archive(path):
        return _in_folder(run, path)
    if archives.split(path):
        return [path]
    if is_url(path):
        return _at_url(run, path)
    refused = refusal(path)
    if refused is not None:
        run.errors.append(str(refused))
        return ()
    return () if run.spec.force_exclude and _is_excluded(run, path) else (path,)


def refusal(path: str) -> ReslintError | None:
    """The error for a name under which there is no draft: nothing at all, or a lock file; None for any other."""
    if path == STDIN or is_url(path) or archives.split(path):
        return None
    return lock_refused(path) if os.path.lexists(path) else _not_there(path)


def _not_there(path: str) -> ReslintError:
    """The error for a path that is not there, with the file of its folder whose name without its ending is nearest."""
    folder, base = os.path.split(path)
    stem, ending = os.path.splitext(base)
    try:
        there = [os.path.splitext(name) for name in os.listdir(folder or ".") if not name.startswith(".")]
    except (OSError, ValueError):  # ValueError: a name that no file can have
        there = []
    near = most_like(stem, [one for one, _ in there])
    endings = sorted((other for one, other in there if one == near), key=lambda other: (other != ending, other))
    advice = f"did you mean {os.path.join(folder, near + endings[0])}?" if near and endings else ""
    return ReslintError(path, "no such file or folder", advice)


def _is_excluded(run: Work, path: str) -> bool:
    try:
        return excluded(run, path)
    except OthersSettingsError:  # which is said when the file is to be read
        return False


def _in_folder(run: Work, path: str) -> Iterator[str]:
    suffixes = _suffixes(run, path)
    walker, before = Walker(suffixes, run.errors, run.notices), len(run.errors)
    with held(run.limits(os.path.join(path, "draft"))):
        there = list(walker.files(path) if os.path.isdir(path) else walker.archived(path))
    found: list[str] = []
    faults: Counter[str] = Counter()
    overruled: Counter[str] = Counter()
    for name in there:
        try:
            linter = run.linter(name)
        except OthersSettingsError as error:
            faults[str(error)] += 1
            continue
        if not _leave_out(linter.settings, run, name):
            found.append(name)
        elif linter.own is not None and not _leave_out(linter.own.settings, run, name):
            overruled[linter.settings.source] += 1
    for fault, count in faults.items():
        run.errors.append(f"{fault} ({_files(count)} not checked)")
    for source, count in overruled.items():
        run.notices.append(f"{source}: {_files(count)} left out by its include and exclude")
    if not there and len(run.errors) == before:
        run.errors.append(f"{path}: no file to check in it; those that are read end in {', '.join(sorted(suffixes))}")
    elif there and not found and not faults:
        are = "the 1 file in it is" if len(there) == 1 else f"all {len(there)} files in it are"
        run.notices.append(f"{path}: no file to check, since {are} left out by include and exclude")
    return _readable(run, path, found)


def _suffixes(run: Work, path: str) -> frozenset[str]:
    """The suffixes of what can be read, even where the settings of a folder cannot be used."""
    try:
        return run.linter_in(Path(path)).plugins.suffixes
    except OthersSettingsError:
        return the_plugins(()).suffixes


def _files(count: int) -> str:
    return "1 file is" if count == 1 else f"{count} files are"


def _at_url(run: Work, url: str) -> list[str]:
    try:
        return [name for name in files_at(url, run.linter_in().plugins.suffixes) if not excluded(run, name)]
    except ReslintError as error:
        run.errors.append(str(error))
        return []


def _needs(form: Format) -> str:
    """What a format needs; what a plugin raises instead stands for that."""
    try:
        return form.needs()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return f"its format {form.name} cannot say what ({told(error)})"


def _readable(run: Work, folder: str, names: Iterable[str]) -> Iterator[str]:
    """The files of a folder that can be read here; of the others it is said how many there are."""
    needs: dict[str, str] = {}
    left_out: Counter[tuple[str, str]] = Counter()
    readable = False
    for name in names:
        form = run.linter(name).form(name)
        if form.name not in needs:
            needs[form.name] = _needs(form)
        if needs[form.name]:
            left_out[os.path.splitext(name)[1].lower(), needs[form.name]] += 1
        else:
            readable = True
            yield name
    # Where nothing is left, nothing would be checked, and nobody would know.
    lines = run.notices if readable else run.errors
    for (suffix, advice), count in sorted(left_out.items()):
        left = f"{count} {suffix} file is" if count == 1 else f"{count} {suffix} files are"
        lines.append(f"{folder}: {left} left out, since something is missing to read them; {advice}")
