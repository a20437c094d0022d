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

pytestmark = pytest.mark.slow

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


def flat(folder: Path, body: str) -> Path:
    """A document of Writer with this content."""
    spaces = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}
    declared = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"' for name, of in spaces.items())
    kind = 'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"'
    path = folder / "draft.fodt"
    path.write_text(
        f"<?xml version='1.0'?><office:document {declared} {kind}>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>",
        "utf-8",
    )
    return path


def rule(comment: str) -> str:
    """The code of the rule in the last line of a comment."""
    return comment.splitlines()[-1].split()[0]


def test_each_finding_is_a_comment_at_its_words(writer: Writer, document: Path) -> None:
    said, comments = writer.work(document, CHECK, ["comments"])
    assert said == [True, "2 findings in comments, as of 2024-10-15."]
    assert [(author, rule(text), words) for author, text, words in comments] == [
        ("reslint", "SPL001", "Buchrest"),
        ("reslint", "STA001", "Rev. Dubai, 2018"),
    ]
    assert comments[0][1] == "Write: Bucharest\nBuchrest is misspelt.\nSPL001 misspelt-place"
    assert comments[1][1].startswith("Write: Rev. Bucharest, 2022\nPP Resolution ")


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


def test_a_comment_of_an_editor_keeps_what_stands_in_its_paragraph(writer: Writer, document: Path) -> None:
    _, checked, comments = writer.work(
        document, ["comment", "An editor", "reslint: ignore[outdated-edition] quoted"], CHECK, ["comments"]
    )
    silence = "silenced: 1 finding by marks in or beside the drafts"
    assert checked == [True, f"1 finding in comments, as of 2024-10-15.\n{silence}"]
    assert [(author, rule(text)) for author, text, _ in comments] == [
        ("An editor", "reslint:"),
        ("reslint", "SPL001"),
    ]


def test_tables_and_footnotes_are_checked_too(writer: Writer, folder: Path) -> None:
    path = saved(writer, folder, "blue\n", ["table", OLD], ["footnote", f"See {MISSPELT}."])
    (_, said), comments = writer.work(path, CHECK, ["comments"])
    assert said == "2 findings in comments, as of 2024-10-15."
    (_, in_note, mark), (_, in_table, words) = comments
    # At the mark of the note, since a note has no comments.
    assert (mark, in_note.splitlines()[:2]) == (
        "1",
        ["Write: Bucharest", "In footnote 1: “Buchrest”. Buchrest is misspelt."],
    )
    assert (words, rule(in_table)) == ("Rev. Dubai, 2018", "STA001")


def test_what_a_tracked_change_deletes_is_not_checked_and_what_it_brings_in_is(writer: Writer, folder: Path) -> None:
    start = f"recalling {NEW}, and blue\n".index("Bucharest")
    path = saved(
        writer,
        folder,
        f"recalling {NEW}, and blue\n",
        ["record", True],
        ["write", "Dubai, 2018", start, start + len("Bucharest, 2022")],
    )
    (_, said), comments, lines, on = writer.work(path, CHECK, ["comments"], ["redlines"], ["recording"])
    assert said == "1 finding in comments, as of 2024-10-15."
    assert rule(comments[0][1]) == "STA001"
    assert "Brought in by" in comments[0][1]
    # The comments themselves are no tracked changes, and what is typed next still is one.
    assert [words for _, _, words in lines] == ["Bucharest, 2022", "Dubai, 2018"]
    assert on


def test_mending_makes_tracked_changes_and_leaves_the_switch_as_it_was(writer: Writer, document: Path) -> None:
    before, mended, on, lines, _, after = writer.work(
        document, ["recording"], MEND, ["recording"], ["redlines"], ["accept"], ["text"]
    )
    assert (before, on) == (False, False)
    assert mended[0]
    assert mended[1].startswith("1 finding mended, in tracked changes. 1 finding left for a person to decide")
    assert [(kind, words) for kind, _, words in lines] == [("Delete", "Buchrest"), ("Insert", "Bucharest")]
    assert after == [f"😀 recalling {OLD},", f"noting {SPELT},", "blue", SPELT]


def test_a_name_in_several_looks_goes_together_and_comes_together(writer: Writer, folder: Path) -> None:
    looks = "Resolution 71 (Rev. Buch<text:span>re</text:span>st, 2022)"
    path = flat(folder, f"<text:p>noting {looks} {OF}</text:p>")
    mended, lines, _, after = writer.work(path, MEND, ["redlines"], ["accept"], ["text"])
    assert mended[1].startswith("1 finding mended")
    assert [(kind, words) for kind, _, words in lines] == [("Delete", "Buchrest"), ("Insert", "Bucharest")]
    assert after == [f"noting Resolution 71 (Rev. Bucharest, 2022) {OF}"]


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
    before, _, lines, _, after = writer.work(document, ["text"], MEND, ["redlines"], ["reject"], ["text"])
    assert lines
    assert before == after


def test_checked_words_are_mended_under_their_comment(writer: Writer, document: Path) -> None:
    _, mended, _, after, again = writer.work(document, CHECK, MEND, ["accept"], ["text"], CHECK)
    assert mended[1].startswith("1 finding mended")
    assert after == [f"😀 recalling {OLD},", f"noting {SPELT},", "blue", SPELT]
    assert again == [True, "1 finding in comments, as of 2024-10-15."]


def test_words_that_a_cross_reference_repeats_are_mended(writer: Writer, folder: Path) -> None:
    path = flat(
        folder,
        f"<text:p>noting <text:reference-mark-start text:name='a'/>{MISSPELT}<text:reference-mark-end text:name='a'/>,"
        "</text:p><text:p>see <text:reference-ref text:reference-format='text' text:ref-name='a'>"
        f"{MISSPELT}</text:reference-ref></text:p>",
    )
    mended, _, after = writer.work(path, MEND, ["accept"], ["text"])
    assert mended[1].startswith("1 finding mended")
    assert after == [f"noting {SPELT},", f"see {SPELT}"]


def test_what_has_no_comment_or_correction_is_named_with_the_reason(writer: Writer, folder: Path) -> None:
    page = "text:anchor-type='page' text:anchor-page-number='1' svg:width='9cm' svg:height='3cm'"
    words = f"<text:p>{MISSPELT}</text:p>"
    path = flat(
        folder,
        f"<draw:frame {page}><draw:text-box>{words}</draw:text-box></draw:frame>"
        f"<draw:custom-shape {page}><text:p>blue {MISSPELT}</text:p><draw:enhanced-geometry/></draw:custom-shape>"
        f"<text:section text:name='a' text:protected='true'>{words}</text:section>"
        f"<text:p>Resolution 140 (Rev. Buch<text:note text:note-class='footnote'><text:note-citation/><text:note-body>"
        f"<text:p>blue</text:p></text:note-body></text:note>rest, 2022) {OF}</text:p>",
    )
    (_, checked), (_, mended) = writer.work(path, CHECK, MEND)
    nowhere = "SPL001 “Buchrest”: there are no comments in headers, in footers and in what is anchored to a page"
    assert checked.splitlines() == [
        "2 findings in comments, as of 2024-10-15.",
        "",
        "Without a comment:",
        nowhere,
        nowhere,
    ]
    said, _, title, *reasons = mended.splitlines()
    assert said.startswith("1 finding mended, in tracked changes. 1 finding left for a person to decide")
    assert title == "Not mended:"
    assert sorted(reasons) == [
        "SPL001 “Buchrest”: Writer records no changes in a shape",
        "SPL001 “Buchrest”: it stands in a protected section or cell",
    ]


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


def test_a_reslint_that_answers_otherwise_than_expected_changes_nothing(writer: Writer, document: Path) -> None:
    hidden = writer.program.with_name("hidden")
    writer.program.rename(hidden)
    # It answers rightly until it has been asked for a text.
    writer.program.write_text(
        f"""#!/bin/sh
'{hidden}' "$@" | if [ -e "$0.asked" ]; then sed 's/"edits"/"changes"/g'; else cat; fi
if [ "$1" = text ]; then touch "$0.asked"; fi
""",
        "utf-8",
    )
    writer.program.chmod(0o755)
    try:
        (first, _), (second, said), lines = writer.work(document, MEND, MEND, ["redlines"])
    finally:
        hidden.rename(writer.program)
    assert (first, second) == (True, False)
    assert said.startswith("reslint failed, and nothing was changed")
    assert [words for _, _, words in lines] == ["Buchrest", "Bucharest"]  # what was mended before stays


def test_a_document_that_is_open_for_reading_only_is_not_changed(writer: Writer, document: Path) -> None:
    writer.work(document, ["only_for_reading"], ["store", str(document), "writer8"])
    for command in (CHECK, REMOVE, MEND):
        said, comments, lines = writer.work(document, command, ["comments"], ["redlines"])
        assert said == [
            False,
            "The document is open for reading only. Choose Edit > Edit Mode, then choose this again.",
        ]
        assert comments == lines == []


def test_settings_that_cannot_be_used_are_told(writer: Writer, document: Path) -> None:
    (document.parent / "reslint.toml").write_text('as-off = "2024-10-15"\n', "utf-8")
    (done, said), comments = writer.work(document, CHECK, ["comments"])
    assert not done
    assert "as-off" in said
    assert comments == []


def test_rules_that_settings_beside_the_document_name_are_not_run(writer: Writer, document: Path) -> None:
    ran = document.parent / "ran"
    (document.parent / "rules").mkdir()
    (document.parent / "rules/own001.py").write_text(f"import pathlib\n\npathlib.Path({str(ran)!r}).touch()\n", "utf-8")
    (document.parent / "reslint.toml").write_text('as-of = "2024-10-15"\nrules-dir = ["rules"]\n', "utf-8")
    ((done, said),) = writer.work(document, CHECK)
    assert done
    assert said.startswith("2 findings in comments")
    assert "rules-dir is not heeded" in said
    assert not ran.exists()


def test_a_checked_word_file_keeps_its_comments_in_the_file(writer: Writer, folder: Path) -> None:
    text = saved(writer, folder, f"recalling {OLD}\n")
    word = folder / "draft.docx"
    writer.work(text, ["store", str(word), WORD])
    writer.work(word, CHECK, ["store", str(folder / "checked.docx"), WORD])
    with zipfile.ZipFile(folder / "checked.docx") as package:
        comments = ElementTree.fromstring(package.read("word/comments.xml"))
    assert "STA001" in "".join(comments.itertext())


def found(folder: Path, environment: dict[str, str]) -> str:
    """How the extension calls reslint, or what it says if it finds none, with this environment in this folder."""
    code = (
        "from reslint_writer.program import Program\n"
        "from reslint_writer.trouble import Trouble\n"
        "try: print(Program('.').run(['--version'], b'').out)\n"
        "except Trouble as trouble: print(trouble)"
    )
    pythonpath = str(ROOT / "editors/libreoffice/extension/pythonpath")
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={"HOME": str(folder), "PYTHONPATH": pythonpath, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


def program(path: Path, does: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
    path.chmod(0o755)


def test_where_no_reslint_is_installed_a_person_is_told_how_to_install_it(tmp_path: Path) -> None:
    program(tmp_path / "reslint", "echo reslint 1")  # beside the document, where it is not looked for
    program(tmp_path / "tools/python3", "echo no module named reslint; exit 1")
    for path in (f"{tmp_path}/tools", f".:{tmp_path}/tools", ""):
        assert found(tmp_path, {"PATH": path}).startswith("reslint is not installed. Install the file reslint-VERSION")


def test_reslint_is_found_on_the_path_then_in_the_home_folder_then_in_python(tmp_path: Path) -> None:
    program(tmp_path / "tools/python3", f"exec '{sys.executable}' \"$@\"")
    path = {"PATH": f"{tmp_path}/tools"}
    assert found(tmp_path, path) == f"reslint {reslint.__version__}"
    program(tmp_path / ".local/bin/reslint", "echo reslint 2")
    assert found(tmp_path, path) == "reslint 2"
    program(tmp_path / "tools/reslint", "echo reslint 3")
    assert found(tmp_path, path) == "reslint 3"


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
