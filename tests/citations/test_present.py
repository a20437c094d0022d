"""The languages that a text may cite in are told by its signs, in whatever line they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.citations import find_citations
from reslint.citations.languages import unread_language
from reslint.citations.present import languages_in
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Registry

LINES = {
    "fr": ["Résolution 71 (Rév. Dubaï, 2018)", "DÉCISION 482 du Conseil"],
    "es": ["Resolución 140 (Rev. Dubái, 2018)", "RESOLUCIÓN 71"],
    "ru": ["Резолюция 71 (Пересм. Дубай, 2018 г.)"],
    "zh": ["第71号决议(2018年,迪拜,修订版)"],
    "ar": ["القرار 71 (المراجَع في دبي، 2018)"],
}
OTHERS = [
    "",
    "Resolution 71 (Rev. Dubai, 2018)",
    "a “quoted” word – and 5 €",
    "naïve",
    "plain words " * 20,
    "plain words " * 200,
]


@pytest.mark.parametrize("language", LINES)
@given(before=st.lists(st.sampled_from(OTHERS)), after=st.lists(st.sampled_from(OTHERS)), data=st.data())
def test_a_line_in_a_language_tells_it_anywhere(
    registry: Registry, language: str, before: list[str], after: list[str], data: st.DataObject
) -> None:
    line = data.draw(st.sampled_from(LINES[language]))
    assert language in languages_in("\n".join([*before, line, *after]), registry)


def test_languages_that_are_known_are_not_told_anew(registry: Registry) -> None:
    view = View(read_text("\n".join(lines[0] for lines in LINES.values()).encode(), "draft.txt"))
    cited = find_citations(view, registry)
    assert len(cited) >= len(LINES)
    assert find_citations(view, registry, languages_in(view.text, registry)) == cited
    assert {one.lang for one in find_citations(view, registry, ("fr",))} == {"fr"}


def test_a_few_words_of_another_language_are_none(registry: Registry) -> None:
    ours = "recalling the results of the Conference and of the Assembly, " * 60
    german = "unter Hinweis auf die Entschließung der Konferenz und den Beschluss, der nicht auf dem Weg ist, " * 60
    assert unread_language(ours, registry) is None
    assert unread_language(ours + "der Bericht", registry) is None
    found = unread_language(ours + german, registry)
    assert found is not None
    assert (found.language, found.whole) == ("German", False)
