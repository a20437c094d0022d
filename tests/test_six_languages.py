"""Drafts in Russian, Chinese and Arabic are read, judged and mended as English ones are, in their own words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Registry
from reslint.structure import read_structure

Draft = Callable[..., Path]
Reslint = Callable[..., Any]

MENDED = [
    ("ru", "STA001", "Резолюцию 71 (Пересм. Дубай, 2018 г.)", "Резолюцию 71 (Пересм. Бухарест, 2022 г.)"),
    ("ru", "FRM003", "Резолюции 71 (Бухарест, 2022 г.)", "Резолюции 71 (Пересм. Бухарест, 2022 г.)"),
    ("ru", "FRM001", "Резолюции 71 (Пересм. Бухарест 2022 г.)", "Резолюции 71 (Пересм. Бухарест, 2022 г.)"),
    ("ru", "SPL001", "Резолюции 71 (Пересм. Бухорест, 2022 г.)", "Резолюции 71 (Пересм. Бухарест, 2022 г.)"),
    ("ru", "SPL003", "Резолюции 130 (Пересм. Busan, 2014 г.)", "Резолюции 130 (Пересм. Пусан, 2014 г.)"),
    ("ru", "STA003", "Резолюции 1332 Совета (измененная в 2016 г.)", "Резолюции 1332 Совета (измененная в 2019 г.)"),
    ("ru", "STA001", "Резолюции МСЭ-R 61-2 (Шарм-эль-Шейх, 2019 г.)", "Резолюции МСЭ-R 61-3 (Дубай, 2023 г.)"),
    ("zh", "STA001", "第71号决议（2018年，迪拜，修订版）", "第71号决议（2022年，布加勒斯特，修订版）"),
    ("zh", "FRM003", "第71号决议（2022年，布加勒斯特）", "第71号决议（2022年，布加勒斯特，修订版）"),
    ("zh", "FRM003", "第214号决议（2022年，布加勒斯特，修订版）", "第214号决议（2022年，布加勒斯特）"),
    ("zh", "SPL001", "第71号决议（2022年，布加勒斯持，修订版）", "第71号决议（2022年，布加勒斯特，修订版）"),
    ("zh", "SPL003", "第130号决议（2014年，Busan，修订版）", "第130号决议（2014年，釜山，修订版）"),
    ("zh", "STA003", "理事会第1332号决议（2016年，修正）", "理事会第1332号决议（2019年，修正）"),
    ("zh", "STA001", "ITU-R第61-2号决议（2019年，沙姆沙伊赫）", "ITU-R第61-3号决议（2023年，迪拜）"),
    ("zh", "FRM002", "第71号决议（2022年，布加勒斯特，修订版 ）", "第71号决议（2022年，布加勒斯特，修订版）"),
    ("zh", "FRM002", "第71号决议（ 2022年，布加勒斯特，修订版）", "第71号决议（2022年，布加勒斯特，修订版）"),
    ("ru", "FRM002", "Резолюции 71 (Пересм. Бухарест,2022 г.)", "Резолюции 71 (Пересм. Бухарест, 2022 г.)"),
    ("ar", "FRM002", "القرار 71 (المراجَع في بوخارست،2022)", "القرار 71 (المراجَع في بوخارست، 2022)"),
    ("ar", "STA001", "بالقرار 71 (المراجَع في دبي، 2018)", "بالقرار 71 (المراجَع في بوخارست، 2022)"),
    ("ar", "FRM003", "القرار 71 (بوخارست، 2022)", "القرار 71 (المراجَع في بوخارست، 2022)"),
    ("ar", "FRM001", "القرار 71 (المراجَع في بوخارست 2022)", "القرار 71 (المراجَع في بوخارست، 2022)"),
    ("ar", "SPL001", "للقرار 71 (المراجَع في بوخاريست، 2022)", "للقرار 71 (المراجَع في بوخارست، 2022)"),
    ("ar", "SPL003", "والقرار 130 (المراجَع في Busan، 2014)", "والقرار 130 (المراجَع في بوسان، 2014)"),
    ("ar", "STA003", "قرار المجلس 1332 (المعدَّل في 2016)", "قرار المجلس 1332 (المعدَّل في 2019)"),
]


@pytest.mark.parametrize(("lang", "code", "wrong", "right"), MENDED)
def test_a_citation_is_found_and_mended_as_its_language_writes_it(
    reslint: Reslint, draft: Draft, lang: str, code: str, wrong: str, right: str
) -> None:
    path = draft("a.txt", f"{wrong}\n")
    day = ("--as-of", "2023-12-31")
    (cited,) = reslint("citations", *day, path, small=False).out.splitlines()
    assert json.loads(cited)["lang"] == lang
    ran = reslint("check", *day, "--select", code, "--output-format", "jsonl", path, small=False)
    assert [json.loads(line)["code"] for line in ran.out.splitlines()] == [code]
    reslint("check", *day, "--select", code, "--fix", "--unsafe-fixes", path, small=False)
    assert path.read_text("utf-8") == f"{right}\n"


RESOLUTIONS = {
    "ru": """РЕЗОЛЮЦИЯ 75 (Пересм. Женева, 2022 г.)

Открытые испытательные сети

(Йоханнесбург, 2008 г.; Дубай, 2012 г.; Женева, 2022 г.)

Всемирная ассамблея по стандартизации электросвязи (Женева, 2022 г.),

напоминая

a)\tРезолюцию 71 (Пересм. Бухарест, 2022 г.) Полномочной конференции;

b)\tРезолюцию 44 настоящей Ассамблеи,

учитывая далее,

a)\tчто сети растут;

c)\tчто страны нуждаются в них,

решает поручить Директору

1\tоткрыть сети;

2\tпредставить отчет,
""",
    "zh": """第75号决议（2022年，日内瓦，修订版）

开放测试网络

（2008年，约翰内斯堡；2012年，迪拜；2022年，日内瓦）

世界电信标准化全会（2022年，日内瓦），

忆及

a)\t全权代表大会第71号决议（2022年，布加勒斯特，修订版）；

b)\t本届全会第44号决议，

还考虑到

a)\t网络在增长；

c)\t各国需要它们，

做出决议，责成主任

1\t开放网络；

2\t提出报告，
""",
    "ar": """القرار 75 (المراجَع في جنيف، 2022)

شبكات اختبار مفتوحة

(جوهانسبرغ، 2008؛ دبي، 2012؛ جنيف، 2022)

إن الجمعية العالمية لتقييس الاتصالات (جنيف، 2022)،

إذ تذكِّر

a)\tبالقرار 71 (المراجَع في بوخارست، 2022) لمؤتمر المندوبين المفوضين؛

b)\tبالقرار 44 لهذه الجمعية،

وإذ تضع في اعتبارها

a)\tأن الشبكات تنمو؛

c)\tأن البلدان تحتاج إليها،

تقرر أن تكلف المدير

(1\tبفتح الشبكات؛

(2\tبتقديم تقرير،
""",
}


@pytest.mark.parametrize("lang", RESOLUTIONS)
def test_a_resolution_is_read_with_its_head_its_clauses_and_its_lists(
    registry: Registry, reslint: Reslint, draft: Draft, lang: str
) -> None:
    text = RESOLUTIONS[lang]
    structure = read_structure(View(read_text(text.encode(), "a.txt")), registry.vocabulary)
    (heading,) = structure.headings
    assert None not in (heading.history, heading.adopting)
    assert [clause.kind.value for clause in structure.clauses] == ["preamble", "preamble", "operative"]
    assert [len(one.items) for one in structure.lists] == [2, 2, 2]
    path = draft("a.txt", text)
    read = [json.loads(line) for line in reslint("citations", path, small=False).out.splitlines()]
    assert [(one["body"], one["number"], one["role"]) for one in read] == [
        ("WTSA", "75", "heading"),
        ("PP", "71", "citation"),
        ("WTSA", "44", "citation"),
    ]
    day = ("--as-of", "2023-12-31")
    ran = reslint("check", *day, "--output-format", "jsonl", path, small=False)
    assert [(one["code"], one["excerpt"]) for one in map(json.loads, ran.out.splitlines())] == [("NUM002", "c)")]


def test_a_name_in_one_language_stands_for_a_citation_in_another(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "Всемирная ассамблея по стандартизации электросвязи (WTSA): Resolution 2 and Резолюция 7\n")
    read = [json.loads(line) for line in reslint("citations", path, small=False).out.splitlines()]
    assert [(one["lang"], one["body"], one["number"]) for one in read] == [("en", "WTSA", "2"), ("ru", "WTSA", "7")]


def test_no_inflected_name_is_called_misspelt(reslint: Reslint, draft: Draft) -> None:
    words = "учитывая Всемирные ассамблеи по стандартизации электросвязи и Резолюцию 71 (Пересм. Бухарест, 2022 г.)\n"
    ran = reslint("check", "--select", "SPL", "--output-format", "jsonl", draft("a.txt", words), small=False)
    assert ran.out == ""


def test_words_from_right_to_left_are_isolated_on_the_terminal(reslint: Reslint, draft: Draft) -> None:
    path = draft("a.txt", "القرار 71 (المراجَع في دبي، 2018) لمؤتمر المندوبين المفوضين\n")
    ran = reslint("check", "--as-of", "2023-12-31", "--select", "STA001", path, small=False)
    assert "\u2068القرار 71 (المراجَع في دبي، 2018) لمؤتمر المندوبين المفوضين\u2069" in ran.out
    assert "\u2068المراجَع في بوخارست، 2022\u2069" in ran.out
    english = draft("b.txt", "Resolution 71 (Rev. Dubai, 2018)\n")
    assert "\u2068" not in reslint("check", "--select", "STA001", english, small=False).out
