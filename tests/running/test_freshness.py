"""What is said of conferences that were over and that the registry does not cover."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Draft = Callable[..., Path]
Reslint = Callable[..., Any]
OF = "of the World Telecommunication Development Conference"
BAKU = "Not known in full: what the World Telecommunication Development Conference of Baku 2025 decided."


def notes(reslint: Reslint, day: str) -> list[str]:
    ran = reslint("check", "--as-of", day)
    return [line.removeprefix("note: ") for line in ran.err.splitlines() if line.startswith("note: Not known")]


def test_what_may_have_changed_is_said_once_a_run(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", f"Resolution 37 (Rev. Buenos Aires, 2017) {OF}, Resolution 1 (Rev. Kigali, 2022) {OF}.\n")
    draft("b.txt", f"Resolution 1 (Rev. Kigali, 2022) {OF}, and Resolution 999 {OF}.\n")
    assert notes(reslint, "2026-06-01") == [
        f"{BAKU} Of the texts cited here these may have a later edition: Resolutions 1 and 37."
    ]
    assert notes(reslint, "2022-12-01") == []


def test_of_many_texts_some_are_named(reslint: Reslint, draft: Draft) -> None:
    numbers = [1, 2, 5, 9, 10, 11, 15, 16, 17, 18, 20, 21, 22, 23]
    draft("a.txt", "".join(f"Resolution {number} (Rev. Kigali, 2022) {OF};\n" for number in numbers))
    (note,) = notes(reslint, "2026-06-01")
    assert note.endswith(": Resolutions 1, 2, 5, 9, 10, 11, 15, 16, 17, 18, 20, 21 and 2 more.")


def test_a_text_that_is_no_longer_in_force_cannot_change(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", f"Resolution 3 {OF}.\n")
    (note,) = notes(reslint, "2026-06-01")
    assert note == BAKU


def test_what_is_not_known_is_a_sentence_for_every_body(reslint: Reslint, draft: Draft) -> None:
    draft("pp.txt", "Resolution 71 (Rev. Bucharest, 2022) and Decision 5 (Rev. Bucharest, 2022).\n")
    draft("c.txt", "Council Resolution 1332 (Modified 2019).\n")
    draft("t.txt", "Resolution 75 (Rev. Hammamet, 2016) of WTSA.\n")
    assert notes(reslint, "2026-11-28") == [
        "Not known in full: what the Council decided at its sessions of 2022 to 2026. "
        "Of the texts cited here Resolution 1332 may have a later edition.",
        "Not known: what the Plenipotentiary Conference of Doha 2026 decided. "
        "Of the texts cited here these may have a later edition: Resolution 71 and Decision 5.",
        "Not known in full: what the World Telecommunication Standardization Assembly of Geneva 2022 "
        "and of New Delhi 2024 decided. Of the texts cited here Resolution 75 may have a later edition.",
    ]


def test_current_as_far_as_a_conference(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt", f"Resolution 1 (Rev. Kigali, 2022) {OF}, Resolution 1 (Rev. Dubai, 2014) {OF}.\n")
    for day, verdict, far in (("2026-06-01", "last-known", "WTDC-22"), ("2023-01-01", "current", None)):
        lines = reslint("citations", "a.txt", "--as-of", day).out.splitlines()
        kigali, dubai = map(json.loads, lines)
        assert (kigali["verdict"], kigali["as_far_as"]) == (verdict, far)
        assert (dubai["verdict"], dubai["as_far_as"]) == ("superseded", far)
    shown = reslint("registry", "show", "WTDC 1", "--as-of", "2026-06-01").out
    assert "Rev. Kigali, 2022   <- current as far as WTDC-22 (Kigali, 2022); WTDC-25" in shown
    assert "<- latest on 2023-01-01" in reslint("registry", "show", "WTDC 1", "--as-of", "2023-01-01").out
