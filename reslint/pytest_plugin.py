"""A fixture for those who write rules; `pytest_plugins = ["reslint.pytest_plugin"]` in a conftest.py brings it.

pytest does not load it by itself: whoever has reslint installed and tests something else has nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from reslint.api.rule import Rule


@pytest.fixture
def check_rule() -> Callable[[type[Rule]], None]:
    """A function that runs the examples of a rule, and fails with all that is not as they say."""
    from reslint.testing import check_examples

    def check(rule: type[Rule]) -> None:
        wrong = [str(outcome) for outcome in check_examples(rule) if not outcome.passed]
        if wrong:
            pytest.fail("\n".join(wrong), pytrace=False)

    return check
