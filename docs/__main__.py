"""`python -m docs` writes the generated parts of the documentation; `--check` names the pages that are stale."""

from __future__ import annotations

import argparse
import sys

from docs.pages import ROOT, pages, stray_pages


def main(arguments: list[str] | None = None) -> int:
    """Write or compare; 1 if `--check` finds a page that is not what would be written."""
    parser = argparse.ArgumentParser(prog="python -m docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, and exit with 1 if a page is stale")
    check = parser.parse_args(arguments).check
    stale = 0
    for path, text in pages():
        if path.is_file() and path.read_text("utf-8") == text:
            continue
        stale += 1
        print(f"{path.relative_to(ROOT)}: {'stale; run `python -m docs`' if check else 'written'}")
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    for path in stray_pages():
        stale += 1
        print(f"{path.relative_to(ROOT)}: {'of no rule; run `python -m docs`' if check else 'removed'}")
        if not check:
            path.unlink()
    return int(check and stale > 0)


if __name__ == "__main__":
    sys.exit(main())
