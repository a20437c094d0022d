"""What was known on day one: a file of findings that are not to be shown again, so that only new ones are.

Keyed by path (relative to the baseline file), rule and the words found with their white space folded, with a
count; never by line, so that editing a draft elsewhere does not bring old findings back.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from reslint.errors import ReslintError
from reslint.linting.finding import Finding

VERSION = 1
Known = tuple[str, str]
"""A rule and the words it was found at."""


class Baseline:
    """The findings that are known: for every path, how often each rule has been found at which words."""

    def __init__(self, path: Path, counts: Mapping[str, Counter[Known]]) -> None:
        self.path = path
        self.counts = counts

    def new(self, file: str, findings: Iterable[Finding]) -> list[Finding]:
        """The findings of one file that are not known; of more than are known, the last ones are new."""
        left = self.counts.get(path_key(file, self.path), Counter()).copy()
        result = []
        for finding in findings:
            key = known_as(finding)
            if left[key] > 0:
                left[key] -= 1
            else:
                result.append(finding)
        return result


def path_key(file: str, baseline: Path) -> str:
    """The path of a file as a baseline names it: relative to itself, with slashes."""
    return Path(os.path.relpath(file, baseline.parent)).as_posix()


def known_as(finding: Finding) -> Known:
    """Under what a finding is known in its file: the words it is at, or its message where it is at none."""
    return finding.code, " ".join((finding.excerpt or finding.message).split())


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; ReslintError where it is none."""
    counts: dict[str, Counter[Known]] = {}
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["version"] != VERSION:
            raise ReslintError(str(path), f"a baseline of version {data['version']}", "write it again")
        for name, codes in data["files"].items():
            counts[name] = Counter(
                {(code, words): int(count) for code, found in codes.items() for words, count in found.items()}
            )
    except OSError as error:
        reason = f"the baseline cannot be read ({error.strerror})"
        raise ReslintError(str(path), reason, "write one with --write-baseline") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ReslintError(str(path), "this is no baseline", "write one with --write-baseline") from error
    return Baseline(path, counts)


def write_baseline(path: Path, findings: Iterable[Finding]) -> None:
    """Write a baseline that knows the findings, atomically; ReslintError where it cannot be written."""
    counts = Counter((path_key(finding.file, path), *known_as(finding)) for finding in findings)
    files: dict[str, dict[str, dict[str, int]]] = {}
    for (name, code, words), count in sorted(counts.items()):
        files.setdefault(name, {}).setdefault(code, {})[words] = count
    text = json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=2) + "\n"
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        temporary.write_text(text, "utf-8", errors="backslashreplace")
        temporary.replace(path)
    except OSError as error:
        raise ReslintError(str(path), f"the baseline cannot be written ({error.strerror})") from error
    finally:
        temporary.unlink(missing_ok=True)
