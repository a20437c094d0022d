"""A folder of contributions to the same resolutions: where its time goes, and how much is read from what is kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from benchmarks import fresh
from benchmarks.contributions import SAME, revision
from benchmarks.folder import build_revisions
from benchmarks.shares import PARTS, once, share
from benchmarks.table import Row
from benchmarks.throughput import least
from benchmarks.timing import parted
from benchmarks.word import unzip_and_parse
from reslint.citations.again import Again
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.running.jobs import Judging
from reslint.running.kept import written
from reslint.running.result_cache import ResultCache
from reslint.running.run import Run
from reslint.running.spec import RunSpec

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "samples" / "contributions"
KEEPING = "keeping results"
REST = "findings, finding the files, the rest"


def rows(linter: Linter, folder: Path, rounds: int, count: int) -> Iterator[Row]:
    """The shares, and the hits among the citations of as many texts and of real contributions."""
    what = f"{count} contributions to the same {SAME} resolutions"
    places = iter(range(rounds))
    spent = parted(lambda: _parts(linter, folder / f"meeting {next(places)}", count), rounds, warm=False)
    whole = spent["all"]
    rest = whole.less(*(spent[part] for part in (*PARTS, KEEPING)))
    for part, times in (*((part, spent[part]) for part in (*PARTS, KEEPING)), (REST, rest)):
        yield Row(f"{what}, part: {part}", times.shown, times.spread, share(times, whole))
    bound = spent["bare"]
    yield Row(f"{what}, the least, or bare unzip and parse", bound.shown, bound.spread, share(bound, whole))
    first = fresh.meeting(count)
    yield _hits(linter, f"{what}, read from what is kept", [revision(number, first) for number in range(count)])
    measure = "the sample contributions, read from what is kept"
    samples = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    yield _hits(linter, measure, samples) if samples else Row(measure, "missing: there are no samples")


def _parts(linter: Linter, folder: Path, count: int) -> dict[str, float]:
    """The seconds of each part for one folder, and of a run over another with as many files."""
    spent: defaultdict[str, float] = defaultdict(float)
    run = Run(RunSpec.here(settings=Settings.of(as_of="2024-10-15")))
    results = ResultCache(str(folder))
    for path in _built(folder / "parts", count):
        start = process_time()
        data = path.read_bytes()
        spent["read"] += process_time() - start
        for part, seconds in once(linter, data, path.name).items():
            spent[part] += seconds
        draft, result = run.draft(str(path)), linter.check(data, path.name)
        start = process_time()
        results.store(run.key(draft), written(run.key(draft), result) or b"")
        spent[KEEPING] += process_time() - start
        start = process_time()
        (unzip_and_parse if path.suffix == ".docx" else least)(data)
        spent["bare"] += process_time() - start
    start = process_time()
    results.close()
    spent[KEEPING] += process_time() - start
    _built(folder / "all", count)
    start = process_time()
    for _ in run.each(list(run.names([str(folder / "all")])), Judging()):
        pass
    spent["all"] = process_time() - start
    return dict(spent)


def _built(folder: Path, count: int) -> list[Path]:
    first = fresh.meeting(count)
    build_revisions(folder, count, lambda number: revision(number, first))
    return sorted(folder.iterdir())


def _hits(linter: Linter, measure: str, texts: Sequence[str]) -> Row:
    """How many of the citations of texts were not read, since their words had been read before."""
    cited = 0
    with counted() as hits:
        for text in texts:
            cited += len(linter.check(text.encode(), "draft.txt").citations)
    value = f"{hits['paragraph']:,} in paragraphs and {hits['candidate']:,} others of {cited:,} citations"
    return Row(measure, value, ratio=f"{hits.total() / max(cited, 1):.0%}")


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """How many citations are recalled meanwhile, by what was kept of them."""
    hits: Counter[str] = Counter()
    recall, recall_paragraph = Again.recall, Again.recall_paragraph

    def of_candidate(*asked: Any) -> Any:
        found = recall(*asked)
        hits["candidate"] += len(found or ())
        return found

    def of_paragraph(*asked: Any) -> Any:
        found = recall_paragraph(*asked)
        hits["paragraph"] += len(found[-1]) if found else 0
        return found

    with patch.object(Again, "recall", of_candidate), patch.object(Again, "recall_paragraph", of_paragraph):
        yield hits
