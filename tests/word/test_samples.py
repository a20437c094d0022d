"""What must be read from the sample files, in every view; what the hostile ones must come to."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from reading import shown

from reslint.documents.word.reader import read_word
from reslint.errors import ReslintError

DATA = Path(__file__).parents[1] / "data/word"
GOOD = sorted(DATA.glob("*.expected.json"))
REFUSED = {
    "h-bomb-spaces": "would unpack to 42 MB",
    "h-billion-laughs": "declares a document type",
    "h-xxe": "declares a document type",
    "h-xxe-param": "declares a document type",
    "h-deep-nesting": "is nested more than 256 deep",
    "h-truncated": "the file is damaged or incomplete",
    "h-bad-crc": "the part word/document.xml is damaged",
    "h-not-a-zip": "this is no Word file (it is no zip archive)",
    "h-empty": "the file is empty",
    "h-ole-encrypted": "it is encrypted; remove the password",
    "h-no-document": "not a Word document",
    "h-malformed-xml": "is damaged at line 2, column 738 (mismatched tag)",
}


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name.split(".")[0])
@pytest.mark.parametrize("view", ["original", "final", "markup"])
def test_sample(path: Path, view: str) -> None:
    expected = json.loads(path.read_text("utf-8"))
    name = path.name.replace(".expected.json", ".docx")
    assert shown(read_word((DATA / name).read_bytes(), name), view) == wanted(expected, view)


def wanted(expected: dict[str, Any], view: str) -> dict[str, Any]:
    """What the expectation of a sample says of a view, by the names of stories."""
    found = {"body": expected["body"][view]}
    for key, kind in (("footnotes", "footnote"), ("endnotes", "endnote")):
        for number, note in enumerate(expected.get(key, {}).values(), 1):
            found[f"{kind} {number}"] = note[view]
    for key, name in (("textbox", "text box 1"), ("header", "header 1"), ("footer", "footer 1")):
        if key in expected:
            found[name] = expected[key][view]
    return found


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_files_are_refused_in_one_message(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReslintError) as refused:
        read_word((DATA / f"{name}.docx").read_bytes(), "draft.docx")
    message = str(refused.value)
    assert message.startswith("draft.docx: ")
    assert REFUSED[name] in message
    assert "\n" not in message
    assert list(tmp_path.iterdir()) == []


def test_what_only_looks_hostile_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    slip = read_word((DATA / "h-zip-slip.docx").read_bytes(), "a.docx")
    linked = read_word((DATA / "h-external-targets.docx").read_bytes(), "b.docx")
    assert slip.notices == ()
    assert linked.notices == ("an imported file (altChunk) is part of it and was not read",)
    assert list(tmp_path.iterdir()) == []


def test_one_huge_paragraph() -> None:
    document = read_word((DATA / "h-one-huge-paragraph.docx").read_bytes(), "a.docx")
    assert sum(len(text) for text in shown(document, "final")["body"]) == 771_360


def test_a_hostile_file_ends_the_run_with_2_and_costs_no_more_than_some_good_ones(reslint: Any) -> None:
    reslint("check", DATA / "h-empty.docx")  # loads what is needed for either
    begun = time.process_time()
    read_word((DATA / "h-one-huge-paragraph.docx").read_bytes(), "a.docx")
    good = time.process_time() - begun
    for name, reason in REFUSED.items():
        begun = time.process_time()
        ran = reslint("check", DATA / f"{name}.docx")
        assert ran.status == 2
        assert reason in ran.err
        assert "Traceback" not in ran.out + ran.err
        assert time.process_time() - begun < 20 * good
