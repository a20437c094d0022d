"""What contradicts is shown and left to people, and proposals teach nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reslint.errors import ReslintError
from reslint.ingesting.learning import Learnt
from reslint.registry.reading import read

Teach = Callable[..., Learnt]
HISTORY = "RESOLUTION 75 (Rev. Geneva, 2022)\n\nTest networks\n\n(Johannesburg, 2008; Hammamet, 2016; Geneva, 2022)\n"


@pytest.mark.parametrize(
    ("before", "now", "reason"),
    [
        (
            "RESOLUTION 75 (Rev. Geneva, 2022) – Test networks\n",
            "RESOLUTION 75 (Rev. Geneva, 2022) – Other networks\n",
            "the title of WTSA-20 is 'Other networks' here, and 'Test networks' in the registry",
        ),
        (
            "WTSA RESOLUTION 75 (Dubai, 2012) – Test networks\n",
            "WTSA RESOLUTION 75 (Rev. Johannesburg, 2008) – Test networks\n",
            "an edition of WTSA-08 would be before the first, of WTSA-12",
        ),
        (
            HISTORY,
            "WTSA RESOLUTION 75 (Rev. Dubai, 2012) – Test networks\n",
            "the history is whole through WTSA-20 and has no edition of WTSA-12",
        ),
        (
            "WTSA RESOLUTION 75 (Rev. Dubai, 2012) – Test networks\n",
            HISTORY,
            "the registry has an edition of WTSA-12, which the history read here lacks",
        ),
        (
            HISTORY,
            "RESOLUTION 75 (Geneva, 2022) – Test networks\n",
            "WTSA-20 is no revision here, and one in the registry",
        ),
        (
            HISTORY,
            "RESOLUTION 75 (Rev. Johannesburg, 2008) – Test networks\n",
            "WTSA-08 is a revision here, and the first edition in the registry",
        ),
        (
            "Resolutions suppressed by WTSA-16\n\nSUP Resolution 75\n",
            "RESOLUTION 75 (Rev. Geneva, 2022) – Test networks\n",
            "it is in force after WTSA-20 here, and abrogated by WTSA-16 in the registry",
        ),
        (
            "RESOLUTION 75 (Rev. Geneva, 2022) – Test networks\n",
            "Resolutions suppressed by WTSA-16\n\nSUP Resolution 75\n",
            "WTSA-16 abrogated it here, and there is an edition of WTSA-20",
        ),
        (
            "Resolutions suppressed by WTSA-16\n\nSUP Resolution 75\n",
            "Resolutions suppressed by WTSA-20\n\nSUP Resolution 75\n",
            "WTSA-20 abrogated it here, and WTSA-16 in the registry",
        ),
        (
            "RESOLUTION ITU-R 61-2 (Sharm el-Sheikh, 2019) – Noise\n",
            "RESOLUTION ITU-R 61-1 (Dubai, 2023) – Noise\n",
            "revision 1 of RA-23 does not count up with the others",
        ),
        (
            "RESOLUTION ITU-R 61-2 (Sharm el-Sheikh, 2019) – Noise\n",
            "RESOLUTION ITU-R 61-1 (Sharm el-Sheikh, 2019) – Noise\n",
            "RA-19 is revision 1 here, and 2 in the registry",
        ),
    ],
)
def test_what_contradicts_the_registry_is_shown(empty: bytes, teach: Teach, before: str, now: str, reason: str) -> None:
    known = teach(empty, {"before.txt": before})
    assert known.doubts == ()
    learnt = teach(known.after, {"now.txt": now})
    assert learnt.after == known.after
    (doubt,) = learnt.doubts
    assert doubt.where.startswith("now.txt, line ")
    assert doubt.reason.endswith(reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HISTORY.replace("; Geneva, 2022)", ")"), "the history line says WTSA-16, the heading WTSA-20"),
        (
            HISTORY + "\nThe World Telecommunication Standardization Assembly (Hammamet, 2016),\n",
            "the line of adoption says WTSA-16, the heading WTSA-20",
        ),
        (
            HISTORY.replace("RESOLUTION 75 (Rev. ", "RESOLUTION 75 ("),
            "the heading marks no revision, the history line has 3 editions",
        ),
        (HISTORY.replace("Johannesburg", "Johanesburg"), "'Johanesburg' is no place of the registry (Johannesburg?)"),
        (HISTORY.replace("Hammamet, 2016", "Hammamet, 2015"), "no conference of WTSA is known for Hammamet, 2015"),
        ("RESOLUTION ITU-R 61-3 (2015-2019-2023)\n\nNoise\n", "61-3 has 3 revisions, but 3 years are given"),
        ("RESOLUTION 75\n\nNoise\n\nThe ITU Radiocommunication Assembly,\n", "no edition is named"),
        (
            "RESOLUTION 75 (Rev. Hyderabad, 2010)\n\nOne\n\nRESOLUTION 75 (Rev. Kigali, 2022)\n\nTwo\n",
            "several editions",
        ),
        ("RESOLUTION 71 (Rev. Doha, 2026)\n\nWhat is to come\n", "PP-26 was not yet held"),
        ("SUP Resolution 36\n", "it is not said whose resolution 36 is"),
        ("Resolutions suppressed\n\nResolution 36 (Rev. Hammamet, 2016)\n", "which conference of WTSA abrogated it"),
    ],
)
def test_a_text_that_contradicts_itself_teaches_nothing(empty: bytes, teach: Teach, text: str, reason: str) -> None:
    from datetime import date

    learnt = teach(empty, {"a.txt": text}, day=date(2026, 6, 1))
    assert learnt.after == empty
    assert [doubt for doubt in learnt.doubts if reason in doubt.reason], learnt.doubts


def test_two_texts_that_disagree_on_a_title_give_none(empty: bytes, teach: Teach) -> None:
    texts = {
        "a.txt": "RESOLUTION 75 (Rev. Geneva, 2022) – Test networks\n",
        "b.txt": "RESOLUTION 75 (Rev. Geneva, 2022) – Other networks\n",
    }
    learnt = teach(empty, texts)
    record = read(learnt.after, "registry").data["resolutions"]["WTSA 75"]
    assert "title" not in record
    assert record["editions"] == ["WTSA-20"]
    (doubt,) = learnt.doubts
    assert "'Test networks' (a.txt, line 1)" in doubt.reason
    assert "'Other networks' (b.txt, line 1)" in doubt.reason


def test_a_text_that_the_full_list_lacks_is_a_doubt(empty: bytes, teach: Teach) -> None:
    listed = teach(empty, {"list.txt": "RESOLUTION 1 (Rev. Kigali, 2022) – Rules\n"}, full="WTDC-22")
    learnt = teach(listed.after, {"a.txt": "RESOLUTION 2 (Rev. Kigali, 2022) – Groups\n"})
    assert learnt.after == listed.after
    assert "full list" in learnt.doubts[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "MOD\tABC/35A18/1\n\nRESOLUTION 75 (Rev. Geneva, 2022)\n\nTest networks\n",
        "ADD\n\nRESOLUTION 275 (Geneva, 2022)\n\nTest networks\n",
        "SUP\tABC/35A18/2\n\nRESOLUTION 75 (Rev. Geneva, 2022)\n\nTest networks\n",
        "NOC\tABC/35A18/2\n\nRESOLUTION 75 (Rev. Geneva, 2022)\n\nTest networks\n",
        "MOD RESOLUTION 75 (Rev. Geneva, 2022)\n\nTest networks\n",
        "RESOLUTION 75 (Rev. Geneva, 2022New Delhi, 2024)\n\nTest networks\n",
        "RESOLUTION 75 (Rev. Geneva, 2022)\n\nTest\n\nrecalling Resolution 71 (Rev. Dubai, 2018Bucharest, 2022),\n",
    ],
)
def test_a_proposal_is_refused(empty: bytes, teach: Teach, text: str) -> None:
    with pytest.raises(ReslintError, match="proposal"):
        teach(empty, {"a.txt": text})


def test_the_real_samples(empty: bytes, teach: Teach, shared: Path) -> None:
    """Two adopted texts and three proposals, as they came."""
    read_as = {path.name[:3]: path.read_text("utf-8") for path in (shared / "samples" / "contributions").glob("*.txt")}
    learnt = teach(empty, {name: read_as[name] for name in ("001", "003")})
    assert learnt.doubts == ()
    records = read(learnt.after, "registry").data["resolutions"]
    assert set(records) == {"WTSA 75", "COUNCIL 1334"}
    assert records["WTSA 75"]["editions"] == ["WTSA-08", "WTSA-12", "WTSA-16", "WTSA-20"]
    assert records["WTSA 75"]["complete"] is True
    assert records["COUNCIL 1334"]["editions"] == ["C23"]
    assert records["COUNCIL 1334"]["adoption"] == "unread"
    for name in ("000", "002", "004"):
        with pytest.raises(ReslintError, match="both sides of tracked changes: a proposal"):
            teach(empty, {name: read_as[name]})
