"""Every case of tests/cases/drawn/pages.jsonl holds: what stands on the pages of a PDF is read on over their ends."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from printing import lines, pdf

from accuracy.cases import Case
from accuracy.trying import tried

pytestmark = pytest.mark.slow


class Printed(Case):
    """A case whose pages are given as their lines, or as those of the heading, the text and the foot."""

    def data(self) -> bytes:
        return pdf(*map(printed, self.expected["pages"]))


def printed(page: list[str] | dict[str, list[str]]) -> str:
    if isinstance(page, list):
        return lines(*page)
    return lines(*page["top"], left=250, top=770) + lines(*page["lines"]) + lines(*page["foot"], left=100, top=60)


WRITTEN = Path(__file__).parents[1] / "cases" / "drawn" / "pages.jsonl"
READ = [json.loads(line) for line in WRITTEN.read_text("utf-8").splitlines()]
CASES = [Printed(one["id"], one["kind"], "", one | {"name": "draft.pdf"}) for one in READ]


@pytest.fixture(scope="module")
def answers(own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sequence[str]]:
    assert own_cache.is_dir()
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (pip install 'pypdfium2>=5')")
    return tried(CASES, tmp_path_factory.mktemp("printed"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_what_is_printed_is_read(answers: Mapping[str, Sequence[str]], case: Case) -> None:
    assert answers[case.id] == []
