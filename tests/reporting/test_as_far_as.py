"""Where a conference has not been read yet, everything that proposes an edition says as far as what it is the last."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint import lint_text

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
BEFORE, SINCE = "2026-11-26", "2026-11-28"
FAR = "as far as Bucharest 2022"
DRAFT = "noting Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n"
PROPOSING = {
    "STA001": DRAFT,
    "REF002": "noting Resolution 178 (Rev. Busan, 2014) of the Plenipotentiary Conference\n",
    "REF005": "in view of Resolution 140 of the Plenipotentiary Conference\n",
}


@pytest.fixture
def check(reslint: Reslint) -> Reslint:
    """Check with all rules that are on by default."""

    def call(*arguments: str) -> Any:
        return reslint("check", *arguments, small=False)

    return call


@pytest.mark.parametrize("code", PROPOSING)
def test_every_rule_that_proposes_an_edition_says_how_far(check: Reslint, draft: Draft, code: str) -> None:
    draft("a.txt", PROPOSING[code])
    for day, said in ((BEFORE, False), (SINCE, True)):
        (line,) = check("--select", code, "--as-of", day, "--output-format", "jsonl").out.splitlines()
        finding = json.loads(line)
        assert (FAR in finding["message"]) is said, finding["message"]
        assert finding["as_far_as"] == ("PP-22" if said else None)
        assert FAR not in (finding["suggestion"] or "")


@pytest.mark.parametrize("form", ["full", "concise", "json", "sarif", "csv", "junit", "github", "gitlab", "html"])
def test_every_output_says_how_far(check: Reslint, draft: Draft, form: str) -> None:
    draft("a.txt", DRAFT)
    assert FAR not in check("--as-of", BEFORE, "--output-format", form).out
    assert FAR in check("--as-of", SINCE, "--output-format", form).out


def test_what_to_write_instead_says_how_far(check: Reslint, draft: Draft) -> None:
    draft("a.txt", DRAFT)
    assert f"+ Rev. Bucharest, 2022 ({FAR})\n" in check("--as-of", SINCE).out
    assert "+ Rev. Bucharest, 2022\n" in check("--as-of", BEFORE).out
    rows = csv.DictReader(io.StringIO(check("--as-of", SINCE, "--output-format", "csv").out))
    assert [(row["suggestion"], row["as_far_as"]) for row in rows] == [("Rev. Bucharest, 2022", "PP-22")]
    sarif = json.loads(check("--as-of", SINCE, "--output-format", "sarif").out)
    (result,) = sarif["runs"][0]["results"]
    assert result["fixes"][0]["description"]["text"] == f"Rev. Bucharest, 2022 ({FAR}) (may change the meaning)"


def test_the_words_that_are_written_are_the_edition_alone(check: Reslint, draft: Draft) -> None:
    path = draft("a.txt", DRAFT)
    check("--as-of", SINCE, "--fix", "--unsafe-fixes")
    assert path.read_text("utf-8") == DRAFT.replace("Dubai, 2018", "Bucharest, 2022")


def test_a_fix_that_is_known_so_far_only_is_not_safe(check: Reslint, draft: Draft) -> None:
    path = draft("a.txt", DRAFT)
    check("--as-of", SINCE, "--fix")
    assert path.read_text("utf-8") == DRAFT


def test_the_overview_of_citations_says_how_far(check: Reslint, draft: Draft) -> None:
    draft("in/a.txt", DRAFT)
    draft("in/b.txt", DRAFT + "Resolution 140 (Rev. Bucharest, 2022)\n")
    page = check("in", "--as-of", SINCE, "--output-format", "html").out
    assert f'<td role="cell" data-column="Write instead"><ins>Rev. Bucharest, 2022</ins><small>{FAR}</small>' in page
    assert f"<ins>Rev. Bucharest, 2022</ins> <small>{FAR}</small>) of the" in page
    assert '<td class="last-known"' in page
    assert "<b>last known</b>: the last edition that has been read" in page


def test_a_program_reads_how_far() -> None:
    (finding,) = lint_text(DRAFT, as_of=SINCE).findings
    assert finding.as_far_as is not None
    assert (finding.as_far_as.key, finding.as_far_as.met, str(finding.as_far_as)) == ("PP-22", "Bucharest 2022", FAR)
    assert finding.proposal == f"Rev. Bucharest, 2022 ({FAR})"
    (finding,) = lint_text(DRAFT, as_of=BEFORE).findings
    assert (finding.as_far_as, finding.proposal) == (None, "Rev. Bucharest, 2022")
