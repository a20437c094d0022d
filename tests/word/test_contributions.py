"""A contribution in each language is checked, commented and mended as an English one is, in its own words."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from office import Office
from rejecting import without
from test_written_files import agrees
from translated import DELEGATION, LANGUAGES, contribution
from written import renamed

import reslint
from reslint.documents.model import ViewName
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.fixing.mending import Mended, mend
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

SIX = Path(__file__).parents[1] / "data/word/09-six-languages.docx"
DAY = "2023-12-31"
# What is wrong in every one of them, and what it says when it is mended. The Spanish one cites other texts, since
# nobody has read how Spanish writes Bucharest.
MENDED = {
    "fr": [
        ("Bucarset, 2022", "Bucarest, 2022"),
        ("102 (Rév. Dubaï, 2018)", "102 (Rév. Bucarest, 2022)"),
        ("70 (Rév. Dubaï, 2018)", "70 (Rév. Bucarest, 2022)"),
        ("(modifiée en 2016)", "(modifiée en 2019)"),
        ("(Rév. Busan, 2014)", "(Rév. Bucarest, 2022)"),
    ],
    "es": [
        ("Dubéi, 2018", "Dubái, 2018"),
        ("41 (Rev. Busán, 2014)", "41 (Rev. Dubái, 2018)"),
        ("180 (Rev. Busán, 2014)", "180 (Rev. Dubái, 2018)"),
        ("(modificada en 2016)", "(modificada en 2019)"),
        ("(Rev. Guadalajara, 2010)", "(Rev. Dubái, 2018)"),
    ],
    "ru": [
        ("Бухарст, 2022 г.", "Бухарест, 2022 г."),
        ("102 (Пересм. Дубай, 2018 г.)", "102 (Пересм. Бухарест, 2022 г.)"),
        ("70 (Пересм. Дубай, 2018 г.)", "70 (Пересм. Бухарест, 2022 г.)"),
        ("(измененную в 2016 г.)", "(измененную в 2019 г.)"),
        ("(Пересм. Пусан, 2014 г.)", "(Пересм. Бухарест, 2022 г.)"),
    ],
    "zh": [
        ("2022年，布加勒斯持", "2022年，布加勒斯特"),
        ("102号决议（2018年，迪拜", "102号决议（2022年，布加勒斯特"),
        ("70号决议（2018年，迪拜", "70号决议（2022年，布加勒斯特"),
        ("（2016年，修正）", "（2019年，修正）"),
        ("（2014年，釜山，修订版）", "（2022年，布加勒斯特，修订版）"),
    ],
    "ar": [
        ("بوخاريست، 2022", "بوخارست، 2022"),
        ("102 (المراجَع في دبي، 2018)", "102 (المراجَع في بوخارست، 2022)"),
        ("70 (المراجَع في دبي، 2018)", "70 (المراجَع في بوخارست، 2022)"),
        ("(المعدَّل في 2016)", "(المعدَّل في 2019)"),
        ("(المراجَع في بوسان، 2014)", "(المراجَع في بوخارست، 2022)"),
    ],
}
WRITE = {"fr": "Écrire: ", "es": "Escribir: ", "ru": "Написать: ", "zh": "请写：", "ar": "اكتب: "}


@pytest.fixture(scope="module")
def linter(registry: Registry) -> Linter:
    return Linter(Basis(Settings(as_of=DAY, unsafe_fixes=True), load_plugins(), registry))


def final(data: bytes) -> str:
    return View(read_word(data, "draft.docx"), ViewName.FINAL).text


def mended(linter: Linter, data: bytes) -> Mended:
    done = mend(linter, data, "draft.docx")
    assert done.new_result.errors == ()
    return done


def comments(data: bytes) -> list[str]:
    """What the comments of a file say, first line of each."""
    done = reslint.comment(data, "a.docx", as_of=DAY)
    assert done.result.errors == ()
    with ZipFile(BytesIO(done.data)) as package:
        part = package.read("word/comments.xml").decode()
    return re.findall(r"<w:annotationRef/></w:r><w:r>.*?<w:t[^>]*>([^<]*)<", part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_mended_in_its_own_words_as_tracked_changes(linter: Linter, language: str) -> None:
    data = contribution(language)
    text = final(data)
    done = mended(linter, data)
    right = text
    for old, new in MENDED[language]:
        assert right.count(old) == 1, old
        right = right.replace(old, new)
    assert final(done.new_data) == right
    assert done.new_result.findings == ()
    assert final(without(done.new_data, "reslint")) == text
    assert DELEGATION.encode() in ZipFile(BytesIO(done.new_data)).read("word/document.xml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_comments_say_in_its_language_what_to_write(language: str) -> None:
    said = comments(contribution(language))
    assert len(said) == len(MENDED[language])
    assert [line for line in said if not line.startswith(WRITE[language])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_to_keep_the_words_is_said_in_its_language(language: str) -> None:
    with ZipFile(BytesIO(reslint.comment(contribution(language), "a.docx", as_of=DAY).data)) as package:
        part = package.read("word/comments.xml").decode()
    assert "reslint: ignore[outdated-edition]" in part
    assert "a comment that says" not in part


def test_each_line_of_a_draft_in_five_languages_is_mended_in_its_own(linter: Linter) -> None:
    data = SIX.read_bytes()
    outdated = data
    for now, before in (
        ("Bucarest, 2022", "Dubaï, 2018"),
        ("Бухарест, 2022", "Дубай, 2018"),
        ("2022年，布加勒斯特", "2018年，迪拜"),
        ("بوخارست، 2022", "دبي، 2018"),
    ):
        outdated = renamed(outdated, now, before)
    # Nobody has read how Spanish writes Bucharest, and so the place that French writes so is all that is mended there.
    right = final(data).replace("(Rev. Bucarest, 2022)", "(Rev. Dubái, 2018)")
    assert final(mended(linter, outdated).new_data) == right
    said = comments(outdated)
    for language, line in zip(("fr", "ru", "es", "zh", "ar"), said, strict=True):
        assert line.startswith(WRITE[language]), line


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_office_reads_it_before_and_after(office: Office, linter: Linter, tmp_path: Path, language: str) -> None:
    data = contribution(language)
    agrees(office, data, tmp_path / "input.docx")
    agrees(office, mended(linter, data).new_data, tmp_path / "mended.docx")
    commented = tmp_path / "commented.docx"
    commented.write_bytes(reslint.comment(data, "a.docx", as_of=DAY).data)
    assert len(office.comments(commented)) == len(MENDED[language])
