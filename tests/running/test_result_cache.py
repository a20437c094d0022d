"""What is kept between runs: data in few files, private, bounded, and never worth more than the time it saves."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import reslint as package
from reslint.api.page import Page
from reslint.running import result_cache
from reslint.running.asking import Question
from reslint.running.jobs import Draft
from reslint.running.kept import CHECKED
from reslint.running.pool import Pool
from reslint.running.result_cache import FILE, ResultCache
from reslint.running.run import Run
from reslint.running.spec import RunSpec
from reslint.storage.cache import Cache

Write = Callable[..., Path]
ROOT = Path(package.__file__).parents[1]
sys.path.insert(0, str(Path(__file__).parent))
OTHER = 65534
as_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be two users")


@pytest.fixture
def folder(draft: Write) -> Path:
    for number in range(60):
        draft(f"in/{number % 4}/{number}.txt", f"Resolution {100 + number} (Rev. Buchrest, 2022) of PP;\n" * 5)
    return Path("in")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "a" / "cache"


def check(cache: Path, *arguments: str, limit: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", "-m", "reslint", "check", "in", "--as-of", "2024-01-01", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "RESLINT_CACHE_DIR": str(cache)}
    before = ["sh", "-c", f'{limit} exec "$@"', "sh"] if limit else []
    return subprocess.run([*before, *command], capture_output=True, check=False, text=True, env=env)


def told(ran: subprocess.CompletedProcess[str]) -> tuple[int, str, str]:
    return ran.returncode, ran.stdout, ran.stderr


def kept(cache: Path) -> dict[bytes, bytes]:
    with sqlite3.connect(cache / "results" / FILE) as connection:
        rows = dict(connection.execute("SELECT key, judgement FROM judgements").fetchall())
    connection.close()
    return rows


def judged_anew(cache: Path, *, jobs: int = 1) -> int:
    """How many files of a folder a run judges that has this cache."""
    from counting import Counting

    log = Path("log")
    log.write_text("")
    run = Run(RunSpec.here(cache=Cache(str(cache)), changes=(("as_of", "2024-01-01"),)))
    results = list(run.each(list(run.names(["in"])), Counting(str(log)), Pool(jobs)))
    assert all(result.findings for result in results)
    return len(log.read_text().splitlines())


@pytest.mark.parametrize("jobs", [1, 3])
def test_it_is_one_private_file_of_data(folder: Path, cache: Path, jobs: int) -> None:
    umask = os.umask(0)
    try:
        assert judged_anew(cache, jobs=jobs) == 60
    finally:
        os.umask(umask)
    assert judged_anew(cache, jobs=jobs) == 0
    files = [path for path in (cache / "results").rglob("*") if path.is_file()]
    assert [path.name for path in files] == [FILE]
    assert {oct(stat.S_IMODE(path.stat().st_mode)) for path in files} == {oct(0o600)}
    for place in (cache, cache / "results"):
        assert oct(stat.S_IMODE(place.stat().st_mode)) == oct(0o700)
    everything = [path for path in cache.rglob("*") if path.is_file()]
    assert len(everything) < 10
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in everything)
    rows = kept(cache)
    assert len(rows) == 60
    for data in rows.values():
        assert "Buchrest" in json.dumps(json.loads(zlib.decompress(data[CHECKED:])))
    assert folder.is_dir()


def test_processes_that_cannot_be_forked_keep_as_much(folder: Path, cache: Path) -> None:
    done = threading.Event()
    beside = threading.Thread(target=done.wait)
    beside.start()
    try:
        assert judged_anew(cache, jobs=3) == 60
    finally:
        done.set()
        beside.join()
    assert judged_anew(cache) == 0
    assert folder.is_dir()


def test_nothing_is_kept_by_pickle() -> None:
    code = "import sys, reslint.running.result_cache, reslint.storage.cache; print('pickle' in sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env).stdout == b"False\n"


def test_what_no_judgement_is_asked_anew(folder: Path, cache: Path) -> None:
    class Length(Question[int]):
        def answer(self, draft: Draft, _page: Page) -> int:
            return len(draft.data)

    run = Run(RunSpec.here(cache=Cache(str(cache))))
    list(run.each(list(run.names([str(folder)])), Length()))
    assert not (cache / "results").exists()


def test_few_files_are_not_worth_keeping(draft: Write, cache: Path) -> None:
    draft("in/a.txt", "Text.\n")
    check(cache)
    assert not (cache / "results").exists()


def test_what_could_not_be_checked_is_tried_again(folder: Path, cache: Path, draft: Write) -> None:
    draft("in/broken.docx", b"no Word file")
    first = check(cache)
    assert len(kept(cache)) == 60
    assert told(check(cache)) == told(first)
    assert folder.is_dir()


def test_what_an_earlier_version_kept_is_removed(folder: Path, cache: Path) -> None:
    for name in ("00/00ab", "ff/ffcd"):
        path = cache / "results" / name
        path.parent.mkdir(parents=True)
        path.write_bytes(b"\x80\x05 excerpts of drafts, for everybody to read")
    (cache / "results").chmod(0o755)
    check(cache)
    assert sorted(path.name for path in (cache / "results").iterdir()) == [FILE]
    assert oct(stat.S_IMODE((cache / "results").stat().st_mode)) == oct(0o700)
    assert folder.is_dir()


def test_what_a_full_disk_left_of_other_data_is_removed(tmp_path: Path) -> None:
    for name in ("grammarab12cd_x.part", "grammar.part", "film.part", "grammarab12cd_x"):
        (tmp_path / name).write_text("mine")
    Cache(str(tmp_path)).store("grammar", {"a": 1})
    assert sorted(os.listdir(tmp_path)) == ["film.part", "grammar", "grammar.part", "grammarab12cd_x"]
    assert Cache(str(tmp_path)).recall("grammar") == {"a": 1}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system knows no such permissions")
def test_data_that_others_may_have_written_are_not_believed(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    cache.store("registry", {"a": 1})
    for mode, believed in ((0o600, True), (0o644, True), (0o664, False), (0o602, False)):
        (tmp_path / "registry").chmod(mode)
        assert (cache.recall("registry") is not None) is believed, oct(mode)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system knows no such permissions")
@pytest.mark.parametrize("mode", [0o660, 0o606, 0o622])
def test_judgements_that_others_may_have_written_are_made_anew(folder: Path, cache: Path, mode: int) -> None:
    judged_anew(cache)
    (cache / "results" / FILE).chmod(mode)
    assert judged_anew(cache) == 60
    assert stat.S_IMODE((cache / "results" / FILE).stat().st_mode) == 0o600
    assert folder.is_dir()


def test_a_link_in_the_place_of_the_file_is_not_followed(folder: Path, cache: Path, draft: Write) -> None:
    victim = draft("victim", "mine\n")
    (cache / "results").mkdir(parents=True)
    (cache / "results" / FILE).symlink_to(victim.absolute())
    assert check(cache).returncode == 1
    assert (victim.read_text(), (cache / "results" / FILE).is_symlink()) == ("mine\n", False)
    assert folder.is_dir()


@as_root
@pytest.mark.parametrize("what", ["the folder", "a link", "the file"])
def test_what_belongs_to_another_user_is_not_used(folder: Path, cache: Path, what: str) -> None:
    place = cache / "results"
    cache.mkdir(parents=True)
    if what == "a link":
        (cache / "elsewhere").mkdir()
        place.symlink_to("elsewhere")
        os.lchown(place, OTHER, OTHER)
    else:
        place.mkdir()
        if what == "the file":
            (place / FILE).write_text("")
        os.chown(place if what == "the folder" else place / FILE, OTHER, OTHER)
    ran = check(cache)
    note = f"note: {place}: it belongs to another user, so no results are kept; RESLINT_CACHE_DIR can name another"
    assert ran.stderr.count(note) == (what != "the file")
    assert ran.returncode == 1
    if what == "the file":
        assert (place / FILE).stat().st_uid == os.geteuid()
    else:
        assert [path for path in cache.rglob("*") if path.name == FILE] == []
    assert folder.is_dir()


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "another file": lambda _: b"\x80\x05garbage",
    "long": lambda _: b"x" * 50_000,
    "cut": lambda data: data[: len(data) // 2],
    "cut in a page": lambda data: data[: len(data) // 2 + 100],
    "its head": lambda data: data[:16] + os.urandom(84) + data[100:],
    "its pages": lambda data: data[:4096] + os.urandom(len(data) - 4096),
    "its schema": lambda data: data.replace(b"judgements", b"judgemints"),
    "its indexes": lambda data: data.replace(b"by_use", b"by_us\0"),
    "its data": lambda data: data.replace(b"x\x01", b"x\x02"),
    "another version": lambda data: data[:60] + b"\0\0\0\x63" + data[64:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_judged_anew(folder: Path, cache: Path, damage: str) -> None:
    assert judged_anew(cache) == 60
    path = cache / "results" / FILE
    damaged = DAMAGES[damage](path.read_bytes())
    assert damaged != path.read_bytes()
    path.write_bytes(damaged)
    assert judged_anew(cache) <= 60
    assert judged_anew(cache) == 0, "all are kept again"
    assert folder.is_dir()


class Full:
    """A cache of a few judgements of a thousand bytes, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.at = 0

    def store(self, many: int) -> None:
        cache = ResultCache(str(self.folder))
        for _ in range(many):
            cache.store(self.key(self.at), os.urandom(1000))
            self.at += 1
        cache.close()

    @staticmethod
    def key(number: int) -> bytes:
        return number.to_bytes(32, "big")

    def there(self) -> list[int]:
        with sqlite3.connect(self.folder / FILE) as connection:
            rows = connection.execute("SELECT key FROM judgements ORDER BY key").fetchall()
        connection.close()
        return [int.from_bytes(key, "big") for (key,) in rows]

    def size(self) -> int:
        return sum(path.stat().st_size for path in self.folder.iterdir())


@pytest.fixture
def full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Full:
    monkeypatch.setattr(result_cache, "MOST", 1 << 20)
    return Full(tmp_path)


def test_it_grows_no_further_and_the_oldest_leave_first(full: Full) -> None:
    for _ in range(6):
        full.store(500)
        assert full.size() <= 1 << 20
        there = full.there()
        assert there == list(range(there[0], full.at)), "the newest are there, without a gap"
    assert 500 < len(there) < 1000


def test_what_was_asked_for_stays_longer(full: Full, monkeypatch: pytest.MonkeyPatch) -> None:
    full.store(500)
    now = time.time()
    monkeypatch.setattr(result_cache.time, "time", lambda: now + 2 * result_cache.DAY)
    cache = ResultCache(str(full.folder))
    for number in range(100):
        cache.recall(full.key(number), "a.txt")
    cache.close()
    full.store(400)
    there = full.there()
    assert there[:100] == list(range(100))
    assert 110 not in there


def test_what_nobody_asked_for_in_a_month_leaves(full: Full, monkeypatch: pytest.MonkeyPatch) -> None:
    full.store(10)
    now = time.time()
    monkeypatch.setattr(result_cache.time, "time", lambda: now + 31 * result_cache.DAY)
    full.store(1)
    assert full.there() == [10]


@pytest.mark.parametrize("limit", ["ulimit -f 8;", "ulimit -f 40;", "ulimit -f 100;"])  # of 512 bytes each
def test_a_disk_that_gets_full_costs_nothing_but_time(folder: Path, cache: Path, limit: str) -> None:
    first = check(cache, "--no-cache")
    assert told(check(cache, limit=limit)) == told(first)
    assert told(check(cache, limit=limit)) == told(first)
    assert told(check(cache)) == told(first)
    assert len(kept(cache)) == 60
    assert [path.name for path in cache.rglob("*") if path.name.startswith(".reslint") or path.suffix == ".part"] == []
    assert folder.is_dir()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here ({mounted.stderr.decode().strip()})")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("room", [0, 5_000, 20_000, 60_000])
def test_a_small_disk_costs_nothing_but_time(folder: Path, small_disk: Path, room: int) -> None:
    first = check(small_disk, "--no-cache")
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 1000):
            pass
    os.truncate(filler, max(filler.stat().st_size - room, 0))
    for _ in range(3):
        assert told(check(small_disk)) == told(first)
    assert folder.is_dir()


def test_two_runs_at_once_lose_nothing(folder: Path, cache: Path) -> None:
    first = check(cache, "--no-cache")
    command = [sys.executable, "-m", "reslint", "check", "in", "--as-of", "2024-01-01", "--jobs", "2"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "RESLINT_CACHE_DIR": str(cache)}
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env) for _ in range(4)
    ]
    for run in runs:
        out, err = run.communicate(timeout=120)
        assert (run.returncode, out, err) == told(first)
    assert len(kept(cache)) == 60
    assert folder.is_dir()


STORING = """
import os, sys
from reslint.running.result_cache import ResultCache
cache = ResultCache(sys.argv[1])
for number in range(10 ** 9):
    cache.store(number.to_bytes(32, "big"), os.urandom(1000))
    if number == 200:
        print("begun", flush=True)
"""


def test_a_run_that_is_killed_while_it_writes_leaves_what_was_there(tmp_path: Path) -> None:
    cache = Full(tmp_path)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for turn in range(10):
        writing = subprocess.Popen([sys.executable, "-c", STORING, str(tmp_path)], stdout=subprocess.PIPE, env=env)
        with writing:
            assert writing.stdout is not None
            assert writing.stdout.readline() == b"begun\n"
            time.sleep(turn / 200)
            writing.kill()
        there = cache.there()
        assert there == list(range(len(there)))
        assert len(there) > 100
        with sqlite3.connect(tmp_path / FILE) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
