"""What the tests of structure share: the rules on numbering, and drafts read as plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.api.rule import Rule
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry
from reslint.structure import Structure, read_structure

Read = Callable[[str], Structure]


@pytest.fixture(scope="session")
def rules() -> list[Rule]:
    classes = [cls for plugin in load_plugins().loaded for cls in plugin.rules]
    return [cls() for cls in classes if cls.code[:3] in ("NUM", "DOC")]


@pytest.fixture
def read(registry: Registry) -> Read:
    """Read the structure of a draft, in which a wide line keeps short lines paragraphs of their own."""

    def structure(draft: str) -> Structure:
        return read_structure(View(read_text(f"{draft}\n{'x' * 120}\n".encode(), "draft.txt")), registry.vocabulary)

    return structure
