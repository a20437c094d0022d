"""What a Word file repeats is not parsed again, which nobody can tell from what is read of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from random import Random

import pytest
from building import build
from written import deleted, inserted, paragraph, run, word_file

from reslint.documents.model import Document, Provenance
from reslint.documents.word.reader import read_word
from reslint.documents.word.repeated import LONGEST, MOST, Repeated
from reslint.errors import ReslintError

FONT = '<w:rFonts w:ascii="Calibri"/><w:lang w:val="en-GB"/>'
OTHER = '<w:lang w:val="fr-FR"/>'


def whole(_: Repeated, chunks: Iterable[bytes | memoryview]) -> Iterable[bytes]:
    return map(bytes, chunks)


def read(data: bytes) -> Document | str:
    try:
        return read_word(data, "a.docx")
    except ReslintError as error:
        return str(error)


def read_whole(data: bytes) -> Document | str:
    """What is read where all is parsed."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Repeated, "spared", whole)
        return read(data)


def spared(xml: str, known: Iterable[str] = (), size: int = 1 << 20) -> str:
    data = xml.encode()
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(Repeated("w:rPr", {*known}).spared(chunks)).decode()


def test_all_but_the_first_of_the_same_are_spared() -> None:
    xml = "<a><w:rPr><w:b/></w:rPr>so<w:rPr><w:i/></w:rPr><w:rPr><w:b/></w:rPr>then<w:rPr><w:b/></w:rPr></a>"
    left = spared(xml)
    assert len(left) == len(xml)
    assert re.sub("<!-- *-->", "", left) == "<a><w:rPr><w:b/></w:rPr>so<w:rPr><w:i/></w:rPr>then</a>"
    assert re.sub("<!-- *-->", "", spared(xml, size=len(xml) // 2)).count("<w:b/>") in (1, 2)


@pytest.mark.parametrize(
    "held",
    [
        '<w:ins w:id="1"/>',
        "<w:b/>words",
        "<w:b></w:b>",
        "<w:b\n/>",
        "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>",
        '<x:b xmlns:x="urn:x"/>',
        '<w:b w:val="é"/>',
        "<?so?>",
    ],
)
def test_what_says_more_is_parsed_each_time(held: str) -> None:
    xml = f"<a><w:rPr>{held}</w:rPr><w:rPr>{held}</w:rPr></a>"
    assert spared(xml, ["w:ins"]) == xml


def test_what_stands_in_another_is_parsed_each_time() -> None:
    xml = "<w:rPr><w:b/></w:rPr><w:rPr><w:i/><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>"
    assert spared(xml) == xml


def test_words_stand_where_they_stood() -> None:
    font = f"<w:rPr>{FONT}</w:rPr>"
    data = word_file(
        paragraph(run("so ", FONT), inserted("then ", properties=FONT), deleted("now ", properties=FONT)),
        f"<w:p><w:pPr>{font}</w:pPr>{run('a', OTHER)}{run('b', OTHER)}{run('c', FONT)}</w:p>",
        f'<w:p><w:pPr><w:rPr><w:ins w:id="7" w:author="A"/></w:rPr></w:pPr>{run("d", FONT)}</w:p>',
        f'<w:p><w:pPr><w:rPr><w:ins w:id="7" w:author="A"/></w:rPr></w:pPr>{run("e", FONT)}</w:p>',
    )
    document = read(data)
    assert document == read_whole(data)
    assert isinstance(document, Document)
    assert [one.mark for one in document.stories[0].paragraphs[-2:]] == [Provenance.INSERTED] * 2


@pytest.mark.parametrize(
    "words",
    [
        f"<w:t><![CDATA[<w:rPr>{FONT}</w:rPr>]]></w:t>",
        f"<w:t>a<!-- <w:rPr>{FONT}</w:rPr> -->b</w:t>",
        f"<w:t>a<?so <w:rPr>{FONT}</w:rPr> ?>b</w:t>",
        f"<w:t>a<w:rPr>{FONT}</w:rPr>b</w:t>",
        f'<w:t w:so="<w:rPr>{FONT}</w:rPr>">ab</w:t>',
        f"<w:t>a</w:t><w:rPr>{FONT}<w:rPrChange><w:rPr>{FONT}</w:rPr></w:rPrChange><w:tab/></w:rPr><w:t>b</w:t>",
    ],
)
def test_strange_places_of_what_was_met_before(words: str) -> None:
    data = word_file(paragraph(run("so ", FONT)), paragraph(run("so ", FONT), f"<w:r>{words}</w:r>"))
    assert read(data) == read_whole(data)


def test_damage_is_told_where_it_is() -> None:
    for damage in ("</w:r>", "<w:t a='1' a='2'/>", f"<w:rPr>{FONT}</w:r>"):
        data = word_file(*[paragraph(run("so ", FONT), run("then", FONT))] * 3, f"\n<w:p>{damage}</w:p>")
        told = read(data)
        assert isinstance(told, str)
        assert "is damaged at line 2" in told
        assert told == read_whole(data)


def test_random_files_are_read_as_when_all_is_parsed() -> None:
    random = Random(5)
    for seed in random.sample(range(100_000), 150):
        data = build(seed).data
        assert read(data) == read_whole(data), seed


def test_so_many_are_known_again_and_no_more() -> None:
    many = [f'<w:rPr><w:sz w:val="{number}"/></w:rPr>' for number in range(MOST + 1)]
    left = spared("".join(many) + many[-2] + many[-1])
    assert left.endswith(many[-1])
    assert many[-2] not in left[-len(many[-2]) - len(many[-1]) :]
    long = f'<w:rPr><w:lang w:val="{"a" * LONGEST}"/></w:rPr>'
    assert spared(2 * long) == 2 * long
