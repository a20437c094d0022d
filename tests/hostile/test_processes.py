"""Workers that take too long or too much are ended by who gave them the file, and whatever is raised costs a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from made import pdf, reslint_on, shown_on_a_page

from reslint import lint_file, lint_text
from reslint.commands.starting import start_run
from reslint.linting.settings import Settings
from reslint.running.pool import Pool

Draft = Callable[..., Path]
RULE = '''"""A rule that breaks."""

from collections.abc import Iterable

from reslint import Example, Mistake, Page, Rule, Severity


class Breaks(Rule):
    """It breaks."""

    code = "EXA001"
    name = "breaks"
    severity = Severity.INFO
    examples = (Example("words"),)

    def check(self, page: Page) -> Iterable[Mistake]:
        """Break."""
        {breaks}
'''
RAISED = {
    "sys.exit(0)": "import sys; sys.exit(0)",
    "sys.exit(1)": "import sys; sys.exit(1)",
    "SystemExit": "raise SystemExit",
    "exit with words": "raise SystemExit('all is well')",
    "a generator's": "yield Mistake(0, 1, 'a'); raise SystemExit(0)",
    "GeneratorExit": "raise GeneratorExit",
    "BaseException": "raise BaseException('of no kind')",
    "an own one": "raise type('Own', (BaseException,), {})('mine')",
    "CancelledError": "import asyncio; raise asyncio.CancelledError",
    "recursion": "return self.check(page)",
    "no memory": "raise MemoryError",
    "quit()": "quit()",
}


@pytest.fixture
def broken(draft: Draft) -> Callable[[str], Path]:
    def write(breaks: str) -> Path:
        draft("a.txt", "Resolution 71 (Rev. Buchrest 2018)\n")
        return draft("house/exa001.py", RULE.replace("{breaks}", breaks)).parent

    return write


@pytest.mark.slow
@pytest.mark.parametrize("breaks", RAISED.values(), ids=RAISED)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_a_rule_raises_is_an_error_and_never_a_green(
    broken: Callable[[str], Path], breaks: str, jobs: str
) -> None:
    folder = broken(breaks)
    Path("b.txt").write_text("words")
    ran = reslint_on("check", "a.txt", "b.txt", "--rules-dir", folder, "--jobs", jobs)
    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert len(ran.errors) == 2
    if "MemoryError" in breaks:
        assert ran.errors[0].startswith("error: a.txt: there is not memory enough for this file")
    else:
        assert ran.errors[0].startswith("error: a.txt: rule EXA001 of plugin ")
        assert "SPL001" in ran.out


@pytest.mark.parametrize("breaks", [one for one in RAISED.values() if "yield" not in one and "return" not in one])
def test_what_a_file_of_rules_raises_is_an_error(draft: Draft, breaks: str) -> None:
    draft("a.txt", "words")
    draft("house/exa001.py", breaks)
    ran = reslint_on("check", "a.txt", "--rules-dir", "house")
    assert ran.status == 2
    assert len(ran.errors) == 1
    assert ran.errors[0].startswith("error: house/exa001.py:1: cannot be imported (")


def test_programs_get_an_error_too(broken: Callable[[str], Path]) -> None:
    folder = broken("raise SystemExit(0)")
    found = lint_text("words", settings=Settings.of(rules_dir=[folder]))
    (error,) = found.errors
    assert error.startswith("draft.txt: rule EXA001 of plugin ")
    assert "(SystemExit: 0)" in error
    assert lint_file("a.txt", settings=Settings.of(rules_dir=[folder])).errors != ()


@pytest.mark.parametrize("raised", [SystemExit(0), GeneratorExit(), MemoryError(), RecursionError(), ValueError("a")])
def test_what_a_reader_raises_costs_its_file(
    raised: BaseException, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reslint.documents import text

    def breaks(_data: bytes, name: str) -> Any:
        if name == "a.txt":
            raise raised
        return real(_data, name)

    real = text.read_text
    monkeypatch.setattr(text, "read_text", breaks)
    draft("a.txt", "words")
    draft("b.txt", "Resolution 71 (Rev. Buchrest 2018)")
    run = start_run()
    bad, good = run.each(["a.txt", "b.txt"], _judging())
    assert len(bad.errors) == 1
    assert bad.errors[0].startswith("a.txt: ")
    assert good.findings


@pytest.mark.parametrize("raised", [SystemExit(0), SystemExit("all is well"), ValueError("a"), RecursionError()])
@pytest.mark.parametrize("into", [[], ["-o", "report"]])
def test_what_an_output_format_raises_is_an_error(
    raised: BaseException, into: list[str], draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from reslint.commands.group import command
    from reslint.reporting import csv

    def breaks(*_: object) -> Iterable[str]:
        raise raised

    monkeypatch.setattr(csv, "render", breaks)
    path = draft("a.txt", "words")
    ran = CliRunner().invoke(command, ["check", str(path), "--output-format", "csv", *into])
    assert "error: output-format: csv failed at " in ran.stderr
    assert ran.exit_code == 2


def _judging() -> Any:
    from reslint.running.jobs import Judging

    return Judging()


@pytest.mark.slow
def test_a_file_that_takes_too_long_or_too_much_costs_itself(draft: Draft) -> None:
    from raising import Taking

    draft("reslint.toml", '[limits]\nseconds = 10\nmemory = "500 MB"\n')
    good = "Resolution 71 (Rev. Buchrest 2018)\n"
    names = ["a.txt", "b hour.txt", "c.txt", "d gigabyte.txt", "e.txt", "f strange.txt", "g hour.txt", "h.txt"]
    for name in names:
        draft(name, good)
    results = list(start_run(no_cache=True).each(names, Taking(), Pool(2)))
    assert [result.name for result in results] == names
    said = {result.name: result.errors[0] for result in results if result.errors}
    assert list(said) == ["b hour.txt", "d gigabyte.txt", "f strange.txt", "g hour.txt"]
    advice = "do not trust this file, or raise limits.{} in the settings"
    for name in ("b hour.txt", "g hour.txt"):
        assert said[name] == f"{name}: it took longer than 10 seconds; {advice.format('seconds')}"
    assert said["d gigabyte.txt"] == (f"d gigabyte.txt: it took more than 500 MB of memory; {advice.format('memory')}")
    assert results[5].errors[0].startswith("f strange.txt: ")
    assert all(result.findings for result in results if not result.errors)


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [["--jobs", "1"], ["--jobs", "2"], []])
def test_a_pdf_that_ends_its_process_costs_itself(
    draft: Draft, jobs: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """PDFium is not written in Python: what goes wrong in it ends the process it runs in."""
    draft("in/a.txt", "Resolution 71 (Rev. Buchrest 2018)\n")
    draft("in/bad.pdf", pdf(shown_on_a_page("words")) + b"% this one kills")
    draft("in/good.pdf", pdf(shown_on_a_page("Resolution 71 \\(Rev. Buchrest 2018\\)")))
    draft("in/z.txt", "Resolution 71 (Rev. Buchrest 2018)\n")
    killing = "import os, pypdfium2\nreal = pypdfium2.PdfDocument\n"
    killing += "def open_it(data):\n    return os.abort() if b'kills' in data else real(data)\n"
    (tmp_path / "sitecustomize.py").write_text(f"{killing}pypdfium2.PdfDocument = open_it\n")
    import made

    monkeypatch.setattr(made, "ROOT", f"{tmp_path}{os.pathsep}{made.ROOT}")
    ran = reslint_on("check", "in", "--no-cache", *jobs)
    assert ran.status == 2
    assert ran.errors == [
        "error: in/bad.pdf: the process that checked it was killed by SIGABRT; it may need more memory"
    ]
    for name in ("a.txt", "good.pdf", "z.txt"):
        assert f"in/{name}:" in ran.out
