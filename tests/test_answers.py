"""What is typed wrong is answered with what to type, and what is typed as people do is understood."""

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
EXAMPLES = ROOT / "examples"
CITED = "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n"
AS_OF = ("--as-of", "2024-10-15")


def said(*arguments: str) -> tuple[int, str, str]:
    """Exit status, output and errors of the command line as a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "reslint", *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


@pytest.fixture
def drafts(draft: Draft) -> None:
    """A folder with drafts of all sorts, which is the current one."""
    draft("draft.txt", CITED)
    draft("contribution.docx", (EXAMPLES / "contribution.docx").read_bytes())
    draft("in/a.md", CITED)


@pytest.mark.slow
@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["draft.txt"], ["check", "draft.txt"]),
        (["in"], ["check", "in"]),
        (["./draft.txt", "in"], ["check", "./draft.txt", "in"]),
        (["draft.txt", "--output-format", "concise"], ["check", "draft.txt", "--output-format", "concise"]),
        (["--output-format", "concise", "draft.txt"], ["check", "--output-format", "concise", "draft.txt"]),
        (["--statistics"], ["check", "--statistics"]),
        (["gone.docx"], ["check", "gone.docx"]),
        (["gone/gone"], ["check", "gone/gone"]),
        (["--fixx", "draft.txt"], ["check", "--fixx", "draft.txt"]),
    ],
)
def test_a_draft_without_a_command_is_checked(typed: list[str], meant: list[str]) -> None:
    assert said(*typed) == said(*meant)


def test_standard_input_without_a_command_is_checked(reslint: Reslint, draft: Draft) -> None:
    draft("x.txt", "")
    typed, meant = (reslint(*words, *AS_OF, small=False, stdin=CITED) for words in (["-"], ["check", "-"]))
    assert (typed.status, typed.out) == (meant.status, meant.out)
    assert typed.out.startswith("-:1:16: STA001")


def test_a_command_is_a_command_whatever_lies_in_the_folder(reslint: Reslint, draft: Draft) -> None:
    draft("rule", CITED)
    assert reslint("rule", "STA001").out.startswith("# outdated-edition")
    assert reslint("./rule", *AS_OF, small=False).status == 1


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["chekc"], "reslint: 'chekc' is no command, file or folder; did you mean check?"),
        (["xyzzy"], "reslint: 'xyzzy' is no command, file or folder; the commands are check, "),
        (["check", "--fixx"], "reslint check: no such option --fixx; did you mean --fix?"),
        (["check", "--selekt", "STA"], "reslint check: no such option --selekt; did you mean --select?"),
        (["check", "--zzz"], "reslint check: no such option --zzz; `reslint check --help` names all"),
        (["check", "--helpp"], "reslint check: no such option --helpp; did you mean --help?"),
        (["check", "-z"], "reslint check: no such option -z; `reslint check --help` names all"),
        (["check", "--comments"], "--comments: no file to write is named; --comments FILE for one, --comments --out"),
        (["draft.txt", "--comments"], "--comments: no file to write is named; --comments FILE for one, --comments --"),
        (["check", "--output"], "reslint check: option '--output' requires an argument; `reslint check --help`"),
        (["registry", "show", "--as-of"], "reslint registry show: option '--as-of' requires an argument; `reslint reg"),
        (["completion"], "reslint completion: missing argument 'SHELL'. Choose from: bash, zsh, fish; `reslint comp"),
        (["registry", "shwo"], "reslint registry: no such command 'shwo'; did you mean show?"),
        (["compare", "a"], "reslint compare: missing argument 'NEW'; `reslint compare --help` says more"),
        (["check", "--as-of", "Bucharest"], "as-of: 'Bucharest' is no day; PP-22 was held there (2022-09-26 to 2022-"),
        (["check", "--as-of", "Genève"], "as-of: 'Genève' is no day; conferences were held there"),
        (["check", "--as-of", "Dubai"], "as-of: 'Dubai' is no day; conferences were held there:"),
        (["check", "--config", "nope.toml"], "nope.toml: no such file; name one with settings"),
        (["check", "--comments", "nodir/out.docx", "contribution.docx"],
         "nodir/out.docx: there is no such folder to write it in; make the folder nodir first"),
        (["check", "--fix", "--output", "no/dir/out.txt", "draft.txt"],
         "no/dir/out.txt: there is no such folder to write it in; make the folder no/dir first"),
        (["check", "-o", "nodir/out.html", "draft.txt"],
         "nodir/out.html: there is no such folder to write it in; make the folder nodir first"),
        (["check", "contribution.doc"], "contribution.doc: no such file or folder; did you mean contribution.docx?"),
        (["check", "in/a.markdown"], "in/a.markdown: no such file or folder; did you mean in/a.md?"),
        (["check", "drfat.txt"], "drfat.txt: no such file or folder; did you mean draft.txt?"),
        (["check", "gone.txt"], "gone.txt: no such file or folder\n"),
        (["text", "contribution.doc"], "contribution.doc: no such file or folder; did you mean contribution.docx?"),
        (["citations", "contribution.doc"], "contribution.doc: no such file or folder; did you mean contribution.d"),
        (["check", "qqq"], "qqq: no such file or folder\n"),
        (["check", "--select", "STA999"], "command line: unknown rule 'STA999'; the STA rules are STA001 … STA"),
        (["check", "--select", "STX"], "command line: unknown rule 'STX'; did you mean STA (STA001 … STA"),
        (["check", "--ignore", "num01"], "command line: unknown rule 'num01'; did you mean NUM001?"),
        (["check", "--select", "QQQQ"], "command line: unknown rule 'QQQQ'; `reslint rules` lists them"),
        (["rule", "XYZ"], "rule: unknown rule 'XYZ'; `reslint rules` lists them"),
        (["registry", "show", "PP", "1400"], "registry: no record of 'PP 1400'; did you mean PP 140? The highest"),
        (["registry", "show", "PP", "99999"], "registry: no record of 'PP 99999'; the highest known is PP 2"),
        (["registry", "show", "PP", "decision", "77"], "registry: no record of 'PP decision 77'; "),
        (["registry", "show", "ITU-T", "7500"], "registry: no record of 'WTSA 7500'; did you mean WTSA 75? The"),
        (["registry", "show", "PQ", "140"], "registry: unknown body 'PQ'; "),
        (["registry", "show", "140"], "registry: '140' names no body; write BODY [KIND] NUMBER, such as PP 140"),
        (["registry", "show", "PP"], "registry: 'PP' names no number; write BODY [KIND] NUMBER, such as PP 140"),
        (["registry", "impact", "drafts"], "registry: 'drafts' names no number; "),
    ],
)  # fmt: skip
@pytest.mark.slow
@pytest.mark.usefixtures("drafts")
def test_a_mistake_is_one_line_that_says_what_to_write(typed: list[str], answer: str) -> None:
    status, out, err = said(*typed)
    errors = [line for line in err.splitlines(keepends=True) if not line.startswith(("note: ", "as of "))]
    assert status == 2
    assert out == ""
    assert len(errors) == 1
    assert errors[0].startswith(f"error: {answer}")
    assert "Errno" not in err


@pytest.mark.slow
@pytest.mark.parametrize("typed", [[], ["registry"]])
def test_a_group_without_a_command_shows_its_help(typed: list[str]) -> None:
    status, out, err = said(*typed)
    assert (status, out) == (2, "")
    assert err.rstrip("\n") == said(*typed, "--help")[1].rstrip("\n")


@pytest.mark.parametrize(
    ("day", "advice"),
    [
        ("15.10.2024", "write 2024-10-15"),
        ("15/10/2024", "write 2024-10-15"),
        ("10/15/2024", "write 2024-10-15"),
        ("5/6/2024", "write 2024-06-05 or 2024-05-06"),
        ("2024/10/15", "write 2024-10-15"),
        ("2024-9-5", "write 2024-09-05"),
        ("15 October 2024", "write 2024-10-15"),
        ("Oct 15, 2024", "write 2024-10-15"),
        ("2024", "write the day, too, such as 2024-12-31"),
        ("2024-13", "write a date such as 2024-10-15"),
        ("31.02.2024", "write a date such as 2024-10-15"),
        ("PP 22", "did you mean PP-22?"),
    ],
)
def test_a_day_that_is_none_is_answered_with_what_to_write(
    reslint: Reslint, draft: Draft, day: str, advice: str
) -> None:
    ran = reslint("check", "--as-of", day, draft("a.txt", CITED))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"error: as-of: unknown date or conference {day!r}; {advice}")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (["PP140"], "PP Resolution 140"),
        (["PP-140"], "PP Resolution 140"),
        (["pp 140"], "PP Resolution 140"),
        (["PP", "-", "140"], "PP Resolution 140"),
        (["PP", "Resolution", "140"], "PP Resolution 140"),
        (["PP", "Res.", "No.", "140"], "PP Resolution 140"),
        (["Plenipotentiary", "Conference", "Resolution", "140"], "PP Resolution 140"),
        (["Resolution", "PP", "140"], "PP Resolution 140"),
        (["PP", "decision", "5"], "PP Decision 5"),
        (["PP", "Dec.", "5"], "PP Decision 5"),
        (["Council", "1332"], "COUNCIL Resolution 1332"),
        (["council-1332"], "COUNCIL Resolution 1332"),
        (["C", "1332"], "COUNCIL Resolution 1332"),
        (["ITU-T", "75"], "WTSA Resolution 75"),
        (["ITU-T75"], "WTSA Resolution 75"),
        (["ITUT", "75"], "WTSA Resolution 75"),
        (["ITU-D", "Resolution", "30"], "WTDC Resolution 30"),
        (["ITU-R", "61-3"], "RA Resolution 61"),
        (["ITU-R", "646"], "WRC Resolution 646"),
        (["RA", "61-3"], "RA Resolution 61"),
        (["UNGA", "A/RES/70/125"], "UNGA 70/125"),
        (["UNGA", "70/125"], "UNGA 70/125"),
        (["General", "Assembly", "70/125"], "UNGA 70/125"),
        (["A/RES/70/125"], "UNGA 70/125"),
    ],
)
def test_keys_are_read_as_people_write_them(reslint: Reslint, draft: Draft, typed: list[str], key: str) -> None:
    draft("in/a.txt", "nothing")
    shown = reslint("registry", "show", *typed)
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.splitlines()[0] == key.replace("UNGA", "United Nations General Assembly")
    for words in (typed, [" ".join(typed)]):
        impact = reslint("registry", "impact", *words, "in")
        assert (impact.status, impact.err) == (0, "")
        assert impact.out.startswith(key)
        assert impact.out.endswith("is not cited.\n")


@pytest.mark.parametrize(
    ("typed", "body"), [("itu-t", "ITU-T"), ("ITU-D", "WTDC"), ("Council", "COUNCIL"), ("wtdc", "WTDC")]
)
def test_bodies_are_read_as_people_write_them(reslint: Reslint, typed: str, body: str) -> None:
    for words in (("list",), ("coverage", "--output-format", "json")):
        ran = reslint("registry", *words, "--body", typed)
        assert (ran.status, ran.out) == (0, reslint("registry", *words, "--body", body).out)
        assert ran.out


@pytest.mark.parametrize("typed", ["STA001", "sta001", "Sta001", "outdated-edition", "Outdated-Edition", "STA", "sta"])
def test_rules_are_taken_in_any_case(reslint: Reslint, draft: Draft, typed: str) -> None:
    path = draft("a.txt", CITED)
    draft("b.md", f"<!-- reslint: ignore[{typed}] -->\n{CITED}")
    concise = ("--output-format", "concise", *AS_OF)
    assert "STA001" in reslint("check", "--select", typed, *concise, path, small=False).out
    assert "STA001" not in reslint("check", "--ignore", typed, *concise, path, small=False).out
    assert reslint("check", "--select", typed, *concise, "b.md", small=False).status == 0
    draft("reslint.toml", f"[severity]\n{typed} = 'info'\n[per-file-ignores]\n'b.md' = ['{typed}', 'sup001']\n")
    assert "1 info" in reslint("check", *concise, path, small=False).out
    assert reslint("check", *concise, "b.md", small=False).status == 0


def test_rules_are_a_table(reslint: Reslint) -> None:
    files = [path for path in (ROOT / "rules").glob("*.py") if not path.stem.startswith("_")]
    ran = reslint("rules")
    heads, *lines = ran.out.splitlines()
    assert (ran.status, ran.err) == (0, "")
    assert heads.split()[:4] == ["code", "name", "severity", "fix"]
    assert len(lines) == len(files)
    assert lines == sorted(lines)
    assert [line.split()[1:4] for line in lines if line.startswith("STA001")] == [
        ["outdated-edition", "warning", "unsafe"]
    ]
    assert [line.split()[2:5] for line in lines if line.startswith("REF005")] == [["info,", "off", "unsafe"]]
    for words in (["rule"], ["rule", "--isolated"]):
        assert reslint(*words).out == ran.out


def test_rules_of_a_kind(reslint: Reslint) -> None:
    ran = reslint("rule", "sta")
    codes = [line.split()[0] for line in ran.out.splitlines()[1:]]
    assert len(codes) > 6
    assert all(code.startswith("STA") for code in codes)
    assert reslint("rules", "STA").out == ran.out
    two = reslint("rules", "sta001", "misspelt-place")
    assert [line.split()[0] for line in two.out.splitlines()[1:]] == ["SPL001", "STA001"]


def test_rules_for_programs(reslint: Reslint) -> None:
    records = json.loads(reslint("rules", "--output-format", "json").out)
    (outdated,) = [record for record in records if record["code"] == "STA001"]
    assert list(outdated) == ["code", "name", "severity", "default", "fix", "summary"]
    assert (outdated["name"], outdated["default"], outdated["fix"]) == ("outdated-edition", True, "unsafe")
    assert [record["default"] for record in records if record["code"] == "REF005"] == [False]
    assert len(records) == len(reslint("rules").out.splitlines()) - 1


@pytest.mark.parametrize(
    ("lock", "document", "program"),
    [
        ("~$a.docx", "a.docx", "Word"),
        ("~$ntribution.docx", "contribution.docx", "Word"),
        (".~lock.contribution.docx#", "contribution.docx", "LibreOffice"),
        (".~lock.a.txt#", "a.txt", "LibreOffice"),
    ],
)
def test_a_lock_file_is_told_with_its_document(
    reslint: Reslint, draft: Draft, lock: str, document: str, program: str
) -> None:
    draft("in/x.txt", "nothing")
    path = draft(f"in/{lock}", b"\x05owner")
    reason = f"this is the lock file that {program} keeps while"
    ran = reslint("check", path, "in/x.txt", small=False)
    assert ran.status == 2
    assert f"error: in/{lock}: {reason} a document is open; check the document\n" in ran.err
    draft(f"in/{document}", CITED)
    for command in ("check", "citations", "text"):
        ran = reslint(command, path, small=False)
        assert (ran.status, ran.out) == (2, "")
        assert f"error: in/{lock}: {reason} {document} is open; check in/{document}\n" in ran.err
    assert lock not in reslint("check", "in", "--output-format", "concise", small=False).out


@pytest.mark.parametrize(
    ("lock", "program"),
    [("~$contribution.docx", "Word"), ("~$ntribution.docx", "Word"), (".~lock.contribution.docx#", "LibreOffice")],
)
def test_what_is_open_is_not_written(reslint: Reslint, draft: Draft, lock: str, program: str) -> None:
    data = (EXAMPLES / "contribution.docx").read_bytes()
    for name in ("in/contribution.docx", "out/contribution.docx"):
        draft(name, data)
    open_in = f"in/contribution.docx: it is open in {program}, so nothing was written; close it there first, or delete "
    draft(f"in/{lock}", b"\x05owner")
    ran = reslint("check", "--fix", *AS_OF, "in/contribution.docx", small=False)
    assert (ran.status, open_in in ran.err) == (2, True)
    draft(f"out/{lock}", b"\x05owner")
    for written in (["--comments"], ["--fix", "--output"]):
        ran = reslint(
            "check", *written, "out/contribution.docx", "--force", *AS_OF, "in/contribution.docx", small=False
        )
        assert (ran.status, open_in.replace("in/", "out/", 1) in ran.err) == (2, True)
    assert {Path(name).read_bytes() for name in ("in/contribution.docx", "out/contribution.docx")} == {data}


def test_a_text_that_is_open_in_libreoffice_is_not_mended(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "Resolution 102 (Rev. Buchrest, 2022) of the Plenipotentiary Conference\n")
    draft(".~lock.a.txt#", b",user,host;")
    ran = reslint("check", "--fix", *AS_OF, path, small=False)
    assert ran.status == 2
    assert "a.txt: it is open in LibreOffice, so nothing was written" in ran.err
    assert "Buchrest" in path.read_text()


def test_a_folder_without_drafts_is_2(reslint: Reslint, draft: Draft) -> None:
    draft("code/a.py", "grey")
    Path("empty").mkdir()
    for folder in ("empty", "code"):
        ran = reslint("check", folder)
        assert ran.status == 2
        assert ran.out == ""
        assert f"error: {folder}: no file to check in it; those that are read end in .doc, .docm, .docx, " in ran.err
    assert reslint("check", "--exit-zero", "empty").status == 2


def test_a_folder_of_what_cannot_be_read_here_is_2(
    reslint: Reslint, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    draft("sub/a.rtf", "{\\rtf1 grey}")
    ran = reslint("check", "sub")
    assert (ran.status, ran.out) == (2, "")
    assert "error: sub: 1 .rtf file is left out, since something is missing to read them; install" in ran.err


def test_a_folder_of_which_the_settings_leave_out_all_is_said(reslint: Reslint, draft: Draft) -> None:
    draft("old/a.txt", "grey")
    draft("old/b.txt", "grey")
    ran = reslint("check", "--exclude", "old/", "old")
    assert ran.status == 0
    assert "note: old: no file to check, since all 2 files in it are left out by include and exclude\n" in ran.err


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("report.html", "html"),
        ("REPORT.HTM", "html"),
        ("a.sarif", "sarif"),
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.csv", "csv"),
        ("tests.xml", "junit"),
        ("a.rdjson", "rdjson"),
        ("a.txt", "full"),
        ("a.log", "full"),
        ("report", "full"),
    ],
)
def test_the_ending_of_a_file_tells_its_format(reslint: Reslint, draft: Draft, file: str, form: str) -> None:
    draft("in/a.txt", CITED)
    alone = reslint("check", "in", *AS_OF, "--output-format", form, small=False)
    ran = reslint("check", "in", *AS_OF, "-o", file, small=False)
    assert Path(file).read_bytes() == alone.data
    assert ran.out.startswith("Found 1 finding")


def test_several_files_have_each_their_format(reslint: Reslint, draft: Draft) -> None:
    draft("in/a.txt", CITED)
    files = ("-o", "a.json", "--output-format", "gitlab", "-o", "b.json", "-o", "c.html", "-o", "d.txt")
    reslint("check", "in", *AS_OF, *files, small=False)
    for file, form in (("a.json", "json"), ("b.json", "gitlab"), ("c.html", "html"), ("d.txt", "full")):
        alone = reslint("check", "in", *AS_OF, "--output-format", form, small=False)
        assert Path(file).read_bytes() == alone.data, file


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["-o", "report.pdf"], "report.pdf: no output format is known by the ending .pdf; write --output-format FORM"),
        (["-o", "report.docx"], "report.docx: no output format is known by the ending .docx; write --output-format "),
        (["-o", "x.xls"], "x.xls: no output format is known by the ending .xls; for Excel, write -o x.xlsx"),
        (["-o", "out/x.ods"], "out/x.ods: no output format is known by the ending .ods; for Excel, write -o out/x.x"),
        (["--output-format", "excel", "-o", "x.xls"], "x.xls: what is written is no .xls file, and Excel would not "),
        (["-o", ""], "-o: no file to write is named; name one, as in -o FILE"),
    ],
)  # fmt: skip
def test_a_file_whose_format_is_not_clear_is_refused(
    reslint: Reslint, draft: Draft, arguments: list[str], answer: str
) -> None:
    draft("in/a.txt", CITED)
    ran = reslint("check", "in", *arguments, small=False)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {answer}")
    assert not list(Path().glob("*.xls*"))
