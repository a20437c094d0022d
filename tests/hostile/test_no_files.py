"""What is no file is never opened, and said; names that are too long for a file beside them are names like others."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import zipfile
from pathlib import Path

import pytest
from made import reslint_on

from reslint.errors import ReslintError
from reslint.sources.files import read_bytes, read_side

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
GREY = "Resolution 71 (Rev. Buchrest 2018)\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good draft in it."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/good.txt").write_text(GREY)
    return Path("in")


@pytest.mark.parametrize("name", ["p.txt", "p.md", "p.docx", "p.odt", "p.html", "p.zip", "p.pdf", "P.ZIP", "a/b/p.txt"])
@pytest.mark.parametrize("arguments", [[], ["--fix"]])
def test_a_pipe_in_a_folder_is_named_and_not_opened(name: str, arguments: list[str]) -> None:
    Path("in", name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(Path("in", name))
    ran = reslint_on("check", "in", *arguments)
    assert ran.status == 2
    assert ran.errors == [
        f"error: in/{name}: this is a pipe and no file, so it is not opened; `-` reads what another program writes"
    ]
    assert "in/good.txt:1:" in ran.out


@pytest.mark.parametrize("arguments", [[], ["--fix"], ["--diff"], ["--jobs", "2"], ["--output-format", "json"]])
def test_a_pipe_that_is_named_is_not_opened(arguments: list[str]) -> None:
    os.mkfifo("p.txt")
    ran = reslint_on("check", "p.txt", "in/good.txt", *arguments)
    assert ran.status == 2
    assert len(ran.errors) == 1
    assert ran.errors[0].startswith("error: p.txt: this is a pipe")


@pytest.mark.parametrize("command", [["text"], ["citations"], ["registry", "ingest"]])
def test_no_command_opens_a_pipe(command: list[str]) -> None:
    os.mkfifo("p.txt")
    ran = reslint_on(*command, "p.txt", patience=60)
    assert ran.status == 2
    assert "p.txt" in ran.err


def test_a_pipe_in_the_place_of_a_gitignore_leaves_nothing_out() -> None:
    os.mkfifo("in/.gitignore")
    ran = reslint_on("check", "in")
    assert (ran.status, len(ran.errors)) == (2, 1)
    assert ran.errors[0].startswith("error: in/.gitignore: this is a pipe")
    assert "in/good.txt:1:" in ran.out


def test_a_pipe_in_the_place_of_a_side_file_costs_its_draft() -> None:
    os.mkfifo("in/good.txt.reslint")
    Path("in/other.txt").write_text(GREY)
    ran = reslint_on("check", "in")
    assert ran.errors == [
        "error: in/good.txt.reslint: this is a pipe and no file, so it is not opened; `-` reads what another program "
        "writes"
    ]
    assert "in/other.txt:1:" in ran.out


def test_a_socket_is_not_opened() -> None:
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("in/s.txt")
        ran = reslint_on("check", "in")
    assert ran.errors == ["error: in/s.txt: this is a socket and no file, so it is not opened; name a file"]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/tty", "/dev/random", "/dev/full"])
@pytest.mark.parametrize("suffix", [".txt", ".zip", ".txt.reslint", ".docx"])
def test_a_link_to_a_device_is_not_opened(device: str, suffix: str) -> None:
    if not Path(device).is_char_device():
        pytest.skip(f"this system has no {device}")
    if suffix.endswith(".reslint"):
        Path("in/d.txt").write_text(GREY)
    Path(f"in/d{suffix}").symlink_to(device)
    ran = reslint_on("check", "in")
    assert ran.errors == [f"error: in/d{suffix}: this is a device and no file, so it is not opened; name a file"]
    assert "in/good.txt:1:" in ran.out


def test_a_file_that_becomes_a_pipe_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was a file when it was looked at, and is none when it is opened."""
    os.mkfifo("p.txt")
    was = os.stat("in/good.txt")
    real = os.stat
    monkeypatch.setattr(os, "stat", lambda path, **more: was if path == "p.txt" else real(path, **more))
    assert stat.S_ISREG(os.stat("p.txt").st_mode)
    with pytest.raises(ReslintError, match="this is a pipe"):
        read_bytes("p.txt", 1_000)


LONGEST = 255
NAMES = {
    "letters": "x" * (LONGEST - 4),
    "one too many for a side file": "x" * (LONGEST - 11),
    "the last that has a side file": "x" * (LONGEST - 12),
    "Arabic": "ق" * ((LONGEST - 4) // 2),
    "Chinese": "决" * ((LONGEST - 4) // 3),
    "emoji": "👍" * ((LONGEST - 4) // 4),
    "blanks": "a" + " " * (LONGEST - 6) + "b",
    "dots": "a" + "." * (LONGEST - 5),
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("arguments", [[], ["--fix", "--unsafe-fixes"], ["--jobs", "2", "--output-format", "json"]])
def test_a_long_name_is_a_name(name: str, arguments: list[str]) -> None:
    Path("in", f"{name}.txt").write_text(GREY)
    ran = reslint_on("check", "in", *arguments)
    assert ran.errors == []
    assert ran.status in (0, 1)
    assert "good.txt" in ran.out


def test_a_long_name_has_no_side_file_and_can_be_in_a_baseline() -> None:
    name = "in/" + "x" * (LONGEST - 4) + ".txt"
    Path(name).write_text(GREY)
    assert read_side(name, 1_000) == ""
    assert reslint_on("check", "in", "--write-baseline", "known.json").status == 0
    assert reslint_on("check", "in", "--baseline", "known.json").status == 0


def test_long_names_in_archives_and_a_path_that_is_too_long() -> None:
    with zipfile.ZipFile("in/a.zip", "w") as archive:
        archive.writestr("x" * 5_000 + ".txt", GREY)
    ran = reslint_on("check", "in")
    assert ran.errors == []
    assert ran.status == 1
    ran = reslint_on("check", "y" * 5_000 + ".txt", "in/good.txt")
    assert (ran.status, len(ran.errors)) == (2, 1)
    assert "good.txt:1:" in ran.out


def test_folders_that_lie_deep_in_each_other_are_walked() -> None:
    place = Path("in")
    for _ in range(1_500):
        place /= "d"
        try:
            place.mkdir()
        except OSError:
            break
    try:
        ran = reslint_on("check", "in")
    finally:
        # What clears away after the tests goes into itself for every folder.
        subprocess.run(["rm", "-rf", "in/d"], check=True)
    assert "broke" not in ran.err
    assert "in/good.txt:1:" in ran.out
