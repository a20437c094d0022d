"""A further language of the Latin script is a block of words: a made-up one is read with no code of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from reslint.resources import resource

Draft = Callable[..., Path]
FoundAndMended = Callable[..., None]
Reslint = Callable[..., Any]
Made = Callable[..., Any]

WORDS = """
vocabulary:
  xx:
    kinds:
      resolution: {one: [Velquor], many: [Velquorin]}
      decision: {one: [Tarnish, Obbel], many: [Tarnishin, Obbelin], session: [Obbel, Obbelin]}
      recommendation: {one: [Wunsk], many: [Wunskin]}
      opinion: {one: [Minug], many: [Minugin]}
    union: [UXU]
    revised: [Nüv.]
    modified: [ündret]
    adopted: [annomt]
    words:
      of: [av, "av'"]
      the: [lo]
      this: [dusk]
      its: [sit]
      and: [ok]
      number: [Nu.]
      session: [sittung]
      by: [bü]
      filler: [bü, oppe]
    write:
      adopted: '{place}, {year}'
      revised: 'Nüv. {place}, {year}'
      numbered: '{number}-{suffix} ({place}, {year})'
      unnumbered: '{number} ({place}, {year})'
      session adopted: '{year}'
      session modified: 'Ündret {year}'
      short name adopted: '{label}'
      short name revised: 'Nüv.{label}'
      resolution symbol: 'A/RES/{number}'
    others: [Trüggerod]
    lookalikes: []
    units: [px]
    clauses: {preamble: [tünkende], operative: [fastar], further: [ook]}
    adopting: [Lo]
    proposals: [ADD]
    quoted-title: [um]
"""
NAMES = {
    "PP": "Fullmaktskonfer",
    "COUNCIL": "Rod",
    "WTSA": "Standarsamblo",
    "WRC": "Radiokonfer",
    "UNGA": "Gemeinsamblo",
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two files that lie over the registry: the words of the language, and the bodies and a place as it calls them."""
    folder = tmp_path_factory.mktemp("made-up")
    data = yaml.safe_load(resource("registry.yaml").read_text("utf-8"))
    for key, name in NAMES.items():
        data["bodies"][key]["names"]["xx"] = [name]
    data["bodies"]["WRC"]["foreign_labels"]["xx"] = ["RK"]
    data["bodies"]["RA"]["foreign_series"]["xx"] = ["UXU-R"]
    places = {"Bucharest": data["places"]["Bucharest"], "Dubai": data["places"]["Dubai"]}
    for key, name in (("Bucharest", "Bukkarost"), ("Dubai", "Dübbau")):
        places[key]["names"]["xx"] = name
    words, rest = folder / "words.yaml", folder / "rest.yaml"
    words.write_text(WORDS, "utf-8")
    rest.write_text(yaml.safe_dump({"bodies": data["bodies"], "places": places}, allow_unicode=True), "utf-8")
    return words, rest


@pytest.fixture
def made(reslint: Reslint, files: tuple[Path, Path]) -> Made:
    """A call of the command line that reads the language."""

    def call(command: str, *arguments: str | Path) -> Any:
        registries = [part for file in files for part in ("--registry", file)]
        return reslint(command, *registries, "--as-of", "2023-12-31", *arguments, small=False)

    return call


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Velquor 71 (Nüv. Dübbau, 2018)", ("PP", "71", "superseded", "Nüv. Bukkarost, 2022")),
        ("VELQUOR 71 (NÜV. DÜBBAU, 2018)", ("PP", "71", "superseded", "Nüv. Bukkarost, 2022")),
        ("Velquor Nu. 2 av lo Standarsamblo", ("WTSA", "2", "unknown", "Nüv. Hammamet, 2016")),
        ("Velquor 2 av'Standarsamblo", ("WTSA", "2", "unknown", "Nüv. Hammamet, 2016")),
        ("Velquor UXU-R 61-2", ("RA", "61-2", "superseded", "61-3 (Dübbau, 2023)")),
        ("Velquor 811 (RK-19)", ("WRC", "811", "last-known", "RK-19")),
        ("Obbel 482", ("COUNCIL", "482", "unknown", "Ündret 2020")),
        ("velquor 1325 av Trüggerod", ("OTHER", "1325", "unknown", None)),
    ],
)
def test_a_citation_is_read_once_and_judged(
    made: Made, draft: Draft, text: str, expected: tuple[str | None, ...]
) -> None:
    ran = made("citations", draft("a.txt", f"tünkende um {text},\n"))
    read = [json.loads(line) for line in ran.out.splitlines()]
    assert [tuple(one[key] for key in ("body", "number", "verdict", "latest")) for one in read] == [expected]
    assert [one["lang"] for one in read] == ["xx"]


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("STA001", "Velquor 71 (Nüv. Dübbau, 2018)", "Velquor 71 (Nüv. Bukkarost, 2022)"),
        ("SPL001", "Velquor 71 (Nüv. Bukarost, 2022)", "Velquor 71 (Nüv. Bukkarost, 2022)"),
        ("SPL003", "Velquor 71 (Nüv. Bucharest, 2022)", "Velquor 71 (Nüv. Bukkarost, 2022)"),
        ("FRM003", "Velquor 71 (Bukkarost, 2022)", "Velquor 71 (Nüv. Bukkarost, 2022)"),
    ],
)
def test_a_citation_is_found_and_mended(
    made: Made, found_and_mended: FoundAndMended, code: str, wrong: str, right: str
) -> None:
    found_and_mended(made, code, f"tünkende {wrong}", f"tünkende {right}")


def test_english_is_read_as_before(made: Made, reslint: Reslint) -> None:
    examples = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))
    assert examples
    alone = reslint("citations", "--as-of", "2023-12-31", *examples)
    assert made("citations", *examples).out == alone.out
    check = ("--output-format", "concise", "--select", "ALL")
    alone = reslint("check", "--as-of", "2023-12-31", *check, *examples, small=False)
    assert made("check", *check, *examples).out == alone.out


def test_a_language_of_another_shape_is_words_too(reslint: Reslint, draft: Draft, tmp_path: Path) -> None:
    """Numbers before the head word, years before places, and nothing between words."""
    words = yaml.safe_load(WORDS)["vocabulary"]["xx"]
    words |= {
        "order": ["number first", "year first", "no blanks", "no case", "inflected"],
        "kinds": {"resolution": {"one": ["호벨"], "many": ["호벨"]}, "decision": {"one": ["호딘"], "many": ["호딘"]}},
        "union": ["쿡연"],
        "revised": ["롭본"],
        "modified": ["숙본"],
        "adopted": ["챌탯"],
    }
    small = ("of", "the", "this", "its", "by", "filler", "session")
    words["words"] |= {name: [] for name in small} | {
        "and": ["햐"],
        "number": ["젭"],
        "ordinal": ["젭"],
        "year": ["뇬"],
    }
    words["write"] |= {"adopted": "{year}뇬,{place}", "revised": "{year}뇬,{place},롭본"}
    data = yaml.safe_load(resource("registry.yaml").read_text("utf-8"))
    data["bodies"]["PP"]["names"]["yy"] = ["젼퀀댑"]
    places = {key: data["places"][key] for key in ("Bucharest", "Dubai")}
    for key, name in (("Bucharest", "부큰롓"), ("Dubai", "둡뱌")):
        places[key]["names"]["yy"] = name
    for name, content in (
        ("words", {"vocabulary": {"yy": words}}),
        ("rest", {"bodies": data["bodies"], "places": places}),
    ):
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    files = ("--registry", tmp_path / "words.yaml", "--registry", tmp_path / "rest.yaml")
    given = (*files, "--as-of", "2023-12-31")
    text = draft("a.txt", "젼퀀댑젭71햐130호벨(2018뇬,둡뱌,롭본)\n")
    ran = reslint("citations", *given, text, small=False)
    read = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["lang"], one["body"], one["number"], one["latest"]) for one in read] == [
        ("yy", "PP", "71", "2022뇬,부큰롓,롭본"),
        ("yy", "PP", "130", "2022뇬,부큰롓,롭본"),
    ]
    reslint("check", *given, "--select", "STA001", "--fix", "--unsafe-fixes", text, small=False)
    assert text.read_text("utf-8") == "젼퀀댑젭71햐130호벨(2022뇬,부큰롓,롭본)\n"
