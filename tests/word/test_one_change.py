"""A replaced edition is one change, in whatever runs, hands and elements it stands: nobody can accept half of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rejecting import empty_wrappers, without
from written import deleted, field, footnote_mark, footnotes, inserted, paragraph, run, word_file

from reslint.documents.markup import markup
from reslint.documents.model import ViewName
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.fixing.mending import mend
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

if TYPE_CHECKING:
    from office import Office

OLD, NEW = "Rev. Dubai, 2018", "Rev. Bucharest, 2022"
BOLD, ITALIC = "<w:b/>", "<w:i/>"
BEFORE, AFTER = run("noting Resolution 71 ("), run(") of PP")
LINK = "<w:hyperlink w:anchor='a'>{}</w:hyperlink>"
CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOOKMARK = '<w:bookmarkStart w:id="7" w:name="here"/>{}<w:bookmarkEnd w:id="7"/>'


@pytest.fixture(scope="module")
def linter(registry: Registry) -> Linter:
    return Linter(Basis(Settings(as_of="2024-10-15", unsafe_fixes=True), load_plugins(), registry))


def mended(linter: Linter, *inside: str) -> bytes:
    """The file of a paragraph after all was mended; rejecting that gives back what it was, in both views."""
    data = word_file(paragraph(*inside), footnotes=footnotes(paragraph(run("A note."))))
    done = mend(linter, data, "draft.docx")
    assert done.new_result.errors == ()
    back = read_word(without(done.new_data, "reslint"), "draft.docx")
    for name in ViewName:
        assert View(back, name).text == View(read_word(data, "draft.docx"), name).text
    assert empty_wrappers(done.new_data) == []
    return done.new_data


def shown(data: bytes) -> str:
    return markup(read_word(data, "draft.docx").stories[0].paragraphs[0])


WHOLE = f"noting Resolution 71 ([-{OLD}-]{{+{NEW}+}}) of PP"
WHOLES = {
    "one run": (run(f"noting Resolution 71 ({OLD}) of PP"),),
    "a run of its own": (BEFORE, run(OLD), AFTER),
    "a run a word": (BEFORE, run("Rev. "), run("Dubai"), run(", "), run("2018"), AFTER),
    "words that are cut": (run("noting Resolution 71 (Re"), run("v. Du"), run("bai, 20"), run("18) of PP")),
    "runs of several looks": (BEFORE, run("Rev. "), run("Dubai", ITALIC), run(", 2018", BOLD), AFTER),
    "a link": (BEFORE, LINK.format(run("Rev. Dubai") + run(", 2018")), AFTER),
    "a content control": (BEFORE, CONTROL.format(run(OLD)), AFTER),
    "a bookmark within": (BEFORE, run("Rev. "), BOOKMARK.format(run("Dubai")), run(", 2018"), AFTER),
    "a spelling error within": (
        BEFORE,
        run("Rev. "),
        '<w:proofErr w:type="spellStart"/>',
        run("Dubai"),
        '<w:proofErr w:type="spellEnd"/>',
        run(", 2018"),
        AFTER,
    ),
}


@pytest.mark.parametrize("name", WHOLES)
def test_an_edition_goes_and_comes_as_a_whole(linter: Linter, name: str) -> None:
    data = mended(linter, *WHOLES[name])
    assert shown(data) == WHOLE
    assert len(re.findall(r'<w:ins [^>]*w:author="reslint"', text_of(data))) == 1


def text_of(data: bytes) -> str:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


OTHERS = {
    "a mark that is missing": (
        (run("noting Resolution 71 (Dubai, 2018) of PP"),),
        f"noting Resolution 71 ([-Dubai, 2018-]{{+{NEW}+}}) of PP",
    ),
    "a comma that is missing": (
        (run("noting Resolution 71 (Rev. Dubai 2018) of PP"),),
        f"noting Resolution 71 ([-Rev. Dubai 2018-]{{+{NEW}+}}) of PP",
    ),
    "a place that is misspelt, too": (
        (run("noting Resolution 71 (Rev. Dubay, 2018) of PP"),),
        f"noting Resolution 71 ([-Rev. Dubay, 2018-]{{+{NEW}+}}) of PP",
    ),
    "the number tells the edition": (
        (run("noting Resolution ITU-R 61-2 (Sharm el-Sheikh, 2019)"),),
        "noting Resolution ITU-R [-61-2 (Sharm el-Sheikh, 2019)-]{+61-3 (Dubai, 2023)+}",
    ),
    "two of them": (
        (run("noting Resolution 71 (Rev. Dubai, 2018) of PP and Resolution 102 (Rev. Dubai, 2018) of PP"),),
        f"noting Resolution 71 ([-{OLD}-]{{+{NEW}+}}) of PP and Resolution 102 ([-{OLD}-]{{+{NEW}+}}) of PP",
    ),
    "a name": (
        (run("noting Resolution 71 (Rev. Buchrest, 2022) of PP"),),
        "noting Resolution 71 (Rev. [-Buchrest-]{+Bucharest+}, 2022) of PP",
    ),
    "a name of two words": (
        (run("noting Resolution ITU-R 61-2 (Sharm al-Sheik, 2019) and Resolution ITU-R 61-3 (Dubai, 2023)"),),
        "noting Resolution ITU-R [-61-2 (Sharm al-Sheik, 2019)-]{+61-3 (Dubai, 2023)+} "
        "and Resolution ITU-R 61-3 (Dubai, 2023)",
    ),
    "somebody brought it in": (
        (run("noting Resolution 71 "), inserted(f"({OLD})", "ATU"), run(" of PP")),
        f"noting Resolution 71 {{+([-{OLD}-]{NEW})+}} of PP",
    ),
    "somebody brought a part in": (
        (run("noting Resolution 71 (Rev. "), inserted("Dubai, 2018", "ATU"), AFTER),
        "noting Resolution 71 (Rev. {+[-Dubai, 2018-]Bucharest, 2022+}) of PP",
    ),
    "two brought a part in": (
        (run("noting Resolution 71 (Rev. "), inserted("Dubai", "ATU"), inserted(", 2018", "CEPT"), AFTER),
        "noting Resolution 71 (Rev. {+[-Dubai, 2018-]Bucharest, 2022+}) of PP",
    ),
    "something was deleted within": (
        (run("noting Resolution 71 (Rev. Dubai"), deleted(" and"), run(", 2018) of PP")),
        f"noting Resolution 71 ([-Rev. Dubai and, 2018-]{{+{NEW}+}}) of PP",
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_changes_is_together(linter: Linter, name: str) -> None:
    inside, expected = OTHERS[name]
    assert shown(mended(linter, *inside)) == expected


def test_labels_are_each_for_themselves(linter: Linter) -> None:
    data = word_file(
        paragraph(run("recalling")),
        *(paragraph(run(f"{label}\tthe words of this item;")) for label in ("a)", "c)", "d)")),
        paragraph(run("e)\tthe last ones,")),
    )
    done = mend(linter, data, "draft.docx").new_data
    assert [markup(one) for one in read_word(done, "a.docx").stories[0].paragraphs][1:4] == [
        "a)\tthe words of this item;",
        "[-c-]{+b+})\tthe words of this item;",
        "[-d-]{+c+})\tthe words of this item;",
    ]


def test_new_words_look_like_those_they_replace(linter: Linter) -> None:
    """Each run of the edition gives its look to the words that come for its own."""
    inside = (BEFORE, run("Rev. "), run("Dubai", ITALIC), run(", "), run("2018", BOLD), AFTER)
    text = text_of(mended(linter, *inside))
    (new,) = re.findall(r'<w:ins [^>]*w:author="reslint"[^>]*>(.*?)</w:ins>', text)
    looks = re.findall(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t[^>]*>(.*?)</w:t></w:r>", new)
    assert looks == [("", "Rev. "), (ITALIC, "Bucharest"), ("", ", "), (BOLD, "2022")]


def test_words_of_a_link_stay_in_it(linter: Linter) -> None:
    text = text_of(mended(linter, BEFORE, LINK.format(run("Rev. Dubai")), run(", 2018"), AFTER))
    link = re.search(r"<w:hyperlink.*?</w:hyperlink>", text)
    assert link is not None
    assert "Rev. Bucharest" in link[0]
    assert "2022" not in link[0]


def test_what_cannot_go_as_a_whole_goes_as_far_as_it_can(linter: Linter) -> None:
    """A field, or the mark of a note, stands within the edition and beside the words that change."""
    data = mended(linter, BEFORE, run("Rev. Dubai"), footnote_mark(1), run(", 2018"), AFTER)
    assert shown(data) == "noting Resolution 71 (Rev. [-Dubai-]{+Bucharest+}[^1], [-2018-]{+2022+}) of PP"
    data = mended(linter, BEFORE, field("Rev. "), run("Dubai, 2018"), AFTER)
    assert shown(data) == "noting Resolution 71 (Rev. [-Dubai, 2018-]{+Bucharest, 2022+}) of PP"


def test_a_text_is_mended_as_before(linter: Linter) -> None:
    done = mend(linter, b"noting Resolution 71 (Rev. Dubai 2018) of PP\n", "draft.txt")
    assert done.new_data == b"noting Resolution 71 (Rev. Bucharest, 2022) of PP\n"


@pytest.mark.slow
def test_libreoffice_shows_one_deletion_and_one_insertion(office: Office, linter: Linter, tmp_path: Path) -> None:
    inside = [one for name in WHOLES if name not in ("a link", "a content control") for one in [WHOLES[name]]]
    for number, parts in enumerate(inside):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(mended(linter, *parts))
        assert office.redlines(path) == [("Delete", "reslint", OLD), ("Insert", "reslint", NEW)]
        assert office.texts(path, "final") == [f"noting Resolution 71 ({NEW}) of PP"]
        assert office.texts(path, "original") == [f"noting Resolution 71 ({OLD}) of PP"]


@pytest.mark.slow
def test_whoever_accepts_one_of_them_has_the_whole_new_edition(office: Office, linter: Linter, tmp_path: Path) -> None:
    words = f"noting Resolution 71 ({OLD}) of PP and Resolution 102 ({OLD}) of PP"
    path = tmp_path / "two.docx"
    path.write_bytes(mended(linter, run(words)))
    for first in (0, 2):
        kinds = [kind for kind, _, _ in office.redlines(path)[first : first + 2]]
        assert kinds == ["Delete", "Insert"]
    assert office.accepted(path, 0, 1) == [f"noting Resolution 71 ({NEW}) of PP and Resolution 102 ({OLD}) of PP"]
    assert office.accepted(path, 2, 3) == [f"noting Resolution 71 ({OLD}) of PP and Resolution 102 ({NEW}) of PP"]
