"""Every draft there is, hostile ones too, judged by the page in each browser: its answers are the command line's."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import alone
import pytest
from opened import NAME
from samples import ROOT, drafts, parts, reslint, word
from test_folder import hostile

pytestmark = pytest.mark.slow

COPIES = {
    "with comments": ("--comments",),
    "with safe corrections": ("--fix",),
    "with all corrections": ("--fix", "--unsafe-fixes"),
}
ELSEWHERE = (".zip", ".pdf")
"""What the page and the command line do not read alike: archives lie in no folder there, and PDF it does not read."""

FRENCH = "rappelant la Résolution 71 (Rév. Dubaï, 2018) de la Conférence de plénipotentiaires"
PUBLISHED = "as in Recommendation ITU-T X.1051 (04/2016), ITU-R M.2012-5 and ITU-T X.208 (11/1988)"
THOUSANDS = ("comments.md", "h-one-huge-paragraph.docx")
"""Drafts with so many findings that writing them down takes minutes in a browser."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, the samples where they are, drafts of every kind, and the hostile ones."""
    place = tmp_path_factory.mktemp("drafts")
    drafts(place)
    (place / "french.docx").write_bytes(word(FRENCH))  # its comments are French
    (place / "recommendations.docx").write_bytes(word(PUBLISHED))
    hostile(place)
    samples = ROOT.parent / "shared" / "samples"
    for one in [*(ROOT / "examples").iterdir(), *samples.glob("word/*.docx"), *samples.glob("contributions/*.txt")]:
        shutil.copy(one, place / one.name)
    for one in place.iterdir():
        if not one.is_file() or one.is_symlink() or one.suffix in ELSEWHERE or one.name in THOUSANDS:
            one.unlink()
    return place


@pytest.fixture(scope="module", params=alone.BROWSERS)
def answers(
    request: pytest.FixtureRequest, build: Path, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of what the page answers."""
    target = tmp_path_factory.mktemp(request.param)
    ran = subprocess.run(
        alone.command(request.param, build / NAME, folder, target), capture_output=True, encoding="utf-8", check=False
    )
    if "Skipped:" in ran.stderr:
        pytest.skip(ran.stderr.strip().splitlines()[-1].partition("Skipped: ")[2])
    assert ran.returncode == 0, ran.stderr[-2000:]
    return target


@pytest.fixture(scope="module")
def told(answers: Path) -> Any:
    return json.loads((answers / "told.json").read_text("utf-8"))


def test_with_the_cable_pulled_nothing_is_asked_for(told: Any) -> None:
    assert told["asked"] == told["complaints"] == []
    assert told["interfaces"] == ["lo"] or not alone.may_be_alone()


def test_findings_and_the_report_are_those_of_the_command_line(answers: Path, told: Any, folder: Path) -> None:
    read = [name for name in told["read"] if name not in told["faults"]]
    assert len(read) > 15
    ran = reslint(folder, "--output-format", "json", "--", *read)
    assert (answers / "findings.json").read_text("utf-8") == ran.stdout
    target = answers / "report of the command line.html"
    reslint(folder, "-o", str(target), "--", *read)
    assert (answers / "report.html").read_bytes() == target.read_bytes()


def test_what_cannot_be_read_is_said_as_on_the_command_line(told: Any, folder: Path) -> None:
    assert {"broken.docx", "nested.docx", "letters.txt"} <= set(told["faults"])
    said = reslint(folder, "--", *told["faults"]).stderr.splitlines()
    assert [f"error: {name}: {fault}" for name, fault in told["faults"].items()] == [
        line for line in said if line.startswith("error: ")
    ]


def test_all_copies_are_those_of_the_command_line(answers: Path, told: Any, folder: Path, tmp_path: Path) -> None:
    read = [name for name in told["read"] if name not in told["faults"]]
    with zipfile.ZipFile(answers / "all.zip") as archive:
        made = {name: content(archive.read(name)) for name in archive.namelist()}
    made.pop("reslint report.html")
    expected = {}
    for copies, asked in COPIES.items():
        reslint(folder, *asked, "--output-dir", str(tmp_path / copies), "--", *read)
        expected |= {f"{copies}/{one.name}": content(one.read_bytes()) for one in (tmp_path / copies).iterdir()}
    assert set(expected) <= set(made)
    # A copy of one draft is written whether there is anything to mend in it or not.
    expected |= {name: alone_mended(folder, name) for name in set(made) - set(expected)}
    assert [name for name in made if made[name] != expected[name]] == []


@cache
def alone_mended(folder: Path, name: str) -> object:
    """The copy that the command line writes of one draft; `name` is that in the archive of the page."""
    copies, _, draft = name.partition("/")
    with TemporaryDirectory() as place:
        target = Path(place) / draft
        naming = () if "--comments" in COPIES[copies] else ("--output",)
        reslint(folder, *COPIES[copies], *naming, str(target), "--", draft)
        return content(target.read_bytes())


def content(data: bytes) -> object:
    """The members of a package, and of another file its bytes."""
    return parts(data) if zipfile.is_zipfile(io.BytesIO(data)) else data
