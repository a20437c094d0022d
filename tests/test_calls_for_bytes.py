"""Bytes in, bytes out, as other programs call it: judge, mend and comment on a file that is nowhere on the disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reslint import (
    FileResult,
    ReslintError,
    Settings,
    comment,
    fix,
    lint_bytes,
    lint_file,
    lint_paths,
    lint_text,
    load_registry,
)

Draft = Callable[..., Path]
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
DAY = date(2024, 10, 15)
TEXT = "noting Resolution 71 (Rev. Dubai, 2018) and Resolution 70 (Rev. Busan 2014) of the Plenipotentiary Conference\n"
FIELD = '<w:fldSimple w:instr=" REF place "><w:r><w:t>Buchrest, 2022</w:t></w:r></w:fldSimple>'
UNION = "the Plenipotentiary Conference"


@pytest.fixture
def word() -> bytes:
    """A contribution with a misspelt place, which is safe to mend, and four editions to be replaced."""
    return (EXAMPLES / "contribution.docx").read_bytes()


def codes(result: FileResult) -> list[str]:
    return [finding.code for finding in result.findings]


def text_of(data: bytes, view: str) -> str:
    """What a view of a Word file shows."""
    shown = lint_bytes(data, "a.docx", settings=Settings.of(view=view)).view
    assert shown is not None
    return shown.text


def rewritten(data: bytes, old: str, new: str) -> bytes:
    """A Word file with other words in its main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for item in before.infolist():
            content = before.read(item)
            if item.filename == "word/document.xml":
                assert old in content.decode()
                content = content.decode().replace(old, new).encode()
            after.writestr(item, content)
    return out.getvalue()


def in_a_field(data: bytes) -> bytes:
    """The contribution with its misspelt place as the result of a field."""
    run = '<w:r><w:t xml:space="preserve">Buchrest, 2022</w:t></w:r>'
    return rewritten(data, run, FIELD)


class TestLintBytes:
    def test_the_format_is_told_by_the_name_else_by_the_bytes(self, word: bytes) -> None:
        named, unnamed = lint_bytes(word, "a.docx", as_of=DAY), lint_bytes(word, "download", as_of=DAY)
        assert codes(named) == codes(unnamed) != []
        assert named.findings[0].place.name == "¶ 6, recalling a)"

    def test_a_text_in_another_encoding(self) -> None:
        result = lint_bytes(TEXT.replace("noting", "notant à Genève").encode("utf-16"), "a.txt", as_of=DAY)
        assert codes(result) == ["STA001", "STA001"]

    def test_suppressions_beside_the_file(self) -> None:
        assert codes(lint_bytes(TEXT.encode(), "a.txt", as_of=DAY, side="ignore-file\n")) == []

    @pytest.mark.parametrize("data", [b"no Word file", b"", b"PK\x03\x04 cut off"])
    def test_a_broken_file_is_a_line_in_the_result(self, data: bytes) -> None:
        result = lint_bytes(data, "a.docx")
        assert result.findings == ()
        assert len(result.errors) == 1
        assert result.errors[0].startswith("a.docx: ")


class TestFix:
    def test_a_text_keeps_its_encoding_and_line_ends(self) -> None:
        data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
        fixed = fix(data, "a.txt", as_of=DAY)
        assert fixed.data == data.replace(b"Busan 2014", b"Busan, 2014")
        assert fixed.mended == 1
        assert codes(fixed.result) == ["STA001", "STA001"]

    def test_what_may_change_the_meaning_is_asked_for(self) -> None:
        safe = fix(TEXT.encode(), "a.txt", as_of=DAY)
        unsafe = fix(TEXT.encode(), "a.txt", as_of=DAY, unsafe=True)
        reason = "its fix may change the meaning, and unsafe fixes were not asked for"
        assert safe.refused == tuple(
            f"a.txt:1:{column}: STA001 outdated-edition is not mended: {reason}" for column in (23, 60)
        )
        assert unsafe.data.count(b"Rev. Bucharest, 2022") == 2
        assert (unsafe.mended, unsafe.refused, unsafe.result.findings) == (3, (), ())
        of_settings = fix(TEXT.encode(), "a.txt", as_of=DAY, settings=Settings(unsafe_fixes=True))
        assert of_settings == unsafe.but(result=of_settings.result)

    def test_a_word_file_gets_tracked_changes(self, word: bytes) -> None:
        fixed = fix(word, "a.docx", as_of=DAY)
        assert fixed.mended == 1
        assert len(fixed.refused) == len(fixed.result.findings) > 0
        assert "Buchrest" in text_of(word, "final")
        assert "Buchrest" not in text_of(fixed.data, "final")
        assert text_of(fixed.data, "original") == text_of(word, "original")

    def test_what_the_file_does_not_allow_is_refused(self, word: bytes) -> None:
        data = in_a_field(word)
        fixed = fix(data, "a.docx", as_of=DAY, settings=Settings.of(select=["SPL"]))
        assert fixed.data == data
        assert fixed.mended == 0
        assert fixed.refused == (
            "a.docx: ¶ 6, recalling a): SPL001 misspelt-place is not mended: "
            "the words are the result of a field, which Word computes anew",
        )

    def test_another_view_is_not_mended(self, word: bytes) -> None:
        fixed = fix(word, "a.docx", unsafe=True, as_of=DAY, settings=Settings.of(view="original"))
        assert fixed.data == word
        assert fixed.refused[0].endswith(": nothing was mended in this file; its errors and notices say why")
        assert fixed.result.notices == ("a.docx: corrections are made in the final view only",)

    def test_an_encoding_that_lacks_a_letter_of_the_fix(self, draft: Draft) -> None:
        draft("rules/xyz.py", SWAP.format(number=1, old="one", new="k\u0151"))
        data = "un café, one\n".encode("cp1252")
        fixed = fix(data, "a.txt", settings=Settings.of(select=["XYZ"], rules_dir=["rules"]))
        assert (fixed.data, fixed.mended, len(fixed.refused)) == (data, 0, 1)
        assert "has no 'ő', so nothing was mended; save the file as UTF-8" in fixed.result.errors[0]

    def test_a_format_without_a_writer(self) -> None:
        page = f"<p>{TEXT}</p>".encode()
        fixed = fix(page, "a.html", as_of=DAY, unsafe=True)
        assert (fixed.data, fixed.mended) == (page, 0)
        assert codes(fixed.result) == ["STA001", "STA001"]
        assert len(fixed.refused) == 3
        assert all(line.endswith(": files of this format are not mended") for line in fixed.refused)

    @pytest.mark.parametrize("data", [b"no Word file", b""])
    def test_a_broken_file(self, data: bytes) -> None:
        fixed = fix(data, "a.docx")
        assert (fixed.data, fixed.mended, fixed.refused) == (data, 0, ())
        assert len(fixed.result.errors) == 1

    def test_fixes_that_undo_each_other(self, draft: Draft) -> None:
        draft("rules/xyz1.py", SWAP.format(number=1, old="one", new="two"))
        draft("rules/xyz2.py", SWAP.format(number=2, old="two", new="one"))
        fixed = fix(b"one\n", "a.txt", settings=Settings.of(select=["XYZ"], rules_dir=["rules"]))
        assert (fixed.data, fixed.mended) == (b"one\n", 0)
        assert "undo each other, so nothing was mended; ignore one" in fixed.result.errors[0]
        assert fixed.refused == (
            "a.txt:1:1: XYZ001 swap-one is not mended: nothing was mended in this file; its errors and notices say why",
        )

    def test_nothing_is_written_and_no_settings_are_read(self, draft: Draft) -> None:
        path = draft("a.txt", TEXT)
        draft("reslint.toml", "nonsense = 1\n")
        assert fix(TEXT.encode(), "a.txt", as_of=DAY).mended == 1
        assert path.read_text("utf-8") == TEXT
        assert sorted(one.name for one in Path().iterdir()) == ["a.txt", "reslint.toml"]


class TestComment:
    def test_a_word_file_gets_a_comment_at_each_finding(self, word: bytes) -> None:
        commented = comment(word, "a.docx", as_of=DAY)
        assert commented.comments == len(commented.result.findings) > 3
        assert commented.notes == commented.result.errors == ()
        view = lint_bytes(commented.data, "a.docx", as_of=DAY).view
        assert view is not None
        assert [one.author for one in view.document.comments] == ["reslint"] * commented.comments

    def test_once_is_enough(self, word: bytes) -> None:
        once = comment(word, "a.docx", as_of=DAY)
        again = comment(once.data, "a.docx", as_of=DAY)
        assert (again.data, again.comments) == (once.data, 0)
        assert codes(again.result) == codes(once.result)

    def test_nothing_to_say(self, word: bytes) -> None:
        commented = comment(word, "a.docx", settings=Settings.of(select=[]))
        assert (commented.data, commented.comments) == (word, 0)

    @pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
    def test_a_format_without_comments_is_an_error(self, name: str) -> None:
        with pytest.raises(ReslintError, match=f"{name}: comments are written into Word files only; give a .docx file"):
            comment(TEXT.encode(), name)

    def test_a_broken_file(self) -> None:
        commented = comment(b"no Word file", "a.docx")
        assert (commented.data, commented.comments) == (b"no Word file", 0)
        assert len(commented.result.errors) == 1


class TestWhatTheRegistryDoesNotCover:
    DAY = date(2026, 10, 1)
    CITES = "noting Council Resolution 1332 (Modified 2019)\n"
    LINE = (
        "Not known in full: what the Council decided at its sessions of 2022 to 2026. "
        "Of the texts cited here Resolution 1332 may have a later edition."
    )

    def test_it_is_in_each_result(self, draft: Draft, word: bytes) -> None:
        path = draft("a.txt", self.CITES)
        data = self.CITES.encode()
        for result in (
            lint_text(self.CITES, as_of=self.DAY),
            lint_bytes(data, "a.txt", as_of=self.DAY),
            lint_file(path, as_of=self.DAY),
            fix(data, "a.txt", as_of=self.DAY).result,
            fix(data, "a.txt", as_of=self.DAY, unsafe=True).result,
            comment(word, "a.docx", as_of=self.DAY).result,
        ):
            assert result.uncovered == (self.LINE,)

    def test_of_many_files_each_has_its_own_and_the_report_all(self, draft: Draft) -> None:
        draft("in/a.txt", self.CITES)
        draft("in/b.txt", f"noting Resolution 178 (Guadalajara, 2010) of {UNION}\n")
        draft("in/c.docx", b"no Word file")
        report = lint_paths(["in"], as_of=self.DAY)
        assert [file.uncovered for file in report.files] == [(self.LINE,), (), ()]
        assert [file.uncovered for file in report.heads] == [(self.LINE,), (), ()]
        assert report.notices == (self.LINE,)

    def test_what_is_covered_needs_no_line(self) -> None:
        assert lint_text(TEXT, as_of=DAY).uncovered == ()


def test_several_processes_find_the_same(draft: Draft) -> None:
    for number in range(12):
        cited = f"noting Resolution {70 + number} (Rev. Dubai, 2018) of {UNION} and Council Resolution 1332\n"
        draft(f"in/{number % 3}/{number}.txt", cited)
    draft("in/broken.docx", b"no Word file")
    alone, together = (lint_paths(["in"], as_of="2026-10-01", jobs=jobs) for jobs in (1, 3))
    assert list(alone.files) == list(together.files)
    assert len(alone.files) == 13
    assert alone.notices == together.notices
    assert alone.failures == together.failures
    assert sum(bool(file.uncovered) for file in together.files) == 12


class TestLoadRegistry:
    def test_it_is_the_one_that_drafts_are_judged_by(self) -> None:
        registry = load_registry()
        record = registry.record("PP", "resolution", "71")
        assert record is not None
        assert [edition.conference.place for edition in record.editions][-2:] == ["Dubai", "Bucharest"]
        assert registry.date.isoformat() == lint_paths([EXAMPLES / "contribution.txt"]).registry_date

    def test_files_are_laid_over_it(self, draft: Draft) -> None:
        own = draft("own.yaml", OVERLAY)
        assert load_registry().record("PP", "resolution", "9001") is None
        for paths in ((own,), (str(own),)):
            record = load_registry(*paths).record("PP", "resolution", "9001")
            assert record is not None
            assert record.title == "How to keep one's feet dry"

    def test_a_file_that_is_not_there(self) -> None:
        with pytest.raises(ReslintError, match=r"none\.yaml: no such file"):
            load_registry("none.yaml")


SWAP = '''
from reslint import Applicability, Mistake, Rule, Severity, replace


class Swap{number}(Rule):
    """A word that somebody does not like."""

    code = "XYZ00{number}"
    name = "swap-{old}"
    severity = Severity.INFO
    fix = Applicability.SAFE

    def check(self, page):
        at = page.text.find("{old}")
        if at >= 0:
            yield Mistake(at, at + 3, "no", "{new}", fix=replace(at, at + 3, "{new}", Applicability.SAFE))
'''
OVERLAY = """
resolutions:
  PP 9001:
    title: How to keep one's feet dry
    title_of: PP-22
    editions: [PP-22]
    complete: true
    status: in force
    checked: PP-22
    sources: [a chronicle of sunken places]
"""
