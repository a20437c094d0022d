"""One place that no program writes so, and that cannot be written into, costs what was to stand there and no more."""

from __future__ import annotations

import io
import zipfile
from itertools import zip_longest
from xml.etree import ElementTree

import pytest
from cases import BY, holding, table
from rejecting import without
from written import deleted, inserted, paragraph, run, word_file

from reslint.documents.model import ViewName
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.fixing.mending import mend
from reslint.fixing.word.commenting import with_comments
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

OLD = "noting Resolution 71 (Rev. Dubai, 2018)"
START, END = "noting Resolution 71 (Rev. ", ", 2018)"
FIRST = paragraph(run("recalling Resolution 102 (Rev. Dubai, 2018)"))
LAST = paragraph(run("considering Resolution 139 (Rev. Dubai, 2018)"))
ALTERNATIVES = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
MATHEMATICS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def words(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def forms(first: str, second: str = "") -> str:
    """The same content in two forms, of which the first is read."""
    return (
        f'<mc:AlternateContent {ALTERNATIVES}><mc:Choice Requires="a">{first}</mc:Choice>'
        f"<mc:Fallback>{second or first}</mc:Fallback></mc:AlternateContent>"
    )


def citing(inside: str) -> str:
    return paragraph(f"<w:r>{inside}</w:r>")


# Where words may be commented, and corrected too.
SOUND = {
    "a run in a run": citing(f"{words('noting ')}<w:r>{words(OLD[7:])}</w:r>"),
    "half of them in a run in a run": citing(f"{words(START)}<w:r>{words('Dubai')}</w:r>{words(END)}"),
    "in a run in words": citing(f"<w:t>so <w:r>{words(OLD)}</w:r></w:t>"),
    "a paragraph in a run": citing(f"{words('so ')}{paragraph(run(OLD))}{words('then')}"),
    "an unknown element around them": paragraph(f'<x:y xmlns:x="urn:x">{run(OLD)}</x:y>'),
    "an unknown element in an insertion": paragraph(
        f'<w:ins {BY.format(7)}>{run("so ")}<x:y xmlns:x="urn:x">{run(f"{OLD} then")}</x:y>{run(".")}</w:ins>'
    ),
    "an insertion in an insertion": paragraph(f"<w:ins {BY.format(7)}>{inserted(OLD, 'B')}</w:ins>"),
    "a link in a run": citing(f"<w:hyperlink>{run(OLD)}</w:hyperlink>"),
    "words said as deleted that are not": citing(f"<w:delText>{OLD}</w:delText>"),
    "a comment of XML": citing(f"<w:t>{START}<!-- so -->Dubai{END}</w:t>"),
    "an instruction": citing(f"<?so so?>{words(OLD)}"),
    "raw characters": citing(f"<w:t><![CDATA[{OLD}]]></w:t>"),
    "properties twice": citing(f"<w:rPr><w:b/></w:rPr><w:rPr><w:i/></w:rPr>{words(OLD)}"),
    "properties behind them": citing(f"{words(OLD)}<w:rPr><w:i/></w:rPr>"),
    "in an element of nobody's": paragraph(run("so "), holding(paragraph(run(OLD))), run(" then")),
    "in a box in two forms": citing(
        forms(f"<w:drawing><w:txbxContent>{paragraph(run(OLD))}</w:txbxContent></w:drawing>")
    ),
    "beside a deletion in the run": citing(f"{words(START)}<w:del {BY.format(7)}>{words('Geneva')}</w:del>"
                                           f"{words(f'Dubai{END}')}"),
    "a body in the body": f"<w:body>{paragraph(run('so'))}{paragraph(run(OLD))}</w:body>",
    "a body in a paragraph": paragraph(run("so "), f"<w:body>{run(OLD)}</w:body>", run(" then")),
    "behind a body in what was moved away": paragraph(
        f"<w:moveFrom {BY.format(7)}><w:body><w:body><w:body>{run('so ')}</w:body></w:body></w:body></w:moveFrom>",
        run(OLD),
    ),
    "behind a header of paragraphs in a run": citing(f"<w:hdr>{paragraph(run('so'))}</w:hdr>{words(OLD)}"),
    "a note in a cell": table(f'<w:tr><w:tc><w:footnote w:id="3">{paragraph(run(OLD))}</w:footnote></w:tc></w:tr>'),
    "a body in a box": citing(f"<w:txbxContent><w:body>{paragraph(run(OLD))}</w:body></w:txbxContent>"),
}  # fmt: skip
# Where a comment can stand, and no correction: the reader sees one of two forms, or a word in a word.
FORMS = "the words stand in the file in several forms"
NONE = "the words stand where Word writes none"
COMMENTED = {
    "two forms in a run": (citing(forms(words(OLD))), FORMS),
    "half of them in two forms": (citing(f"{words(START)}{forms(words('Dubai'))}{words(END)}"), FORMS),
    "two forms in two forms": (citing(forms(forms(words(OLD)))), FORMS),
    "two forms in the second of two": (citing(forms(words(OLD), forms(words("other")))), FORMS),
    "two forms in an insertion": (
        paragraph(f"<w:ins {BY.format(7)}><w:r>{forms(words(OLD))}</w:r></w:ins>"),
        FORMS,
    ),
    "two forms of a run": (paragraph(forms(run(OLD))), FORMS),
    "two forms of a piece of it": (paragraph(run(START), forms(run("Dubai")), run(END)), FORMS),
    "two forms of a paragraph": (forms(paragraph(run(OLD))), FORMS),
    "two forms of a table": (forms(table(f"<w:tr><w:tc>{paragraph(run(OLD))}</w:tc></w:tr>")), FORMS),
    "words in words": (citing(f"<w:t>so <w:t>{OLD}</w:t> then</w:t>"), NONE),
    "a tab in words": (citing(f"<w:t>so <w:tab/>{OLD}</w:t>"), NONE),
    "an insertion in a run": (citing(f"<w:ins {BY.format(7)}>{words(OLD)}</w:ins>"), NONE),
    "half an insertion in a run": (
        citing(f"{words(START)}<w:ins {BY.format(7)}>{words('Dubai')}</w:ins>{words(END)}"),
        NONE,
    ),
    "an unknown element in a run": (citing(f'<x:y xmlns:x="urn:x">{words(OLD)}</x:y>'), NONE),
    "a field in a run": (citing(f'<w:smartTag>{words(OLD)}</w:smartTag>'), NONE),
    "a picture of words": (citing(f"<w:drawing>{words(OLD)}</w:drawing>"), NONE),
    "signs of a formula": (citing(f"{words('so ')}<m:t {MATHEMATICS}>{OLD}</m:t>"), NONE),
    "half of them signs of a formula": (citing(f"{words(START)}<m:t {MATHEMATICS}>Dubai</m:t>{words(END)}"), NONE),
    "words in the properties of a run": (citing(f'<w:rPr><w:strike w:val="0"/>{words(OLD)}</w:rPr>'), NONE),
    "runs in the properties of a paragraph": (f"<w:p><w:pPr>{run(OLD)}</w:pPr></w:p>", NONE),
    "runs in a number": (
        f'<w:p><w:pPr><w:numPr><w:numId w:val="1">{run(OLD)}</w:numId></w:numPr></w:pPr></w:p>',
        NONE,
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def linter(registry: Registry) -> Linter:
    return Linter(Basis(Settings(as_of="2024-10-15", unsafe_fixes=True), load_plugins(), registry))


def well_formed(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))


def is_commented(linter: Linter, data: bytes) -> None:
    """Every finding has a comment, and no second one at the next run."""
    result = linter.check(data, "draft.docx")
    written, said = with_comments(data, result)
    assert said == []
    well_formed(written)
    ours = [one for one in read_word(written, "draft.docx").comments if one.author == "reslint"]
    assert len(ours) == len(result.findings) >= 3
    assert with_comments(written, linter.check(written, "draft.docx")) == (written, [])


@pytest.mark.parametrize("name", SOUND)
def test_places_that_can_be_written_into(linter: Linter, name: str) -> None:
    data = word_file(FIRST, SOUND[name], LAST)
    is_commented(linter, data)
    mended = mend(linter, data, "draft.docx")
    assert mended.new_result.errors == ()
    assert mended.new_result.notices == ()
    assert (mended.new_result.mended, mended.new_result.findings) == (3, ())
    well_formed(mended.new_data)
    rejected = View(read_word(without(mended.new_data, "reslint"), "draft.docx"), ViewName.FINAL)
    assert rejected.text == mended.text


@pytest.mark.parametrize("name", COMMENTED)
def test_places_that_are_spared(linter: Linter, name: str) -> None:
    place, reason = COMMENTED[name]
    data = word_file(FIRST, place, LAST)
    is_commented(linter, data)
    mended = mend(linter, data, "draft.docx")
    assert mended.new_result.errors == ()
    assert mended.new_result.mended == 2
    (left,) = mended.new_result.findings
    assert left.place.name.startswith("¶ 2")
    assert left.fix is None
    assert left.refused.startswith(reason)
    (notice,) = mended.new_result.notices
    assert notice.startswith(f"draft.docx: ¶ 2: outdated-edition is not mended: {reason}")
    assert "report" not in notice
    lines = mended.new_text.splitlines()
    assert lines[0] == "recalling Resolution 102 (Rev. Bucharest, 2022)"
    assert "considering Resolution 139 (Rev. Bucharest, 2022)" in lines
    well_formed(mended.new_data)


def test_many_of_them_cost_themselves_only(linter: Linter) -> None:
    strange = [place for place, _ in COMMENTED.values()]
    sound = list(SOUND.values())
    data = word_file(FIRST, *(one for pair in zip_longest(strange, sound, fillvalue="") for one in pair), LAST)
    result = linter.check(data, "draft.docx")
    written, said = with_comments(data, result)
    ours = [one for one in read_word(written, "draft.docx").comments if one.author == "reslint"]
    assert len(ours) + len(said) == len(result.findings)
    assert len(ours) >= len(sound) + 2
    mended = mend(linter, data, "draft.docx")
    assert mended.new_result.errors == ()
    assert mended.new_result.mended == len(sound) + 2
    assert all("report" not in line for line in (*said, *mended.new_result.notices))


def test_what_nothing_can_be_written_into_is_said(linter: Linter) -> None:
    data = word_file(paragraph(deleted("so")), COMMENTED["words in words"][0])
    mended = mend(linter, data, "draft.docx")
    assert mended.new_data == data
    assert mended.new_result.errors == ()
    (notice,) = mended.new_result.notices
    assert notice.endswith(f"{NONE}, and nothing can be written there; open the file with Word and save it again")
