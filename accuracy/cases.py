"""Cases: small inputs of one kind, and what has to be read and found in them.

A file holds one case a line, as JSON. All have `id`, `kind` and `why`, a sentence in the terms of the field. Those that
read a text have `name`, `input` (null: the file of that name in `files/`), `as_of`, and of these what is compared:

- `citations`: one pattern for each citation that has to be read, and no others unless `at_least` is true. What a
  pattern leaves out is not compared, a list means one of these; `editions` are those of the citation in text order,
  `editions_last` is the last and `editions_has` any of them. `citations_never`: patterns that none may meet.
- `must` and `never`: findings by code (a list, or `STA*`), exact `words` and the key of the `record`.
- `fixed`, `fixed_unsafe`: the text after `--fix`, without and with `--unsafe-fixes`; `fixed_has_not`: words that
  neither writes.
- `either`: several such sets, of which one has to be met.

Those that run a command have `setup` (files by name), `command`, and what its exit `status` and its streams may be
(`stdout_has`, `stderr_never`, `output_has` for either, `stdout_count`).

`misread` says in what way a case is known not to hold.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "cases" / "reading"


class Case(NamedTuple):
    """One case: `expected` is all that its line says, `misread` is empty where it holds."""

    id: str
    kind: str
    misread: str
    expected: dict[str, Any]

    @property
    def runs_command(self) -> bool:
        """Whether it runs a command over files of its own instead of reading one text."""
        return "setup" in self.expected

    def data(self) -> bytes:
        """The bytes of its text."""
        written: str | None = self.expected["input"]
        return (FOLDER / "files" / self.expected["name"]).read_bytes() if written is None else written.encode()


def cases() -> list[Case]:
    """All committed cases, in the order of their files."""
    found = []
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            read = json.loads(line)
            found.append(Case(read["id"], read["kind"], read.get("misread", ""), read))
    return found
