"""Archives of drafts: their directory is read once, and what of them is not looked into is said."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from made import reslint_on

from reslint.documents.limits import Limits, held
from reslint.documents.members import too_many
from reslint.errors import ReslintError
from reslint.sources import unpacking
from reslint.sources.walking import Walker

Reslint = Callable[..., Any]
SUFFIXES = frozenset({".txt", ".md", ".docx"})
M = 1 << 20


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def archive(name: str, members: dict[str, bytes | str]) -> Path:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as made:
        for member, data in members.items():
            made.writestr(member, data)
    return Path(name)


@pytest.mark.parametrize("members", [100, 200, 400])
def test_its_directory_is_read_once_however_many_files_it_has(members: int, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(archive("a.zip", {f"{number}.txt": f"words {number}" for number in range(members)}))
    read: list[str] = []
    real = zipfile.ZipFile

    def counted(file: Any, *more: Any, **others: Any) -> zipfile.ZipFile:
        read.append(str(file))
        return real(file, *more, **others)

    monkeypatch.setattr(zipfile, "ZipFile", counted)
    names = unpacking.members(path)
    for name in names:
        assert unpacking.read_member(path, name, 100, name).decode() == f"words {name.removesuffix('.txt')}"
    assert (len(names), read) == (members, [path])


def test_a_member_without_a_name_is_none_and_the_others_are_read() -> None:
    path = archive("a.zip", {"x.txt": "one", "b.txt": "two"})
    # The directory of an archive that is damaged so that a name begins with a zero byte, behind which nothing counts.
    path.write_bytes(path.read_bytes().replace(b"x.txt", b"\0.txt"))
    assert unpacking.members(str(path)) == ["b.txt"]
    assert unpacking.read_member(str(path), "b.txt", 100, "b") == b"two"


def test_an_archive_that_was_written_anew_is_read_anew() -> None:
    path = str(archive("a.zip", {"a.txt": "one"}))
    assert unpacking.read_member(path, "a.txt", 100, "a") == b"one"
    archive("a.zip", {"a.txt": "other words"})
    assert unpacking.read_member(path, "a.txt", 100, "a") == b"other words"
    Path("a.zip").unlink()
    with pytest.raises(ReslintError, match="the archive cannot be read"):
        unpacking.read_member(path, "a.txt", 100, "a")


@pytest.mark.slow
def test_several_processes_read_one_archive() -> None:
    numbers = range(300)
    draw = random.Random(3)
    texts = {f"{n}.txt": f"Resolution {n} (Rev. Buchrest, 2022)\n" + f"{draw.random()} " * 500 for n in numbers}
    archive("in/a.zip", texts)
    one = reslint_on("check", "in", "--jobs", "1", "--no-cache", "--output-format", "json")
    many = reslint_on("check", "in", "--jobs", "4", "--no-cache", "--output-format", "json")
    assert one.out == many.out
    assert one.out.count('"SPL001"') == len(numbers)
    assert one.errors == []


@pytest.mark.parametrize(
    ("members", "notices"),
    [
        (["a.txt", "b.zip"], ["a.zip: 1 archive in it is not looked into (b.zip)"]),
        (["b.ZIP", "c/d.zip"], ["a.zip: 2 archives in it are not looked into (b.ZIP, c/d.zip)"]),
        ([".a.txt"], ["a.zip: 1 hidden file in it is not looked into (.a.txt)"]),
        (["b/.c/a.md", "~$a.docx"], ["a.zip: 2 hidden files in it are not looked into (b/.c/a.md, ~$a.docx)"]),
        (["__MACOSX/._a.docx", "__MACOSX/b/._a.txt"], []),
        (["__MACOSX/a.docx"], ["a.zip: 1 hidden file in it is not looked into (__MACOSX/a.docx)"]),
        ([".DS_Store", ".gitignore", "b/.a.png"], []),
        ([".b.zip"], ["a.zip: 1 archive in it is not looked into (.b.zip)"]),
        (
            [f".{number}.txt" for number in range(5)],
            ["a.zip: 5 hidden files in it are not looked into (.0.txt, .1.txt, .2.txt and 2 more)"],
        ),
        (
            [".a.txt", "b.zip"],
            [
                "a.zip: 1 hidden file in it is not looked into (.a.txt)",
                "a.zip: 1 archive in it is not looked into (b.zip)",
            ],
        ),
    ],
)
def test_what_is_not_looked_into_is_said(members: list[str], notices: list[str]) -> None:
    archive("a.zip", dict.fromkeys(members, "words"))
    said: list[str] = []
    errors: list[str] = []
    walker = Walker(SUFFIXES, errors, said)
    assert list(walker.archived("a.zip")) == ([f"a.zip/{members[0]}"] if members[0] == "a.txt" else [])
    assert (said, errors) == (notices, [])


def test_it_is_said_in_a_run_too(reslint: Reslint) -> None:
    inner = archive("inner.zip", {"a.txt": "grey"}).read_bytes()
    Path("inner.zip").unlink()
    archive("in/a.zip", {"a.txt": "grey", ".b.txt": "grey", "c.zip": inner})
    ran = reslint("check", "in")
    assert ran.out.count("TST001 grey-word") == 1
    assert "note: in/a.zip: 1 hidden file in it is not looked into (.b.txt)\n" in ran.err
    assert "note: in/a.zip: 1 archive in it is not looked into (c.zip)\n" in ran.err
    assert ran.status == 1


@pytest.mark.parametrize(
    "data",
    [b"a\n" * 8 * M, b"\0" * 8 * M, b" " * 8 * M, b"a" * 8 * M, b"Resolution 71 " * M, "é".encode() * 4 * M],
    ids=["lines", "zeros", "blanks", "letters", "words", "accents"],
)
def test_a_bomb_costs_itself(reslint: Reslint, data: bytes) -> None:
    archive("in/a.zip", {"bomb.txt": data, "good.txt": "grey"})
    ran = reslint("check", "in")
    (error,) = [line for line in ran.err.splitlines() if line.startswith("error: ")]
    assert error.startswith("error: in/a.zip/bomb.txt: the file would unpack to ")
    assert "in/a.zip/good.txt:1:1: TST001" in ran.out


def test_members_that_lie_over_each_other_are_refused(reslint: Reslint) -> None:
    """A thousand names for the same bytes: each is small, and all of them are gigabytes."""
    archive("in/one.zip", {"a0000.txt": b"grey\n" * (600_000)})
    data = Path("in/one.zip").read_bytes()
    Path("in/one.zip").unlink()
    end = data.rfind(b"PK\x05\x06")
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    entry = data[start:end]
    directory = b"".join(entry.replace(b"a0000", b"a%04d" % number) for number in range(1_000))
    tail = bytearray(data[end:])
    tail[8:10] = tail[10:12] = (1_000).to_bytes(2, "little")
    tail[12:16] = len(directory).to_bytes(4, "little")
    Path("in/many.zip").write_bytes(data[:start] + directory + tail)
    Path("in/good.txt").write_text("grey")
    ran = reslint("check", "in")
    (error,) = [line for line in ran.err.splitlines() if line.startswith("error: ")]
    assert error.startswith("error: in/many.zip: the archive would unpack to 3,000 MB from ")
    assert "in/good.txt:1:1: TST001" in ran.out


@pytest.mark.parametrize("many", [9, 10, 11, 500])
@pytest.mark.parametrize("name", ["{}", "a long name of a file in a folder/{}.txt" * 20])
def test_too_many_members_are_counted_before_they_are_read(many: int, name: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for number in range(many):
            made.writestr(name.replace("{}", str(number)), "")
    with held(Limits(members=10)):
        assert too_many(file) == (many > 10)


def test_members_of_a_large_archive_are_counted_too() -> None:
    """More than 65,535 members are counted elsewhere in the archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for number in range(70_000):
            made.writestr(str(number), "")
    with held(Limits(members=69_999)):
        assert too_many(file)
    with held(Limits(members=70_000)):
        assert not too_many(file)


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x05\x06", b"PK\x05\x06" + b"\xff" * 18, b"\0" * 100_000])
def test_what_is_no_archive_has_no_members(data: bytes) -> None:
    assert not too_many(io.BytesIO(data))
