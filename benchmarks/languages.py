"""Six languages: what the other five cost a text in English, and how fast each is read in a text of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from benchmarks import fresh
from benchmarks.table import Row
from benchmarks.timing import on, taken
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
    by_all, by_one = (partial(judge.check, name=NAME) for judge in (linter, alone))
    for name, make in (("dense", partial(fresh.dense, size)), ("sparse", partial(fresh.sparse, size * 4))):
        took = taken({"all": on(make, by_all), "alone": on(make, by_one)}, rounds * 2)
        value = f"{took['all'].shown}, by English alone {took['alone'].shown}"
        row = Row(f"{name} text in English, by all languages", value, took["all"].spread)
        yield row.at_most(took["all"].to(took["alone"]), BOUNDS[name], "×")
    count = max(size // 10_000, 1)
    makes = {language: partial(fresh.contribution, language, count) for language in (english, *others)}
    took = taken({language: on(make, by_all) for language, make in makes.items()}, rounds)
    for language, make in makes.items():
        data = make()
        result = by_all(data)
        cited = f"{len(result.citations)} citations, {len(result.findings)} findings"
        value = f"{len(data) / 1e6:.1f} MB, {cited} in {took[language].shown}"
        row = Row(f"{count} contributions in {linter.registry.languages[language].name}", value, took[language].spread)
        if language == english:
            yield row
        else:
            yield row.at_least(took[english].to(took[language]), HALF, "× as fast as in English")


def only(registry: Registry, language: str) -> Registry:
    """The registry that ships with reslint, with the words of one language."""
    data: dict[str, Any] = parse(layers_of([]))[0]
    words = {section: {language: data[section][language]} for section in ("vocabulary", "publications")}
    return Registry(data | words, f"{registry.digest} in {language}", cache=user_cache(), shelf=registry.shelf)
