"""The commands beside `check`, and the edges of the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reslint as package

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
ROOT = Path(package.__file__).parents[1]


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Call the command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reslint", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


def test_citations_are_one_object_a_line(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "First.\nSee Resolution 71 (Rev. Dubai, 2018) and Council Resolution 1332 (Modified 2019).\n")
    ran = reslint("citations", "--as-of", "2023-01-01", path)
    assert (ran.status, ran.err) == (0, "")
    first, second = map(json.loads, ran.out.splitlines())
    assert first == {
        "file": "a.txt",
        "start": 11,
        "end": 43,
        "line": 2,
        "column": 5,
        "text": "Resolution 71 (Rev. Dubai, 2018)",
        "body": "PP",
        "body_from": "edition",
        "kind": "resolution",
        "number": "71",
        "editions": [{"place": "Dubai", "year": 2018, "rev": True}],
        "role": "citation",
        "lang": "en",
        "verdict": "superseded",
        "latest": "Rev. Bucharest, 2022",
        "as_far_as": None,
        "unread": None,
    }
    assert list(second) == list(first)
    assert (second["body"], second["number"], second["editions"][0]["year"]) == ("COUNCIL", "1332", 2019)
    assert "place" not in second["editions"][0]


def test_citations_of_a_file_that_cannot_be_read(reslint: Reslint, draft: Draft) -> None:
    draft("b.txt", b"\0\0")
    ran = reslint("citations", "none.txt", "b.txt", draft("a.txt", "Resolution 71 (Rev. Dubai, 2018)"))
    assert ran.status == 2
    assert len(ran.out.splitlines()) == 1
    assert [line.split(":")[1] for line in ran.err.splitlines()] == [" none.txt", " b.txt"]


def test_text_is_what_is_read(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.md", "# A *head*\n\n```\ncode\n```\n\ntwo\nlines <!-- note --> of\u00a0it\n")
    assert [line for line in reslint("text", path).out.split("\n") if line] == ["A head", "two lines  of\u00a0it"]
    records = [json.loads(line) for line in reslint("text", "--output-format", "jsonl", path).out.splitlines()]
    assert list(records[0]) == ["story", "index", "label", "text"]
    assert [(one["story"], one["text"]) for one in records if one["text"]] == [
        ("body", "A head"),
        ("body", "two\nlines  of\u00a0it"),
    ]
    assert [one["index"] for one in records] == list(range(len(records)))


def test_text_of_nothing(reslint: Reslint, draft: Draft) -> None:
    ran = reslint("text", draft("a.txt", b""))
    assert (ran.status, ran.err) == (2, "error: a.txt: the file is empty; nothing to check\n")


@pytest.mark.parametrize("name", ["SUP001", "unused-suppression", "sup001"])
def test_the_documentation_of_a_rule(reslint: Reslint, name: str) -> None:
    ran = reslint("rule", name)
    assert ran.status == 0
    assert ran.out.startswith(
        "# unused-suppression (SUP001)\n\nwarning · safe fix\n\nA suppression that silences nothing."
    )
    for heading in ("## What it does", "## Why", "## Examples", "Found: `", "Mended:"):
        assert heading in ran.out


def test_the_documentation_of_all_rules(reslint: Reslint) -> None:
    ran = reslint("rule", "--all")
    pages = [line for line in ran.out.splitlines() if line.startswith("# ")]
    files = [path for path in (ROOT / "rules").glob("*.py") if not path.stem.startswith("_")]
    assert len(pages) == len(files) > 20
    assert pages == sorted(pages, key=lambda page: page.rsplit("(", 1)[1])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rule", "NUM01"], "rule: unknown rule 'NUM01'; did you mean NUM001?"),
        (["rule", "outdated-editon"], "rule: unknown rule 'outdated-editon'; did you mean outdated-edition?"),
        (["rule", "STA001", "--all"], "rule: --all says of every rule what STA001 says of one; leave out one of them"),
        (["registry", "show", "WTDZ", "1"], "registry: unknown body 'WTDZ'; did you mean WTDC?"),
        (["registry", "show", "PP", "decison", "5"], "registry: 'PP decison 5' is no key of a record"),
        (["registry", "show", "PP", "99999"], "registry: no record of 'PP 99999'"),
        (["registry", "show", "UNGA", "70/126"], "registry: no record of 'UNGA 70/126'; did you mean UNGA 70/125?"),
        (["registry", "show", "PP", "140", "--as-of", "PP-221"], "as-of: unknown date or conference 'PP-221'; did you"),
        (["registry", "list", "--body", "COUNCL"], "registry: unknown body 'COUNCL'; did you mean COUNCIL?"),
        (["registry", "check", "none.yaml"], "none.yaml"),
        (["chekc"], "reslint: 'chekc' is no command, file or folder; did you mean check?"),
    ],
)
def test_what_is_unknown_is_told_with_the_nearest(
    reslint: Reslint, draft: Draft, arguments: list[str], message: str
) -> None:
    draft("x.txt", "")
    ran = reslint(*arguments)
    assert ran.status == 2
    assert ran.err.startswith(f"error: {message}")
    assert ran.out == ""


def test_the_registry_is_shown(reslint: Reslint) -> None:
    ran = reslint("registry", "show", "pp", "140", "--as-of", "2020-01-01")
    assert ran.status == 0
    assert "PP Resolution 140" in ran.out
    assert "Rev. Dubai, 2018   <- latest on 2020-01-01" in ran.out
    assert "70/125" in reslint("registry", "show", "UNGA", "A/RES/70/125").out
    assert reslint("registry", "show", "RA 61-3").out.startswith("RA Resolution 61")


def test_the_registry_is_listed(reslint: Reslint) -> None:
    lines = reslint("registry", "list", "--body", "wtdc").out.splitlines()
    assert len(lines) > 30
    assert all(line.startswith("WTDC ") for line in lines)
    assert len(reslint("registry", "list").out.splitlines()) > 500


def test_the_registry_is_checked(reslint: Reslint, draft: Draft) -> None:
    assert reslint("registry", "check").status == 0
    text = (ROOT / "registry.yaml").read_text("utf-8")
    ran = reslint("registry", "check", draft("mine.yaml", text.replace("bodies:", "bodie:", 1)))
    assert ran.status == 1
    assert ran.out.startswith("mine.yaml:")


def test_help_names_every_command(reslint: Reslint) -> None:
    ran = reslint("--help")
    assert ran.status == 0
    for command in ("check", "citations", "text", "rule", "plugins", "registry"):
        assert f"\n  {command} " in ran.out
        assert reslint(command, "--help").status == 0


def test_the_version_is_that_of_the_project(reslint: Reslint) -> None:
    assert reslint("--version").out == f"reslint {package.__version__}\n"
    assert f"## [{package.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_a_process_exits_as_promised_and_never_with_a_traceback(draft: Draft) -> None:
    draft("a.txt", "A blue sky.\n")
    draft("b.txt", "Resolution 71 (Rev. Dubai, 2018)\n")
    draft("c.txt", b"\0\1\2\3\0")
    assert [run("check", name).returncode for name in ("a.txt", "b.txt", "c.txt", "d.txt")] == [0, 1, 2, 2]
    for arguments in (["check", "c.txt"], ["check", "--as-of", "x", "a.txt"], ["nonsense"], ["text", "."]):
        ran = run(*arguments)
        assert ran.returncode == 2
        assert b"Traceback" not in ran.stderr


def test_output_is_utf_8_whatever_the_locale_and_the_name(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("PYTHONUTF8", "0")
    draft("a.txt", "Genève, Resolution 71 (Rev. Dubai, 2018)\n")
    os.rename("a.txt", b"a\xff.txt")
    ran = run(
        "check", "--as-of", "2024-01-01", "--output-format", "json", b"a\xff.txt".decode("utf-8", "surrogateescape")
    )
    assert ran.returncode == 1
    assert json.loads(ran.stdout)["findings"][0]["file"] == "a\udcff.txt"


def test_a_reader_that_stops_reading_is_no_error(draft: Draft) -> None:
    draft("a.txt", "Resolution 71 (Rev. Dubai, 2018)\n" * 3000)
    with subprocess.Popen(
        [sys.executable, "-m", "reslint", "check", "--as-of", "2024-01-01", "a.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert b"Traceback" not in said
    assert b"Broken pipe" not in said


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        ("KeyboardInterrupt", 130, ""),
        ("ZeroDivisionError('a b')", 2, "error: reslint: broke at <string>:3 (ZeroDivisionError: a b); report it"),
    ],
)
def test_an_interruption_is_quiet_and_an_error_inside_one_line(
    draft: Draft, raised: str, status: int, said: str
) -> None:
    draft("x.txt", "")
    code = f"import reslint.running.run as r\ndef broken(*_):\n    raise {raised}\nr.Run.names = broken\n"
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}from reslint.cli import main; main()", "check", "x.txt"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr.strip()) == (status, "", said)
