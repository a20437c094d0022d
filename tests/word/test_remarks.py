"""What a comment says: what to write, why, how far that is known, and the rule last; and nothing of that twice."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from building import build
from written import footnote_mark, footnotes, inserted, paragraph, run, word_file

from reslint.documents.word.reader import read_word
from reslint.fixing.word.commenting import with_comments
from reslint.fixing.word.remarks import at_the_same_words, remark_on
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

KEEP = "To keep it, write a comment that says “reslint: ignore[{}]”."


@pytest.fixture(scope="module")
def linters(registry: Registry) -> dict[str, Linter]:
    plugins = load_plugins()
    return {day: Linter(Basis(Settings(as_of=day), plugins, registry)) for day in ("2024-10-15", "2026-11-28")}


def remarks(linter: Linter, *inside: str, **more: str) -> list[list[str]]:
    """The lines of each comment on a paragraph, as they are read in the file."""
    data = word_file(paragraph(*inside), **more)
    written, _ = with_comments(data, linter.check(data, "draft.docx"))
    return [one.words.splitlines() for one in read_word(written, "draft.docx").comments]


SAID = {
    "an old edition": (
        "noting Resolution 71 (Rev. Dubai, 2018) of PP",
        ["Write: Rev. Bucharest, 2022", "PP Resolution 71 was revised since.", "STA001 outdated-edition"],
    ),
    "a misspelt place": (
        "noting Resolution 71 (Rev. Buchrest, 2022) of PP",
        ["Write: Bucharest", "Buchrest is misspelt.", "SPL001 misspelt-place"],
    ),
    "another form of a place": (
        "noting Resolution 178 (Guadalahara, 2010) of PP",
        ["Write: Guadalajara", "Guadalahara is misspelt.", "SPL001 misspelt-place"],
    ),
    "a session of the Council": (
        "noting Council Resolution 1332 (Modified 2019)",
        ["Write: Modified 2024", "Council Resolution 1332 was modified since.", "STA003 outdated-council-session"],
    ),
    "the symbol of a document": (
        "noting resolution A/70/125",
        ["Write: 70/125", "A/70/125 is the symbol of a document.", "FRM004 un-symbol"],
    ),
    "a draft": (
        "noting document A/78/L.49 of the General Assembly",
        [
            "Write: 78/265",
            "A/78/L.49 is a draft; it was adopted as resolution 78/265 on 2024-03-21.",
            "STA004 draft-document-cited",
        ],
    ),
    "an edition that never was": (
        "noting Resolution 178 (Rev. Busan, 2014) of PP",
        [
            "Write: Guadalajara, 2010",
            "PP Resolution 178 never had an edition (Rev. Busan, 2014).",
            "REF002 unknown-edition",
        ],
    ),
    "a text that is no more in force": (
        "noting Resolution 73 (Minneapolis, 1998) of PP",
        [
            "PP Resolution 73 is no longer in force: PP-22 does not list it any more.",
            "STA002 abrogated-resolution",
        ],
    ),
    "a number that nothing has": (
        "noting PP Resolution 910",
        ["There is no PP Resolution 910: the highest number is 219.", "REF001 unknown-resolution"],
    ),
    "a parenthesis around an old edition": (
        "noting Council Resolution 1332 (Modified 2019",
        [
            "Write: (Modified 2024)",
            "This parenthesis is never closed.",
            "Council Resolution 1332 was modified since.",
            "FRM006 unbalanced-parenthesis, STA003 outdated-council-session",
        ],
    ),
    "blanks in an old edition": (
        "noting Resolution 71 (Rev. Dubai,2018) of PP",
        [
            "Write: Rev. Bucharest, 2022",
            "PP Resolution 71 was revised since.",
            "Write one blank after the comma.",
            "STA001 outdated-edition, FRM002 spacing",
        ],
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_first_what_to_write_then_why_then_the_rule(linters: dict[str, Linter], name: str) -> None:
    text, (*lines, rule) = SAID[name]
    ((*said, last),) = remarks(linters["2024-10-15"], run(text))
    assert said == lines
    names = ", ".join(re.findall(r"[A-Z]{3}\d{3} ([\w-]+)", rule))
    assert last == f"{rule}. {KEEP.format(names)}"


def test_how_far_it_is_known_comes_before_the_rule(linters: dict[str, Linter]) -> None:
    ((*said, last),) = remarks(linters["2026-11-28"], run("noting Resolution 71 (Rev. Dubai, 2018) of PP"))
    assert said == [
        "Write: Rev. Bucharest, 2022",
        "PP Resolution 71 was revised since.",
        "Known as far as Bucharest 2022: what was decided later has not been read.",
    ]
    assert last.startswith("STA001 outdated-edition.")


def test_whose_change_it_is(linters: dict[str, Linter]) -> None:
    words = (run("noting Resolution 71 ("), inserted("Rev. Dubai, 2018", "ATU"), run(") of PP"))
    ((_, why, _),) = remarks(linters["2024-10-15"], *words)
    assert why == "PP Resolution 71 was revised since. Brought in by ATU."


def test_in_a_note(linters: dict[str, Linter]) -> None:
    note = footnotes(paragraph(run("See Resolution 71 (Rev. Dubai, 2018) of PP, and PP Resolution 910.")))
    first, second = remarks(linters["2024-10-15"], run("Text"), footnote_mark(1), footnotes=note)
    assert first[0] == "Write: Rev. Bucharest, 2022 (in footnote 1, for “Rev. Dubai, 2018”)"
    assert second[0].startswith("In footnote 1: “PP Resolution 910”. There is no PP Resolution 910")


def test_what_has_no_comment_is_said_in_full(linters: dict[str, Linter]) -> None:
    """The findings themselves are not printed beside comments."""
    seen = 0
    for seed in range(60):
        data = build(seed).data
        result = linters["2024-10-15"].check(data, "draft.docx")
        lacking = [one for one in result.findings if one.place.story.startswith(("header", "footer"))]
        _, said = with_comments(data, result) if lacking else (data, [])
        for finding in lacking:
            seen += 1
            why = f"{finding.name} has no comment (Word allows none there): {finding.message}"
            assert f"draft.docx: {finding.place.name}: {why}" in said
    assert seen > 3


def test_the_rule_is_in_small_print(linters: dict[str, Linter]) -> None:
    data = word_file(paragraph(run("noting Resolution 71 (Rev. Dubai, 2018) of PP")))
    written, _ = with_comments(data, linters["2024-10-15"].check(data, "draft.docx"))
    comments = zipfile.ZipFile(io.BytesIO(written)).read("word/comments.xml").decode()
    sizes = re.findall(r'<w:sz w:val="(\d+)"/></w:rPr><w:t[^>]*>(\w+)', comments)
    assert sizes == [("20", "Write"), ("20", "PP"), ("16", "STA001")]


def test_nothing_that_is_to_be_written_is_said_twice(linters: dict[str, Linter]) -> None:
    """Over every example of every rule: no line repeats another, nor all of what is proposed."""
    linter = linters["2026-11-28"]
    seen = 0
    for rule in load_plugins().rules.rules:
        for example in rule.examples:
            result = linter.check(example.draft.encode(), example.name)
            for group in at_the_same_words(result.findings):
                remark = remark_on(group)
                first, *others = remark.text.splitlines()
                seen += first.startswith("Write: ")
                assert len({first, *others}) == 1 + len(others), remark
                if first.startswith("Write: ") and len(first) > len("Write: 78/265"):
                    # Where else a text is cited is told with its edition.
                    told = [line.split("; also: ")[0] for line in others]
                    assert not any(first.removeprefix("Write: ") in line for line in told), remark
                for finding in group:
                    assert finding.code in remark.small
                    assert finding.code not in remark.text
    assert seen > 20
