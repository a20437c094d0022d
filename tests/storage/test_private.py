"""Folders for one user alone, and as much in them as is wanted."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reslint.storage.cache import Cache
from reslint.storage.private import belongs_to_another, keep_newest, private_folder

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system knows no such permissions")


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def test_what_is_made_is_private_and_what_is_above_stays_as_it_was(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    before = os.umask(0)
    try:
        assert private_folder(str(tmp_path / "a" / "b" / "c"))
    finally:
        os.umask(before)
    assert [mode(tmp_path / name) for name in ("a", "a/b", "a/b/c")] == [oct(0o700)] * 3
    assert mode(tmp_path) == oct(0o755)


@pytest.mark.parametrize("loose", [0o755, 0o777, 0o770, 0o1777])
def test_others_are_kept_out_of_one_that_is_there(tmp_path: Path, loose: int) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(loose)
    assert Cache(str(tmp_path)).private("cache") == str(tmp_path / "cache")
    assert mode(tmp_path / "cache") == oct(0o700)


def test_what_is_no_folder_of_ones_own_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    for name in ("file", "link", "file/below"):
        assert Cache(str(tmp_path)).private(name) is None
    assert Cache(None).private("a") is None
    assert not belongs_to_another(str(tmp_path / "nothing"))


def test_the_oldest_leave_first_and_the_newest_never(tmp_path: Path) -> None:
    for number in range(10):
        path = tmp_path / f"{9 - number}.html"
        path.write_bytes(bytes(100))
        os.utime(path, (number, number))
    (tmp_path / "notes").write_text("mine")
    for most, size, left in ((20, 10_000, 10), (7, 10_000, 7), (7, 450, 4), (7, 10, 1), (0, 0, 1)):
        keep_newest(str(tmp_path), ".html", most, size)
        assert sorted(os.listdir(tmp_path)) == [*(f"{number}.html" for number in range(left)), "notes"]
