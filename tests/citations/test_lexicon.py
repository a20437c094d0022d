"""Whatever words a registry that is sound may have, citations are read by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint import Settings, lint_text
from reslint.registry.checking import check

SMALL = """\
date: 2026-11-22
bodies:
  PP: {cites: place, labels: [PP], kinds: [resolution], names: {en: [Plenipotentiary Conference]}}
vocabulary:
  en:
    kinds: {resolution: {one: [Resolution], many: [Resolutions]}}
    union: [ITU]
    revised: [Rev.]
    modified: [modified]
    adopted: [adopted]
    words:
      {of: [of], the: [the], this: [this], its: [its], and: [and], by: [by], number: [No.], session: [session],
      filler: [in]}
    others: [WHO]
    lookalikes: [screen]
    units: [dpi]
    adopting: [The]
    proposals: [MOD]
    quoted-title: ['on']
    write: {adopted: '{place}, {year}', revised: 'Rev. {place}, {year}'}
sources: {}
places: {Dubai: {misspelt: [Dubay]}}
conferences:
  PP-18: {body: PP, place: Dubai, year: 2018, start: 2018-10-29, end: 2018-11-16}
resolutions: {}
unga: {}
"""


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("", ""),
        ("labels: [PP]", "labels: [PP, '-', '(P']"),
        ("labels: [PP]", "labels: [PP], series: ['-']"),
        ("labels: [PP]", "labels: [PP], series: ['(T', 'ITU-(D']"),
        ("labels: [PP]", "labels: [PP], kin: {en: ['(Conference', '*']}"),
        ("{en: [Plenipotentiary Conference]}", "{en: [Plenipotentiary Conference, '(the', '[a', '*b c', 'ß', '?']}"),
        ("{en: [Plenipotentiary Conference]}", "{fr: [Conférence de plénipotentiaires]}"),
        ("others: [WHO]", "others: ['(health', '*', ' WHO']"),
        ("others: [WHO]", "others: []"),
        ("lookalikes: [screen]", "lookalikes: ['(']"),
        ("units: [dpi]", "units: ['(', '%']"),
        ("revised: [Rev.]", "revised: []"),
        ("modified: [modified]", "modified: ['(mod', '+']"),
        ("modified: [modified]\n    adopted: [adopted]", "modified: []\n    adopted: []"),
        ("and: [and]", "and: []"),
        ("of: [of], the: [the]", "of: ['*'], the: []"),
        ("quoted-title: ['on']", "quoted-title: []"),
        ("adopting: [The]", "adopting: ['(']"),
        ("proposals: [MOD]", "proposals: []"),
        ("[Resolutions]", "['Resolutions (', '*']"),
        ("{Dubai: {misspelt: [Dubay]}}", "{Dubai: {variants: ['(Dubai', '*', '.']}}"),
    ],
)
def test_a_sound_registry_reads_citations(tmp_path: Path, written: str, instead: str) -> None:
    assert written in SMALL
    content = SMALL.replace(written, instead)
    assert check(content) == []
    path = tmp_path / "registry.yaml"
    path.write_text(content, "utf-8")
    draft = "considering\na)\tResolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference;\n"
    result = lint_text(draft, settings=Settings.of(select=["ALL"], as_of="2024-10-15", registry=path))
    assert result.errors == ()
    assert [citation.number for citation in result.citations] == ["71"]
