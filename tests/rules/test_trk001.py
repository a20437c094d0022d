"""TRK001 where of an edition nothing was understood: a citation is glued all the same, and its rule says so."""

from __future__ import annotations

import pytest

from reslint import lint_text

GLUED = [
    "Resolution 61-3 (日内瓦, 2018日内瓦, 2006)",
    "Resolution9(日2021瓦1994",
    "Resolution 71 (布加勒斯特, 2022迪拜, 2018)",
    "Resolution 71 (rev. Женева, 2018Дубай, 2022)",
    "Resolution 71 (Дубай, 2018Бухарест, 2022)",
    "Resolution 71 (دبي, 2018بوخارست, 2022)",
    "Resolutions 71 and 130 (迪拜, 2018布加勒斯特, 2022)",
    "Council Resolution 1332 (日内瓦, 2018日内瓦, 2024)",
    "a)\tResolution 71 (日内瓦, 2018日内瓦, 2006);\nb)\tResolution 130 (日内瓦, 2018日内瓦, 2006)",
    "Resolution 71 (2018日2022瓦)",
    "Resolution 646 (日, 2018瓦, 2023) and Resolution 71 (Rev. Dubai, 2018Bucharest, 2022)",
]


@pytest.mark.parametrize("text", GLUED)
def test_no_rule_breaks_over_an_edition_that_was_not_understood(text: str) -> None:
    result = lint_text(text + "\n", as_of="2024-01-01")
    assert result.errors == ()
    for finding in result.findings:
        assert finding.excerpt == (text + "\n")[finding.start : finding.end]


@pytest.mark.parametrize("text", GLUED[:2])
def test_it_is_found_at_the_words_that_hold_both_sides(text: str) -> None:
    found = [one for one in lint_text(text + "\n", as_of="2024-01-01").findings if one.code == "TRK001"]
    assert len(found) == 1
    assert found[0].excerpt in text
    assert any(letter in found[0].excerpt for letter in "日瓦")
