"""Where the time of a start goes: each process does what the one before does, and one thing more."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from benchmarks.programs import beside
from benchmarks.shares import share
from benchmarks.startup import AS_OF, DRAFT, bare
from benchmarks.table import Row
from benchmarks.timing import command, taken
from reslint.cli import COLLECTOR

BARE = "bare Python"
STANDARD = "importing what is needed of the standard library"
MODULES = "importing reslint's modules"
READY = "rules, and registry and grammar from the cache"
JUDGED = "judging"
WHOLE = "the command line, showing, the end"
CLICK = "importing click"
# The names of all modules that a check has imported in the end.
IMPORTED = """
import runpy, sys
sys.argv = ["reslint", *sys.argv[1:]]
try:
    runpy.run_module("reslint", run_name="__main__", alter_sys=True)
except SystemExit:
    pass
print()
print(*(name for name in sys.modules if name != "__main__"))
"""
# As the command line begins and ends; what a folder of rules has is imported when the rules are loaded.
BEGUN = f"""
import atexit, gc
gc.set_threshold(*{COLLECTOR})
atexit.register(gc.freeze)
from contextlib import suppress
from importlib import import_module
"""
IMPORT = """
for name in {names!r}.split():
    with suppress(ImportError):
        import_module(name)
"""
PREPARE = f"""
from reslint.citations import find_citations
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import load
linter = Linter(Basis(Settings(as_of={AS_OF[1]!r}), load_plugins(), load()))
find_citations(View(read_text(b"Resolution 1", "draft.txt")), linter.registry)
"""
JUDGE = """
import sys
from pathlib import Path
linter.check(Path(sys.argv[1]).read_bytes(), sys.argv[1])
"""


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """The steps of a check of one small file, as shares of it; a common check does without click."""
    draft = folder / "beginning.txt"
    draft.write_text(DRAFT, "utf-8")
    check = ["check", str(draft), *AS_OF]
    ran = subprocess.run([sys.executable, "-c", IMPORTED, *check], check=True, capture_output=True, encoding="utf-8")
    names = ran.stdout.splitlines()[-1].split()
    standard = BEGUN + IMPORT.format(names=" ".join(name for name in names if not name.startswith("reslint")))
    modules = standard + IMPORT.format(names=" ".join(names))
    scripts = {STANDARD: standard, MODULES: modules, READY: modules + PREPARE, JUDGED: modules + PREPARE + JUDGE}
    contenders = {BARE: bare(folder)}
    for name, script in scripts.items():
        path = folder / f"{name.partition(',')[0]}.py"
        path.write_text(script, "utf-8")
        contenders[name] = command([sys.executable, str(path), str(draft)], folder)
    contenders[WHOLE] = command([beside("reslint"), *check], folder)
    took = taken({**contenders, CLICK: command([sys.executable, "-c", "import click"], folder)}, rounds)
    whole = took[WHOLE]
    yield Row(f"start, part: {BARE}", took[BARE].shown, took[BARE].spread, share(took[BARE], whole))
    for before, name in pairwise(contenders):
        step = took[name].less(took[before])
        yield Row(f"start, part: {name}", step.shown, step.spread, share(step, whole))
    click = took[CLICK].less(took[BARE])
    yield Row("importing click, which most checks do without", click.shown, click.spread, share(click, whole))
