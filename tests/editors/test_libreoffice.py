"""The extension for LibreOffice Writer, in Writer itself."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from office import missing_office
from writer import ROOT, Writer

import reslint

OF = "of the Plenipotentiary Conference"
OLD = f"Resolution 71 (Rev. Dubai, 2018) {OF}"
MISSPELT = f"Resolution 140 (Rev. Buchrest, 2022) {OF}"
SPELT = MISSPELT.replace("Buchrest", "Bucharest")
NEW = f"Resolution 71 (Rev. Bucharest, 2022) {OF}"
CHECK, REMOVE, MEND = (["choose", name] for name in ("check", "remove", "mend"))
WORD = "MS Word 2007 XML"


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    reason = missing_office()
    if reason:
        pytest.skip(reason)
    writer = Writer(tmp_path_factory.mktemp("extension"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RESLINT_PROGRAM", str(writer.program))
        with writer:
            yield writer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reslint.toml").write_text('as-of = "2024-10-15"\n', "utf-8")
    return tmp_path


@pytest.fixture
def document(writer: Writer, folder: Path) -> Path:
    """A document of Writer with a citation that is outdated, one that is misspelt, and one that is right."""
    return saved(writer, folder, f"😀 recalling {OLD},\nnoting {MISSPELT},\nblue\n{SPELT}\n")


def saved(writer: Writer, folder: Path, text: str, *steps: list[object]) -> Path:
    """A draft in Writer's own format, after some steps."""
    path = folder / "draft.odt"
    empty = folder / "draft.txt"
    empty.write_text(text, "utf-8")
    writer.work(empty, *steps, ["store", str(path), "writer8"])
    return path


def test_each_finding_is_a_comment_at_its_words(writer: Writer, document: Path) -> None:
    (done, said), comments = writer.work(document, CHECK, ["comments"])
    assert (done, said) == (True, "2 findings in comments, as of 2024-10-15.")
    (outdated, misspelt) = comments
    assert outdated[0] == misspelt[0] == "reslint"
    texts = {content.split()[0]: (words, content) for _, content, words in comments}
    assert texts["STA001"][0] == "Rev. Dubai, 2018"
    assert "\nWrite: Rev. Bucharest, 2022" in texts["STA001"][1]
    assert "Buchrest" in texts["SPL001"][0]


def test_a_second_check_doubles_nothing_and_takes_away_what_was_mended(writer: Writer, document: Path) -> None:
    once, twice, _, _, after = writer.work(
        document, CHECK, CHECK, ["comments"], ["write", "blue", 0, len("😀 recalling ") + len(OLD)], CHECK
    )
    assert once == twice
    assert after == [True, "1 finding in comments, as of 2024-10-15."]


def test_the_comments_of_others_stay(writer: Writer, document: Path) -> None:
    own = ["An editor", "look at this again", ""]
    _, _, checked, removed, left, again = writer.work(
        document, ["comment", *own[:2]], CHECK, ["comments"], REMOVE, ["comments"], REMOVE
    )
    assert [author for author, _, _ in checked] == ["An editor", "reslint", "reslint"]
    assert removed == [True, "2 comments by reslint removed."]
    assert [one[:2] for one in left] == [own[:2]]
    assert again == [True, "There are no comments by reslint."]


def test_tables_and_footnotes_are_checked_too(writer: Writer, folder: Path) -> None:
    path = saved(writer, folder, "blue\n", ["table", OLD], ["footnote", f"See {MISSPELT}."])
    (_, said), comments = writer.work(path, CHECK, ["comments"])
    assert said == "2 findings in comments, as of 2024-10-15."
    words = {content.split()[0]: (where, content) for _, content, where in comments}
    assert words["STA001"][0] == "Rev. Dubai, 2018"
    assert "In " in words["SPL001"][1]  # at the mark of the note, with the words, since a note has no comments
    assert "Buchrest" in words["SPL001"][1]


def test_what_a_tracked_change_deletes_is_not_checked_and_what_it_brings_in_is(writer: Writer, folder: Path) -> None:
    start = f"recalling {NEW}, and blue\n".index("Bucharest")
    path = saved(
        writer,
        folder,
        f"recalling {NEW}, and blue\n",
        ["record", True],
        ["write", "Dubai, 2018", start, start + len("Bucharest, 2022")],
    )
    (_, said), comments = writer.work(path, CHECK, ["comments"])
    assert said == "1 finding in comments, as of 2024-10-15."
    assert comments[0][1].startswith("STA001")
    assert "Brought in by" in comments[0][1]


def test_mending_makes_tracked_changes_and_leaves_the_switch_as_it_was(writer: Writer, document: Path) -> None:
    before, mended, on, lines, _, after = writer.work(
        document, ["recording"], MEND, ["recording"], ["redlines"], ["accept"], ["text"]
    )
    assert (before, on) == (False, False)
    assert mended[0]
    assert mended[1].startswith("1 finding mended, in tracked changes. 1 finding left for a person to decide")
    assert {kind for kind, _, _ in lines} == {"Insert", "Delete"}
    assert after == [f"😀 recalling {OLD},", f"noting {SPELT},", "blue", SPELT]


def test_a_mended_document_reads_as_the_command_line_mends_it(writer: Writer, folder: Path) -> None:
    text = f"noting {MISSPELT};\nrecalling Resolution 70 (Busan 2014) {OF};\n😀 {MISSPELT}\n"
    plain = folder / "plain.txt"
    plain.write_text(text, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "reslint", "check", "--fix", plain.name], cwd=folder, check=False, capture_output=True
    )
    path = saved(writer, folder, text)
    _, _, after = writer.work(path, MEND, ["accept"], ["text"])
    assert after == plain.read_text("utf-8").splitlines()
    assert after != text.splitlines()


def test_rejecting_what_was_mended_gives_the_text_before(writer: Writer, document: Path) -> None:
    before, _, _, after = writer.work(document, ["text"], MEND, ["reject"], ["text"])
    assert before == after


def test_each_command_is_one_step_that_can_be_taken_back(writer: Writer, document: Path) -> None:
    _, undone, none, before, _, mended, after = writer.work(
        document, CHECK, ["undo"], ["comments"], ["text"], MEND, ["undo"], ["text"]
    )
    assert undone == "Check with reslint"
    assert none == []
    assert mended == "Mend with reslint"
    assert before == after


def test_a_document_without_findings_is_said_to_have_none(writer: Writer, folder: Path) -> None:
    path = saved(writer, folder, f"{NEW}\n")
    checked, mended, comments = writer.work(path, CHECK, MEND, ["comments"])
    assert checked == [True, "Nothing is found, as of 2024-10-15."]
    assert mended == [True, "Nothing is mended."]
    assert comments == []


def test_without_reslint_a_person_is_told_what_to_do_and_nothing_changes(writer: Writer, document: Path) -> None:
    hidden = writer.program.with_name("hidden")
    writer.program.rename(hidden)
    try:
        (done, said), (mended, _), comments = writer.work(document, CHECK, MEND, ["comments"])
    finally:
        hidden.rename(writer.program)
    assert (done, mended) == (False, False)
    assert said == f"RESLINT_PROGRAM names {writer.program}, but no reslint runs there. Correct it, or unset it."
    assert comments == []


def test_settings_that_cannot_be_used_are_told(writer: Writer, document: Path) -> None:
    (document.parent / "reslint.toml").write_text('as-off = "2024-10-15"\n', "utf-8")
    (done, said), comments = writer.work(document, CHECK, ["comments"])
    assert not done
    assert "as-off" in said
    assert comments == []


def test_a_checked_word_file_keeps_its_comments_in_the_file(writer: Writer, folder: Path) -> None:
    text = saved(writer, folder, f"recalling {OLD}\n")
    word = folder / "draft.docx"
    writer.work(text, ["store", str(word), WORD])
    writer.work(word, CHECK, ["store", str(folder / "checked.docx"), WORD])
    with zipfile.ZipFile(folder / "checked.docx") as package:
        comments = ElementTree.fromstring(package.read("word/comments.xml"))
    assert "STA001" in "".join(comments.itertext())


def test_the_package_is_the_same_whenever_it_is_built(tmp_path: Path) -> None:
    build = [sys.executable, str(ROOT / "editors/libreoffice/build.py"), str(tmp_path)]
    contents = []
    for _ in range(2):
        subprocess.run(build, check=True, capture_output=True)
        contents.append((tmp_path / f"reslint-{reslint.__version__}.oxt").read_bytes())
    assert contents[0] == contents[1]
    with zipfile.ZipFile(tmp_path / f"reslint-{reslint.__version__}.oxt") as package:
        assert f'<version value="{reslint.__version__}"/>' in package.read("description.xml").decode()
        named = ElementTree.fromstring(package.read("META-INF/manifest.xml")).iter()
        paths = {value for one in named for key, value in one.attrib.items() if key.endswith("full-path")}
        assert paths <= set(package.namelist())
