"""Resolutions of other organizations, and words that only look like one, are nobody's business here."""

from __future__ import annotations

import pytest

from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

LINES = [
    "recalling United Nations Security Council Resolution 1325 (2000) on women, peace and security,",
    "recalling Security Council resolution 1373 (2001) and Resolution 1540 (2004) of the Security Council,",
    "recalling UN Security Council resolutions 1325 (2000), 1378 (2001) and 1315 (2000),",
    "recalling Human Rights Council Resolution 20/8 on human rights on the Internet,",
    "recalling Resolution 20/8 of the United Nations Human Rights Council,",
    "recalling World Health Assembly Resolution WHA58.28 and WHA Resolution 71.7,",
    "recalling ICAO Assembly Resolution A39-2 and ICAO Resolution A41-21,",
    "recalling IMO Resolution MSC.428(98) and Resolution A.741(18) of the IMO Assembly,",
    "as the House agreed in House Resolution 140, and the Senate in Senate Resolution 71,",
    "H. Res. 140 and S. Res. 71 of the US Congress were passed,",
    "recalling ECOSOC Resolution 2012/24 and European Parliament Resolution 2019/2022,",
    "a screen resolution 1080 and a camera Resolution 140 pixels wide, or resolution 300 dpi,",
    "recalling UNESCO Resolution 5 (Geneva 1999) and ICAO Resolution A39-2 (Montreal,2016 ),",
    "recalling Resolution 1 (Geneva, 1999) of the Conference of the Red Cross and Resolution 2 (Doha 2012),",
    "the Municipal Council Resolution 12 and the Board Resolution 30 were adopted,",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("beside", ["", "in line with Resolution 140 (Rev. Bucharest, 2022) of ITU,\n"])
def test_no_finding(registry: Registry, line: str, beside: str) -> None:
    linter = Linter(Basis(Settings(as_of="2026-11-22"), load_plugins(), registry))
    result = linter.check(f"{beside}{line}\n".encode(), "draft.txt")
    assert result.errors == ()
    assert [(finding.code, finding.excerpt) for finding in result.findings] == []
    for citation in result.citations:
        assert citation.body in ("OTHER", None) or citation.number == "140"
