"""The one door that everything is written through: what belongs to a file stays with it, and no link leads astray."""

from __future__ import annotations

import errno
import os
import re
import stat
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from reslint.errors import ReslintError
from reslint.storage import beside
from reslint.storage.beside import Beside, sweep
from reslint.storage.writing import replace_file, write_file

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
ROOT = Path(__file__).parents[2]
OTHER = 65534
as_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be two users")
with_lists = pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Python knows extended attributes of Linux only")
OWNER, NAMED, GROUP, MASK, OTHERS = 0x01, 0x02, 0x04, 0x10, 0x20
ACCESS, DEFAULT = "system.posix_acl_access", "system.posix_acl_default"


def access_list(group: int, mask: int) -> bytes:
    """An access list by which a named user may read and write, and the group as far as is said."""
    entries = [(OWNER, 6, -1), (NAMED, 6, OTHER), (GROUP, group, -1), (MASK, mask, -1), (OTHERS, 0, -1)]
    return struct.pack("<I", 2) + b"".join(
        struct.pack("<HHI", kind, may, who & 0xFFFFFFFF) for kind, may, who in entries
    )


def give(path: Path, name: str, value: bytes) -> None:
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        pytest.skip(f"this file system has no {name} ({error.strerror})")


@pytest.fixture(params=["write_file", "replace_file"])
def put(request: pytest.FixtureRequest) -> Callable[[str], list[str]]:
    """Write "gray" over a file that holds "grey", by either way."""
    if request.param == "write_file":
        return lambda name: write_file(name, b"gray")
    return lambda name: replace_file(name, b"grey", b"gray")


Put = Callable[[str], list[str]]


@with_lists
@pytest.mark.parametrize(("group", "mask"), [(0, 6), (4, 6), (6, 7), (6, 4), (0, 0)])
def test_an_access_list_is_kept(draft: Draft, put: Put, group: int, mask: int) -> None:
    path = draft("a.txt", "grey")
    give(path, ACCESS, access_list(group, mask))
    mode = path.stat().st_mode
    assert put("a.txt") == []
    assert path.read_text() == "gray"
    assert os.getxattr(path, ACCESS) == access_list(group, mask)
    assert path.stat().st_mode == mode


@with_lists
def test_a_file_without_an_access_list_gets_none_from_its_folder(draft: Draft, put: Put, tmp_path: Path) -> None:
    path = draft("a.txt", "grey")
    path.chmod(0o640)
    give(tmp_path, DEFAULT, access_list(6, 6))
    put("a.txt")
    assert (path.read_text(), os.listxattr(path), stat.S_IMODE(path.stat().st_mode)) == ("gray", [], 0o640)


@with_lists
@pytest.mark.parametrize("name", ["user.classification", "user.xdg.origin.url", "user.Ünïcode"])
def test_extended_attributes_are_kept(draft: Draft, put: Put, name: str) -> None:
    path = draft("a.txt", "grey")
    for value in (b"restricted", b"", bytes(range(256))):
        path.write_text("grey")
        give(path, name, value)
        put("a.txt")
        assert (path.read_text(), os.getxattr(path, name)) == ("gray", value)


@with_lists
@pytest.mark.parametrize(
    ("name", "said"),
    [("user.label", "its extended attribute user.label cannot be kept"), (ACCESS, "its access list cannot be kept")],
)
def test_what_cannot_be_kept_keeps_the_file_as_it_is(
    draft: Draft, put: Put, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    path = draft("a.txt", "grey")
    give(path, name, access_list(0, 6) if name == ACCESS else b"restricted")

    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "setxattr", refused)
    with pytest.raises(
        ReslintError, match=rf"a\.txt: {said} \(Operation not permitted\), so nothing was (mended|written); "
    ):
        put("a.txt")
    assert (path.read_text(), os.listdir()) == ("grey", ["a.txt"])


@with_lists
def test_one_file_whose_label_cannot_be_kept_costs_no_other(
    reslint: Reslint, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        draft(f"in/{name}.txt", "grey\n")
    give(Path("in/b.txt"), "user.label", b"restricted")

    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "setxattr", refused)
    ran = reslint("check", "--fix", "in")
    assert ran.status == 2
    assert [line for line in ran.err.splitlines() if line.startswith("error:")] == [
        "error: in/b.txt: its extended attribute user.label cannot be kept (Operation not permitted), "
        "so nothing was mended; mend a copy of it with --output"
    ]
    assert [Path(f"in/{name}.txt").read_text() for name in "abc"] == ["gray\n", "grey\n", "gray\n"]


@as_root
@pytest.mark.parametrize("mode", [0o640, 0o600, 0o4640, 0o2755, 0o6777])
def test_root_leaves_owner_group_and_mode_as_they_are(draft: Draft, put: Put, mode: int) -> None:
    path = draft("a.txt", "grey")
    os.chown(path, OTHER, OTHER)
    path.chmod(mode)
    put("a.txt")
    status = path.stat()
    assert (path.read_text(), status.st_uid, status.st_gid) == ("gray", OTHER, OTHER)
    assert stat.S_IMODE(status.st_mode) == mode


@contextmanager
def another_user() -> Iterator[None]:
    """Be somebody who is not root for a while, without any group of root's."""
    groups = os.getgroups()
    os.setgroups([])
    os.setresgid(OTHER, OTHER, 0)
    os.setresuid(OTHER, OTHER, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
        os.setgroups(groups)


@pytest.fixture
def open_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which everybody may do anything; it is the current one."""
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        monkeypatch.chdir(folder)
        yield Path(folder)


@as_root
@pytest.mark.parametrize(
    ("mode", "left"),
    [(0o666, 0o666), (0o676, 0o666), (0o4667, 0o667), (0o6777, 0o777), (0o2676, 0o666), (0o646, 0o646)],
)
def test_with_another_owner_and_group_nobody_gains_anything(open_folder: Path, put: Put, mode: int, left: int) -> None:
    path = open_folder / "a.txt"
    path.write_text("grey")
    path.chmod(mode)
    with another_user():
        put("a.txt")
    status = path.stat()
    assert (path.read_text(), status.st_uid, status.st_gid) == ("gray", OTHER, OTHER)
    assert oct(stat.S_IMODE(status.st_mode)) == oct(left)


@as_root
def test_a_group_that_one_belongs_to_is_kept(open_folder: Path, put: Put) -> None:
    path = open_folder / "a.txt"
    path.write_text("grey")
    os.chown(path, 0, OTHER)
    path.chmod(0o2664)
    with another_user():
        put("a.txt")
    status = path.stat()
    assert (status.st_uid, status.st_gid, oct(stat.S_IMODE(status.st_mode))) == (OTHER, OTHER, oct(0o664))


@as_root
@with_lists
def test_an_access_list_of_a_group_that_cannot_be_kept_keeps_the_file(open_folder: Path, put: Put) -> None:
    path = open_folder / "a.txt"
    path.write_text("grey")
    give(path, ACCESS, access_list(0, 6))
    with another_user(), pytest.raises(ReslintError, match="its access list cannot be kept without its group"):
        put("a.txt")
    assert (path.read_text(), os.listdir()) == ("grey", ["a.txt"])


@as_root
@pytest.mark.parametrize("where", ["the file", "a folder", "a link to a link", "nothing there yet"])
def test_a_link_of_another_user_is_not_written_through(draft: Draft, put: Put, where: str) -> None:
    path = draft("victim/a.txt", "grey")
    if where == "a folder":
        Path("shared").symlink_to("victim")
        planted, name = Path("shared"), "shared/a.txt"
    elif where == "a link to a link":
        Path("planted").symlink_to("victim/a.txt")
        Path("mine.txt").symlink_to("planted")
        planted, name = Path("planted"), "mine.txt"
    else:
        Path("report.json").symlink_to("victim/a.txt" if where == "the file" else "victim/new.txt")
        planted, name = Path("report.json"), "report.json"
    put_there = put if where != "nothing there yet" else lambda name: write_file(name, b"gray")
    os.lchown(planted, OTHER, OTHER)
    for given in (name, str(Path(name).absolute())):
        with pytest.raises(
            ReslintError, match="belongs to another user, so nothing is written through it; name the file"
        ):
            put_there(given)
    assert (path.read_text(), os.listdir("victim")) == ("grey", ["a.txt"])
    os.lchown(planted, os.geteuid(), -1)
    put_there(name)
    assert planted.is_symlink()


def test_links_of_ones_own_are_followed(draft: Draft, put: Put) -> None:
    draft("real/a.txt", "grey")
    Path("folder").symlink_to("real")
    Path("link.txt").symlink_to("folder/../folder/a.txt")
    put("link.txt")
    assert (Path("real/a.txt").read_text(), Path("link.txt").is_symlink()) == ("gray", True)
    Path("new.txt").symlink_to("real/b.txt")
    write_file("new.txt", b"gray")
    assert (Path("real/b.txt").read_text(), Path("new.txt").is_symlink()) == ("gray", True)


def test_a_link_that_leads_nowhere_is_said(draft: Draft) -> None:
    draft("a.txt", "grey")
    Path("round").symlink_to("round")
    for name in ("round", "none/a.txt", "a.txt/b.txt"):
        with pytest.raises(ReslintError, match=f"{name}: the file cannot be written"):
            write_file(name, b"gray")


def test_no_name_that_can_be_foreseen_is_written_to(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "grey\n")
    victim = draft("victim", "mine\n")
    for number in range(os.getpid() - 50, os.getpid() + 400):
        Path(f"known.json.{number}").symlink_to("victim")
        Path(f".reslint-{number}").symlink_to("victim")
    reslint("check", path, "--write-baseline", "known.json")
    assert victim.read_text() == "mine\n"
    assert not Path("known.json").is_symlink()


@pytest.mark.parametrize(
    ("names", "said"), [(2, "1 other name (a hard link), which keeps"), (4, "3 other names (hard")]
)
def test_a_hard_link_that_is_cut_is_said(draft: Draft, put: Put, names: int, said: str) -> None:
    path = draft("a.txt", "grey")
    others = [Path(f"other {number}.txt") for number in range(1, names)]
    for other in others:
        os.link(path, other)
    (notice,) = put("a.txt")
    assert notice.startswith(f"a.txt: it had {said}")
    assert (path.read_text(), {other.read_text() for other in others}) == ("gray", {"grey"})


def test_a_cut_hard_link_is_a_note_of_the_run(reslint: Reslint, draft: Draft) -> None:
    os.link(draft("in/a.txt", "grey\n"), "kept.txt")
    assert "note: in/a.txt: it had 1 other name (a hard link), which keeps what was there before\n" in (
        reslint("check", "--fix", "in").err
    )
    for arguments in (["--write-baseline", "b.json"], ["--output-format", "json", "-o", "r.json"]):
        reslint("check", "in", *arguments)
        os.link(arguments[-1], f"kept-{arguments[-1]}")
        assert f"note: {arguments[-1]}: it had 1 other name" in reslint("check", "in", *arguments).err


@pytest.mark.parametrize("umask", [0o022, 0o077, 0o027, 0])
def test_a_new_file_is_as_the_umask_says_and_a_private_one_is_private(draft: Draft, umask: int) -> None:
    draft("loose", "").chmod(0o666)
    before = os.umask(umask)
    try:
        write_file("new", b"gray")
        for name in ("own", "loose"):
            write_file(name, b"gray", private=True)
    finally:
        os.umask(before)
    assert [oct(stat.S_IMODE(os.stat(name).st_mode)) for name in ("new", "own", "loose")] == [
        oct(0o666 & ~umask),
        oct(0o600),
        oct(0o600),
    ]


def leftovers(folder: str | Path = ".") -> list[str]:
    return [name for name in os.listdir(folder) if name.startswith(".reslint")]


@pytest.fixture
def nothing_swept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(beside, "_swept", set())
    return


@pytest.mark.usefixtures("nothing_swept")
@pytest.mark.parametrize("name", [".reslint-0123456789abcdef", ".reslint-ab_de1gh", ".reslint-________"])
def test_what_a_killed_run_left_is_removed_at_the_next(draft: Draft, put: Put, name: str) -> None:
    draft("a.txt", "grey")
    draft(name, "half of so").chmod(0o600)
    put("a.txt")
    assert os.listdir() == ["a.txt"]


@pytest.mark.usefixtures("nothing_swept")
def test_what_only_looks_like_a_leftover_stays(draft: Draft, put: Put) -> None:
    draft("a.txt", "grey")
    for name in (
        ".reslint-settings",
        ".reslint-notes",
        ".reslint.toml",
        ".reslint-0123456789abcdeg",
        "reslint-ab_de1gh",
    ):
        draft(name, "mine")
    Path(".reslint-ab_de1g1").mkdir()
    os.link(".reslint-notes", ".reslint-ab_de1g2")
    Path(".reslint-ab_de1g3").symlink_to("a.txt")
    before = sorted(os.listdir())
    put("a.txt")
    assert sorted(os.listdir()) == before


@as_root
@pytest.mark.usefixtures("nothing_swept")
def test_a_leftover_of_another_user_stays(draft: Draft, put: Put) -> None:
    draft("a.txt", "grey")
    os.chown(draft(".reslint-0123456789abcdef", ""), OTHER, OTHER)
    put("a.txt")
    assert leftovers() == [".reslint-0123456789abcdef"]


WRITING = """
import sys
from reslint.storage.beside import Beside
with Beside(sys.argv[1], 0o600) as new:
    new.write([b"gr"])
    print("begun", flush=True)
    sys.stdin.read()
    new.write([b"ay"])
    new.put()
"""


def writer(path: Path) -> subprocess.Popen[str]:
    """Another process that has begun to write a file, and goes on when its standard input ends."""
    started = subprocess.Popen(
        [sys.executable, "-c", WRITING, str(path.absolute())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "begun\n"
    return started


def test_what_another_run_is_writing_is_not_swept(draft: Draft) -> None:
    path = draft("a.txt", "grey")
    with writer(path) as other:
        sweep(str(path.absolute().parent))
        assert len(leftovers()) == 1
        other.communicate("")
    assert (other.returncode, path.read_text(), leftovers()) == (0, "gray", [])


def test_what_was_killed_while_it_wrote_is_swept(draft: Draft) -> None:
    path = draft("a.txt", "grey")
    with writer(path) as other:
        other.kill()
    assert (path.read_text(), len(leftovers())) == ("grey", 1)
    sweep(str(path.absolute().parent))
    assert (path.read_text(), leftovers()) == ("grey", [])


def test_a_folder_is_looked_through_once(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    monkeypatch.setattr(beside, "_swept", set())
    monkeypatch.setattr(beside, "sweep", looked.append)
    for number in range(20):
        draft(f"{number % 2}/{number}.txt", "grey")
        replace_file(f"{number % 2}/{number}.txt", b"grey", b"gray")
    assert looked == [str(Path(name).absolute()) for name in "01"]


def test_the_names_of_unfinished_files_differ(draft: Draft) -> None:
    path = str(draft("a.txt", "grey").absolute())
    names = set()
    for _ in range(50):
        with Beside(path, 0o600):
            (name,) = leftovers()
            assert re.fullmatch(r"\.reslint-[0-9a-f]{16}", name)
            names.add(name)
    assert (len(names), os.listdir()) == (50, ["a.txt"])


def test_a_draft_that_shrinks_the_disk_to_nothing_is_left_as_it_was(draft: Draft) -> None:
    path = draft("a.txt", "Resolution 71 (Rev. Buchrest, 2022) of the Plenipotentiary Conference;\n" * 300)
    before = path.read_bytes()
    command = [sys.executable, "-B", "-m", "reslint", "check", "--fix", "--no-cache", "a.txt"]
    # No file may grow beyond 4 kB, none of Python's own either, which it would leave half-written.
    ran = subprocess.run(
        ["sh", "-c", 'ulimit -f 8; exec "$@"', "sh", *command],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ran.returncode == 2
    assert "error: a.txt: the file cannot be written (File too large), so nothing was mended\n" in ran.stderr
    assert (path.read_bytes(), os.listdir()) == (before, ["a.txt"])
