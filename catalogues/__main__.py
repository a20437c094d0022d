"""`python -m catalogues` brings the catalogues up to date with the code; `--check` says where they are not."""

from __future__ import annotations

import sys

from catalogues.faults import faults
from catalogues.files import LANGUAGES, compiled, path_of, read, updated, written


def main(arguments: list[str]) -> int:
    """Write every catalogue anew, with what is missing left empty, or say what is wrong with it."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m catalogues [--check]", file=sys.stderr)
        return 2
    if not arguments:
        for language in LANGUAGES:
            catalogue = updated(read(language))
            path_of(language, ".po").write_bytes(written(catalogue))
            path_of(language, ".mo").write_bytes(compiled(catalogue))
    found = [fault for language in LANGUAGES for fault in faults(language)]
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
