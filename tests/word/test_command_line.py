"""`reslint check` and `reslint text` on Word files, as a delegate calls them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from written import (
    commented,
    comments,
    deleted,
    field,
    footnote_mark,
    footnotes,
    inserted,
    paragraph,
    run,
    word_file,
)

from reslint.documents.model import ViewName
from reslint.documents.view import View
from reslint.documents.word.reader import read_word

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
OLD = "noting Resolution 71 (Rev. Dubai, 2018)"
DAY = ("--as-of", "2024-10-15")


@pytest.fixture
def check(reslint: Reslint) -> Reslint:
    def call(*arguments: str | Path) -> Any:
        return reslint("check", *DAY, *arguments, small=False)

    return call


def final(path: Path) -> list[str]:
    view = View(read_word(path.read_bytes(), str(path)))
    return [view.text[block.start : block.end] for block in view.blocks]


def markup(reslint: Reslint, path: Path) -> list[str]:
    return list(reslint("text", path, "--view", "markup", small=False).out.splitlines())


def comments_of(path: Path) -> list[tuple[str, str]]:
    return [(comment.author, comment.words) for comment in read_word(path.read_bytes(), str(path)).comments]


def test_places_are_named_as_a_reader_would(check: Reslint, draft: Draft) -> None:
    path = draft(
        "a.docx",
        word_file(
            paragraph(run("considering")),
            paragraph(run("a)\tthe first item;")),
            paragraph(run("b)\tResolution 71 (Rev. Dubai, 2018)"), footnote_mark(1), run(",")),
            footnotes=footnotes(paragraph(run("See Resolution 102 (Rev. Dubai, 2018)."))),
        ),
    )
    ran = check("--output-format", "concise", path)
    assert [line.split(": STA001")[0] for line in ran.out.splitlines()[:2]] == [
        "a.docx: ¶ 3, considering b)",
        "a.docx: footnote 1",
    ]


def test_json_says_where_in_the_file(check: Reslint, draft: Draft) -> None:
    path = draft(
        "a.docx",
        word_file(
            paragraph(run("Introduction")),
            paragraph(
                run("noting "),
                run("Resolution 71 (Rev. "),
                deleted("Antalya"),
                inserted("Dubai, 2018", "ATU"),
                run(")"),
            ),
        ),
    )
    (finding,) = json.loads(check("--output-format", "json", path).out)["findings"]
    assert (finding["story"], finding["paragraph"], finding["place"]) == ("body", 2, "¶ 2")
    assert finding["runs"] == [
        {"paragraph": 1, "run": 1, "start": 15, "end": 20},
        {"paragraph": 1, "run": 3, "start": 0, "end": 11},
    ]
    assert finding["change"] == {"standing": "introduced", "author": "ATU", "date": "2024-05-06T07:08:09Z"}


def test_text_in_every_view(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.docx", word_file(paragraph(run("one "), deleted("two"), inserted("three")), paragraph(run("four"))))

    def text(view: str) -> str:
        return str(reslint("text", path, "--view", view, small=False).out)

    assert text("original") == "one two\nfour\n"
    assert text("final") == "one three\nfour\n"
    assert text("markup") == "one [-two-]{+three+}\nfour\n"
    ran = reslint("text", path, "--view", "markup", "--output-format", "jsonl", small=False)
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        {"story": "body", "index": 0, "label": "", "text": "one [-two-]{+three+}"},
        {"story": "body", "index": 1, "label": "", "text": "four"},
    ]


def test_the_original_view_is_judged_if_asked_for(check: Reslint, draft: Draft) -> None:
    path = draft(
        "a.docx",
        word_file(
            paragraph(run("noting Resolution 71 (Rev. "), deleted("Dubai, 2018"), inserted("Bucharest, 2022"), run(")"))
        ),
    )
    assert check(path).status == 0
    assert "STA001" in check("--view", "original", path).out


def test_a_comment_silences_its_paragraph(check: Reslint, draft: Draft) -> None:
    silent = draft(
        "a.docx",
        word_file(
            paragraph(commented(run(OLD))),
            paragraph(run("noting Resolution 102 (Rev. Dubai, 2018)")),
            comments=comments("reslint: ignore[outdated-edition] the old text is meant"),
        ),
    )
    ran = check("--output-format", "concise", silent)
    assert ran.out.count("STA001") == 1
    assert "¶ 2" in ran.out


def test_a_comment_that_silences_nothing_is_reported(check: Reslint, draft: Draft) -> None:
    path = draft("a.docx", word_file(paragraph(commented(run("Text."))), comments=comments("reslint: ignore[NUM]")))
    ran = check("--output-format", "concise", path)
    assert "a.docx: ¶ 1: SUP001 unused-suppression this comment silences nothing: ignore[NUM]" in ran.out


def test_a_comment_with_an_unknown_rule_is_an_error(check: Reslint, draft: Draft) -> None:
    path = draft(
        "a.docx", word_file(paragraph(commented(run(OLD))), comments=comments("reslint: ignore[outdatet-edition]"))
    )
    ran = check(path)
    assert ran.status == 2
    assert "did you mean outdated-edition?" in ran.err


def test_comments_go_into_a_copy(check: Reslint, draft: Draft) -> None:
    data = word_file(paragraph(run(f"{OLD} of PP")), paragraph(run("Resolution 70 (Rev. Bucharest, 2022).")))
    path = draft("a.docx", data)
    ran = check("--comments", "out.docx", path)
    assert ran.status == 1
    assert path.read_bytes() == data
    assert comments_of(Path("out.docx")) == [
        (
            "reslint",
            "Write: Rev. Bucharest, 2022\n"
            "PP Resolution 71 was revised since.\n"
            "STA001 outdated-edition. To keep it, write a comment that says “reslint: ignore[outdated-edition]”.",
        )
    ]
    assert final(Path("out.docx")) == final(path)


def test_comments_are_not_written_twice(check: Reslint, draft: Draft) -> None:
    path = draft("a.docx", word_file(paragraph(run(OLD))))
    check("--comments", "once.docx", path)
    check("--comments", "twice.docx", "once.docx")
    assert Path("twice.docx").read_bytes() == Path("once.docx").read_bytes()
    assert check("once.docx").status == 1


def test_other_comments_stay(check: Reslint, draft: Draft) -> None:
    path = draft(
        "a.docx", word_file(paragraph(commented(run("Text."))), paragraph(run(OLD)), comments=comments("mine"))
    )
    check("--comments", "out.docx", path)
    assert [author for author, _ in comments_of(Path("out.docx"))] == ["A delegate", "reslint"]


def test_what_is_found_in_a_note_is_said_at_its_mark(check: Reslint, draft: Draft) -> None:
    path = draft(
        "a.docx",
        word_file(
            paragraph(run("Text.")),
            paragraph(run("More text"), footnote_mark(1), run(".")),
            footnotes=footnotes(paragraph(run(OLD))),
        ),
    )
    check("--comments", "out.docx", path)
    (comment,) = read_word(Path("out.docx").read_bytes(), "out.docx").comments
    assert (comment.story, comment.paragraph) == ("body", 1)
    assert comment.words.startswith(
        "Write: Rev. Bucharest, 2022 (in footnote 1, for “Rev. Dubai, 2018”)\nPP Resolution 71"
    )


def test_safe_fixes_are_tracked_changes(check: Reslint, reslint: Reslint, draft: Draft) -> None:
    path = draft(
        "a.docx", word_file(paragraph(run("noting Resolution 102 (Rev. Buchrest, 2022)")), paragraph(run(OLD)))
    )
    ran = check("--fix", path)
    assert "Found 2 findings (1 mended, 1 remaining)." in ran.out
    assert markup(reslint, path) == ["noting Resolution 102 (Rev. [-Buchrest-]{+Bucharest+}, 2022)", OLD]


def test_unsafe_fixes_to_another_file(check: Reslint, reslint: Reslint, draft: Draft) -> None:
    data = word_file(paragraph(run("noting Resolution 71 (Rev. "), inserted("Dubai, 2018", "ATU"), run(")")))
    path = draft("a.docx", data)
    check("--fix", "--unsafe-fixes", "--output", "out.docx", path)
    assert path.read_bytes() == data
    assert markup(reslint, Path("out.docx")) == ["noting Resolution 71 (Rev. {+[-Dubai, 2018-]Bucharest, 2022+})"]
    original = View(read_word(Path("out.docx").read_bytes(), "out.docx"), ViewName.ORIGINAL)
    assert original.text == "noting Resolution 71 (Rev. )\n"


def test_mending_twice_changes_nothing(check: Reslint, draft: Draft) -> None:
    path = draft("a.docx", word_file(paragraph(run("noting Resolution 102 (Rev. Buchrest 2022)"))))
    check("--fix", path)
    once = path.read_bytes()
    assert check("--fix", path).status == 0
    assert path.read_bytes() == once


def test_other_members_stay_byte_for_byte(check: Reslint, draft: Draft) -> None:
    path = draft("a.docx", word_file(paragraph(run(OLD)), footnotes=footnotes(paragraph(run("A note.")))))
    before = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    check("--fix", "--unsafe-fixes", path)
    after = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    assert after.namelist() == before.namelist()
    assert [name for name in before.namelist() if after.read(name) != before.read(name)] == ["word/document.xml"]


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (run("noting Resolution 71 (Rev. ") + field("Dubai, 2018") + run(")"), "the result of a field"),
        (run("noting Resolution 71 (Rev. Du") + footnote_mark(1) + run("bai, 2018)"), "the mark of a note"),
    ],
    ids=["field", "note mark"],
)
def test_what_cannot_be_tracked_is_said(check: Reslint, draft: Draft, inside: str, reason: str) -> None:
    data = word_file(paragraph(inside), footnotes=footnotes(paragraph(run("A note."))))
    path = draft("a.docx", data)
    ran = check("--fix", "--unsafe-fixes", path)
    assert ran.status == 1
    assert "note: a.docx: ¶ 1: outdated-edition is not mended: " in ran.err
    assert reason in ran.err
    assert path.read_bytes() == data


def test_diff_shows_paragraphs(check: Reslint, draft: Draft) -> None:
    path = draft("a.docx", word_file(paragraph(run("noting Resolution 102 (Rev. Buchrest, 2022)"))))
    ran = check("--diff", path)
    assert "-noting Resolution 102 (Rev. Buchrest, 2022)\n+noting Resolution 102 (Rev. Bucharest, 2022)\n" in ran.out


def test_a_file_that_word_has_open_is_not_replaced(check: Reslint, draft: Draft) -> None:
    data = word_file(paragraph(run("noting Resolution 102 (Rev. Buchrest, 2022)")))
    path = draft("a-long-name.docx", data)
    draft("~$long-name.docx", "")
    ran = check("--fix", path)
    assert ran.status == 2
    assert "it is open in Word, so nothing was written; close it there first" in ran.err
    assert path.read_bytes() == data


@pytest.mark.parametrize("option", ["--output", "--comments"])
def test_a_copy_that_word_has_open_is_not_replaced(check: Reslint, draft: Draft, option: str) -> None:
    path = draft("a.docx", word_file(paragraph(run("noting Resolution 102 (Rev. Buchrest, 2022)"))))
    copy = draft("sub/the-copy.docx", "as it was")
    draft("sub/~$e-copy.docx", "")
    ran = check("--fix", option, copy, path)
    assert ran.status == 2
    assert f"{copy}: it is open in Word, so nothing was written" in ran.err
    assert copy.read_text() == "as it was"


def test_a_protected_file_is_written_with_a_note(check: Reslint, draft: Draft) -> None:
    path = draft(
        "a.docx", word_file(paragraph(run(OLD)), settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')
    )
    assert "protected against changes in Word" in check("--comments", "out.docx", path).err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--comments", "a.docx", "a.docx"), "this is the file to check itself"),
        (("--output", "b.docx", "a.docx"), "there is nothing to write without --fix"),
        (("--comments", "b.docx", "a.docx", "a.txt"), "2 files to write one for"),
        (("--comments", "b.docx", "a.docx", "a.txt"), "or a folder for all with --output-dir DIR"),
        (("a.docx", "--comments"), "--comments: no file to write is named; --comments FILE for one"),
        (("--output-dir", "out", "a.docx"), "--output-dir: there is nothing to write without --fix or --comments"),
        (("--fix", "--output-dir", "out", "--output", "b.docx", "a.docx"), "one writes a file, the other a folder"),
        (("--comments", "b.docx", "a.txt"), "comments are written into Word files only"),
        (("--comments", "no/b.docx", "a.docx"), "there is no such folder to write it in; make the folder no first"),
    ],
)
def test_what_makes_no_sense_is_said(check: Reslint, draft: Draft, arguments: tuple[str, ...], message: str) -> None:
    draft("a.docx", word_file(paragraph(run(OLD))))
    draft("a.txt", OLD)
    ran = check(*arguments)
    assert ran.status == 2
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert not Path("b.docx").exists()


def test_what_is_hidden_is_said_to_be(check: Reslint, draft: Draft) -> None:
    path = draft("a.docx", word_file(paragraph(run(f"{OLD} of PP", "<w:vanish/>"))))
    assert check("--output-format", "concise", path).out.startswith("a.docx: ¶ 1, hidden text: STA001")


def test_standard_input_is_a_word_file_by_its_name(reslint: Reslint) -> None:
    data = word_file(paragraph(run("noting Resolution 102 (Rev. Buchrest, 2022)")))
    ran = reslint("check", *DAY, "--stdin-filename", "a.docx", "--fix", "-", stdin=data, small=False)
    view = View(read_word(ran.data, "a.docx"))
    assert view.text == "noting Resolution 102 (Rev. Bucharest, 2022)\n"


def test_a_mark_of_ones_own_stays_with_its_reference(check: Reslint, draft: Draft) -> None:
    reference = '<w:footnoteReference w:customMarkFollows="1" w:id="1"/>'
    mark = f'<w:r><w:t xml:space="preserve">Text </w:t>{reference}<w:t>*</w:t></w:r>'
    path = draft(
        "a.docx", word_file(paragraph(mark, run(" goes on.")), footnotes=footnotes(paragraph(run(f"*\t{OLD}"))))
    )
    check("--comments", "out.docx", path)
    assert final(Path("out.docx")) == final(path) == ["Text  goes on.", f"*\t{OLD}"]
    assert len(comments_of(Path("out.docx"))) == 1


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx", ".dotm", ".DOTM"])
@pytest.mark.parametrize("kind", ["document.macroEnabled", "template.macroEnabledTemplate"])
def test_word_files_by_all_their_names(check: Reslint, draft: Draft, suffix: str, kind: str) -> None:
    """A folder is looked through by names; what is in the file is read, mended and commented as ever."""
    data = word_file(paragraph(run(OLD)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    types = members["[Content_Types].xml"].decode()
    usual = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    members["[Content_Types].xml"] = types.replace(usual, f"application/vnd.ms-word.{kind}.main+xml").encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, member in members.items():
            package.writestr(name, member)
    path = draft(f"drafts/a{suffix}", written.getvalue())
    ran = check("--output-format", "concise", "drafts")
    assert f"a{suffix}: ¶ 1: STA001" in ran.out
    check("--comments", f"b{suffix}", path)
    assert [author for author, _ in comments_of(Path(f"b{suffix}"))] == ["reslint"]
    check("--fix", "--unsafe-fixes", path)
    assert final(path) == ["noting Resolution 71 (Rev. Bucharest, 2022)"]
