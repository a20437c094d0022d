"""What the registry calls superseded is found and mended, however its body writes editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.fixing.mending import Mended, mend
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.plugins.rule_table import Selection
from reslint.registry import Edition, Record, Registry, Verdict, load

PLUGINS = load_plugins()
OVERLAY = """
resolutions:
  WRC 646:
    editions: [WRC-12, WRC-15]
    status: in force
    checked: WRC-15
    sources: [a test]
  WRC 647:
    adoption: unread
    editions: [WRC-12, WRC-15]
    status: in force
    checked: WRC-15
    sources: [a test]
"""


@pytest.fixture(scope="module")
def wider(own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Registry:
    """The bundled registry with texts of a conference that is cited by its short name."""
    assert own_cache.is_dir()
    path = tmp_path_factory.mktemp("overlay") / "wrc.yaml"
    path.write_text(OVERLAY)
    return load(path)


def mended(registry: Registry, text: str) -> Mended:
    selection = Selection("test", select=("STA001", "STA003"))
    settings = Settings(selections=(selection,), as_of="2026-01-01", unsafe_fixes=True)
    return mend(Linter(Basis(settings, PLUGINS, registry)), text.encode(), "draft.txt")


@pytest.mark.parametrize(
    ("written", "found", "expected"),
    [
        ("Resolution 646 (Rev.WRC-12) is", "Rev.WRC-12", "Resolution 646 (Rev.WRC-15) is"),
        ("Resolution 646 (Rev. WRC-12) is", "Rev. WRC-12", "Resolution 646 (Rev. WRC-15) is"),
        ("Resolution 646 (WRC-12) is", "WRC-12", "Resolution 646 (Rev.WRC-15) is"),
        ("Resolution 646 (Rev.WRC-2012) is", "Rev.WRC-2012", "Resolution 646 (Rev.WRC-15) is"),
        (
            "Resolutions 646 and 647 (Rev.WRC-12) are",
            "Rev.WRC-12",
            "Resolutions 646 and 647 (Rev.WRC-15) are",
        ),
        ("Resolution ITU-R 1-7 is", "1-7", "Resolution ITU-R 1-9 is"),
        ("Resolutions ITU-R 1-7 and 2-7 are", "1-7", "Resolutions ITU-R 1-9 and 2-9 are"),
        ("Resolution ITU-R 1-7 (RA-15) is", "1-7 (RA-15)", "Resolution ITU-R 1-9 (RA-23) is"),
        ("Resolution ITU-R 1-7 (Geneva, 2015) is", "1-7 (Geneva, 2015)", "Resolution ITU-R 1-9 (Dubai, 2023) is"),
    ],
)
def test_an_edition_is_mended_as_its_body_writes_it(wider: Registry, written: str, found: str, expected: str) -> None:
    what = mended(wider, f"a)\tas {written} cited here;\n")
    assert what.result.findings[0].excerpt == found
    assert what.new_text == f"a)\tas {expected} cited here;\n"
    assert what.new_result.findings == ()


@pytest.mark.parametrize("written", ["Resolution 646 (Rev.WRC-15)", "Resolution ITU-R 1-9", "Resolution ITU-R 1"])
def test_what_is_in_force_or_names_no_edition_is_left_alone(wider: Registry, written: str) -> None:
    assert mended(wider, f"as {written} says\n").result.findings == ()


def citation_of(registry: Registry, record: Record, edition: Edition) -> str:
    """A citation of an edition as the registry writes it, with the shortest name of its body."""
    name = min(registry.bodies[record.body].names["en"], key=len)
    written = registry.written(record, edition, "en")
    number = written if edition.suffix is not None else f"{record.number} ({written})"
    return f"{name} {record.kind.capitalize()} {number}"


def test_whatever_the_registry_calls_superseded_is_found_and_mended(wider: Registry) -> None:
    # One edition a draft, so that none is told as history beside another; the sessions that adopted a text of the
    # Council say nothing of modifications.
    most = max(len(record.editions) for record in wider.records())
    superseded = 0
    for nth in range(most):
        cited = [
            (record, record.editions[nth])
            for record in wider.records()
            if nth < len(record.editions)
            and (record.editions[nth].revised or wider.bodies[record.body].cites != "session")
        ]
        text = "".join(f"as is said in {citation_of(wider, *one)}, which was read;\n\n" for one in cited)
        what = mended(wider, text)
        assert what.result.errors == ()
        assert what.new_result.findings == ()
        linter = Linter(Basis(Settings(as_of="2026-01-01"), PLUGINS, wider))
        page = linter.page(linter.view(text.encode(), "draft.txt"))
        lines = {finding.line for finding in what.result.findings}
        for citation in page.all_citations:
            if page.judgement(citation).verdict is Verdict.SUPERSEDED:
                superseded += 1
                assert page.view.position(citation.start).line in lines, citation.text
        for (record, edition), line in zip(cited, what.new_text.split("\n\n"), strict=False):
            latest = page.registry.written(record, record.editions[-1])
            assert latest in line or edition == record.editions[-1] or record.status == "abrogated", line
    assert superseded > 200
