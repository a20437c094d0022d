"""After mending nothing is left to mend: no fix is undone by another one, or by itself in the next round."""

from __future__ import annotations

import pytest

from reslint import Fixed, Settings, fix, lint_text

SETTINGS = Settings.of(select=["ALL"], as_of="2024-10-15")


def mended(text: str) -> Fixed:
    return fix(text.encode(), "draft.txt", unsafe=True, settings=SETTINGS)


@pytest.mark.parametrize(
    "text",
    [
        "Resolutions 72/190 (Busan, 2014)",
        "Resolutions 72/190 (Rev. Busan, 2014)",
        "Resoluciones 72/190",
        "Résolutions 25/85 (Rev. Buenos Aires , 2017)",
        "WTDC Resolutions 69/10 (Hyderabad , 2010)",
        "Resolutions 18/93 (Rev. Hammamet, 2016) of WTSA",
        "PP Resolutions 131/219 (Kyoto, 1994); Decisions 14/5 (Bucharest , 2022)",
        "Resolutions 72/102/190 (Busan, 2014)",
        "Resolutions 70-75 (Rev. Hyderabad, 2010) of WTDC",
        "Resolutions ITU-R 27/41 (Geneva,1997)",
        "Resolutions ITU-R 27/41/50 (Geneva,1997)",
        "ITU-R Resolutions 68/50-0 (Dubai, 2023)",
        "ITU-R Resolutions 68/50–0 (Rev. Nairobi, 2023) first adopted by the Council at its 2011 session",
        "ITU-R Resolutions 11/50-5-61 (Geneva, 2015)",
        "Resolution 214 (Rev. Bucharest, 2022 Rev.)",
        "Résolution 1332 du Conseil (2016 Rév.)",
        "Council Resolutions 1332 and 1333 (2016 Rev.)",
    ],
)
def test_what_was_mended_needs_no_more_mending(text: str) -> None:
    once = mended(f"recalling {text},\n")
    assert once.result.errors == ()
    again = fix(once.data, "draft.txt", unsafe=True, settings=SETTINGS)
    assert again.data == once.data
    assert again.mended == 0


@pytest.mark.parametrize("joined", ["{} and {}", "{}/{}", "{}-{}"])
def test_of_numbers_that_share_an_edition_no_one_is_mended_against_the_other(joined: str) -> None:
    """Of Busan, 2014, 72 is a revision and 191 the first edition."""
    text = f"recalling Resolutions {joined.format(72, 191)} (Busan, 2014) of the Plenipotentiary Conference,\n"
    marks = [one for one in lint_text(text, settings=SETTINGS).findings if one.code == "FRM003"]
    assert [(one.excerpt, one.fix) for one in marks] == [("Busan, 2014", None)]


@pytest.mark.parametrize("joined", ["{} and {}", "{}/{}", "{}-{}"])
def test_where_all_of_them_are_revisions_the_mark_is_written_once(joined: str) -> None:
    text = f"recalling Resolutions {joined.format(64, 72)} ({{}}Busan, 2014) of the Plenipotentiary Conference,\n"
    once = fix(text.format("").encode(), "draft.txt", settings=Settings.of(select=["FRM003"], as_of="PP-14"))
    assert once.data.decode() == text.format("Rev. ")


def test_no_revision_is_written_before_a_hyphen_and_a_number() -> None:
    """ "50-5-0" would be read as another number than the 50-5 that was written."""
    text = "recalling ITU-R Resolutions 68/50-0 (Dubai, 2023),\n"
    findings = lint_text(text, settings=Settings.of(select=["FRM007"], as_of="2024-10-15")).findings
    assert [(one.excerpt, one.suggestion, one.fix) for one in findings] == [("50", "50-5", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 214 (Bucharest, 2022 Rev.)", "Resolution 214 (Bucharest, 2022)"),
        ("Resolution 214 (Rev. Bucharest, 2022 Rev.)", "Resolution 214 (Bucharest, 2022)"),
        ("Resolution 71 (Bucharest, 2022 Rev.)", "Resolution 71 (Bucharest, 2022 Rev.)"),
        ("Council Resolution 1332 (2016 Rev.)", "Council Resolution 1332 (Modified 2016)"),
        ("Council Resolution 1332 (2016 revised)", "Council Resolution 1332 (Modified 2016)"),
        ("Résolution 1332 du Conseil (2016 Rév.)", "Résolution 1332 du Conseil (Modifiée en 2016)"),
        ("Council Resolution 1332 (2011, 2016 Rev.)", "Council Resolution 1332 (2011, 2016 Rev.)"),
        ("Council Resolution 1332 (mod. 2016 Rev.)", "Council Resolution 1332 (mod. 2016 Rev.)"),
    ],
)
def test_a_mark_behind_the_edition_is_mended_where_one_can_be_sure(text: str, expected: str) -> None:
    once = fix(f"recalling {text},\n".encode(), "draft.txt", settings=Settings.of(select=["FRM"], as_of="2024-10-15"))
    assert once.result.errors == ()
    assert once.data.decode() == f"recalling {expected},\n"
