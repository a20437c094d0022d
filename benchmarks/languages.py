"""Six languages: what the other five cost a text in English, and how fast each is read in a text of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from benchmarks.contributions import contribution
from benchmarks.table import Row, at_least, at_most, duration
from benchmarks.texts import dense, sparse
from benchmarks.timing import best
from reslint.linting.linter import Linter
from reslint.registry import Registry
from reslint.registry.loading import layers_of, parse
from reslint.storage.cache import user_cache

BOUNDS = {"dense": 1.05, "sparse": 1.10}
HALF = 0.5
NAME = "draft.txt"


def rows(linter: Linter, rounds: int, size: int) -> Iterator[Row]:
    """English text by all languages and by English alone, in turn; the same contributions in each language."""
    english, *others = linter.registry.vocabulary
    alone = Linter(linter.basis.but(registry=only(linter.registry, english)))
    for name, text in (("dense", dense(size)), ("sparse", sparse(size * 4))):
        data = text.encode()
        took = best({"all": partial(linter.check, data, NAME), "alone": partial(alone.check, data, NAME)}, rounds * 2)
        value = f"{duration(took['all'])}, by English alone {duration(took['alone'])}"
        yield at_most(
            f"{name} text in English, by all languages", value, took["all"] / took["alone"], BOUNDS[name], "×"
        )
    count = max(size // 10_000, 1)
    texts = {
        language: "".join(contribution(number, language) for number in range(count)).encode()
        for language in (english, *others)
    }
    took = best({language: partial(linter.check, data, NAME) for language, data in texts.items()}, rounds)
    for language, data in texts.items():
        result = linter.check(data, NAME)
        cited = f"{len(result.citations)} citations, {len(result.findings)} findings"
        value = f"{len(data) / 1e6:.1f} MB, {cited} in {duration(took[language])}"
        measure = f"{count} contributions in {linter.registry.languages[language].name}"
        if language == english:
            yield Row(measure, value)
        else:
            yield at_least(measure, value, took[english] / took[language], HALF, "× as fast as in English")


def only(registry: Registry, language: str) -> Registry:
    """The registry that ships with reslint, with the words of one language."""
    data: dict[str, Any] = parse(layers_of([]))[0]
    words = {section: {language: data[section][language]} for section in ("vocabulary", "publications")}
    return Registry(data | words, f"{registry.digest} in {language}", cache=user_cache(), shelf=registry.shelf)
