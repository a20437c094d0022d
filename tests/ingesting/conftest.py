"""An empty registry with the real calendar, and what it learns from texts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml

from reslint.api.page import Page
from reslint.citations import find_citations
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.ingesting.learning import Learnt, learn
from reslint.ingesting.reading import Asked, hear
from reslint.registry import Registry
from reslint.registry.loading import parse
from reslint.registry.reading import read
from reslint.resources import resource
from reslint.storage.cache import user_cache

# The modules of this folder are imported by its tests, which pytest imports without a package.
sys.path.insert(0, str(Path(__file__).parent))

DAY = date(2026, 11, 23)
Teach = Callable[..., Learnt]


@pytest.fixture(scope="session")
def empty() -> bytes:
    """The bodies, words, places and conferences of reslint's registry, and no texts."""
    data = read(resource("registry.yaml").read_bytes(), "registry").data
    data["conferences"] = {
        key: {field: value for field, value in entry.items() if field != "sources"}
        for key, entry in data["conferences"].items()
    }
    data |= {"date": DAY.isoformat(), "sources": {}, "resolutions": {}, "unga": {}}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()


@pytest.fixture(scope="session")
def teach() -> Teach:
    """What a registry learns from texts, by name; `full` is the key of a conference whose full lists they are."""

    def teach(
        content: bytes, texts: Mapping[str, str], *, full: str = "", citations: bool = False, day: date = DAY
    ) -> Learnt:
        layers = [(Path("registry.yaml"), content)]
        registry = Registry(parse(layers)[0], "", cache=user_cache())  # which saves the making of the grammar
        asked = Asked(day, registry.conferences[full] if full else None, citations)
        testimonies = []
        for name, text in texts.items():
            view = View(read_text(text.encode(), name))
            testimonies.append(hear(Page(view, find_citations(view, registry), registry, day), name, asked))
        return learn(layers, testimonies, day)

    return teach
