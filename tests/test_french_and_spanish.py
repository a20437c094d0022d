"""Drafts in French and Spanish are read, judged and mended as English ones are, in their own words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.citations.present import languages_in
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Registry
from reslint.structure import read_structure

Draft = Callable[..., Path]
FoundAndMended = Callable[..., None]
Reslint = Callable[..., Any]
French = Callable[..., Any]


@pytest.fixture
def french(reslint: Reslint) -> French:
    """A call of the command line with the registry that users have."""

    def call(command: str, *arguments: str | Path) -> Any:
        return reslint(command, "--as-of", "2023-12-31", *arguments, small=False)

    return call


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la Résolution 71 (Rév. Dubaï, 2018)", ("PP", "71", "superseded", "Rév. Bucarest, 2022")),
        ("RESOLUTION 71 (RÉV. DUBAÏ, 2018)", ("PP", "71", "superseded", "Rév. Bucarest, 2022")),
        ("la Résolution 71 (Rév. Bucarest, 2022)", ("PP", "71", "current", "Rév. Bucarest, 2022")),
        ("la Résolution 104 (Minneapolis, 1998)", ("PP", "104", "abrogated", "Marrakech, 2002")),
        ("la Résolution 140 de la Conférence de plénipotentiaires", ("PP", "140", "unknown", "Rév. Bucarest, 2022")),
        ("la Résolution 75 (Rév. Genève, 2022) de l'AMNT", ("WTSA", "75", "current", "Rév. Genève, 2022")),
        (
            "la Résolution 75 de l’Assemblée mondiale de normalisation des télécommunications",
            ("WTSA", "75", "unknown", "Rév. Genève, 2022"),
        ),
        ("la Résolution 37 (Rév. Hyderabad, 2010) de la CMDT", ("WTDC", "37", "superseded", "Rév. Buenos Aires, 2017")),
        ("la Résolution UIT-R 61-2 (Charm el-Cheikh, 2019)", ("RA", "61-2", "superseded", "61-3 (Dubaï, 2023)")),
        ("la Résolution 1332 du Conseil (modifiée en 2016)", ("COUNCIL", "1332", "superseded", "Modifiée en 2019")),
        (
            "la Résolution 1332 du Conseil, adoptée en 2011 et modifiée pour la dernière fois à sa session de 2016",
            ("COUNCIL", "1332", "superseded", "Modifiée en 2019"),
        ),
        ("la Décision 5 (Rév. Dubaï, 2018)", ("PP", "5", "superseded", "Rév. Bucarest, 2022")),
        ("la résolution 70/125 de l'Assemblée générale des Nations Unies", ("UNGA", "70/125", "current", None)),
        ("la résolution A/RES/70/125", ("UNGA", "A/RES/70/125", "current", None)),
        ("la résolution 1325 du Conseil de sécurité", ("OTHER", "1325", "unknown", None)),
        ("in Resolution 71 (Rev. Dubai, 2018)", ("PP", "71", "superseded", "Rev. Bucharest, 2022")),
    ],
)
def test_a_citation_is_read_once_and_judged(
    french: French, draft: Draft, text: str, expected: tuple[str | None, ...]
) -> None:
    ran = french("citations", draft("a.txt", f"conformément à {text},\n"))
    read = [json.loads(line) for line in ran.out.splitlines()]
    assert [tuple(one[key] for key in ("body", "number", "verdict", "latest")) for one in read] == [expected]


def test_a_list_of_numbers_is_read(french: French, draft: Draft) -> None:
    path = draft(
        "a.txt", "les Résolutions 102, 130 et 133 (Rév. Bucarest, 2022) ainsi que la Décision 5 (Rév. Dubaï, 2018)\n"
    )
    read = [json.loads(line) for line in french("citations", path).out.splitlines()]
    assert [(one["body"], one["kind"], one["number"], one["lang"]) for one in read] == [
        ("PP", "resolution", "102", "fr"),
        ("PP", "resolution", "130", "fr"),
        ("PP", "resolution", "133", "fr"),
        ("PP", "decision", "5", "fr"),
    ]


RESOLUTION = """RÉSOLUTION 75 (Rév. Genève, 2022)

Réseaux d'essai ouverts

(Johannesburg, 2008; Dubaï, 2012; Genève, 2022)

L'Assemblée mondiale de normalisation des télécommunications (Genève, 2022),

rappelant

a)\tla Résolution 71 (Rév. Bucarest, 2022) de la Conférence de plénipotentiaires;

b)\tla Résolution 44 de la présente Assemblée,

considérant en outre

a)\tque les réseaux croissent;

c)\tque les pays en ont besoin,

décide de charger le Directeur

1\td'ouvrir les réseaux d'essai;

2\tde faire rapport au Conseil,

ANNEXE 1
"""


def test_headings_clauses_and_lists_are_read(registry: Registry) -> None:
    view = View(read_text(RESOLUTION.encode(), "a.txt"))
    structure = read_structure(view, registry.vocabulary)
    (heading,) = structure.headings
    assert [view.blocks[number].number for number in (heading.block, heading.history, heading.adopting) if number]
    assert [(clause.heading, clause.kind.value) for clause in structure.clauses] == [
        ("rappelant", "preamble"),
        ("considérant en outre", "preamble"),
        ("décide de charger le Directeur", "operative"),
    ]
    assert [len(one.items) for one in structure.lists] == [2, 2, 2]


def test_the_text_itself_its_body_and_its_numbering_are_told(french: French, draft: Draft) -> None:
    path = draft("a.txt", RESOLUTION)
    read = [json.loads(line) for line in french("citations", path).out.splitlines()]
    assert [(one["body"], one["number"], one["role"]) for one in read] == [
        ("WTSA", "75", "heading"),
        ("PP", "71", "citation"),
        ("WTSA", "44", "citation"),
    ]
    found = [json.loads(line) for line in french("check", "--output-format", "jsonl", path).out.splitlines()]
    assert [(one["code"], one["excerpt"]) for one in found] == [("NUM002", "c)")]


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("STA001", "la Résolution 71 (Rév. Dubaï, 2018)", "la Résolution 71 (Rév. Bucarest, 2022)"),
        ("STA001", "RÉSOLUTION 71 (RÉV. DUBAÏ, 2018) citée", "RÉSOLUTION 71 (RÉV. BUCAREST, 2022) citée"),
        ("STA001", "la Résolution UIT-R 61-2 (Charm el-Cheikh, 2019)", "la Résolution UIT-R 61-3 (Dubaï, 2023)"),
        (
            "STA003",
            "la Résolution 1332 du Conseil (Modifiée en 2016)",
            "la Résolution 1332 du Conseil (Modifiée en 2019)",
        ),
        ("SPL001", "la Résolution 71 (Rév. Bucarset, 2022)", "la Résolution 71 (Rév. Bucarest, 2022)"),
        ("SPL001", "la Résolution 75 (Rév. Genéve, 2022)", "la Résolution 75 (Rév. Genève, 2022)"),
        ("SPL003", "la Résolution 71 (Rév. Bucharest, 2022)", "la Résolution 71 (Rév. Bucarest, 2022)"),
        ("SPL002", "la Conférence de plénipotentaires", "la Conférence de plénipotentiaires"),
        (
            "REF004",
            "la Résolution 140 (Rév. Bucarest, 2021) de la PP",
            "la Résolution 140 (Rév. Bucarest, 2022) de la PP",
        ),
        ("REF004", "la Résolution 75 (Rév. Busan, 2022) de l'AMNT", "la Résolution 75 (Rév. Genève, 2022) de l'AMNT"),
        ("REF005", "la Résolution 140 de la PP", "la Résolution 140 (Rév. Bucarest, 2022) de la PP"),
        ("FRM001", "la Résolution 71 (Rév. Bucarest 2022)", "la Résolution 71 (Rév. Bucarest, 2022)"),
        ("FRM003", "la Résolution 71 (Bucarest, 2022)", "la Résolution 71 (Rév. Bucarest, 2022)"),
        ("FRM005", "la Résolution 1332 du Conseil (Rév. 2016)", "la Résolution 1332 du Conseil (Modifiée en 2016)"),
    ],
)
def test_a_citation_is_found_and_mended_as_french_writes_it(
    french: French, found_and_mended: FoundAndMended, code: str, wrong: str, right: str
) -> None:
    found_and_mended(french, code, f"rappelant {wrong}", f"rappelant {right}")


def test_what_a_text_ends_itself_is_meant(french: French, draft: Draft) -> None:
    words = (
        "décide d'abroger la Résolution 104 (Minneapolis, 1998),\n\n"
        "La présente Résolution remplace la Résolution 71 (Rév. Dubaï, 2018).\n\n"
        "la Résolution 104 (Minneapolis, 1998) a été abrogée par la Conférence de plénipotentiaires,\n\n"
        "la Résolution 71 (Rév. Dubaï, 2018) n'est pas remplacée,\n"
    )
    ran = french("check", "--select", "STA", "--output-format", "jsonl", draft("a.txt", words))
    assert [json.loads(line)["line"] for line in ran.out.splitlines()] == [7]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la Resolución 71 (Rev. Dubái, 2018)", ("PP", "71", "superseded", "Rev. Bucarest, 2022")),
        ("la Resolución 104 (Minneápolis, 1998)", ("PP", "104", "abrogated", "Marrakech, 2002")),
        ("la Resolución 75 (Rev. Ginebra, 2022) de la AMNT", ("WTSA", "75", "current", "Rev. Ginebra, 2022")),
        ("la Resolución 37 (Rev. Hyderabad, 2010) de la CMDT", ("WTDC", "37", "superseded", "Rev. Buenos Aires, 2017")),
        ("la Resolución UIT-R 61-2 (Sharm el-Sheikh, 2019)", ("RA", "61-2", "superseded", "61-3 (Dubái, 2023)")),
        (
            "la Resolución 1332 del Consejo (modificada en 2016)",
            ("COUNCIL", "1332", "superseded", "Modificada en 2019"),
        ),
        ("el Acuerdo 482 del Consejo", ("COUNCIL", "482", "unknown", "Modificada en 2020")),
        ("la resolución 1325 del Consejo de Seguridad", ("OTHER", "1325", "unknown", None)),
    ],
)
def test_a_citation_in_spanish_is_read_once_and_judged(
    french: French, draft: Draft, text: str, expected: tuple[str | None, ...]
) -> None:
    ran = french("citations", draft("a.txt", f"con arreglo a {text},\n"))
    read = [json.loads(line) for line in ran.out.splitlines()]
    assert [tuple(one[key] for key in ("body", "number", "verdict", "latest")) for one in read] == [expected]


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("STA001", "la Resolución UIT-R 61-2 (Sharm el-Sheikh, 2019)", "la Resolución UIT-R 61-3 (Dubái, 2023)"),
        (
            "STA001",
            "la Resolución 44 (Rev. Dubái, 2012) de la AMNT",
            "la Resolución 44 (Rev. Hammamet, 2016) de la AMNT",
        ),
        (
            "STA003",
            "la Resolución 1332 del Consejo (Modificada en 2016)",
            "la Resolución 1332 del Consejo (Modificada en 2019)",
        ),
        ("SPL001", "la Resolución 71 (Rev. Dubáis, 2018)", "la Resolución 71 (Rev. Dubái, 2018)"),
        ("SPL003", "la Resolución 71 (Rev. Dubai, 2018)", "la Resolución 71 (Rev. Dubái, 2018)"),
        ("SPL003", "la Resolución 75 (Rev. Geneva, 2022)", "la Resolución 75 (Rev. Ginebra, 2022)"),
        ("SPL002", "la Conferencia de Plenipotenciaros", "la Conferencia de Plenipotenciarios"),
        ("FRM001", "la Resolución 71 (Rev. Dubái 2018)", "la Resolución 71 (Rev. Dubái, 2018)"),
        ("FRM003", "la Resolución 75 (Ginebra, 2022)", "la Resolución 75 (Rev. Ginebra, 2022)"),
    ],
)
def test_a_citation_is_found_and_mended_as_spanish_writes_it(
    french: French, found_and_mended: FoundAndMended, code: str, wrong: str, right: str
) -> None:
    found_and_mended(french, code, f"recordando {wrong}", f"recordando {right}")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("STA001", "la Resolución 71 (Rev. Dubái, 2018)"),
        ("SPL001", "la Resolución 71 (Rev. Bucareste, 2022)"),
        ("SPL003", "la Resolución 71 (Rev. Bucharest, 2022)"),
        ("REF004", "la Resolución 140 (Rev. Bucarest, 2021) de la Conferencia de Plenipotenciarios"),
        ("REF005", "la Resolución 140 de la Conferencia de Plenipotenciarios"),
    ],
)
def test_a_place_whose_name_was_never_read_is_found_and_not_written(
    french: French, draft: Draft, code: str, text: str
) -> None:
    path = draft("a.txt", f"recordando {text},\n")
    (found,) = french("check", "--select", code, "--output-format", "jsonl", path).out.splitlines()
    assert "Bucarest" in found
    french("check", "--select", code, "--fix", "--unsafe-fixes", path)
    assert path.read_text("utf-8") == f"recordando {text},\n"


def test_conferences_are_written_by_their_short_names(french: French, draft: Draft) -> None:
    path = draft("a.txt", "la Résolution 646 (Rév.CMR-15) et la Résolution 646 (Rév.CMR-12)\n")
    read = [json.loads(line) for line in french("citations", path).out.splitlines()]
    assert {one["latest"] for one in read} <= {"Rév.CMR-19", "Rév.CMR-15", "Rév.CMR-23"}
    assert [one["body"] for one in read] == ["WRC", "WRC"]


def test_two_languages_in_one_draft_are_each_read_in_their_own(french: French, draft: Draft) -> None:
    path = draft(
        "a.txt",
        "recalling Resolution 71 (Rev. Dubai, 2018),\nrappelant la Résolution 71 (Rév. Dubaï, 2018),\n"
        "recordando la Resolución 71 (Rev. Dubái, 2018),\n",
    )
    read = [json.loads(line) for line in french("citations", path).out.splitlines()]
    assert [(one["lang"], one["latest"]) for one in read] == [
        ("en", "Rev. Bucharest, 2022"),
        ("fr", "Rév. Bucarest, 2022"),
        ("es", "Rev. Bucarest, 2022"),
    ]


def test_english_is_read_with_no_other_language_made_ready(registry: Registry) -> None:
    examples = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))
    assert examples
    for path in examples:
        text = path.read_text("utf-8")
        for repeated in (text, text * (1 + 5000 // len(text))):
            assert languages_in(repeated, registry) == ("en",), path.name


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("The delegation of Foronda, whose flight to la Coruña was late, spoke.", ("en",)),
        ("Conferenciante is what they called him, à la mode.", ("en",)),
        ("It was la noche of the Foro Mundial.", ("en", "es")),
        ("It was la noche of the Foro\nMundial.", ("en", "es")),
    ],
)
def test_a_name_that_begins_as_a_body_does_is_no_sign_of_a_language(
    registry: Registry, text: str, languages: tuple[str, ...]
) -> None:
    assert languages_in(text, registry) == languages
