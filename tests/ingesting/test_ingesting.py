"""What official texts teach an empty registry, in the forms in which they come."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest

from reslint.ingesting.learning import Learnt
from reslint.registry.reading import read

Teach = Callable[..., Learnt]

ASSEMBLY = """\
RESOLUTION 175 (Rev. Geneva, 2022)

Open test networks for the standardization of
small island states

(Johannesburg, 2008; Dubai, 2012; Hammamet, 2016; Geneva, 2022)

The World Telecommunication Standardization Assembly (Geneva, 2022),

considering

a)	that Resolution 200 (Rev. Bucharest, 2022) of the Plenipotentiary Conference speaks of something else,

resolves

1	to go on.
"""
SECTOR = """\
RESOLUTION ITU-R 161-3 (2012-2015-2019-2023)

Measuring the noise of the night sky

The ITU Radiocommunication Assembly,

considering

that the night is noisy,

RESOLUTION ITU-R 162-1

Sharing the results

(2019-2023)

The ITU Radiocommunication Assembly,

resolves

to share.
"""
COUNCIL = """\
resolution 1934 (modified 2023)

(adopted at the sixth Plenary meeting)

Role of the Union in the review of test networks

The ITU Council,

recalling

Council Resolution 1932 (Modified 2019),
"""
PLENIPOTENTIARY = """\
FINAL ACTS OF THE PLENIPOTENTIARY CONFERENCE (BUCHAREST, 2022)

DECISION 15 (Rev. Bucharest, 2022)

Revenue of test networks for 2024-2027

The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),

decides

to count.

RESOLUTION 302 (Rev. Bucharest, 2022)

A forum of test networks

The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),

resolves

to meet.

(Kyoto, 1994) – (Rev. Minneapolis, 1998) – (Rev. Antalya, 2006) – (Rev. Bucharest, 2022)

RESOLUTION 314 (Bucharest, 2022)

Test networks and machines that learn

The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),

resolves

to learn.

Resolutions abrogated by the Plenipotentiary Conference (Bucharest, 2022)

SUP Resolution 336

Resolution 311 (Rev. Dubai, 2018) – Fairs of test networks
"""
CONTENTS = """\
Table of contents

RESOLUTION 201 (Rev. Kigali, 2022) – Rules of procedure of test networks ........ 3

RESOLUTION 202 (Kigali, 2022)	Study groups	12

RESOLUTION 925 (C-1985, last amended C19) Staff of test networks

DECISION 624 (C21)Cancellation of a meeting
"""
TEXTS = {
    "assembly.txt": ASSEMBLY,
    "sector.txt": SECTOR,
    "council.txt": COUNCIL,
    "final-acts.txt": PLENIPOTENTIARY,
    "contents.txt": CONTENTS,
}
KNOWN = """\
resolutions:
  PP 302:
    title: A forum of test networks
    title_of: PP-22
    editions: [PP-94, PP-98, PP-06, PP-22]
    complete: true
    status: in force
    checked: PP-22
    sources:
      - final-acts.txt, line 13, read 2026-11-23
  PP 311:
    title: Fairs of test networks
    title_of: PP-18
    editions: [PP-18]
    adoption: unread
    status: abrogated
    abrogated_by: PP-22
    checked: PP-22
    sources:
      - final-acts.txt, line 39, read 2026-11-23
  PP 314:
    title: Test networks and machines that learn
    title_of: PP-22
    editions: [PP-22]
    complete: true
    status: in force
    checked: PP-22
    sources:
      - final-acts.txt, line 25, read 2026-11-23
  PP 336:
    status: abrogated
    abrogated_by: PP-22
    checked: PP-22
    sources:
      - final-acts.txt, line 37, read 2026-11-23
  PP decision 15:
    title: Revenue of test networks for 2024-2027
    title_of: PP-22
    editions: [PP-22]
    adoption: unread
    status: in force
    checked: PP-22
    sources:
      - final-acts.txt, line 3, read 2026-11-23
  COUNCIL 925:
    title: Staff of test networks
    title_of: C19
    editions: [C-1985, C19]
    status: in force
    checked: C19
    sources:
      - contents.txt, line 7, read 2026-11-23
  COUNCIL 1934:
    title: Role of the Union in the review of test networks
    title_of: C23
    editions: [C23]
    adoption: unread
    status: in force
    checked: C23
    sources:
      - council.txt, line 1, read 2026-11-23
  COUNCIL decision 624:
    title: Cancellation of a meeting
    title_of: C21
    editions: [C21]
    complete: true
    status: in force
    checked: C21
    sources:
      - contents.txt, line 9, read 2026-11-23
  WTDC 201:
    title: Rules of procedure of test networks
    title_of: WTDC-22
    editions: [WTDC-22]
    adoption: unread
    status: in force
    checked: WTDC-22
    sources:
      - contents.txt, line 3, read 2026-11-23
  WTDC 202:
    title: Study groups
    title_of: WTDC-22
    editions: [WTDC-22]
    complete: true
    status: in force
    checked: WTDC-22
    sources:
      - contents.txt, line 5, read 2026-11-23
  WTSA 175:
    title: Open test networks for the standardization of small island states
    title_of: WTSA-20
    editions: [WTSA-08, WTSA-12, WTSA-16, WTSA-20]
    complete: true
    status: in force
    checked: WTSA-20
    sources:
      - assembly.txt, line 1, read 2026-11-23
  RA 161:
    title: Measuring the noise of the night sky
    title_of: RA-23
    editions:
      - {conference: RA-12, suffix: 0}
      - {conference: RA-15, suffix: 1}
      - {conference: RA-19, suffix: 2}
      - {conference: RA-23, suffix: 3}
    complete: true
    status: in force
    checked: RA-23
    sources:
      - sector.txt, line 1, read 2026-11-23
  RA 162:
    title: Sharing the results
    title_of: RA-23
    editions: [{conference: RA-19, suffix: 0}, {conference: RA-23, suffix: 1}]
    complete: true
    status: in force
    checked: RA-23
    sources:
      - sector.txt, line 11, read 2026-11-23
"""


def resolutions(content: bytes) -> dict[str, Any]:
    """The records of a registry file."""
    records = read(content, "registry").data["resolutions"]
    assert isinstance(records, dict)
    return records


def test_texts_and_lists_make_a_known_registry(empty: bytes, teach: Teach) -> None:
    learnt = teach(empty, TEXTS)
    assert learnt.doubts == ()
    assert KNOWN in learnt.after.decode()
    assert learnt.after.decode().replace(KNOWN, "resolutions: {}\n") == empty.decode()


def test_a_second_time_changes_nothing(empty: bytes, teach: Teach) -> None:
    once = teach(empty, TEXTS).after
    again = teach(once, TEXTS)
    assert again.after == once
    assert (again.new, again.changed, again.doubts) == ((), (), ())


def test_any_order_gives_the_same_file(empty: bytes, teach: Teach) -> None:
    known = teach(empty, TEXTS).after
    for order in [list(TEXTS), *list(permutations(TEXTS))[7::40]]:
        content = empty
        for name in order:
            content = teach(content, {name: TEXTS[name]}).after
        assert content == known, order


@pytest.mark.parametrize(
    ("heading", "editions", "record"),
    [
        ("RESOLUTION 71 (Dubai, 2018)", "PP-18", {"editions": ["PP-18"], "complete": True}),
        ("RESOLUTION 71 (Rev. Dubai, 2018)", "PP-18", {"editions": ["PP-18"], "adoption": "unread"}),
        ("RESOLUTION 646 (Rev.WRC-15)", "WRC-15", {"editions": ["WRC-15"], "adoption": "unread"}),
        ("RESOLUTION 646 (WRC-15)", "WRC-15", {"editions": ["WRC-15"], "complete": True}),
        ("RESOLUTION ITU-R 7-3 (Rev. Geneva, 2015)", "RA-15", {"editions": [{"conference": "RA-15", "suffix": 3}]}),
        (
            "RESOLUTION ITU-R 7 (Geneva, 2015)",
            "RA-15",
            {"editions": [{"conference": "RA-15", "suffix": 0}], "complete": True},
        ),
        ("DECISION 482 (C01, last amended C20)", "C20", {"editions": ["C01", "C20"]}),
        ("RESOLUTION 1333 (Rev. 2016)", "C16", {"editions": ["C16"], "adoption": "unread"}),
    ],
)
def test_a_heading_tells_the_edition(
    empty: bytes, teach: Teach, heading: str, editions: str, record: dict[str, Any]
) -> None:
    council = "The ITU Council,\n" if editions.startswith("C") else ""
    learnt = teach(empty, {"a.txt": f"{heading}\n\nA title\n\n{council}"})
    assert learnt.doubts == ()
    (found,) = resolutions(learnt.after).values()
    assert {name: found[name] for name in ("editions", "adoption", "complete") if name in found} == record
    assert (found["title"], found["title_of"], found["status"], found["checked"]) == (
        "A title",
        editions,
        "in force",
        editions,
    )


def test_a_session_that_the_calendar_lacks_is_added(empty: bytes, teach: Teach) -> None:
    learnt = teach(empty, {"a.txt": "RESOLUTION 900 (C-1984) An old matter\n"})
    after = read(learnt.after, "registry").data
    assert after["conferences"]["C-1984"] == {"body": "COUNCIL", "year": 1984}
    assert after["resolutions"]["COUNCIL 900"]["editions"] == ["C-1984"]
    sessions = [key for key, entry in after["conferences"].items() if entry["body"] == "COUNCIL"]
    years = [after["conferences"][key]["year"] for key in sessions]
    assert years == sorted(years)


def test_a_title_belongs_to_its_edition(empty: bytes, teach: Teach) -> None:
    later = ASSEMBLY.replace("Geneva, 2022", "New Delhi, 2024").replace(
        "; New Delhi, 2024)", "; Geneva, 2022; New Delhi, 2024)"
    )
    later = later.replace("small island states", "all states")
    expected = {
        "title": "Open test networks for the standardization of all states",
        "title_of": "WTSA-24",
        "former_titles": [
            {"title": "Open test networks for the standardization of small island states", "of": "WTSA-20"}
        ],
        "editions": ["WTSA-08", "WTSA-12", "WTSA-16", "WTSA-20", "WTSA-24"],
        "complete": True,
        "checked": "WTSA-24",
    }
    for order in (("old.txt", "new.txt"), ("new.txt", "old.txt")):
        content = empty
        for name in order:
            content = teach(content, {name: ASSEMBLY if name == "old.txt" else later}).after
        record = resolutions(content)["WTSA 175"]
        assert {name: record[name] for name in expected} == expected
        assert record["sources"] == ["new.txt, line 1, read 2026-11-23", "old.txt, line 1, read 2026-11-23"]


def test_spellings_of_one_title_are_one(empty: bytes, teach: Teach) -> None:
    texts = {
        "a.txt": "RESOLUTION 201 (Rev. Kigali, 2022) – Rules Of Procedure for the Sector’s groups\n",
        "b.txt": "RESOLUTION 201 (Rev. Kigali, 2022) – Rules of procedure for the Sector's groups\n",
    }
    learnt = teach(empty, texts)
    assert learnt.doubts == ()
    assert resolutions(learnt.after)["WTDC 201"]["title"] == "Rules of procedure for the Sector's groups"


def test_a_full_list_proves_absence_and_presence(empty: bytes, teach: Teach) -> None:
    before = {"old.txt": "RESOLUTION 201 (Rev. Buenos Aires, 2017) – Rules\n\nRESOLUTION 203 (Doha, 2006) – Gone\n"}
    full = {"list.txt": "RESOLUTION 201 (Rev. Buenos Aires, 2017) – Rules\n\nRESOLUTION 202 (Kigali, 2022) – Groups\n"}
    one = teach(teach(empty, before).after, full, full="WTDC-22").after
    other = teach(teach(empty, full, full="WTDC-22").after, before).after
    assert one == other
    records = resolutions(one)
    assert [(key, record["status"], record["checked"]) for key, record in records.items()] == [
        ("WTDC 201", "in force", "WTDC-22"),
        ("WTDC 202", "in force", "WTDC-22"),
        ("WTDC 203", "abrogated", "WTDC-22"),
    ]
    assert "WTDC-22" in records["WTDC 203"]["basis"]
    listed = read(one, "registry").data["conferences"]["WTDC-22"]["listed"]
    assert listed == {"resolution": "list.txt, as a full list, read 2026-11-23"}


def test_what_is_adopted_after_a_full_list_is_in_force(empty: bytes, teach: Teach) -> None:
    listed = teach(empty, {"list.txt": "RESOLUTION 201 (Rev. Kigali, 2022) – Rules\n"}, full="WTDC-22").after
    later = teach(listed, {"new.txt": "RESOLUTION 290 (Baku, 2025) – New\n"}).after
    assert resolutions(later)["WTDC 290"]["status"] == "in force"


def test_a_full_list_says_nothing_of_other_kinds(empty: bytes, teach: Teach) -> None:
    both = {"a.txt": "RESOLUTION 301 (Rev. Dubai, 2018) – One\n\nDECISION 5 (Rev. Dubai, 2018) – Two\n"}
    listed = {"list.txt": "RESOLUTION 302 (Bucharest, 2022) – Three\n"}
    records = resolutions(teach(teach(empty, both).after, listed, full="PP-22").after)
    assert (records["PP 301"]["status"], records["PP decision 5"]["status"]) == ("abrogated", "in force")


def test_citations_of_an_adopted_text_are_evidence_of_editions_only(empty: bytes, teach: Teach) -> None:
    text = ASSEMBLY.replace("speaks of something else", "and Resolution 37 (Rev. Kigali, 2022) speak of it")
    records = resolutions(teach(empty, {"a.txt": text}, citations=True).after)
    assert set(records) == {"WTSA 175", "PP 200", "WTDC 37"}
    assert records["WTDC 37"] == {
        "editions": ["WTDC-22"],
        "adoption": "unread",
        "status": "in force",
        "checked": "WTDC-22",
        "sources": ["a.txt, cited in line 12, read 2026-11-23"],
    }
    assert set(resolutions(teach(empty, {"a.txt": text}).after)) == {"WTSA 175"}
    learnt = teach(empty, {"letter.txt": "A letter on Resolution 37 (Rev. Kigali, 2022).\n"}, citations=True)
    assert learnt.after == empty
    assert "no adopted text" in learnt.doubts[0].reason


def test_an_annex_is_no_text_of_its_own(empty: bytes, teach: Teach) -> None:
    """Its heading names the text it belongs to, and the history may stand below it."""
    annex = "ANNEX TO RESOLUTION 302 (Rev. Bucharest, 2022)\n\nIslands that take part\n\n(Kyoto, 1994) –"
    text = PLENIPOTENTIARY.replace("(Kyoto, 1994) –", annex)
    record = resolutions(teach(empty, {"a.txt": text}).after)["PP 302"]
    assert record["title"] == "A forum of test networks"
    assert record["editions"] == ["PP-94", "PP-98", "PP-06", "PP-22"]
    assert record["sources"] == ["a.txt, line 13, read 2026-11-23"]


def test_a_heading_that_is_repeated_on_every_page_is_one(empty: bytes, teach: Teach) -> None:
    page = "RESOLUTION 175 (Rev. Geneva, 2022)\n\nand so it goes on,\n"
    record = resolutions(teach(empty, {"a.txt": ASSEMBLY + "\n" + page * 3}).after)["WTSA 175"]
    assert record["title"] == "Open test networks for the standardization of small island states"
    assert record["complete"] is True


@pytest.mark.parametrize("before", ["DRAFT NEW ", "[Draft] ", "Annex 1 to "])
def test_a_heading_behind_other_words_teaches_nothing(empty: bytes, teach: Teach, before: str) -> None:
    assert teach(empty, {"a.txt": before + ASSEMBLY}).after == empty
