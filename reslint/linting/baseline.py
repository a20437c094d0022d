"""Baselines: a file of findings that were known on day one and are not to be shown again, so that only new ones are.

Keyed by path (relative to the baseline file), rule, the text that is cited and the words found, with a count; never by
line, so that editing a draft elsewhere does not bring old findings back.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from reslint.api.finding import Finding, with_parts
from reslint.errors import ReslintError
from reslint.linting.fingerprint import Known, known
from reslint.sources import archives
from reslint.sources.regular import read_regular
from reslint.sources.urls import is_url
from reslint.storage.late import late
from reslint.storage.writing import write_file

VERSION = 1
LARGEST = 256 * 1024 * 1024
"""So many bytes are read of a baseline."""
MOST = 1_000_000_000
"""A rule is found no more often than that at the same words of a file."""
ADVICE = "write one with --write-baseline"
CODE = late(r"[A-Z]{3}\d{3}")


class Baseline:
    """The findings that are known: for every path, how often each rule has been found at which words."""

    def __init__(self, path: Path, counts: Mapping[str, Counter[Known]]) -> None:
        self.path = path
        self.counts = counts

    @property
    def digest(self) -> str:
        """What changes whenever it knows something else."""
        known = sorted((name, sorted(counts.items())) for name, counts in self.counts.items())
        return f"{self.path} {known}"

    def new(self, file: str, findings: Iterable[Finding], codes: Container[str]) -> tuple[list[Finding], int]:
        """The findings of one file that are not known, and how many of these codes it knows in vain.

        Of more findings than are known, the last ones are new.
        """
        left = self.counts.get(path_key(file, self.path), Counter()).copy()
        result = []
        for finding in findings:
            key = known(finding)
            if left[key] > 0:
                left[key] -= 1
            else:
                result.append(finding)
        return result, sum(count for (code, _), count in left.items() if code in codes)

    def orphans(self) -> int:
        """How many findings it knows in files that are not there any more."""
        return sum(counts.total() for name, counts in self.counts.items() if not self._is_there(name))

    def _is_there(self, name: str) -> bool:
        path = str(self.path.parent / name)
        return is_url(name) or os.path.lexists(path) or archives.split(path) is not None


def path_key(file: str, baseline: Path) -> str:
    """The path of a file as a baseline names it: relative to itself, with slashes."""
    if is_url(file):
        return file
    return Path(os.path.relpath(file, baseline.parent)).as_posix()


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; ReslintError where it is none."""
    try:
        data = json.loads(read_regular(path, LARGEST))
    except OSError as error:
        raise ReslintError(str(path), f"the baseline cannot be read ({error.strerror})", ADVICE) from error
    except (ValueError, RecursionError) as error:
        raise ReslintError(str(path), "this is no baseline", ADVICE) from error
    version, files = (data.get("version"), data.get("files")) if isinstance(data, dict) else (None, None)
    if type(version) is not int or not isinstance(files, dict):
        raise ReslintError(str(path), "this is no baseline", ADVICE)
    if version != VERSION:
        raise ReslintError(str(path), f"a baseline of version {version}", "write it again")
    return Baseline(path, {name: _counts(codes, path, name) for name, codes in files.items()})


def _counts(codes: object, path: Path, name: str) -> Counter[Known]:
    """What a baseline knows of one file; ReslintError, with the keys that lead there, where it cannot be that."""
    counts: Counter[Known] = Counter()
    if not isinstance(codes, dict):
        raise _wrong(path, ("files", name), "an object of rules")
    for code, found in codes.items():
        if not isinstance(found, dict):
            raise _wrong(path, ("files", name, code), "an object of words")
        for words, count in found.items():
            if type(count) is not int or not 0 < count <= MOST:
                raise _wrong(path, ("files", name, code, words), "a whole number from 1")
            counts[code, words] = count
    return counts


def _wrong(path: Path, keys: tuple[str, ...], due: str) -> ReslintError:
    where = ".".join(json.dumps(key, ensure_ascii=False) for key in keys)
    return ReslintError(str(path), f"this is no baseline: {where} has to be {due}", ADVICE)


def is_baseline(path: str | Path) -> bool:
    """Whether a file is a baseline and nothing else."""
    try:
        counts = read_baseline(Path(path)).counts
    except ReslintError:
        return False
    return all(CODE.fullmatch(code) for found in counts.values() for code, _ in found)


def write_baseline(path: Path, findings: Iterable[Finding]) -> list[str]:
    """Write a baseline that knows the findings, and give what is to be said of that, one line each; ReslintError where
    it cannot be written.
    """
    counts = Counter((path_key(finding.file, path), *known(finding)) for finding in with_parts(findings))
    files: dict[str, dict[str, dict[str, int]]] = {}
    for (name, code, words), count in sorted(counts.items()):
        files.setdefault(name, {}).setdefault(code, {})[words] = count
    text = json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=2) + "\n"
    return write_file(str(path), text.encode("utf-8", "backslashreplace"), what="the baseline")
