"""Every case of tests/cases/reading holds, or is known to be misread and told so on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from accuracy import cases
from accuracy.__main__ import PAGE, kinds, misread
from accuracy.trying import tried

FOUND = cases.cases()


@pytest.fixture(scope="module")
def answers(own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sequence[str]]:
    assert own_cache.is_dir()
    return tried(FOUND, tmp_path_factory.mktemp("cases"))


@pytest.mark.parametrize("kind", sorted({case.kind for case in FOUND}))
def test_what_drafts_write_is_read(answers: Mapping[str, Sequence[str]], kind: str) -> None:
    of_kind = [case for case in FOUND if case.kind == kind]
    assert len(of_kind) > 0
    wrong = {case.id: answers[case.id] for case in of_kind if answers[case.id] and not case.misread}
    assert wrong == {}
    assert [case.id for case in of_kind if case.misread and not answers[case.id]] == []


def test_the_page_tells_it(answers: Mapping[str, Sequence[str]]) -> None:
    page = PAGE.read_text("utf-8")
    assert kinds(FOUND, answers) in page
    assert misread(FOUND) in page
