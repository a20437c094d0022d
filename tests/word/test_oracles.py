"""The two judges that are not reslint agree with the samples and with the builder, so that each can be trusted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from building import build
from office import Office, OfficeError, missing_pictures
from showing import VIEWS, ViewName
from validating import missing_validator, problems

pytestmark = pytest.mark.slow

SAMPLES = ("01-wtsa-mod-runs", "02-council-auto-numbering", "03-tables", "06-python-docx-clean", "09-six-languages")
ACCEPTED = (*SAMPLES, "out-01-comments", "out-01-fixed")
BULLETS = ("–", "\uf0b7")
"""Labels that LibreOffice draws but gives as empty."""


@pytest.fixture(scope="module")
def validator() -> None:
    if reason := missing_validator():
        pytest.skip(reason)


@pytest.fixture
def samples(shared: Path) -> Path:
    return shared / "samples" / "word"


def labelled(lines: list[Any]) -> list[tuple[str, str]]:
    """Give label and text of expected lines, with the labels that LibreOffice has."""
    pairs = [("", line) if isinstance(line, str) else tuple(line) for line in lines]
    return [("" if label in BULLETS else label, text) for label, text in pairs]


def shown(office: Office, path: Path, view: ViewName) -> list[tuple[str, str]]:
    answer = office.shown(path, view)
    labels = ("" if label in BULLETS else label for label in answer.labels)
    return list(zip(labels, answer.texts, strict=True))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("view", VIEWS)
def test_office_shows_what_the_samples_say(office: Office, samples: Path, name: str, view: ViewName) -> None:
    expected = json.loads((samples / f"{name}.expected.json").read_text("utf-8"))
    assert shown(office, samples / f"{name}.docx", view) == labelled(expected["body"][view])


def test_office_shows_notes_apart(office: Office, samples: Path) -> None:
    expected = json.loads((samples / "01-wtsa-mod-runs.expected.json").read_text("utf-8"))
    own_mark, automatic = (note["final"] for note in expected["footnotes"].values())
    # A mark of one's own stands in the note as text, which LibreOffice takes away.
    assert office.shown(samples / "01-wtsa-mod-runs.docx", "final").footnotes == [[own_mark[0][1:]], automatic]


def test_office_lists_comments_and_changes(office: Office, samples: Path) -> None:
    comments = office.comments(samples / "out-01-comments.docx")
    assert [author for author, _ in comments] == ["reslint"] * 3
    assert "Buchrest" in comments[0][1]
    changes = office.redlines(samples / "01-wtsa-mod-runs.docx")
    assert ("Delete", "ATU", "Geneva, 2022") in changes
    assert ("Insert", "ATU", "New Delhi, 2024") in changes


def test_office_draws_pages(office: Office, samples: Path, tmp_path: Path) -> None:
    if reason := missing_pictures():
        pytest.skip(reason)
    pages = office.picture(samples / "out-01-comments.docx", tmp_path)
    assert pages
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)


def test_office_survives_a_file_that_is_none(office: Office, tmp_path: Path) -> None:
    broken, sound = tmp_path / "broken.docx", tmp_path / "sound.docx"
    broken.write_bytes(b"PK\x03\x04 cut off")
    sound.write_bytes(build(1, for_office=True).data)
    with pytest.raises(OfficeError, match=r"broken\.docx"):
        office.texts(broken, "final")
    assert office.texts(sound, "final")


@pytest.mark.parametrize("seed", range(30))
def test_office_agrees_with_the_builder(office: Office, tmp_path: Path, seed: int) -> None:
    built = build(seed, for_office=True)
    path = tmp_path / f"{seed}.docx"
    path.write_bytes(built.data)
    for view in VIEWS:
        assert shown(office, path, view) == labelled(built.expected["body"][view]), view


@pytest.mark.usefixtures("validator")
def test_the_validator_accepts_the_samples(samples: Path) -> None:
    found = problems(samples / f"{name}.docx" for name in ACCEPTED)
    assert [*found.values()] == [[]] * len(ACCEPTED)


@pytest.mark.usefixtures("validator")
def test_the_validator_refuses_old_constructs_and_a_half_strict_file(samples: Path) -> None:
    old, strict = problems([samples / "04-structures.docx", samples / "08-strict-namespace.docx"]).values()
    assert old
    assert all("smartTag" in problem or "customXml" in problem for problem in old)
    assert strict


@pytest.mark.usefixtures("validator")
def test_the_validator_accepts_what_is_built_to_be_valid(tmp_path: Path) -> None:
    paths = [tmp_path / f"{seed}.docx" for seed in range(30)]
    for seed, path in enumerate(paths):
        path.write_bytes(build(seed, valid=True).data)
    assert {path.name: found for path, found in problems(paths).items() if found} == {}
