"""The fingerprint of a finding, which makes it the same one in the next run, however the text around it was edited: its
file, its rule, the words it is at, and which of several such it is. Never its line.

The baseline, `reslint compare` and the formats that follow findings over time all go by it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from reslint.api.finding import Finding
from reslint.sources.urls import is_url
from reslint.storage.digests import blake2b

Known = tuple[str, str]
"""The code of a rule, and the text of the Union and the words that it was found at."""
SIZE = 16


def known(finding: Finding) -> Known:
    """Under what a finding is known in its file."""
    record = finding.record.key if finding.record else None
    return known_as(finding.code, record, finding.excerpt, finding.message)


def known_as(code: str, record: str | None, excerpt: str, message: str) -> Known:
    """The same by the fields of a finding: the record it rests on, and its words, or its message where it has none.

    The record comes first, since "Rev. Dubai, 2018" may be wrong of several texts; white space is folded.
    """
    return code, " ".join(f"{record or ''} {excerpt or message}".split())


def fingerprints(file: str, findings: Iterable[Finding]) -> Iterator[str]:
    """One for every finding of a file, in hexadecimal; those of one rule at equal words are counted in text order."""
    met: Counter[Known] = Counter()
    path = path_told(file)
    for finding in findings:
        key = known(finding)
        met[key] += 1
        written = "\0".join((path, *key, str(met[key])))
        yield blake2b(written.encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()


def path_told(file: str) -> str:
    """The path of a file as other programs know it: from the current folder where the file is in it, with slashes."""
    if is_url(file):
        return file
    path = os.path.normpath(file)
    if os.path.isabs(path):
        inside = os.path.relpath(path)
        path = path if inside.split(os.sep, 1)[0] == os.pardir else inside
    return PurePath(path).as_posix()
