"""Several formats in one run, each in a file of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.plugins.bundled import reslint_reporters

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
FORMATS = [reporter.name for reporter in reslint_reporters() if not reporter.binary]


@pytest.fixture
def folder(draft: Draft) -> Path:
    draft("in/a.txt", "a grey sky and a large house\n")
    draft("in/b.md", "grey\n\n- large; =grey\n")
    draft("in/broken.docx", b"no Word file")
    return Path("in")


def test_each_file_is_what_a_run_with_that_format_alone_prints(reslint: Reslint, folder: Path) -> None:
    arguments = [word for name in FORMATS for word in ("--output-format", name, "-o", f"report.{name}")]
    together = reslint("check", folder, *arguments)
    assert together.status == 2
    for name in FORMATS:
        alone = reslint("check", folder, "--output-format", name)
        assert Path(f"report.{name}").read_bytes() == alone.data, name
        assert alone.status == 2


def test_one_format_may_go_to_standard_output_beside_the_files(reslint: Reslint, folder: Path) -> None:
    alone = reslint("check", folder, "--output-format", "concise")
    both = reslint("check", folder, "--output-format", "json", "-o", "a.json", "--output-format", "concise")
    assert both.out == alone.out
    dash = reslint("check", folder, "--output-format", "concise", "-o", "-", "--output-format", "json", "-o", "b.json")
    assert dash.out == alone.out
    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()


def test_with_a_file_for_each_format_standard_output_gets_a_summary(reslint: Reslint, folder: Path) -> None:
    ran = reslint("check", folder, "--output-format", "sarif", "-o", "a.sarif")
    assert "TST001" not in ran.out
    assert "Found 5 findings" in ran.out


def test_a_file_without_a_format_gets_the_default(reslint: Reslint, folder: Path) -> None:
    alone = reslint("check", folder)
    reslint("check", folder, "-o", "report.txt")
    assert Path("report.txt").read_bytes() == alone.data


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--output-format", "json", "-o", "a", "--output-format", "sarif", "-o", "./a"],
            "two things would be written",
        ),
        (["--output-format", "json", "--output-format", "sarif"], "json and sarif would all go to standard output"),
        (["--output-format", "json", "-o", "in"], "this is a folder"),
        (["--output-format", "json", "-o", "nowhere/a"], "no such folder"),
        (["--output-format", "json", "-o", "in/a.txt"], "one of the files to check"),
        (["--output-format", "json", "-o", "link"], "one of the files to check"),
        (["--output-format", "jsno", "-o", "a"], "unknown format 'jsno'"),
        (["--output-format", "csv", "-o", "b", "--output-format", "json", "-o", "nowhere/a"], "no such folder"),
        (
            ["--output-format", "csv", "-o", "b", "--output-format", "json", "-o", "in/a.txt"],
            "one of the files to check",
        ),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is(
    reslint: Reslint, folder: Path, arguments: list[str], message: str
) -> None:
    os.link("in/a.txt", "link")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    ran = reslint("check", folder, *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_a_pipe_stays_a_pipe(reslint: Reslint, folder: Path) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        reslint("check", folder, "--output-format", "jsonl", "-o", "pipe")
        assert os.read(reader, 1_000_000) == reslint("check", folder, "--output-format", "jsonl").data
    finally:
        os.close(reader)
    assert Path("pipe").is_fifo()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write on")
def test_a_disk_that_is_full_costs_no_other_report(reslint: Reslint, folder: Path) -> None:
    arguments = ["--output-format", "json", "-o", "/dev/full", "--output-format", "csv", "-o", "a.csv"]
    ran = reslint("check", folder, *arguments)
    assert ran.status == 2
    assert "/dev/full: the file cannot be written (No space left on device)" in ran.err
    assert Path("/dev/full").is_char_device()
    assert Path("a.csv").read_bytes() == reslint("check", folder, "--output-format", "csv").data
