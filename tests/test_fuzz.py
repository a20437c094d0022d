"""`python -m fuzz`: a bounded part of it, run as anybody runs it; and that it sees what it looks for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from fuzz.commands import COMMANDS, ran
from fuzz.inputs import CORPUS, PAIRS, READERS, Input, corpus, made
from fuzz.promises import Outcome, tried

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
INPUTS = 300
SEED = 7


def fuzz(folder: Path, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run it in a folder; `before` is Python that is run first, in the same process."""
    code = f"import sys\nfrom fuzz.__main__ import main\n{before}\nsys.exit(main())"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def outcome(reader: str, data: bytes) -> Outcome:
    given = Input(0, reader, "", data)
    return ran(given) if reader in COMMANDS else tried(data, given.file, has_comments=reader == "word")


def test_no_promise_is_broken(tmp_path: Path) -> None:
    tries = fuzz(tmp_path, "--seed", str(SEED), "--inputs", str(INPUTS))
    assert (tries.returncode, tries.stderr) == (0, ""), tries.stdout
    head, *rows, total = tries.stdout.splitlines()
    assert head.split()[:3] == ["reader", "mutator", "inputs"]
    assert [tuple(row.split()[:2]) for row in rows] == PAIRS
    counted = [int(cell.replace(",", "")) for cell in total.split()[1:]]
    assert counted[0] == INPUTS
    assert counted[-1] == 0
    assert all(counted[:-1]), "nothing was read, refused, found, mended or commented"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("reader", "number"), [(reader, at) for reader in READERS for at in range(len(corpus(reader)))]
)
def test_the_corpus_is_read_as_it_stands(own_cache: Path, reader: str, number: int) -> None:
    assert own_cache.is_dir()
    found = outcome(reader, corpus(reader)[number])
    assert found.broken == ()
    assert found.read
    assert found.findings > 0 or reader == "baseline"


def test_every_folder_of_the_corpus_is_of_a_reader() -> None:
    assert {path.name for path in CORPUS.iterdir() if path.is_dir()} == set(READERS)


def test_a_seed_gives_the_same_inputs_whatever_the_hashes() -> None:
    code = "from fuzz.inputs import made; import hashlib\n"
    code += "print([hashlib.md5(made(7, number).data).hexdigest() for number in range(120)])"
    digests = [
        subprocess.check_output(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}, text=True
        )
        for seed in ("1", "2")
    ]
    assert digests[0] == digests[1]
    assert len(set(re.findall(r"[0-9a-f]{32}", digests[0]))) > 110


@pytest.mark.parametrize("reader", ["settings", "baseline", "overlay"])
def test_an_input_is_the_same_whatever_was_made_before(reader: str) -> None:
    mutate = READERS[reader].mutators["values"]
    (data, *_) = corpus(reader)
    seeds = range(400)
    after = {seed: mutate(data, Random(seed)) for seed in seeds}
    assert all(mutate(data, Random(seed)) == after[seed] for seed in reversed(seeds))


def test_every_mutator_changes_something() -> None:
    for at, pair in enumerate(PAIRS):
        inputs = [made(1, at + turn * len(PAIRS)) for turn in range(9)]
        assert all((one.reader, one.mutator) == pair for one in inputs)
        assert len({one.data for one in inputs} - set(corpus(pair[0]))) > 2, pair


CHECK = """
from reslint.linting.linter import Linter
whole = Linter.check
def check(self, data, name, side=""):
    result = whole(self, data, name, side)
    if name == "draft.txt" and b"considering" in data:
        {}
    return result
Linter.check = check
"""


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("raise KeyError('x')", "raises KeyError at <string>:"),
        ("raise SystemExit(0)", "raises SystemExit at <string>:"),
        ("result = result.but(errors=('draft.txt: it broke at x.py:3; report it',))", "says 'draft.txt: it broke at"),
        ("result = result.but(findings=[one.but(end=one.end + 1) for one in result.findings])", "range: "),
        ("x = bytearray(1 << 30)", "raises MemoryError at <string>:"),
        ("import os; os._exit(3)", "ends the process (status 3)"),
        ("while True: pass", "takes more than 1 s of the processor"),
        ("import time; time.sleep(60)", "has not ended after 2 s, at rest"),
    ],
)
def test_what_is_broken_is_seen_and_kept(tmp_path: Path, own_cache: Path, fault: str, said: str) -> None:
    assert own_cache.is_dir()
    assert b"considering" in made(1, 0).data
    impatient = "import fuzz.limits\nfuzz.limits.SECONDS = 1\n"
    if "at rest" in said:
        impatient += "fuzz.limits.PATIENCE = 2\n"
    tries = fuzz(tmp_path, "--inputs", "1", "--seed", "1", before=impatient + CHECK.format(fault))
    assert tries.returncode == 1
    assert f"build/fuzz/text-bytes-1-0.txt: {said}" in tries.stdout
    assert (tmp_path / "build/fuzz/text-bytes-1-0.txt").read_bytes() == made(1, 0).data


@pytest.mark.parametrize(
    ("patch", "said"),
    [
        ("p.fix = lambda data, *a, **k: fix(data + b'!', *a, **k).but(data=data + b'!')", "mending twice: "),
        ("p.comment = lambda data, *a, **k: comment(data, *a, **k).but(data=other)", "commenting: the text is another"),
        ("p.fix = lambda data, *a, **k: fix(other, *a, **k)", "mending: the original view is another"),
    ],
)
def test_writing_that_changes_more_is_seen(tmp_path: Path, patch: str, said: str) -> None:
    before = "import fuzz.promises as p\nfrom reslint import comment, fix\nfrom pathlib import Path\n"
    before += f"other = Path({str(CORPUS)!r}, 'word', 'built.docx').read_bytes()\n{patch}\n"
    reader = "text" if "twice" in said else "word"
    path = tmp_path / f"{reader}-x{Path(READERS[reader].file).suffix}"
    path.write_bytes(next(data for data in corpus(reader) if data != (CORPUS / "word/built.docx").read_bytes()))
    tries = fuzz(tmp_path, str(path), before=before)
    assert tries.returncode == 1
    assert f"{path}: {said}" in tries.stdout


def test_a_file_of_no_reader_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("x")
    tries = fuzz(tmp_path, "x.txt")
    assert (tries.returncode, tries.stdout) == (2, "")
    assert "x.txt: the name begins with that of no reader (text, markdown, " in tries.stderr
