"""What `reslint check` is asked to do, with the defaults of its options; those that make the settings stand apart."""

from __future__ import annotations

from pathlib import Path

from reslint.api.finding import Severity
from reslint.values import Value

NEVER = "never"
"""What --fail-on takes beside the severities."""


class Asked(Value):
    """The paths and the options of `reslint check` by their names. `order` names those for outputs as they were given,
    each as often as it was.
    """

    paths: tuple[str, ...] = ()
    order: tuple[str | None, ...] = ()
    fix: bool = False
    fix_only: bool = False
    diff: bool = False
    output: str | None = None
    comments: str | None = None
    output_dir: str | None = None
    output_format: tuple[str, ...] = ()
    output_file: tuple[str, ...] = ()
    force: bool = False
    statistics: bool = False
    quiet: bool = False
    verbose: bool = False
    lang: str | None = None
    exit_zero: bool = False
    fail_on: str = Severity.INFO.value
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    show_files: bool = False
    show_settings: bool = False
    jobs: int | None = None
    scheduler: str | None = None
    write_baseline: Path | None = None
