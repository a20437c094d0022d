"""A further language of the Latin script is a block of words: French is read and mended with no code of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Registry, load
from reslint.resources import resource
from reslint.structure import read_structure

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
French = Callable[..., Any]

WORDS = """
vocabulary:
  fr:
    kinds:
      resolution: {one: [Résolution, Resolution, Rés.], many: [Résolutions, Resolutions]}
      decision: {one: [Décision, Déc.], many: [Décisions]}
      recommendation: {one: [Recommandation], many: [Recommandations]}
      opinion: {one: [Vœu, Avis], many: [Vœux]}
    union: [UIT, Union internationale des télécommunications]
    revised: [Rév., Rév, Rev., Révisée]
    modified: [dernière mod., modifiée pour la dernière fois, modifiée en, modifiée, modifié, mod.]
    adopted: [adoptée, adopté]
    words:
      of: [de, du, des, "d'"]
      the: [la, le, les, "l'"]
      this: [la présente, cette]
      its: [sa, ses]
      and: [et, ainsi que]
      number: [N°, n°, Nº]
      session: [session, session ordinaire]
      by: [par]
      filler: [par, à, en, lors, au cours]
    write:
      adopted: '{place}, {year}'
      revised: 'Rév. {place}, {year}'
      numbered: '{number}-{suffix} ({place}, {year})'
      unnumbered: '{number} ({place}, {year})'
      session adopted: '{year}'
      session modified: 'Modifiée en {year}'
      short name adopted: '{label}'
      short name revised: 'Rév.{label}'
      resolution symbol: 'A/RES/{number}'
    others: [Conseil de sécurité, Conseil des droits de l'homme, ECOSOC, OACI, OMS]
    lookalikes: [haute, basse]
    units: [dpi, ppp, px, pixels]
    clauses:
      preamble: [considérant, rappelant, notant, reconnaissant, tenant compte, prenant note, ayant examiné, compte tenu]
      operative: [décide, charge, invite, prie, encourage, recommande]
      further: [en outre, également, de plus, avec satisfaction]
    adopting: [La, "L'", Le]
    proposals: [ADD, MOD, SUP, NOC]
    suppressed: [SUP]
    lists:
      opening: [liste des, table des matières]
      abrogated: [abrogée, abrogées, supprimée]
    ended:
      ends: [abroger, abroge, remplace]
      ended: [abrogée, remplacée]
      being: [est, a été, été]
      behind: [par]
      denied: [pas]
    annexes: [Annexe, ANNEXE, Pièce jointe]
    quoted-title: [sur, relative à, intitulée]
"""
NAMES = {
    "PP": ["Conférence de plénipotentiaires", "PP"],
    "COUNCIL": ["Conseil", "Conseil d'administration"],
    "WTDC": ["Conférence mondiale de développement des télécommunications", "CMDT"],
    "WTSA": ["Assemblée mondiale de normalisation des télécommunications", "AMNT"],
    "RA": ["Assemblée des radiocommunications", "AR"],
    "WRC": ["Conférence mondiale des radiocommunications", "CMR"],
    "UNGA": ["Assemblée générale des Nations Unies", "Assemblée générale", "AGNU"],
}
KIN = {"PP": "Conférence", "COUNCIL": "Conseil", "WTDC": "Conférence", "WTSA": "Assemblée", "RA": "Assemblée"}
LABELS = {"WTDC": "CMDT", "WTSA": "AMNT", "RA": "AR", "WRC": "CMR"}
SERIES = {"WTDC": "UIT-D", "WTSA": "UIT-T", "RA": "UIT-R"}


def bodies_in_french() -> str:
    """The bodies of the registry with what they are called in French beside what they have."""
    bodies = yaml.safe_load(resource("registry.yaml").read_text("utf-8"))["bodies"]
    for key, names in NAMES.items():
        bodies[key]["names"]["fr"] = names
        if key in KIN:
            bodies[key]["kin"]["fr"] = [KIN[key]]
        for field, further in (("labels", LABELS), ("series", SERIES)):
            if key in further:
                bodies[key][field] = [*bodies[key][field], further[key]]
    return str(yaml.safe_dump({"bodies": bodies}, allow_unicode=True))


@pytest.fixture(scope="module")
def french_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two files that lie over the registry: the words of French, and the names of bodies in it."""
    folder = tmp_path_factory.mktemp("french")
    words, names = folder / "words.yaml", folder / "names.yaml"
    words.write_text(WORDS, "utf-8")
    names.write_text(bodies_in_french(), "utf-8")
    return words, names


@pytest.fixture(scope="module")
def registry_with_french(french_files: tuple[Path, Path]) -> Registry:
    return load(french_files)


@pytest.fixture
def french(reslint: Reslint, french_files: tuple[Path, Path]) -> French:
    """A call of the command line that reads French."""

    def call(command: str, *arguments: str | Path) -> Any:
        registries = [part for file in french_files for part in ("--registry", file)]
        return reslint(command, *registries, "--as-of", "2023-12-31", *arguments, small=False)

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


def test_headings_clauses_and_lists_are_read(registry_with_french: Registry) -> None:
    view = View(read_text(RESOLUTION.encode(), "a.txt"))
    structure = read_structure(view, registry_with_french.vocabulary)
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
    french: French, draft: Draft, code: str, wrong: str, right: str | None
) -> None:
    path = draft("a.txt", f"rappelant {wrong},\n")
    ran = french("check", "--select", code, "--output-format", "jsonl", path)
    assert [json.loads(line)["code"] for line in ran.out.splitlines()] == [code]
    french("check", "--select", code, "--fix", "--unsafe-fixes", path)
    assert path.read_text("utf-8") == f"rappelant {right or wrong},\n"


def test_what_a_text_ends_itself_is_meant(french: French, draft: Draft) -> None:
    words = (
        "décide d'abroger la Résolution 104 (Minneapolis, 1998),\n\n"
        "La présente Résolution remplace la Résolution 71 (Rév. Dubaï, 2018).\n\n"
        "la Résolution 104 (Minneapolis, 1998) a été abrogée par la Conférence de plénipotentiaires,\n\n"
        "la Résolution 71 (Rév. Dubaï, 2018) n'est pas remplacée,\n"
    )
    ran = french("check", "--select", "STA", "--output-format", "jsonl", draft("a.txt", words))
    assert [json.loads(line)["line"] for line in ran.out.splitlines()] == [7]


def test_english_is_read_as_before(french: French, reslint: Reslint) -> None:
    examples = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))
    assert examples
    alone = reslint("citations", "--as-of", "2023-12-31", *examples)
    assert french("citations", *examples).out == alone.out
    check = ("--output-format", "concise", "--select", "ALL")
    alone = reslint("check", "--as-of", "2023-12-31", *check, *examples, small=False)
    assert french("check", *check, *examples).out == alone.out
