"""Comments speak the language of whoever reads the paragraph that they stand at."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from written import paragraph, run, word_file

import reslint

ENGLISH = "recalling Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference;"
FRENCH = "rappelant la Résolution 71 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires;"
SPANISH = "recordando la Resolución 71 (Rev. Dubái, 2018) de la Conferencia de Plenipotenciarios;"


def comments(data: bytes, **asked: str) -> list[str]:
    """What the comments of a file say, first line of each."""
    done = reslint.comment(data, "a.docx", as_of="PP-22", **asked)
    assert done.result.errors == ()
    return re.findall(r"<w:annotationRef/></w:r><w:r>.*?<w:t[^>]*>([^<]*)<", part(done.data))


def part(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as package:
        return package.read("word/comments.xml").decode()


def test_comments_speak_the_language_of_their_paragraph() -> None:
    data = word_file(*(paragraph(run(text)) for text in (ENGLISH, FRENCH, SPANISH)))
    assert comments(data) == [
        "Write: Rev. Bucharest, 2022",
        "Écrire: Rév. Bucarest, 2022",
        "Escribir: Rev. Bucarest, 2022",
    ]
    assert {line.split(":")[0] for line in comments(data, language="fr")} == {"Écrire"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("напоминая Резолюцию 71 (Пересм. Дубай, 2018 г.) Полномочной конференции,", "Написать: Пересм. Бухарест"),
        ("忆及全权代表大会第71号决议（2018年，迪拜，修订版），", "请写：2022年，布加勒斯特，修订版"),
        ("إذ يذكّر بالقرار 71 (المراجَع في دبي، 2018) لمؤتمر المندوبين المفوضين،", "اكتب: "),
    ],
)
def test_a_comment_on_a_text_in_another_script_is_in_its_language(text: str, first: str) -> None:
    (told,) = comments(word_file(paragraph(run(text))))
    assert told.startswith(first)


def test_where_a_paragraph_cites_nothing_the_rest_of_the_draft_tells_the_language() -> None:
    lines = (FRENCH, "considérant", "a)\tle rapport;", "a)\tles besoins,")
    data = word_file(*(paragraph(run(text)) for text in lines))
    assert comments(data) == ["Écrire: Rév. Bucarest, 2022", "Écrire: b)"]


def test_a_comment_in_another_language_takes_the_place_of_that_of_an_earlier_run() -> None:
    data = word_file(paragraph(run(FRENCH)))
    english = reslint.comment(data, "a.docx", as_of="PP-22", language="en").data
    again = reslint.comment(english, "a.docx", as_of="PP-22").data
    assert "Écrire: Rév. Bucarest, 2022" in part(again)
    assert "Write:" not in part(again)
    assert reslint.comment(again, "a.docx", as_of="PP-22").data == again


def test_an_arabic_comment_runs_from_right_to_left_with_english_below() -> None:
    done = part(reslint.comment(word_file(paragraph(run(ENGLISH))), "a.docx", as_of="PP-22", language="ar").data)
    lines = re.findall(r"<w:p>(.*?)</w:p>", done)
    turned = [line for line in lines if "<w:bidi/>" in line]
    assert [("<w:rtl/>" in line) for line in lines] == [line in turned for line in lines]
    assert "اكتب: \u2068Rev. Bucharest, 2022\u2069" in lines[0]
    plain = [line for line in lines if line not in turned]
    assert "Write: Rev. Bucharest, 2022" in plain[0]
    assert "PP Resolution 71 was revised since." in plain[1]


def check(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "reslint", "check", "--as-of", "PP-22", *arguments]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 1, ran.stderr


def test_a_folder_gets_comments_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.docx").write_bytes(word_file(paragraph(run(ENGLISH))))
    check(tmp_path, "--comments", "--output-dir", "out", "--lang", "es", "in")
    assert "Escribir: Rev. Bucharest, 2022" in part((tmp_path / "out" / "a.docx").read_bytes())
    check(tmp_path, "in/a.docx", "--comments", "one.docx", "--lang", "fr")
    assert "Écrire: Rev. Bucharest, 2022" in part((tmp_path / "one.docx").read_bytes())
