"""Texts in a language that is not read: it is said of them, and of no text that is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.citations.languages import unread_language
from reslint.documents.view import View
from reslint.plugins.bundled import reslint_formats
from reslint.registry import Registry

FOREIGN = {
    "Portuguese, alone": "Resolução 71 (Rev. Dubai, 2018)",
    "Italian, alone": "Risoluzione 71 (Rev. Dubai, 2018)",
    "Arabic in the letter forms of print, as a PDF holds it": (
        "\ufee3\ufe86\ufe97\ufee4\ufeae \ufe8d\ufedf\ufee4\ufee8\ufeaa\ufeed\ufe91\ufbfe\ufee6 "
        "\ufe8d\ufedf\ufee4\ufed4\ufeee\ufebf\ufbfe\ufee6 71 2022"
    ),
    "Korean": "전권위원회의 결의 140(2018년 두바이 개정)을 상기하며",
    "Korean, short": "결의 71(2022년 부쿠레슈티 개정)",
    "Hindi": "पूर्णाधिकारी सम्मेलन के संकल्प 140 को याद करते हुए",
    "German": "unter Hinweis auf die Entschließung 140 der Konferenz der Regierungsbevollmächtigten und den Beschluss",
    "Portuguese": "recordando que a Resolução 140 da Conferência dos Plenipotenciários não foi revista em 2022",
    "Italian": "considerando che la risoluzione 140 della Conferenza dei plenipotenziari non è stata riveduta nel 2022",
}
OURS = [
    "",
    "notant que la Résolution 140 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires",
    "Résolution 140 (Rév. Dubaï, 2018) de la Conférence",
    "LA CONFÉRENCE DE PLÉNIPOTENTIAIRES DE L'UNION (BUCAREST, 2022), RAPPELANT LA RÉSOLUTION 71",
    "recordando la Resolución 140 (Rev. Dubái, 2018) de la Conferencia de Plenipotenciarios, y su fin",
    "Acuerdo 482 del Consejo, y su Resolución 1332",
    "Resolution 140 (Rev. Dubai, 2018)",
    "rappelant a) que la Résolution 140 de la Conférence de plénipotentiaires a été révisée; b) que le Conseil a "
    "décidé que les États Membres ont à prendre part aux travaux de la commission, que de nombreux pays "
    "en développement ont besoin de ressources et que les décisions de la CMDT ont des conséquences",
    "recordando a) que la Resolución 140 de la Conferencia fue revisada; b) que el Consejo pide a los Estados Miembros "
    "que participen en la labor de la Comisión y que para ello se necesitan recursos, resuelve encargar al Director "
    "que informe de ello a la Conferencia de Plenipotenciarios por conducto del Consejo y que lo haga con regularidad",
    "recalling Resolution 140 (Rev. Dubai, 2018) of the Plenipotentiary Conference;",
    "PLENIPOTENTIARY CONFERENCE (BUCHAREST, 2022)",
    "noting the contribution of Côte d'Ivoire, Río de la Plata and São Tomé,",
    "Recommendation ITU-T Y4102/Y.2074 (2015)",
    "Resolution 71 (Rev. Dubai, 2018), en français: Résolution 71 (Rév. Dubaï, 2018)",
    "RESOLUTION 71 (Rev. Dubai, 2018)",
    "12; 15; 17,5; 3e; o) y) a)",
    "Ms Δelta and Mr Ω of the Наука institute read the resolution on the 5th of May and sent it to the Director",
    "The word résolution is what the French call a resolution, and le or la stand before it.",
]


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_in_another_language_is_told(registry: Registry, language: str) -> None:
    found = unread_language(FOREIGN[language], registry)
    assert found is not None
    assert (found.language, found.whole) == (language.removesuffix(", short").removesuffix(", alone"), True)


@pytest.mark.parametrize("text", OURS)
def test_a_text_that_is_read_is_not(registry: Registry, text: str) -> None:
    assert unread_language(text, registry) is None


def test_a_long_text_is_told_wherever_its_words_stand(registry: Registry) -> None:
    for language, text in FOREIGN.items():
        found = unread_language(f"{'1 2 3 4 5 6 7 8 9 ' * 20}\n{text}\n" * 60, registry)
        assert found is not None, language


def test_a_part_in_another_language_is_said_to_be_one(registry: Registry) -> None:
    english = (
        "recalling that the Conference of the Union adopted the resolution and that it is in force for the Members;\n"
    )
    both = unread_language(english * 20 + (FOREIGN["German"] + ";\n") * 20, registry)
    assert both is not None
    assert (both.language, both.whole) == ("German", False)
    assert unread_language(english * 40 + FOREIGN["German"], registry) is None


def test_no_real_draft_in_english_is_taken_for_another(registry: Registry, shared: Path) -> None:
    names = [path for path in (shared / "samples" / "contributions").iterdir() if path.suffix == ".txt"]
    form = next(one for one in reslint_formats() if ".txt" in one.suffixes)
    assert names
    for path in names:
        view = View(form.read(path.read_bytes(), path.name), "final")
        assert unread_language(view.text, registry) is None, path.name
