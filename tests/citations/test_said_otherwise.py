"""Editions and bodies that are told in other words than the usual ones: read, or said not to be understood."""

from __future__ import annotations

import pytest

from reslint import fix, lint_text

PP = "of the Plenipotentiary Conference"


def cited(text: str) -> list[str]:
    """What is cited, each as body, number and editions; a question mark where words were not understood."""
    return [
        " ".join(
            [
                str(one.body),
                one.number,
                *(
                    " ".join(filter(None, (edition.rev * "Rev.", edition.place, str(edition.year))))
                    for edition in one.editions
                ),
                *(["?"] if one.unread else []),
            ]
        )
        for one in lint_text(text, "draft.txt", as_of="2024-10-15").citations
    ]


def codes(text: str) -> list[str]:
    return [finding.code for finding in lint_text(text, "draft.txt", as_of="2024-10-15").findings]


@pytest.mark.parametrize(
    "inside",
    [
        "Guadalajara, 2010; as rev. Bucharest, 2022",
        "Guadalajara, 2010, as rev. in Bucharest, 2022",
        "Guadalajara, 2010; latest rev. Bucharest, 2022",
        "Guadalajara, 2010; since then Rev. Bucharest, 2022",
        "Guadalajara, 2010 to Bucharest, 2022",
    ],
)
def test_a_later_edition_behind_other_words_is_the_one_that_is_judged(inside: str) -> None:
    text = f"Resolution 167 ({inside}) {PP} was cited.\n"
    assert cited(text) == ["PP 167 Guadalajara 2010 Rev. Bucharest 2022"]
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Resolution 167 (Guadalajara, 2010), revised in Bucharest (2022), {PP}",
        "Resolution 167 (Guadalajara, 2010) of PP, as revised (Bucharest, 2022), was cited",
        "Resolution 167 (Guadalajara, 2010) of PP, since revised in Bucharest, was cited",
        "Resolution 167 (Guadalajara, 2010) of PP was revised in 2022",
        f"Resolution 167 (Guadalajara, 2010), revised at Bucharest (2022), {PP}",
        "la Résolution 167 (Guadalajara, 2010), révisée à Bucarest (2022), de la Conférence de plénipotentiaires",
        "la Resolución 167 (Guadalajara, 2010), revisada en Bucarest (2022), de la Conferencia de Plenipotenciarios",
        "PP Resolution 167 (Guadalajara, 2010 → Rev. Bucharest, 2022)",
        "PP Resolution 167 (Guadalajara, 2010; updated Bucharest, 2022)",
        "PP Resolution 167 (Guadalajara, 2010, see Bucharest, 2022)",
        "Resolution 71 ((Minneapolis, 1998), Rev. (Bucharest, 2022)) of PP",
    ],
)
def test_where_a_later_edition_is_not_read_the_earlier_one_is_not_judged(text: str) -> None:
    assert codes(f"{text}\n") == ["RDG001"]


def test_an_earlier_meeting_behind_other_words_says_nothing_of_the_edition() -> None:
    assert codes("PP Resolution 71 (Rev. Bucharest, 2022; at Dubai, 2018, it was longer)\n") == []


def test_an_edition_of_which_a_later_one_is_cited_is_not_said_to_be_unread() -> None:
    text = "PP Resolution 77 (Rev. Dubai, 2018) was revised in Bucharest: see Resolution 77 (Rev. Bucharest, 2022)\n"
    assert codes(text) == []


def test_what_a_meeting_did_to_another_text_is_not_told_of_the_one_before() -> None:
    assert cited("At WTDC-22, Resolution 9 was revised; at PP-22, Resolution 11 was.\n")[0].split()[1:] == ["9"]


def test_all_sessions_that_amended_a_text_are_read() -> None:
    assert cited("Council Resolution 1332 (C11) as amended C16, C19 and C24\n") == [
        "COUNCIL 1332 2011 Rev. 2016 Rev. 2019 Rev. 2024"
    ]


def test_a_citation_behind_is_no_later_edition() -> None:
    text = f"Resolution 71 (Rev. Dubai, 2018) {PP}, revised Annex 2 to Resolution 167 (Rev. Bucharest, 2022) {PP}\n"
    assert cited(text) == ["PP 71 Rev. Dubai 2018", "PP 167 Rev. Bucharest 2022"]
    assert codes(text) == ["STA001"]


@pytest.mark.parametrize(
    "text",
    [
        "In line with Resolution 30, WTDC-17 welcomed the report.",
        "On Resolution 71, PP-26 will decide.",
        "Pursuant to Resolution 131, PP-18 having asked for a report, the Council noted it.",
        "With Resolution 70, WTDC-17, WTSA-16 and PP-18 promoted gender equality.",
        "Besides Resolution 146, WCIT-12 and PP-14 dealt with the regulations.",
        "The Council noted, by Decision 482, C20 having asked for it.",
    ],
)
def test_a_meeting_that_begins_a_clause_is_no_edition(text: str) -> None:
    (one,) = lint_text(f"{text}\n", "draft.txt", as_of="2024-10-15").citations
    assert one.editions == ()
    assert codes(f"{text}\n") == []


def test_a_meeting_behind_a_whole_citation_is_not_its_edition() -> None:
    text = "Since Resolution 137 (Rev. Dubai, 2018), WTDC-22 has met.\n"
    assert cited(text) == ["PP 137 Rev. Dubai 2018"]


@pytest.mark.parametrize(
    "text",
    [
        "See Resolution 71, PP-18.",
        "See Resolution 71, PP-18, and what follows.",
        "See Resolution 71, PP-18 (annex).",
        "See Resolution 71, PP-18 and Resolution 140, PP-22.",
        "| Resolution 71, PP-18 | cited |",
    ],
)
def test_a_meeting_behind_a_comma_is_the_edition_where_nothing_goes_on(text: str) -> None:
    assert cited(f"{text}\n")[0] == "PP 71 Dubai 2018"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Resolution 140 (Rev. Dubai, 2018) (WSIS) {PP}", ["PP 140 Rev. Dubai 2018"]),
        (f"Resolution 140 (WSIS) (Rev. Dubai, 2018) {PP}", ["PP 140 Rev. Dubai 2018"]),
        ("PP Resolution 140 (Rev. Dubai, 2018) (WSIS)", ["PP 140 Rev. Dubai 2018"]),
        ("Resolution 200 (SDG) of PP", ["PP 200"]),
        ("Council Resolution 1332 (WSIS)", ["COUNCIL 1332"]),
        ("WTSA Resolution 52 (SPAM)", ["WTSA 52"]),
        (
            f"Resolution 139 (Rev. Dubai, 2018) (digital divide) and 140 (Rev. Dubai, 2018) (WSIS) {PP}",
            ["PP 139 Rev. Dubai 2018", "PP 140 Rev. Dubai 2018"],
        ),
        ("Resolution 12 (CITEL) of the Council", ["OTHER 12"]),
        ("Resolution 47/35 (APT) of the General Assembly", ["OTHER 47/35"]),
        ("Resolution 12 (CITEL)", ["OTHER 12"]),
    ],
)
def test_a_subject_in_parentheses_is_no_body_where_one_is_stated(text: str, expected: list[str]) -> None:
    assert cited(f"{text}\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 75 of the World Telecommunication Standardisation Assembly", ["WTSA 75"]),
        ("Resolution 37 of the World Telecommunication Developement Conference", ["WTDC 37"]),
        ("Resolution 71 of the Plenipotenciary Conference", ["PP 71"]),
        ("Resolution 50 of the Standardization Assembly (WTSA)", ["WTSA 50"]),
        ("Resolution 45 of the Development Conference (WTDC)", ["WTDC 45"]),
        ("Resolution 71 of the African Telecommunication Development Conference", ["OTHER 71"]),
        ("Resolution 71 of the Regional Radiocommunication Conference", ["OTHER 71"]),
        ("Decision 7 of the Council of ICAO", ["OTHER 7"]),
        ("Resolution 1332 of the Council of the League of Arab States", ["OTHER 1332"]),
        ("Resolution 5 of Working Group 3 of the Council", ["OTHER 5"]),
    ],
)
def test_a_name_with_a_slip_or_with_its_short_name_is_that_of_the_body(text: str, expected: list[str]) -> None:
    assert cited(f"{text}\n") == expected


@pytest.mark.parametrize(
    "inside",
    [
        *("Rev. Dubai, 20l8", "Rev. Dubai, 2O18", "Rev. Dubai, 218", "Rev. Bucharest, 2202", "Rev. Bucharest 22"),
        *("Rec. Dubai, 2018", "Revd. Dubai, 2018", "R. Dubai, 2018", "Dubai, 20l8", "Rev. Dubai, 20118"),
    ],
)
def test_an_edition_with_a_slip_that_hides_it_is_said_not_to_be_understood(inside: str) -> None:
    text = f"Resolution 71 ({inside}) {PP}\n"
    assert (cited(text), codes(text)) == (["PP 71 ?"], ["RDG001"])


@pytest.mark.parametrize("inside", ["Rev. 1", "Annex 2", "resolves 3", "2 pages"])
def test_what_is_no_edition_is_none(inside: str) -> None:
    assert codes(f"Resolution 71 ({inside}) {PP}\n") == []


def test_the_same_is_taken_only_by_a_text_that_had_it() -> None:
    assert cited("PP Resolution 130 (Rev. Bucharest, 2022); Resolution 178, ibid.\n")[1] == "PP 178"
    assert cited("PP Resolution 130 (Rev. Dubai, 2018); Resolution 140, ibid.\n")[1] == "PP 140 Rev. Dubai 2018"


def test_an_older_edition_in_another_sentence_is_judged() -> None:
    first = f"Under Resolution 71 (Rev. Bucharest, 2022) {PP} the plan holds"
    second = f"Resolution 71 (Rev. Dubai, 2018) {PP}"
    assert codes(f"{first}. The budget follows {second}.\n") == ["STA001"]
    assert codes(f"{first}, unlike its predecessor, {second}.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 69 (Rev. Buenos Aires, 2017 (WTDC-17)) of WTDC",
        f"Resolution 71 (Rev. Dubai, 2018; PP-18) {PP}",
        "PP-18 Resolution 71 (Rev. Dubai, 2018)",
        "PP Resolution 71 (PP-18: Dubai, 2018)",
        f"Resolution 71 {PP} (PP-18) (Rev. Dubai, 2018)",
        "Resolution 139 (Dubai Plenipotentiary, 2018)",
        "Resolution 5 of the Buenos Aires Conference (WTDC-17)",
    ],
)
def test_no_fix_renews_edition_two_statements_of_an_edition(text: str) -> None:
    assert codes(f"{text}\n") == ["STA001"]
    assert fix(f"{text}\n".encode(), "draft.txt", as_of="2024-10-15", unsafe=True).data == f"{text}\n".encode()


@pytest.mark.parametrize(
    "text",
    [
        "Council Resolution 1336 ((2011), last modified (2019))",
        "Resolution 102 ((Rev. Bucharest, 2022), resolves (1)) of PP",
        "(see PP Resolution 102 ((Rev. Bucharest, 2022), and the rest (of it)))",
    ],
)
def test_parentheses_that_balance_in_the_end_are_left_alone(text: str) -> None:
    assert "FRM006" not in codes(f"{text}\n")


def test_a_parenthesis_that_another_one_closes_is_not_balanced() -> None:
    assert "FRM006" in codes("(see PP Resolution 102 ((Rev. Bucharest, 2022), and the rest)\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 71 of the Dubai Plenipotentiary Conference", "PP 71 Dubai 2018"),
        ("Resolution 169 of the 2018 PP", "PP 169 Dubai 2018"),
        ("Resolution 71 of the 2018 Plenipotentiary Conference", "PP 71 Dubai 2018"),
        ("Resolution 45 of the Hyderabad World Telecommunication Development Conference", "WTDC 45 Hyderabad 2010"),
        ("Resolution 71 of the last Plenipotentiary Conference", "PP 71"),
        # It met in Geneva more than once.
        ("Resolution 20 of the Geneva World Telecommunication Standardization Assembly", "WTSA 20"),
        ("Council Decision 482, as modified at C20,", "COUNCIL 482 2020"),
        ("Resolution 71 was revised by PP-22", "PP 71 Rev. Bucharest 2022"),
    ],
)
def test_a_name_or_a_verb_may_tell_the_edition(text: str, expected: str) -> None:
    assert cited(f"{text}\n") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "PP-18 revised Resolution 140 (Rev. Busan, 2014).",
        "The Plenipotentiary Conference amended Resolution 140 (Rev. Busan, 2014).",
        "In Dubai, PP-18 revised the Resolution 140 (Rev. Busan, 2014) of PP-14.",
    ],
)
def test_what_a_body_revised_is_history(text: str) -> None:
    assert codes(f"{text}\n") == []


@pytest.mark.parametrize(
    "text", ["the revised Resolution 140 (Rev. Busan, 2014)", "Revised Resolution 140 (Rev. Busan, 2014)"]
)
def test_a_revised_text_is_cited_as_any_other(text: str) -> None:
    assert codes(f"{text}\n") == ["STA001"]


def test_the_union_behind_an_edition_is_no_body_that_was_not_read() -> None:
    assert codes("Resolution 71 (Rev. Bucharest, 2022) of the ITU\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 71 – Rev. Dubai, 2018 – of PP",
        "Resolution 71, in its Dubai 2018 version, was cited",
        "Resolution 71 (as it stood after Dubai 2018)",
        "Resolution 71/Rev. Dubai 2018 of PP",
        "Resolution 71 as adopted in Dubai (2018) by PP",
        "Resolution 71: (Rev. Dubai, 2018)",
        "Resolution 71 (Rev. PP Dubai, 2018)",
        "Resolution 71 (PP Dubai, 2018)",
        "Resolutions 71 and 140, both Rev. Dubai 2018, of PP",
    ],
)
def test_words_that_were_not_understood_tell_whose_text_it_is_and_are_told(text: str) -> None:
    assert cited(f"{text}\n")[0] == "PP 71 ?"
    assert codes(f"{text}\n") == ["RDG001"]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 71 (Rev. Paris, 2018)",
        "Resolution 71 (as it stood in Geneva 2001)",
        "Resolution 71, in the version of 2018, was cited",
        "Resolution 999 – Rev. Dubai, 2018 – was cited",
    ],
)
def test_words_that_tell_no_one_body_leave_it_open(text: str) -> None:
    assert [one.split()[0] for one in cited(f"{text}\n")] == ["None"]


def test_a_month_beside_the_year_of_an_edition_is_read_and_a_day_is_told() -> None:
    assert cited(f"Resolution 71 (Rev. Dubai, November 2018) {PP}\n") == ["PP 71 Rev. Dubai 2018"]
    assert codes(f"Resolution 71 (Rev. Dubai, 16 November 2018) {PP}\n") == ["RDG001"]


@pytest.mark.parametrize("label", ["PP-18", "PP'18", "PP’18", "PP 18", "PP 2018", "PP2018"])
def test_the_label_of_a_meeting_however_it_is_joined(label: str) -> None:
    assert cited(f"Resolution 71 ({label})\n") == ["PP 71 Dubai 2018"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la Résolution 75 de l'AMNT-20 (Rév. Genève, 2022)", ["WTSA 75 Rev. Genève 2022"]),
        ("Résolution 44 (Rév. AMNT-20)", ["WTSA 44 Rev. Geneva 2022"]),
        ("Resolución 44 (Rev. AMNT-20)", ["WTSA 44 Rev. Geneva 2022"]),
        ("la Résolution 37 (Rév. Buenos Aires 2017)", ["WTDC 37 Rev. Buenos Aires 2017"]),
        ("Resolution 37 (Rev. Buenos Aires 2017)", ["WTDC 37 Rev. Buenos Aires 2017"]),
        ("la Résolution 45 (Rév. d'Hyderabad, 2010)", ["WTDC 45 Rev. d'Hyderabad 2010"]),
        (
            "les Résolutions 137 (Rév. Dubaï, 2018), relative aux NGN, et 139 (Rév. Dubaï, 2018), relative à l'accès",
            ["PP 137 Rev. Dubaï 2018", "PP 139 Rev. Dubaï 2018"],
        ),
        (
            "las Resoluciones 137 (Rev. Dubái, 2018), relativa al despliegue, y 139 (Rev. Dubái, 2018), relativa a él",
            ["PP 137 Rev. Dubái 2018", "PP 139 Rev. Dubái 2018"],
        ),
        (
            "Resolutions 137 (Rev. Dubai, 2018), dealing with networks, and 139 (Rev. Dubai, 2018), relating to access",
            ["PP 137 Rev. Dubai 2018", "PP 139 Rev. Dubai 2018"],
        ),
        ("la décision 5 du Conseil exécutif de l'UNESCO", ["OTHER 5"]),
        ("Council Resolution 1332, as modified in 2016 and in 2019", ["COUNCIL 1332 Rev. 2016 Rev. 2019"]),
        (
            "la Résolution 37 (Rév. Buenos Aires, 2017), révisée par la CMDT-22",
            ["WTDC 37 Rev. Buenos Aires 2017 Rev. Kigali 2022"],
        ),
        ("Rés. 25 (Rév. Bucarest, 2O22)", ["PP 25 ?"]),
    ],
)
def test_forms_of_several_languages(text: str, expected: list[str]) -> None:
    assert cited(f"{text}\n") == expected


@pytest.mark.parametrize(
    "text", ["la Résolution 75 de l'AMNT-20 (Rév. Genève, 2022)", "la Résolution 45 (Hyderabad, 2010) et d'autres"]
)
def test_no_label_is_said_to_differ_that_does_not(text: str) -> None:
    assert not {"REF010", "SPL001", "TRK001"} & {*codes(f"{text}\n")}


def test_sessions_in_prose_are_no_two_sides_of_a_change() -> None:
    assert codes("Council Resolution 1332, as modified in 2016 and in 2019\n") == ["STA003"]


def test_an_elided_article_before_a_place_is_no_slip() -> None:
    assert codes("la Résolution 45 (Rév. d'Hyderabad, 2010)\n") == ["STA001"]


@pytest.mark.parametrize(
    "text", ["Resolution 71 (Rev. Dubai, 2018) PP-22", "la Résolution 71 (Rév. Dubaï, 2018) PP-22"]
)
def test_a_bare_label_behind_an_edition_that_differs_from_it_is_told(text: str) -> None:
    assert codes(f"{text}\n") == ["REF010", "STA001"]


def test_a_bare_label_that_begins_a_clause_is_not_that_of_the_edition() -> None:
    assert codes("By Resolution 77 (Rev. Dubai, 2018) PP-22 fixed the dates.\n") == ["STA001"]


@pytest.mark.parametrize("text", ["Resolution 413 (Rev.WRC-07) C13", "Resolution 71 (Rev. Bucharest, 2022) WTSA-16"])
def test_a_bare_label_of_another_body_is_not_that_of_the_edition(text: str) -> None:
    assert "REF010" not in codes(f"{text}\n")
