"""`reslint check`: what it prints where, and its exit status."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from socket import AF_UNIX, socket
from typing import Any

import pytest

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
SMALL_RULES = Path(__file__).parent / "small_rules"


HEADED = """RESOLUTION 75 (Rev. Hammamet, 2016)
The title of a resolution
(Johannesburg, 2008; Dubai, 2012; Hammamet, 2016)
The World Telecommunication Standardization Assembly (Hammamet, 2016),
considering
a)\tthat something is so, and has been so for such a long time that nobody who is here now remembers when it was not so,
resolves
to do something.
"""


def test_nothing_found_is_0(reslint: Reslint, draft: Draft) -> None:
    ran = reslint("check", draft("a.txt", "A blue sky.\n"))
    assert (ran.status, ran.out) == (0, "Nothing found in 1 file.\n")
    assert ran.err.startswith("as of 20")


def test_findings_are_1_and_are_shown_with_line_carets_help_and_suggestion(reslint: Reslint, draft: Draft) -> None:
    ran = reslint("check", draft("a.txt", "First line.\n\tThe grey sky.\n"))
    assert ran.status == 1
    assert ran.out == (
        "a.txt:2:6: TST001 grey-word [*] grey is written here\n"
        "  |\n"
        "2 |  The grey sky.\n"
        "  |      ^^^^\n"
        "  - grey\n"
        "  + gray\n"
        "  = help: say gray\n"
        "\n"
        "help: to keep words as they are, write [sic] after the words\n"
        "Found 1 finding: 1 warning.\n"
        "[*] 1 can be mended with --fix.\n"
    )


def test_exit_zero(reslint: Reslint, draft: Draft) -> None:
    ran = reslint("check", "--exit-zero", draft("a.txt", "grey"))
    assert ran.status == 0
    assert "TST001" in ran.out


@pytest.mark.parametrize(
    ("weight", "statuses"),
    [("info", (1, 1, 1)), ("warning", (1, 1, 0)), ("error", (1, 0, 0))],
)
def test_fail_on_tells_how_grave_a_finding_has_to_be(
    reslint: Reslint, draft: Draft, weight: str, statuses: tuple[int, ...]
) -> None:
    path = draft("a.txt", "grey")
    for severity, status in zip(("error", "warning", "info"), statuses, strict=True):
        draft("reslint.toml", f"severity = {{ TST001 = '{severity}' }}\n")
        ran = reslint("check", "--fail-on", weight, path)
        assert (ran.status, "TST001" in ran.out) == (status, True)
        sarif = reslint("check", "--fail-on", weight, "--output-format", "sarif", path).out
        assert json.loads(sarif)["runs"][0]["invocations"][0]["exitCode"] == status
    assert reslint("check", "--fail-on", weight, "gone.txt").status == 2


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "empty.txt: the file is empty; nothing to check"),
        ("binary.txt", b"\x7fELF\x00\x01\x02\x03\x00", "binary.txt: this is not text"),
        ("big.txt", b"grey " * 300, "big.txt: the file is larger than 1,000 bytes; raise --max-size to check it"),
        ("half.txt", b"\xff\xfeg\x00r", "half.txt: damaged UTF-16-LE text at byte"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_message_and_the_others_are_checked(
    reslint: Reslint, draft: Draft, name: str, content: bytes, message: str
) -> None:
    draft("good.txt", "grey")
    draft(name, content)
    for arguments in ([name, "good.txt"], ["."]):
        ran = reslint("check", "--max-size", "1kB", *arguments)
        assert ran.status == 2
        assert [line for line in ran.err.splitlines() if line.startswith(f"error: {message}")]
        assert len([line for line in ran.err.splitlines() if line.startswith("error: ")]) == 1
        assert "good.txt:1:1: TST001" in ran.out


def test_a_file_that_cannot_be_opened(reslint: Reslint, draft: Draft) -> None:
    draft("good.txt", "grey")
    with socket(AF_UNIX) as plug:
        plug.bind("a.txt")
        ran = reslint("check", ".")
    assert ran.status == 2
    assert "error: a.txt: this is a socket and no file, so it is not opened; name a file\n" in ran.err
    assert "good.txt:1:1" in ran.out


def test_a_path_that_is_not_there(reslint: Reslint, draft: Draft) -> None:
    draft("good.txt", "grey")
    ran = reslint("check", "bad.txt", "good.txt")
    assert ran.status == 2
    assert "error: bad.txt: no such file or folder\n" in ran.err
    assert "good.txt:1:1" in ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "TST009"], "command line: unknown rule 'TST009'; the TST rules are TST001 … TST007"),
        (["--ignore", "grey-wrod"], "command line: unknown rule 'grey-wrod'; did you mean grey-word?"),
        (["--extend-select", "QQ"], "command line: unknown rule 'QQ'"),
        (["--as-of", "PP-222"], "as-of: unknown date or conference 'PP-222'; did you mean PP-22?"),
        (["--as-of", "2024-13-01"], "as-of: unknown date or conference '2024-13-01'"),
        (["--output-format", "jsno"], "output-format: unknown format 'jsno'; did you mean json?"),
        (["--max-size", "much"], "--max-size: 'much' is not a size"),
        (["--config", "none.toml"], "none.toml: no such file"),
        (["--baseline", "none.json"], "none.json: the baseline cannot be read"),
        (["--registry", "none.yaml"], "none.yaml: "),
        (["--rules-dir", "none"], "rules-dir none: no such folder"),
        (["--view", "both"], "'both' is not one of 'original', 'final'"),
        (["--nonsense"], "no such option"),
    ],
)
def test_what_means_nothing_is_2_with_one_message(
    reslint: Reslint, draft: Draft, arguments: list[str], message: str
) -> None:
    ran = reslint("check", *arguments, draft("a.txt", "grey"))
    assert ran.status == 2
    assert message.lower() in ran.err.lower()
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_codes_names_prefixes_and_all(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "a large grey cat")

    def codes(*arguments: str) -> list[str]:
        lines = reslint("check", *arguments, "--output-format", "jsonl", path).out.splitlines()
        return [json.loads(line)["code"] for line in lines]

    assert codes("--select", "grey-word") == ["TST001"]
    assert codes("--select", "TST001,TST002") == ["TST002", "TST001"]
    assert codes("--select", "TST", "--ignore", "large-word") == ["TST001"]
    assert codes("--select", "TST001", "--ignore", "TST") == ["TST001"]
    assert codes("--select", "TST001", "--extend-select", "large-word") == ["TST002", "TST001"]
    assert codes("--select", "ALL", "--ignore", "grey-word") == ["TST002"]


def test_a_rule_that_fails_is_named_and_the_others_run(reslint: Reslint, draft: Draft) -> None:
    ran = reslint("check", draft("a.txt", "grey crash outside"))
    assert ran.status == 2
    assert "a.txt:1:1: TST001" in ran.out
    errors = [line for line in ran.err.splitlines() if line.startswith("error: ")]
    assert len(errors) == 2
    assert errors[0].startswith("error: a.txt: rule TST005 of plugin ")
    assert errors[0].endswith("failed (ZeroDivisionError: as a test); report it")
    assert "rule TST007" in errors[1]


def test_folders_are_walked(reslint: Reslint, draft: Draft) -> None:
    for name in ("b.md", "a.txt", "sub/c.MARKDOWN", "sub/~$c.md", ".hidden/d.md", "e.py", "sub/.f.md"):
        draft(name, "grey\n")
    Path("sub/loop").symlink_to("..", target_is_directory=True)
    ran = reslint("check", "--output-format", "concise")
    places = [line.split(":")[0] for line in ran.out.splitlines() if "TST001" in line]
    assert places == ["a.txt", "b.md", "sub/c.MARKDOWN"]


def test_paths_are_shown_as_they_were_given_and_checked_once(reslint: Reslint, draft: Draft, tmp_path: Path) -> None:
    draft("sub/a.txt", "grey")
    given = ["sub/../sub", str(tmp_path / "sub" / "a.txt"), "sub/../sub/a.txt"]
    ran = reslint("check", "--output-format", "concise", *given)
    places = [line.split(":")[0] for line in ran.out.splitlines() if "TST001" in line]
    # However a file is named, it is one file.
    assert places == ["sub/../sub/a.txt"]


def test_exclude_holds_for_folders_and_for_named_files_only_by_force(reslint: Reslint, draft: Draft) -> None:
    draft("old/a.txt", "grey")
    assert reslint("check", "--exclude", "old/").status == 0
    assert reslint("check", "--exclude", "old/", "old/a.txt").status == 1
    assert reslint("check", "--exclude", "old/", "--force-exclude", "old/a.txt").status == 0


def test_standard_input(reslint: Reslint, draft: Draft) -> None:
    draft("x.txt", "")
    ran = reslint("check", "--output-format", "concise", "-", stdin="a grey sky")
    assert ran.out.startswith("-:1:3: TST001")
    code = "```\ngrey\n```\n"
    named = reslint("check", "-", "--stdin-filename", "sub/a.md", "--output-format", "concise", stdin=code + "grey\n")
    assert [line.split(" ")[0] for line in named.out.splitlines()[:2]] == ["sub/a.md:2:1:", "sub/a.md:4:1:"]
    assert reslint("check", "-", stdin=b"").status == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_positions_are_the_same_in_every_encoding(reslint: Reslint, draft: Draft, encoding: str, ending: str) -> None:
    text = ending.join(["Genève, a large place of many words", "where a grey sky is seen"])
    ran = reslint("check", "--output-format", "jsonl", draft("a.txt", text.encode(encoding)))
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["line"], one["column"], one["end_column"], one["excerpt"]) for one in found] == [
        (1, 11, 16, "large"),
        (2, 9, 13, "grey"),
    ]
    assert [text[one["start"] : one["end"]] for one in found] == ["large", "grey"]


def test_windows_1252_is_said_once(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "Genève is grey and grey".encode("windows-1252"))
    ran = reslint("check", "--fix", path)
    assert ran.status == 0
    assert ran.err.count("a.txt: read as Windows-1252") == 1
    assert path.read_bytes() == "Genève is gray and gray".encode("windows-1252")


def test_statistics(reslint: Reslint, draft: Draft) -> None:
    draft("in/a.txt", "grey large grey")
    draft("in/b.txt", "grey")
    draft("in/c.txt", "blue")
    ran = reslint("check", "--statistics", "in")
    assert ran.out == (
        "3  TST001  [*]  grey-word   in 2 files\n"
        "1  TST002  [ ]  large-word  in 1 file\n"
        "4  in all                   in 2 of 3 files\n"
        "[*] --fix mends these, or some of them; [ ] it mends none.\n"
    )
    assert ran.status == 1
    assert reslint("check", "--statistics", "in/c.txt").out == "Nothing found in 1 file.\n"


def test_the_day_is_printed_and_a_conference_is_a_day(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "blue")
    assert reslint("check", "--as-of", "2020-02-29", path).err == "as of 2020-02-29\n"
    assert reslint("check", "--as-of", "pp-22", path).err == "as of 2022-10-14\n"


def test_the_day_of_the_document(reslint: Reslint, draft: Draft) -> None:
    adopted = draft(
        "a.txt", HEADED.replace(" (Rev. Hammamet, 2016)\n", "\n", 1).replace("(Hammamet, 2016),", "(Geneva, 2022),")
    )
    heading = draft("b.txt", HEADED)
    nothing = draft("c.txt", "A grey sky.\n")
    ran = reslint("check", "--as-of", "document", adopted, heading, "--output-format", "json")
    days = {one["file"]: one["as_of"] for one in json.loads(ran.out)["files"]}
    assert days == {"a.txt": "2022-03-09", "b.txt": "2016-11-03"}
    assert json.loads(ran.out)["as_of"] is None
    alone = reslint("check", "--as-of", "document", nothing)
    assert alone.status == 2
    assert "c.txt: no heading or adopting line names a conference" in alone.err
    assert "give the day with --as-of" in alone.err


def test_no_cache_neither_reads_nor_writes(
    reslint: Reslint, draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache"
    monkeypatch.setenv("RESLINT_CACHE_DIR", str(folder))
    assert reslint("check", "--no-cache", draft("a.txt", "blue")).status == 0
    assert not folder.exists()
    assert os.environ["RESLINT_CACHE_DIR"] == str(folder), "what a run was asked for is not left to the next"
    assert reslint("check", draft("a.txt", "blue")).status == 0
    assert folder.exists()


def test_what_a_draft_holds_cannot_steer_the_terminal(reslint: Reslint, draft: Draft) -> None:
    ran = reslint("check", draft("a.txt", "a \x1b[31m grey\u202e sky\x07"))
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "1 | a ␛[31m grey� sky␇\n  |         ^^^^\n" in ran.out


def test_small_rules_are_what_they_say() -> None:
    assert sorted(path.stem[:6] for path in SMALL_RULES.glob("tst*.py")) == [f"tst00{n}" for n in range(1, 8)]


def test_files_of_a_folder_that_need_something_are_counted(
    reslint: Reslint, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    for name in ("sub/a.rtf", "sub/b.rtf", "sub/c.doc"):
        draft(name, "{\\rtf1 grey}")
    draft("sub/d.txt", "grey")
    ran = reslint("check", "sub")
    assert ran.status == 1
    assert "note: sub: 2 .rtf files are left out, since something is missing to read them; install" in ran.err
    assert "note: sub: 1 .doc file is left out" in ran.err
    ran = reslint("check", "sub/a.rtf")
    assert ran.status == 2
    assert "sub/a.rtf: .rtf files need LibreOffice, which is not installed; install LibreOffice" in ran.err
