"""Look at licences and known faults; exit status 1 where one is not permitted, or one is known."""

from __future__ import annotations

import sys
from collections import Counter
from importlib.metadata import distributions
from pathlib import Path

from audit.advisories import advisories
from audit.licences import bundled, licensed, refused

ROOT = Path(__file__).resolve().parents[1]


def main(program: str = "pip-audit") -> int:
    """Print what was found, by `program` as pip-audit; the exit status."""
    packages = {one.name: one for one in map(licensed, distributions())}
    packages |= {one.name: one for one in bundled(ROOT / "editors" / "vscode" / "package-lock.json")}
    wrong = refused(packages.values())
    for one in wrong:
        print(f"licence: {one.name} {one.version}: {one.licence or 'none is named'} is not permitted")
    counts = Counter(one.licence for one in packages.values())
    print(f"licences: {len(packages)} packages, {', '.join(f'{name} {many}' for name, many in counts.most_common())}")
    known = advisories(program, ROOT / "requirements.txt")
    for fault in known.faults:
        print(f"fault: {fault}")
    if known.reason:
        print(f"known faults: not looked up ({known.reason})")
    else:
        print(f"known faults: {len(known.faults)}")
    return int(bool(wrong or known.faults))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
