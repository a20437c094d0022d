"""A registry small enough to read at a glance, for tests that break it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.registry import Registry, load

SMALL = """\
date: 2026-11-22
bodies:
  PP:
    cites: place
    labels: [PP]
    kinds: [resolution, decision]
    names: {en: [Plenipotentiary Conference]}
  COUNCIL:
    cites: session
    labels: [C]
    kinds: [resolution]
    names: {en: [Council]}
  RA:
    cites: place
    suffixes: true
    labels: [RA]
    kinds: [resolution]
    names: {en: [Radiocommunication Assembly]}
  UNGA:
    cites: symbol
    kinds: [resolution]
    names: {en: [United Nations General Assembly]}
vocabulary:
  en:
    kinds:
      resolution: {one: [Resolution], many: [Resolutions]}
      decision: {one: [Decision], many: [Decisions]}
    union: [ITU]
    revised: [Rev.]
    modified: [modified]
    adopted: [adopted]
    words:
      {of: [of], the: [the], this: [this], its: [its], and: [and], by: [by],
      number: [No.], session: [session], filler: [in]}
    others: [WHO]
    lookalikes: [screen]
    units: [dpi]
    adopting: [The]
    proposals: [MOD]
    quoted-title: ['on']
    write:
      adopted: '{place}, {year}'
      revised: 'Rev. {place}, {year}'
      numbered: '{number}-{suffix} ({place}, {year})'
      unnumbered: '{number} ({place}, {year})'
      session adopted: '{year}'
      session modified: 'Modified {year}'
sources:
  final-acts: Final Acts of the Plenipotentiary Conference
places:
  Antalya:
    names: {fr: Antalya}
  Guadalajara:
    variants: [Guadalajara de México]
  Busan:
    variants: [Pusan]
  Dubai:
    misspelt: [Dubay]
  Bucharest:
    misspelt: [Buchrest]
  Geneva:
    names: {fr: Genève, ru: Женева}
    recalled: [ru]
conferences:
  PP-06: {body: PP, place: Antalya, year: 2006, start: 2006-11-06, end: 2006-11-24}
  PP-10: {body: PP, place: Guadalajara, year: 2010, start: 2010-10-04, end: 2010-10-22, recalled: [start, end]}
  PP-14: {body: PP, place: Busan, year: 2014, start: 2014-10-20, end: 2014-11-07}
  PP-18: {body: PP, place: Dubai, year: 2018, start: 2018-10-29, end: 2018-11-16}
  PP-22: {body: PP, place: Bucharest, year: 2022, start: 2022-09-26, end: 2022-10-14}
  PP-26: {body: PP, place: Antalya, year: 2026, start: 2026-11-09, end: 2026-11-27}
  RA-19: {body: RA, place: Geneva, year: 2019}
  RA-23: {body: RA, place: Dubai, year: 2023, aliases: [RA-2023]}
  C19: {body: COUNCIL, year: 2019}
  C23: {body: COUNCIL, year: 2023}
  C27: {body: COUNCIL, year: 2027}
resolutions:
  PP 1:
    title: A title
    title_of: PP-22
    editions: [PP-06, PP-10, PP-18, PP-22]
    complete: true
    status: in force
    checked: PP-22
    sources: [final-acts]
  PP 2:
    editions: [PP-10, PP-18]
    status: abrogated
    abrogated_by: PP-22
    checked: PP-22
    sources: [final-acts]
  PP 3:
    editions: [PP-06, PP-18]
    status: unknown
    checked: PP-18
    recalled: {revised: [PP-22]}
    sources: [a paper]
  PP 4:
    editions: [PP-06]
    status: abrogated
    checked: PP-22
    sources: [a paper]
  PP decision 1:
    status: unknown
  RA 61:
    title: Another title
    title_of: RA-23
    former_titles: [{title: Its first title, of: RA-19}]
    editions:
      - {conference: RA-19, suffix: 0}
      - {conference: RA-23, suffix: 1}
    complete: true
    status: unknown
    checked: RA-23
    sources: [a page]
  COUNCIL 1332:
    editions: [C19]
    adoption: unread
    status: in force
    checked: C23
    unconfirmed: [2023]
    sources: [a page]
unga:
  70/1:
    title: A third title
    date: 2015-09-25
    drafts: [A/70/L.1]
    forms: [70/1, A/RES/70/1]
    wrong: [A/70/1]
  78/265:
    drafts: [A/78/L.49]
    forms: [78/265]
    recalled: [drafts]
"""


@pytest.fixture(scope="session")
def small() -> str:
    return SMALL


@pytest.fixture(scope="session")
def few(own_cache: Path, tmp_path_factory: pytest.TempPathFactory, small: str) -> Registry:
    """The registry that `small` is."""
    assert own_cache.is_dir()
    path = tmp_path_factory.mktemp("registry") / "registry.yaml"
    path.write_text(small, "utf-8")
    return load(path)
