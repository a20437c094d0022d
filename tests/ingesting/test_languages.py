"""Official texts in any of the six languages teach a registry the same, and a title is kept with its language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reslint.ingesting.learning import Learnt
from reslint.registry import Registry
from reslint.registry.describing import describe
from reslint.registry.loading import parse
from reslint.registry.reading import read

Teach = Callable[..., Learnt]

# The same lines in each: a text of an assembly with its history, one of a Sector that counts its revisions, one of the
# Council, a list of what is in force with a number of a page, and a list of what is not.
TEXTS = {
    "en": """\
RESOLUTION 175 (Rev. Geneva, 2022)
Open test networks
(Johannesburg, 2008; Dubai, 2012; Hammamet, 2016; Geneva, 2022)
The World Telecommunication Standardization Assembly (Geneva, 2022),
considering
that Resolution 200 (Rev. Bucharest, 2022) of the Plenipotentiary Conference speaks of something else,

RESOLUTION ITU-R 161-3 (2012-2015-2019-2023)
Noise of the night sky
The ITU Radiocommunication Assembly,
considering
that the night is noisy,

RESOLUTION 1934 (C11, last amended C23)
Staff of test networks
The ITU Council,
resolves
to go on.

Table of contents
RESOLUTION 201 (Rev. Kigali, 2022) – Rules of test networks ........ 3
RESOLUTION 202 (Kigali, 2022) – Groups of test networks ........ 12

Resolutions abrogated by the Plenipotentiary Conference (Bucharest, 2022)
SUP Resolution 336
Resolution 311 (Rev. Dubai, 2018) – Fairs of test networks
""",
    "fr": """\
RÉSOLUTION 175 (Rév. Genève, 2022)
Réseaux d'essai ouverts
(Johannesburg, 2008; Dubaï, 2012; Hammamet, 2016; Genève, 2022)
L'Assemblée mondiale de normalisation des télécommunications (Genève, 2022),
considérant
que la Résolution 200 (Rév. Bucarest, 2022) de la Conférence de plénipotentiaires parle d'autre chose,

RÉSOLUTION UIT-R 161-3 (2012-2015-2019-2023)
Bruit du ciel nocturne
L'Assemblée des radiocommunications de l'UIT,
considérant
que la nuit est bruyante,

RÉSOLUTION 1934 (C11, dernière mod. C23)
Personnel des réseaux d'essai
Le Conseil de l'UIT,
décide
de continuer.

Table des matières
RÉSOLUTION 201 (Rév. Kigali, 2022) – Règles des réseaux d'essai ........ 3
RÉSOLUTION 202 (Kigali, 2022) – Groupes des réseaux d'essai ........ 12

Résolutions abrogées par la Conférence de plénipotentiaires (Bucarest, 2022)
SUP Résolution 336
Résolution 311 (Rév. Dubaï, 2018) – Salons des réseaux d'essai
""",
    "es": """\
RESOLUCIÓN 175 (Rev. Ginebra, 2022)
Redes de prueba abiertas
(Johannesburgo, 2008; Dubái, 2012; Hammamet, 2016; Ginebra, 2022)
La Asamblea Mundial de Normalización de las Telecomunicaciones (Ginebra, 2022),
considerando
que la Resolución 200 (Rev. Bucarest, 2022) de la Conferencia de Plenipotenciarios trata de otra cosa,

RESOLUCIÓN UIT-R 161-3 (2012-2015-2019-2023)
Ruido del cielo nocturno
La Asamblea de Radiocomunicaciones de la UIT,
considerando
que la noche es ruidosa,

RESOLUCIÓN 1934 (C11, última mod. C23)
Personal de las redes de prueba
El Consejo de la UIT,
resuelve
continuar.

Índice
RESOLUCIÓN 201 (Rev. Kigali, 2022) – Reglas de las redes de prueba ........ 3
RESOLUCIÓN 202 (Kigali, 2022) – Grupos de las redes de prueba ........ 12

Resoluciones derogadas por la Conferencia de Plenipotenciarios (Bucarest, 2022)
SUP Resolución 336
Resolución 311 (Rev. Dubái, 2018) – Ferias de las redes de prueba
""",
    "ru": """\
РЕЗОЛЮЦИЯ 175 (Пересм. Женева, 2022 г.)
Открытые испытательные сети
(Йоханнесбург, 2008 г.; Дубай, 2012 г.; Хаммамет, 2016 г.; Женева, 2022 г.)
Всемирная ассамблея по стандартизации электросвязи (Женева, 2022 г.),
учитывая,
что в Резолюции 200 (Пересм. Бухарест, 2022 г.) Полномочной конференции говорится о другом,

РЕЗОЛЮЦИЯ МСЭ-R 161-3 (2012-2015-2019-2023)
Шум ночного неба
Ассамблея радиосвязи МСЭ,
учитывая,
что ночью шумно,

РЕЗОЛЮЦИЯ 1934 (C11, последнее изм. C23)
Персонал испытательных сетей
Совет МСЭ,
решает
продолжать.

Содержание
РЕЗОЛЮЦИЯ 201 (Пересм. Кигали, 2022 г.) – Правила испытательных сетей ........ 3
РЕЗОЛЮЦИЯ 202 (Кигали, 2022 г.) – Группы испытательных сетей ........ 12

Резолюции, аннулированные Полномочной конференцией (Бухарест, 2022 г.)
SUP Резолюция 336
Резолюция 311 (Пересм. Дубай, 2018 г.) – Выставки испытательных сетей
""",
    "zh": """\
第175号决议（2022年，日内瓦，修订版）
开放测试网络
（2008年，约翰内斯堡；2012年，迪拜；2016年，哈马马特；2022年，日内瓦）
世界电信标准化全会（2022年，日内瓦），
考虑到
全权代表大会第200号决议（2022年，布加勒斯特，修订版）谈到别的事情，

ITU-R第161-3号决议（2012-2015-2019-2023年）
夜空的噪声
无线电通信全会，
考虑到
夜晚有噪声，

第1934号决议（C11，最后修正C23）
测试网络的职员
理事会，
做出决议
继续下去。

目录
第201号决议（2022年，基加利，修订版）– 测试网络的规则 ........ 3
第202号决议（2022年，基加利）– 测试网络的各组 ........ 12

全权代表大会（2022年，布加勒斯特）废止的决议
SUP 第336号决议
第311号决议（2018年，迪拜，修订版）– 测试网络的展览
""",
    "ar": """\
القرار 175 (المراجَع في جنيف، 2022)
شبكات اختبار مفتوحة
(جوهانسبرغ، 2008؛ دبي، 2012؛ الحمامات، 2016؛ جنيف، 2022)
إن الجمعية العالمية لتقييس الاتصالات (جنيف، 2022)،
إذ تضع في اعتبارها
أن القرار 200 (المراجَع في بوخارست، 2022) لمؤتمر المندوبين المفوضين يتحدث عن شيء آخر،

القرار ITU-R 161-3 (2012-2015-2019-2023)
ضوضاء سماء الليل
إن جمعية الاتصالات الراديوية،
إذ تضع في اعتبارها
أن الليل صاخب،

القرار 1934 (C11، آخر تعديل C23)
موظفو شبكات الاختبار
إن المجلس،
يقرر
الاستمرار.

جدول المحتويات
القرار 201 (المراجَع في كيغالي، 2022) – قواعد شبكات الاختبار ........ 3
القرار 202 (كيغالي، 2022) – أفرقة شبكات الاختبار ........ 12

القرارات التي ألغاها مؤتمر المندوبين المفوضين (بوخارست، 2022)
SUP القرار 336
القرار 311 (المراجَع في دبي، 2018) – معارض شبكات الاختبار
""",
}
# A file of short lines is taken for one that was filled to their width, so that paragraphs stand apart.
TEXTS = {lang: text.replace("\n", "\n\n") for lang, text in TEXTS.items()}
TITLES = ("title", "title_of", "foreign_titles")


def records(learnt: Learnt) -> dict[str, Any]:
    found = read(learnt.after, "registry").data["resolutions"]
    assert isinstance(found, dict)
    return found


def without_titles(found: dict[str, Any]) -> dict[str, Any]:
    return {key: {name: value for name, value in record.items() if name not in TITLES} for key, record in found.items()}


@pytest.mark.parametrize("lang", [lang for lang in TEXTS if lang != "en"])
def test_a_text_in_another_language_teaches_the_same(empty: bytes, teach: Teach, lang: str) -> None:
    english = teach(empty, {"a.txt": TEXTS["en"]})
    learnt = teach(empty, {"a.txt": TEXTS[lang]})
    assert learnt.doubts == english.doubts == ()
    ours, theirs = records(learnt), records(english)
    assert without_titles(ours) == without_titles(theirs)
    line_of = dict(zip(TEXTS["en"].splitlines(), TEXTS[lang].splitlines(), strict=True))
    for key, record in theirs.items():
        if "title" in record:
            (line,) = (line for line in line_of if record["title"] in line)
            assert ours[key]["foreign_titles"][lang][record["title_of"]] in line_of[line]
            assert "title" not in ours[key]


def test_titles_in_several_languages_stand_beside_each_other(empty: bytes, teach: Teach) -> None:
    content = empty
    for lang, text in TEXTS.items():
        learnt = teach(content, {f"{lang}.txt": text})
        assert learnt.doubts == ()
        content = learnt.after
    record = records(learnt)["WTSA 175"]
    assert record["title"] == "Open test networks"
    assert record["foreign_titles"] == {
        "ar": {"WTSA-20": "شبكات اختبار مفتوحة"},
        "es": {"WTSA-20": "Redes de prueba abiertas"},
        "fr": {"WTSA-20": "Réseaux d'essai ouverts"},
        "ru": {"WTSA-20": "Открытые испытательные сети"},
        "zh": {"WTSA-20": "开放测试网络"},
    }
    assert teach(content, {"fr.txt": TEXTS["fr"]}).after == content


def test_another_title_in_the_same_language_is_doubted(empty: bytes, teach: Teach) -> None:
    content = teach(empty, {"a.txt": TEXTS["fr"]}).after
    (doubt,) = teach(content, {"b.txt": TEXTS["fr"].replace("d'essai ouverts", "d'essai fermés")}).doubts
    assert 'the title of WTSA-20 is "Réseaux d\'essai fermés" here' in doubt.reason


def test_people_are_shown_the_titles(empty: bytes, teach: Teach, registry: Registry) -> None:
    content = teach(empty, {"a.txt": TEXTS["en"], "b.txt": TEXTS["fr"]}).after
    known = Registry(parse([("registry.yaml", content)])[0], "")  # type: ignore[list-item]
    record = known.record_of("WTSA 175")
    assert record is not None
    assert hash(record) == hash(known.record_of("WTSA 175"))
    told = describe(known, record, registry.date)
    assert "translated    Réseaux d'essai ouverts (in French, as of WTSA-20 (Geneva, 2022))" in told
