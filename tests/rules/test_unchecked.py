"""A later edition that was read makes the cited one outdated; only a checked record makes it the one in force."""

from __future__ import annotations

import pytest

from reslint import lint_text
from reslint.linting.settings import Settings

WTDC = "Resolution 30 (Rev. Buenos Aires, 2017) of the World Telecommunication Development Conference\n"
COUNCIL = "Council Resolution 1332 (Modified 2019)\n"
PP = "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n"


@pytest.mark.parametrize(
    ("draft", "as_of", "message"),
    [
        (
            WTDC,
            "2024-01-01",
            "WTDC Resolution 30 was revised since: the edition in force is (Rev. Kigali, 2022)",
        ),
        (
            WTDC,
            "2026-01-01",
            "WTDC Resolution 30 was revised since: the last edition known is (Rev. Kigali, 2022), "
            "as far as Kigali 2022",
        ),
        (PP, "2026-01-01", "PP Resolution 71 was revised since: the edition in force is (Rev. Bucharest, 2022)"),
        (COUNCIL, "2025-01-01", "Council Resolution 1332 was modified since: last at the 2024 session"),
        (
            COUNCIL,
            "2026-06-01",
            "Council Resolution 1332 was modified since: last at the 2024 session, as far as Council 2025",
        ),
    ],
)
def test_what_was_not_checked_is_said(draft: str, as_of: str, message: str) -> None:
    result = lint_text(draft, as_of=as_of, settings=Settings())
    assert [finding.message for finding in result.findings] == [message]
