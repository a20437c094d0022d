"""Settings and baselines that are damaged, by accident or on purpose: one line with file and key, and status 2."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
KEYS = (
    "select",
    "extend-select",
    "ignore",
    "severity",
    "per-file-ignores",
    "as-of",
    "view",
    "include",
    "exclude",
    "registry",
    "rules-dir",
    "unsafe-fixes",
    "output-format",
    "baseline",
    "max-size",
)
VALUES = {
    "a number": "3",
    "a negative number": "-1",
    "infinity": "inf",
    "no number": "nan",
    "a time": "07:32:00",
    "a moment": "1979-05-27T07:32:00Z",
    "an empty string": '""',
    "a list of numbers": "[1, 2]",
    "a list in a list": '[["a"]]',
    "a list with an empty string": '[""]',
    "a table of numbers": "{ a = 1 }",
    "a table in a table": "{ a = { b = 1 } }",
    "a table of tables in a list": "[{ a = 1 }]",
}


def one_line(ran: Any, *said: str) -> None:
    """What cannot be used is said in one line, and nothing else is."""
    assert (ran.status, ran.out) == (2, "")
    (line,) = (line for line in ran.err.splitlines() if line != "note: runs rules from rules")
    assert line.startswith("error: ")
    assert "broke" not in line
    for words in said:
        assert words in line


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param(key, value, id=f"{key}, {kind}")
        for key in KEYS
        for kind, value in VALUES.items()
        if (key, kind) != ("max-size", "a number")
    ],
)
def test_a_value_of_a_wrong_kind_is_told_with_file_and_key(
    reslint: Reslint, draft: Draft, key: str, value: str
) -> None:
    draft("a.txt", "grey")
    draft("reslint.toml", f"{key} = {value}\n")
    one_line(reslint("check", small=False), "reslint.toml", key)


@pytest.mark.parametrize("key", ["registry", "baseline", "rules-dir"])
@pytest.mark.parametrize("name", ["a\\u0000b", "\\u0000", "x" * 5000, "none", "none/none", "a.txt/none"])
def test_a_name_that_no_file_can_have(reslint: Reslint, draft: Draft, key: str, name: str) -> None:
    draft("a.txt", "grey")
    value = f'["{name}"]' if key == "rules-dir" else f'"{name}"'
    draft("reslint.toml", f"{key} = {value}\n")
    one_line(reslint("check", small=False))


@pytest.mark.parametrize("key", ["registry", "baseline"])
@pytest.mark.parametrize("what", ["folder", "pipe", "/dev/zero", "/dev/full", "loop"])
def test_what_is_no_file(reslint: Reslint, draft: Draft, key: str, what: str) -> None:
    draft("a.txt", "grey")
    name = thing(what)
    draft("reslint.toml", f'{key} = "{name}"\n')
    one_line(reslint("check", small=False), name)


def thing(what: str) -> str:
    """Make something that is no file."""
    if what.startswith("/"):
        return what
    if what == "folder":
        os.mkdir(what)
    elif what == "pipe":
        os.mkfifo(what)
    else:
        os.symlink(what, what)
    return what


@pytest.mark.parametrize("what", ["folder", "pipe", "/dev/zero", "loop"])
def test_something_else_in_the_place_of_settings(reslint: Reslint, draft: Draft, what: str) -> None:
    draft("a.txt", "grey")
    os.symlink(thing(what), "reslint.toml")
    one_line(reslint("check", small=False), "reslint.toml: the settings cannot be read (")
    one_line(reslint("check", "--config", what, small=False), f"{what}: the settings cannot be read (")


DEEP = {
    "lists": "x = " + "[" * 3000,
    "tables": "x = " + "{a = " * 3000,
    "closed lists": f"select = {'[' * 3000}{']' * 3000}",
    "a key of many dots": ".".join("a" * 30_000) + " = 1",
    "the same with quotes": ".".join(['"a"'] * 30_000) + " = 1",
    "the same with blanks": " . ".join("a" * 30_000) + " = 1",
    "a number of many digits": f"max-size = {'9' * 5000}",
    "a fraction of many digits": f"max-size = 0.{'9' * 50_000}",
    "a zero byte": "select = ['a\0']",
    "a byte that is no UTF-8": "select = ['\udcff']",
    "half of a sign": "select = ['\udce2\udc82']",
    "a string that does not end": "select = ['a",
    "the same key twice": "view = 'final'\nview = 'final'",
    "a table of that name": "view.final = true",
    "an empty key": '"" = 1',
    "JSON": '{"view": "final"}',
    "another sign of an end": "view = 'final'\r",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
@pytest.mark.parametrize("name", ["reslint.toml", "pyproject.toml"])
def test_a_file_that_is_no_settings_file(reslint: Reslint, draft: Draft, name: str, text: str) -> None:
    draft("a.txt", "grey")
    head = "[tool.reslint]\n" if name == "pyproject.toml" else ""
    draft(name, (head + text).encode("utf-8", "surrogateescape"))
    one_line(reslint("check", small=False), f"{name}: ")


@pytest.mark.parametrize("text", ["# tool.reslint\ntool = 3", "[tool]\nreslint.a = 1\n[[tool.other]]\nx = nan"])
def test_a_shared_file_that_is_wrong(reslint: Reslint, draft: Draft, text: str) -> None:
    draft("a.txt", "grey")
    draft("pyproject.toml", text)
    one_line(reslint("check", small=False), "pyproject.toml: ")


@pytest.mark.parametrize(
    "text",
    ["tool = 3\n", "[tool.other]\nreslints = 1\n", "# tool.reslint is not used\n", "\n" * 500_000],
    ids=["a number", "another table", "a word about it", "empty lines"],
)
def test_a_shared_file_that_has_nothing_to_say(reslint: Reslint, draft: Draft, text: str) -> None:
    draft("a.txt", "grey")
    draft("pyproject.toml", text)
    assert reslint("check").status == 1


BASELINES = {
    "a number for a file": ('{"a.txt": 3}', '"files"."a.txt"'),
    "a list for a file": ('{"a.txt": []}', '"files"."a.txt"'),
    "null for a file": ('{"a.txt": null}', '"files"."a.txt"'),
    "a number for a rule": ('{"a.txt": {"TST001": 1}}', '"files"."a.txt"."TST001"'),
    "a list for a rule": ('{"a.txt": {"TST001": ["grey"]}}', '"files"."a.txt"."TST001"'),
    "infinity": ('{"a.txt": {"TST001": {"grey": Infinity}}}', '"files"."a.txt"."TST001"."grey"'),
    "less than that": ('{"a.txt": {"TST001": {"grey": -Infinity}}}', '"files"."a.txt"."TST001"."grey"'),
    "no number": ('{"a.txt": {"TST001": {"grey": NaN}}}', '"files"."a.txt"."TST001"."grey"'),
    "a fraction": ('{"a.txt": {"TST001": {"grey": 1.5}}}', '"files"."a.txt"."TST001"."grey"'),
    "a negative number": ('{"a.txt": {"TST001": {"grey": -1}}}', '"files"."a.txt"."TST001"."grey"'),
    "a number in a string": ('{"a.txt": {"TST001": {"grey": "1"}}}', '"files"."a.txt"."TST001"."grey"'),
    "true": ('{"a.txt": {"TST001": {"grey": true}}}', '"files"."a.txt"."TST001"."grey"'),
    "a number of many digits": ('{"a.txt": {"TST001": {"grey": 1' + "0" * 4000 + "}}}", '"grey"'),
    "a number of more digits": ('{"a.txt": {"TST001": {"grey": 1' + "0" * 5000 + "}}}", ""),
    "depth": ('{"a.txt": ' + '{"a": ' * 5000 + "1" + "}" * 5000 + "}", ""),
    "lists": ("[" * 5000, ""),
}


@pytest.mark.parametrize(("files", "key"), BASELINES.values(), ids=BASELINES.keys())
def test_a_baseline_that_is_none(reslint: Reslint, draft: Draft, files: str, key: str) -> None:
    draft("a.txt", "grey")
    draft("known.json", f'{{"version": 1, "files": {files}}}')
    one_line(reslint("check", "--baseline", "known.json"), "known.json: this is no baseline", key)


@pytest.mark.parametrize("name", ["a\\u0000b", "x" * 5000, "../../../../a.txt", "http://[::1/a.txt", ""])
def test_a_baseline_that_knows_files_of_odd_names(reslint: Reslint, draft: Draft, name: str) -> None:
    draft("a.txt", "grey")
    draft("known.json", f'{{"version": 1, "files": {{"{name}": {{"TST001": {{"grey": 1}}}}}}}}')
    ran = reslint("check", "--baseline", "known.json")
    assert ran.status == 1
    assert "error" not in ran.err


@pytest.mark.parametrize("size", ["4096 GiB", "999999999999999 GiB", "999999999999999"])
def test_more_than_there_is_room_for_is_no_limit(reslint: Reslint, draft: Draft, size: str) -> None:
    draft("reslint.toml", f'max-size = "{size}"\n')
    draft("a.txt", "grey")
    assert reslint("check").status == 1
    assert reslint("check", "-", stdin=b"grey").status == 1


RULES = {
    "a link that leads nowhere": lambda folder: os.symlink("none.py", folder / "own.py"),
    "a folder": lambda folder: (folder / "own.py").mkdir(),
    "zero bytes": lambda folder: (folder / "own.py").write_bytes(b"\0" * 10),
    "no UTF-8": lambda folder: (folder / "own.py").write_bytes(b"a = '\xff'"),
    "no Python": lambda folder: (folder / "own.py").write_text("this is no Python"),
    "depth": lambda folder: (folder / "own.py").write_text("(" * 3000),
    "a broken beginning": lambda folder: (folder / "__init__.py").write_text("\n1 / 0\n"),
    "a beginning of another kind": lambda folder: (folder / "__init__.py").mkdir(),
}


@pytest.mark.parametrize("make", RULES.values(), ids=RULES.keys())
def test_a_folder_of_rules_that_cannot_be_loaded(
    reslint: Reslint, draft: Draft, make: Callable[[Path], object]
) -> None:
    draft("a.txt", "grey")
    draft("rules/_help.py", "")
    make(Path("rules"))
    for _ in range(2):
        one_line(reslint("check", "--rules-dir", "rules", small=False), "rules")


@pytest.mark.slow
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a.txt"],
        ["check", "--output-format", "json", "a.txt"],
        ["check", "--fix", "-"],
        ["citations", "a.txt"],
        ["text", "a.txt"],
        ["rule", "--all"],
        ["registry", "list"],
        ["plugins"],
        ["--help"],
        ["--version"],
    ],
    ids=" ".join,
)
def test_a_full_disk_under_what_is_printed(draft: Draft, arguments: list[str], unbuffered: str) -> None:
    draft("a.txt", "Resolution 70 (Rev. Dubai 2018)\n")
    with open("/dev/full", "w") as full, open("a.txt") as given:
        environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
        command = [sys.executable, "-m", "reslint", *arguments]
        ran = subprocess.run(command, stdin=given, stdout=full, stderr=subprocess.PIPE, text=True, env=environment)
        assert ran.returncode == 2
        assert [line for line in ran.stderr.splitlines() if not line.startswith(("note: ", "as of "))] == [
            "error: standard output: cannot be written (No space left on device)"
        ]
        unheard = subprocess.run([*command, "--nonsense"], stdin=given, stdout=full, stderr=full, env=environment)
        assert unheard.returncode == 2


@pytest.mark.slow
@pytest.mark.parametrize(("redirected", "status"), [(">&-", 1), ("2>&-", 1), (">&- 2>&-", 1), ("- <&-", 2)])
def test_streams_that_are_closed(draft: Draft, redirected: str, status: int) -> None:
    draft("a.txt", "Resolution 70 (Rev. Dubai 2018)\n")
    named = "" if "<" in redirected else "a.txt"
    shell = f'"{sys.executable}" -m reslint check {named} {redirected}'
    ran = subprocess.run(["sh", "-c", shell], capture_output=True, text=True)
    assert ran.returncode == status
    assert "Traceback" not in ran.stderr
    assert "broke" not in ran.stderr


@pytest.mark.slow
@pytest.mark.parametrize("key", ["", "registry", "baseline"])
def test_what_may_not_be_read(draft: Draft, key: str) -> None:
    draft("a.txt", "Resolution 70 (Rev. Dubai 2018)\n")
    draft("reslint.toml", f'{key} = "secret"\n' if key else "")
    name = "secret" if key else "reslint.toml"
    draft(name, "{}").chmod(0)
    command = [sys.executable, "-m", "reslint", "check", "a.txt"]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may read everything, and setpriv, which takes that away, is not installed")
        without = "-dac_override,-dac_read_search"
        command[:0] = ["setpriv", "--bounding-set", without, "--inh-caps", without]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (2, "")
    (line,) = ran.stderr.splitlines()
    assert line.startswith("error: ")
    assert name in line
    assert "permission denied" in line.lower()
