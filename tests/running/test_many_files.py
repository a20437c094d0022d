"""Many files: judged by one process or several, remembered or not, killed or interrupted, none is lost in silence."""

from __future__ import annotations

import json
import os
import pickle
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import reslint as package
from reslint.api.report import FileResult
from reslint.commands.starting import start_run
from reslint.plugins.bundled import reslint_reporters
from reslint.running.jobs import Judging
from reslint.running.pool import Pool
from reslint.running.spool import HELD, Spool

pytestmark = pytest.mark.slow

Draft = Callable[..., Path]
ROOT = Path(package.__file__).parents[1]
sys.path.insert(0, str(Path(__file__).parent))
PLACES = ("Buchrest, 2022", "Dubai, 2018", "Bucharest, 2022", "Busan 2014")


@pytest.fixture
def folder(draft: Draft) -> Path:
    """Forty drafts, each with something else wrong, and one that is no text."""
    for number in range(40):
        place = PLACES[number % len(PLACES)]
        lines = [f"Resolution {100 + number} (Rev. {place}) of the Plenipotentiary Conference;"] * (number % 5 + 1)
        draft(f"in/{number % 7}/draft {number}.txt", "\n".join(lines) + "\n")
    draft("in/3/broken.docx", b"no Word file")
    return Path("in")


def call(*arguments: str | Path, cache: Path | None = None, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reslint", "check", "in", "--as-of", "2024-01-01", *map(str, arguments)]
    kept = {"RESLINT_CACHE_DIR": str(cache)} if cache else {}
    return subprocess.run(
        command, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT), **kept, **more}
    )


FORMATS = [reporter.name for reporter in reslint_reporters()]


def reports(folder: Path, into: Path, *arguments: str, cache: Path) -> dict[str, bytes]:
    """What is written in every format, and on standard output and error, which names the files that are written."""
    into.mkdir()
    wanted = [word for name in FORMATS for word in ("--output-format", name, "-o", str(into / name))]
    ran = call(*wanted, *arguments, cache=cache)
    assert (ran.returncode, folder.name) == (2, "in")
    said = ran.stderr.replace(str(into).encode(), b"INTO")
    return {**{name: (into / name).read_bytes() for name in FORMATS}, "out": ran.stdout, "err": said}


def test_reports_are_the_same_however_many_work_on_them(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = reports(folder, tmp_path / "first", "--jobs", "1", cache=cache)
    assert first["concise"].count(b"misspelt-place") == 30
    others = (["--jobs", "2"], ["--jobs", "8"], ["--jobs", "8", "--no-cache"], ["--no-cache", "--jobs", "1"], [])
    for number, arguments in enumerate(others):
        again = reports(folder, tmp_path / str(number), *arguments, cache=cache)
        assert [name for name in first if again[name] != first[name]] == [], arguments


def test_a_file_that_changed_is_judged_anew(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    before = json.loads(call("--output-format", "json", cache=cache).stdout)["findings"]
    changed = folder / "0" / "draft 0.txt"
    changed.write_text(changed.read_text().replace("Buchrest", "Bucharest"))
    after = json.loads(call("--output-format", "json", cache=cache).stdout)["findings"]
    assert "SPL001" in {one["code"] for one in before if one not in after}
    assert {one["file"] for one in before if one not in after} == {"in/0/draft 0.txt"}
    other = json.loads(call("--output-format", "json", "--ignore", "SPL", cache=cache).stdout)["findings"]
    assert not [one for one in other if one["code"].startswith("SPL")]
    (folder / "registry.yaml").write_text("places:\n  Bucharest: {variants: [Buchrest]}\n")
    known = call("--output-format", "json", "--registry", "in/registry.yaml", cache=cache)
    assert b"misspelt-place" not in known.stdout


@pytest.mark.parametrize("damage", [b"", b"\x80\x05garbage", b"x" * 5000])
def test_a_damaged_cache_is_judged_anew(folder: Path, tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "cache"
    first = call(cache=cache)
    kept = [path for path in (cache / "results").rglob("*") if path.is_file()]
    assert 0 < len(kept) < 5
    for path in kept:
        path.write_bytes(damage)
    again = call(cache=cache)
    assert (again.stdout, again.stderr) == (first.stdout, first.stderr)
    assert folder.is_dir()
    assert all(path.read_bytes() != damage for path in kept)


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file where a folder should be")
    ran = call(cache=blocked)
    assert ran.returncode == 2
    assert ran.stderr.count(b"error:") == 1, "the file that is no Word file"
    assert folder.is_dir()
    full = Path("/dev/full")
    if full.exists():
        with full.open("wb") as device:
            command = [sys.executable, "-m", "reslint", "check", "in"]
            env = {**os.environ, "PYTHONPATH": str(ROOT)}
            out = subprocess.run(command, stdout=device, stderr=subprocess.PIPE, check=False, env=env)
        assert out.returncode == 2
        assert b"Traceback" not in out.stderr


@pytest.mark.parametrize("jobs", [2, 4])
def test_a_worker_that_dies_costs_its_file_and_not_the_run(folder: Path, jobs: int) -> None:
    from dying import Killing

    run = start_run()
    names = list(run.names([str(folder)]))
    results = list(run.each(names, Killing(), Pool(jobs)))
    assert [result.name for result in results] == names
    lost = {result.name: result.errors for result in results if result.errors and "process" in result.errors[0]}
    assert set(lost) == {"in/6/draft 13.txt", "in/1/draft 22.txt"}
    assert "was killed by SIGKILL" in lost["in/6/draft 13.txt"][0]
    assert "ended with status 3" in lost["in/1/draft 22.txt"][0]
    (broken,) = [result.errors for result in results if "broke over" in "".join(result.errors)]
    assert broken == ("in/3/draft 31.txt: reslint broke over this file (RuntimeError: something broke); report it",)
    assert sum(bool(result.findings) for result in results) > 25


def test_a_slow_file_does_not_change_the_order(folder: Path) -> None:
    from dying import Slow

    run = start_run()
    names = list(run.names([str(folder)]))
    assert [one.name for one in run.each(names, Slow(), Pool(3))] == names


def test_a_file_that_vanishes_or_grows_is_named(folder: Path) -> None:
    run = start_run()
    names = list(run.names([str(folder)]))
    (folder / "0" / "draft 0.txt").unlink()
    results = {one.name: one for one in run.each(names, Judging(), Pool(2))}
    assert "No such file" in results["in/0/draft 0.txt"].errors[0]
    assert len(results) == 41


BEGUN = '''\
import time
from pathlib import Path
from reslint import Rule, Severity


class Begun(Rule):
    """Tells that a draft is being judged, and is not done with it until it is interrupted."""

    code, name, severity = "OWN001", "begun", Severity.INFO

    def check(self, page):
        if "has begun" in page.text:
            Path("begun").touch()
            time.sleep(10)
        return ()
'''


def test_an_interrupt_ends_the_run_with_what_is_done(folder: Path, draft: Draft) -> None:
    for number in range(400):
        draft(f"in/more/{number}.txt", "Resolution 71 (Rev. Buchrest, 2022) of the Plenipotentiary Conference;\n" * 300)
    # By then others are done.
    draft("in/more/250.txt", "Resolution 71 has begun.\n")
    draft("rules/own001_begun.py", BEGUN)
    command = [
        sys.executable,
        "-m",
        "reslint",
        "check",
        "in",
        "--jobs",
        "2",
        "--no-cache",
        "--output-format",
        "concise",
        "--rules-dir",
        "rules",
    ]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    # What a shell starts in the background ignores interrupts, and so would all that it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        ran = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    finally:
        signal.signal(signal.SIGINT, before)
    while not Path("begun").exists():
        assert ran.poll() is None
        time.sleep(0.01)
    ran.send_signal(signal.SIGINT)
    out, err = ran.communicate(timeout=120)
    assert ran.returncode == 130
    told = re.search(rb"interrupted after (\d+) of 441 files", err)
    assert told is not None, err
    assert 1 <= int(told[1]) < 400
    assert b"Traceback" not in err
    assert b"SPL001" in out
    assert folder.is_dir()


def on_a_terminal(*arguments: str) -> tuple[int, str]:
    """The exit status, and what a terminal shows of standard error."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reslint", "check", "in", "--as-of", "2024-01-01", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env=env) as ran:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    return ran.returncode, shown.decode()


def test_a_terminal_shows_how_far_it_is_and_what_came_of_it(folder: Path) -> None:
    status, shown = on_a_terminal("--jobs", "2", "--no-cache")
    assert status == 2
    assert "/41" in shown
    assert "files/s" in shown
    told = shown[shown.rindex("Checked 41 files in ") :].replace("\r", "").splitlines()
    assert "  30  misspelt-place" in told
    assert told[told.index("1 file could not be checked.") - 1].split()[0].isdigit()
    (folder / "3" / "broken.docx").unlink()
    assert b"Checked" not in call().stderr
    assert b"/41" not in call().stderr


def test_results_of_a_large_run_are_read_as_often_as_one_likes() -> None:
    finding = next(iter(package.lint_text("Resolution 71 (Rev. Buchrest, 2022) of PP", as_of="2024-01-01").findings))

    def results() -> Iterator[FileResult]:
        for number in range(HELD):
            yield FileResult(f"{number}.txt", (finding,) * 3)

    spool = Spool(results())
    assert len(spool) == HELD
    assert len(spool.heads) == HELD
    for _ in range(2):
        assert [one.name for one in spool] == [f"{number}.txt" for number in range(HELD)]
    assert sum(len(one.findings) for one in spool) == 3 * HELD
    assert list(spool) == list(results())


def test_a_disk_without_room_costs_no_result(draft: Draft) -> None:
    for number in range(25):
        draft(f"in/{number}.txt", "Resolution 71 (Rev. Buchrest, 2022) of the Plenipotentiary Conference;\n\n" * 100)
    assert HELD < 25 * 100
    # What Python compiles is not written: half a module would be left to others.
    command = [
        sys.executable,
        "-B",
        "-m",
        "reslint",
        "check",
        "in",
        "--as-of",
        "2024-01-01",
        "--output-format",
        "jsonl",
    ]
    ran = [
        subprocess.run(["sh", "-c", f'{limit} exec "$@"', "sh", *command], capture_output=True, check=False)
        for limit in ("", "ulimit -f 8;")  # no file may grow beyond 4 kB
    ]
    assert (ran[1].returncode, ran[1].stdout, ran[1].stderr) == (ran[0].returncode, ran[0].stdout, ran[0].stderr)
    assert ran[0].stdout.count(b"misspelt-place") >= 2500


def test_a_result_can_be_sent() -> None:
    result = package.lint_text("Resolution 71 (Rev. Buchrest, 2022) of PP", as_of="2024-01-01").without_text()
    assert pickle.loads(pickle.dumps(result)) == result
    assert result.view is None
    assert partial(start_run)().names([]) is not None
