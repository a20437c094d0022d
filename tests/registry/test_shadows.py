"""Records of a file of one's own that hide what reslint says of the same text by now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from reslint.resources import resource

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
OURS = yaml.safe_load(resource("registry.yaml").read_text("utf-8"))["resolutions"]


def record(key: str, **changes: Any) -> str:
    """A file with the record of reslint, some fields of it changed, and those that are None left out."""
    fields = {name: value for name, value in {**OURS[key], **changes}.items() if value is not None}
    return str(yaml.safe_dump({"resolutions": {key: fields}}, sort_keys=False, allow_unicode=True))


@pytest.fixture
def hidden(reslint: Reslint, draft: Draft) -> Callable[[str], str]:
    """What is hidden by the records of a file, where that is all there is to say."""

    def call(content: str) -> str:
        draft("ours.yaml", content)
        ran = reslint("registry", "check", "ours.yaml")
        assert ran.status == 0, ran.out
        many = len(ran.out.splitlines())
        told = f", {many} record{'' if many == 1 else 's'} to look at" if many else ""
        assert ran.err == f"ours.yaml: nothing wrong{told}\n"
        return str(ran.out)

    return call


def test_a_copy_hides_nothing(hidden: Callable[[str], str]) -> None:
    for key in ("PP 140", "PP 178", "PP 36", "RA 61", "COUNCIL 1332", "WTDC 37"):
        assert hidden(record(key)) == ""


def test_a_record_that_knows_more_hides_nothing(hidden: Callable[[str], str]) -> None:
    editions = [*OURS["WTDC 37"]["editions"], "WTDC-25"]
    more = record("WTDC 37", editions=editions, checked="WTDC-25", sources=[*OURS["WTDC 37"]["sources"], "the minutes"])
    assert hidden(more) == ""


def test_a_text_that_reslint_does_not_know_hides_nothing(hidden: Callable[[str], str]) -> None:
    assert (
        hidden(
            "resolutions:\n  PP 999: {status: in force, editions: [PP-22], checked: PP-22, sources: [our minutes]}\n"
        )
        == ""
    )


def test_editions_that_were_read_since_are_named(hidden: Callable[[str], str]) -> None:
    said = hidden(record("PP 140", editions=["PP-06", "PP-10", "PP-14", "PP-18"], title_of="PP-18", checked="PP-18"))
    assert said.startswith("ours.yaml:2: PP 140: hides what reslint says by now: the edition Rev. Bucharest, 2022; ")
    assert "checked through PP-22; the whole history through PP-22; " in said
    assert said.endswith("take it over, or leave the record out if it says no more than that of reslint\n")
    said = hidden(record("PP 140", editions=["PP-06", "PP-10", "PP-22"], complete=None))
    assert "the editions Rev. Busan, 2014 and Rev. Dubai, 2018; take it over" in said


def test_a_source_that_came_since_is_named_where_the_others_are_the_same(hidden: Callable[[str], str]) -> None:
    first, *others = OURS["PP 140"]["sources"]
    assert f"the source {others[-1]!r}; take it over" in hidden(record("PP 140", sources=[first, *others[:-1]]))
    assert f"and {len(others) - 1} more; take" in hidden(record("PP 140", sources=[first]))
    assert hidden(record("PP 140", sources=["minutes of our delegation"])) == ""


def test_a_status_that_was_found_out_since_is_named(hidden: Callable[[str], str]) -> None:
    key = next(key for key, one in OURS.items() if one["status"] == "abrogated" and one.get("abrogated_by") == "PP-22")
    assert "abrogated by PP-22" in hidden(record(key, status="in force", abrogated_by=None))


def test_a_title_that_was_replaced_is_named(hidden: Callable[[str], str]) -> None:
    known = OURS["PP 25"]
    former = known["former_titles"][0]
    said = hidden(record("PP 25", title=former["title"], title_of=former["of"], former_titles=None))
    assert f"the title {known['title']!r}" in said


def test_nothing_is_said_of_a_whole_registry_nor_where_there_is_something_to_mend(
    reslint: Reslint, draft: Draft
) -> None:
    assert reslint("registry", "check").out == ""
    draft("ours.yaml", record("PP 140", editions=["PP-18", "PP-06"]))
    ran = reslint("registry", "check", "ours.yaml")
    assert ran.status == 1
    assert "hides" not in ran.out
