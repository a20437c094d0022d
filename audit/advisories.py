"""Known faults of the packages in requirements.txt, as pip-audit finds them where it can reach its data."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

PATIENCE = 300
"""Seconds that pip-audit may take."""


class Advisories(NamedTuple):
    """The faults that are known, one line each; `reason` says why none could be looked for, and is empty otherwise."""

    faults: tuple[str, ...] = ()
    reason: str = ""


def advisories(program: str, lock: Path) -> Advisories:
    """What pip-audit, the program of that path, knows of the packages in a requirements.txt."""
    command = [program, "--requirement", str(lock), "--no-deps", "--disable-pip", "--format", "json"]
    command += ["--vulnerability-service", "osv", "--progress-spinner", "off"]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except OSError:
        return Advisories(reason="pip-audit is not installed")
    except subprocess.TimeoutExpired:
        return Advisories(reason=f"pip-audit gave no answer in {PATIENCE} seconds")
    try:
        return Advisories(tuple(_faults(json.loads(ran.stdout))))
    except (ValueError, TypeError, KeyError, AttributeError):
        said = ran.stderr.strip().splitlines() or ["it says nothing"]
        return Advisories(reason=f"pip-audit could not look them up: {said[-1]}")


def _faults(found: dict[str, Any]) -> list[str]:
    return [
        f"{package['name']} {package['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'none'}"
        for package in found["dependencies"]
        for fault in package.get("vulns", ())
    ]
