"""Only what was learnt changes in a registry file: every other byte of it stays."""

from __future__ import annotations

import random
from collections.abc import Callable
from difflib import ndiff
from typing import Any

import pytest

from reslint.errors import ReslintError
from reslint.ingesting.yaml_editing import edited
from reslint.ingesting.yaml_layout import fields_of, key_line
from reslint.registry.reading import read
from reslint.resources import resource

BODIES = {"PP": {"kinds": ["resolution", "decision"]}, "WTSA": {"kinds": ["resolution"]}}
FILE = """\
# Our registry.
date: 2026-01-01  # of the last edit
conferences:
  PP-18: {body: PP, place: Dubai, year: 2018}

# Everything that was adopted.
resolutions:
  # The first one.
  PP 2:
    title: A forum   # as of Dubai
    editions: [PP-14, PP-18]
    # It was checked by two people.
    checked: PP-18
    status: in force
    sources:
      # The book.
      - 'a book: page 3'   # lost since
      - another book

  # In one line.
  PP 5: {status: unknown}  # who knows

  PP 30:
    status: unknown

  # The decisions.
  PP decision 1:
    status: in force
unga: {}
"""
RECORD = {
    "title": "A forum",
    "editions": ["PP-14", "PP-18", "PP-22"],
    "checked": "PP-22",
    "status": "in force",
    "sources": ["a book: page 3", "another book", "acts.txt, line 4, read 2026-02-02"],
}


def changed(entries: dict[tuple[str, str], dict[str, Any]], file: str = FILE) -> list[str]:
    """The lines that go and come, as a diff shows them."""
    after = edited(file.encode(), "r.yaml", entries, BODIES, "2026-02-02").decode()
    lines = ndiff(file.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line.rstrip("\r\n") for line in lines if line[0] in "+-"]


def test_a_changed_field_is_all_that_changes() -> None:
    assert changed({("resolutions", "PP 2"): RECORD}) == [
        "- date: 2026-01-01  # of the last edit",
        "+ date: 2026-02-02  # of the last edit",
        "-     editions: [PP-14, PP-18]",
        "+     editions: [PP-14, PP-18, PP-22]",
        "-     checked: PP-18",
        "+     checked: PP-22",
        "+       - acts.txt, line 4, read 2026-02-02",
    ]


def test_comments_beside_and_within_what_changes_stay() -> None:
    record = {**RECORD, "title": "Another forum", "sources": ["another book", "a book: page 3"]}
    after = edited(FILE.encode(), "r.yaml", {("resolutions", "PP 2"): record}, BODIES, "2026-02-02").decode()
    assert "    title: Another forum   # as of Dubai\n" in after
    assert "      - another book\n      - 'a book: page 3'   # lost since\n" in after
    for comment in ("# The first one.", "# It was checked by two people.", "# The book.", "# In one line."):
        assert comment in after


def test_a_field_that_is_new_or_gone() -> None:
    record = {name: value for name, value in RECORD.items() if name != "checked"}
    record = {"title": "A forum", "title_of": "PP-18", **record, "editions": ["PP-14", "PP-18"], "note": "so"}
    record["sources"] = ["a book: page 3", "another book"]
    assert changed({("resolutions", "PP 2"): record})[2:] == [
        "+     title_of: PP-18",
        "-     checked: PP-18",
        "+     note: so",
    ]


def test_an_entry_of_one_line_becomes_one_of_several() -> None:
    assert changed({("resolutions", "PP 5"): {"status": "in force", "checked": "PP-18"}})[2:] == [
        "-   PP 5: {status: unknown}  # who knows",
        "+   PP 5:  # who knows",
        "+     status: in force",
        "+     checked: PP-18",
    ]


def test_new_entries_stand_in_order() -> None:
    new = {key: {"status": "unknown"} for key in ("PP 100", "PP 6", "PP 1", "WTSA 1", "PP decision 2")}
    after = edited(
        FILE.encode(), "r.yaml", {("resolutions", key): one for key, one in new.items()}, BODIES, "2026-02-02"
    )
    order = list(read(after, "r.yaml").data["resolutions"])
    assert order == ["PP 1", "PP 2", "PP 5", "PP 6", "PP 30", "PP 100", "PP decision 1", "PP decision 2", "WTSA 1"]
    assert b"  PP 1:\n    status: unknown\n  # The first one.\n  PP 2:" in after
    assert b"  PP 100:\n    status: unknown\n  # The decisions.\n" in after


@pytest.mark.parametrize("section", ["resolutions: {}\n", "resolutions:\n", "resolutions: {}  # none yet\n", ""])
def test_an_empty_section_is_filled(section: str) -> None:
    file = f"date: 2026-01-01\n{section}"
    after = edited(file.encode(), "r.yaml", {("resolutions", "PP 1"): {"status": "unknown"}}, BODIES, "2026-01-01")
    assert read(after, "r.yaml").data["resolutions"] == {"PP 1": {"status": "unknown"}}
    assert after.decode().startswith("date: 2026-01-01\nresolutions:")


def test_an_empty_file_becomes_one_that_lies_over_another() -> None:
    after = edited(b"", "r.yaml", {("resolutions", "PP 1"): {"status": "unknown"}}, BODIES, "2026-01-01")
    assert after == b"resolutions:\n  PP 1:\n    status: unknown\n"


def test_line_ends_and_byte_order_mark_stay() -> None:
    file = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    after = edited(file, "r.yaml", {("resolutions", "PP 2"): RECORD}, BODIES, "2026-02-02")
    assert after.startswith(b"\xef\xbb\xbf# Our")
    assert after.count(b"\r\n") == after.count(b"\n") == file.count(b"\n") + 1


def test_nothing_learnt_is_nothing_changed() -> None:
    assert edited(FILE.encode(), "r.yaml", {}, BODIES, "2026-02-02") == FILE.encode()
    content = resource("registry.yaml").read_bytes()
    assert edited(content, "r.yaml", {}, BODIES, "2030-01-01") == content


def test_what_could_not_be_read_again_is_refused() -> None:
    nested = "resolutions: {PP 1: {status: unknown}, PP 2: {status: unknown}}\n"
    with pytest.raises(ReslintError, match="write them by hand"):
        edited(nested.encode(), "r.yaml", {("resolutions", "PP 1"): {"status": "in force"}}, BODIES, "2026-01-01")


def test_every_entry_of_the_registry_is_laid_out_as_it_is_written() -> None:
    """What is learnt reads like what was written by hand: both come out the same."""
    content = resource("registry.yaml").read_bytes()
    source = read(content, "registry.yaml")
    lines = content.decode().splitlines()
    entries = 0
    for section in ("places", "conferences", "resolutions", "unga"):
        for key, entry in source.data[section].items():
            at = source.lines[section, key]
            laid_out = [line for field in fields_of(entry, 4).values() for line in field]
            assert lines[at - 1 : at + len(laid_out)] == [key_line(key, 2), *laid_out], key
            entries += 1
    assert entries > 700


@pytest.mark.parametrize("seed", range(30))
def test_any_entries_are_written_so_that_they_are_read(seed: int) -> None:
    """Words of any kind, in any field, in a file with comments between its lines; nothing else of it changes."""
    rng = random.Random(seed)
    signs = ["a", "é", "’", " ", ": ", " #", "'", '"', "-", "1", ",", "[", "}", "&", "\u00a0", "word " * 30, "?", "%"]

    def words(_: Callable[..., Any] = rng.choice) -> str:
        return "".join(rng.choice(signs) for _ in range(rng.randint(1, 9))).strip() or "x"

    def entry() -> dict[str, Any]:
        made: dict[str, Any] = {"title": words(), "status": "unknown"}
        made["editions"] = list(dict.fromkeys(words() for _ in range(rng.randint(1, 4))))
        made["former_titles"] = [{"title": words(), "of": words()}]
        made["sources"] = list(dict.fromkeys(words() for _ in range(rng.randint(1, 4))))
        return made

    content = FILE.encode()
    for _ in range(6):
        keys = rng.sample(["PP 2", "PP 5", "PP 7", "PP 30", "PP decision 1", "WTSA 9"], rng.randint(1, 4))
        entries = {("resolutions", key): entry() for key in keys}
        before = read(content, "r.yaml").data
        content = edited(content, "r.yaml", entries, BODIES, "2026-02-02")
        after = read(content, "r.yaml").data
        assert after["resolutions"] == before["resolutions"] | {key: one for (_, key), one in entries.items()}
        assert {name: value for name, value in after.items() if name not in ("date", "resolutions")} == {
            name: value for name, value in before.items() if name not in ("date", "resolutions")
        }
    assert b"# Everything that was adopted.\n" in content
    assert b"# The decisions.\n" in content
