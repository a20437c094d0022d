"""The hour after a conference, as docs/conference.md tells it: from an empty file to the drafts."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
PAGE = (Path(__file__).resolve().parents[1] / "docs" / "conference.md").read_text("utf-8")
STEP = re.compile(
    r"^<!-- file: (?P<name>\S+) -->\n```\w*\n(?P<content>.*?)^```$|^\$ reslint (?P<command>[^\n]+)$", re.M | re.S
)

ADOPTED = """\
RESOLUTION 140 (Rev. Doha, 2026)

What it is called

The Plenipotentiary Conference of the International Telecommunication Union (Doha, 2026),
"""


@pytest.fixture
def kept(reslint: Reslint, draft: Draft) -> list[tuple[str, Any]]:
    """What the commands of the page print, in a folder in which a file is there as soon as the page shows it."""
    ran = []
    for step in STEP.finditer(PAGE):
        if step["name"]:
            draft(step["name"], step["content"])
        else:
            ran.append((step["command"], reslint(*shlex.split(step["command"]), small=False)))
    return ran


def test_the_hour_after_a_conference(kept: list[tuple[str, Any]], reslint: Reslint) -> None:
    statuses = [(command.partition(" --")[0], ran.status) for command, ran in kept]
    assert statuses == [
        ("--version", 0),
        ("registry check ours.yaml", 0),
        ("registry ingest final-acts.txt abrogated.txt", 1),  # it is shown, and not written
        ("registry ingest final-acts.txt abrogated-mended.txt", 0),
        ("registry ingest abrogated-mended.txt final-acts.txt", 0),
        ("registry ingest recommendations.txt", 0),
        ("registry check ours.yaml", 0),
        ("registry show PP 140", 0),
        ("registry diff before.yaml ours.yaml", 1),  # they differ
        ("check drafts", 1),
        ("check drafts", 1),
        ("registry check old.yaml", 0),
    ]
    learnt = yaml.safe_load(Path("ours.yaml").read_text())["resolutions"]
    assert learnt["PP 140"]["editions"] == ["PP-06", "PP-10", "PP-14", "PP-18", "PP-22", "PP-30"]
    assert (learnt["PP 214"]["status"], learnt["PP 214"]["abrogated_by"]) == ("abrogated", "PP-30")
    assert (learnt["PP 301"]["editions"], learnt["PP 301"]["checked"]) == (["PP-30"], "PP-30")
    assert learnt["PP recommendation 3"]["checked"] == "PP-30"
    assert learnt["PP recommendation 7"]["status"] == "abrogated"
    assert set(learnt) == {"PP 140", "PP 214", "PP 301", "PP recommendation 3", "PP recommendation 7"}
    found = reslint("check", "drafts", "--as-of", "2030-10-26", "--output-format", "concise", small=False).out
    assert (
        "STA001 outdated-edition PP Resolution 140 was revised since: the edition in force is (Rev. Sampleton" in found
    )
    assert "PP Resolution 214 is no longer in force" in found
    assert "301" not in found


def test_what_the_page_says_of_it_is_so(kept: list[tuple[str, Any]]) -> None:
    """The page is generated as well; here it is its words between the commands that are held."""
    said = {command: ran.out + ran.err for command, ran in kept}
    dry = next(text for command, text in said.items() if "abrogated.txt" in command)
    assert "doubt: abrogated.txt, line 5: PP 301: " in dry
    assert "--write writes this" in dry
    again = next(text for command, text in said.items() if command.startswith("registry ingest abrogated-mended"))
    assert again == "ours.yaml: nothing new\n"
    changed = next(text for command, text in said.items() if "diff" in command)
    assert "last-known → superseded" in changed
    assert "unknown → current" in changed
    old = said["registry check old.yaml"]
    assert "PP 140: hides what reslint says by now: the edition Rev. Bucharest, 2022" in old


def test_it_begins_from_an_empty_file_just_as_well(reslint: Reslint, draft: Draft) -> None:
    """Where the conference is known, nothing has to be there; the texts are those of a conference of the calendar."""
    for name, content in (("new.yaml", None), ("empty.yaml", ""), ("bare.yaml", "# Ours.\n")):
        if content is not None:
            draft(name, content)
        draft("acts.txt", ADOPTED)
        arguments = ("acts.txt", "--registry", name, "--as-of", "2026-12-24")
        assert reslint("registry", "ingest", *arguments).err.endswith("1 changed entry; --write writes this\n")
        assert reslint("registry", "ingest", *arguments, "--write").status == 0
        assert reslint("registry", "check", name).err == f"{name}: nothing wrong\n"
        draft("draft.txt", "Resolution 140 (Rev. Bucharest, 2022)\n")
        ran = reslint("check", "draft.txt", "--registry", name, "--as-of", "2026-12-24", small=False)
        assert "the edition in force is (Rev. Doha, 2026)" in ran.out
