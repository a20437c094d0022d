"""What a text itself abrogates, replaces or calls superseded is meant; what it cites beside that is judged."""

from __future__ import annotations

import pytest

from reslint import lint_text

PP = "of the Plenipotentiary Conference"
JUDGED = {"STA001", "STA002", "STA003", "STA005", "TRK002"}

MEANT = [
    f"resolves to suppress, with effect from 1 January 2019, Resolution 187 (Busan, 2014) and Resolution 192 {PP},\n",
    "It agreed on the abrogation of Resolution 36 (Rev. Guadalajara, 2010) and of Decision 13 (Busan, 2014).\n",
    "PP-18 abrogated Resolution 36 (Rev. Guadalajara, 2010) and Resolution 72 (Rev. Busan, 2014).\n",
    "Resolution 36 (Rev. Guadalajara, 2010), which the Plenipotentiary Conference (Dubai, 2018) abrogated, is old.\n",
    f"Resolution 71 (Rev. Dubai, 2018) {PP}, on the strategic plan for the Union, has since been superseded.\n",
    f"Resolutions 36 (Rev. Guadalajara, 2010) and 72 (Rev. Busan, 2014) {PP} have been suppressed.\n",
    f"It is proposed that Resolution 36 (Rev. Guadalajara, 2010) {PP} be suppressed.\n",
    f"The conference considers Resolution 36 (Rev. Guadalajara, 2010) {PP} as superseded.\n",
    f"Resolution 72 (Rev. Busan, 2014) {PP} (historical)\n",
    "Resolution 36 (Rev. Guadalajara, 2010) – SUP\n",
    "SUP RESOLUTIONS 36 (REV. GUADALAJARA, 2010) AND 72 (REV. BUSAN, 2014)\n",
    f"The draft replaces Resolution 70 (Rev. Dubai, 2018) by Resolution 70 (Rev. Bucharest, 2022) {PP}.\n",
    f"in place of Resolution 70 (Rev. Dubai, 2018) {PP}, the present text applies.\n",
    "Council Resolution 1332 (Modified 2016) is replaced by the present text.\n",
    "Abrogated resolutions: Resolution 36 (Rev. Guadalajara, 2010), Resolution 72 (Rev. Busan, 2014)\n",
    f"abrogates\n\n1\tResolution 72 (Rev. Busan, 2014) {PP};\n\n2\tResolution 185 (Busan, 2014) {PP}.\n",
    "resolves to revoke the following:\n\n- Resolution 36 (Busan, 2014), on aid;\n- Resolution 72 (Busan, 2014).\n",
    "to abrogate the following texts of the Conference: Resolution 72 (Busan, 2014); Decision 13 (Busan, 2014).\n",
    "to abrogate Resolution 72 (Busan, 2014), Linking plan and budget, and Resolution 36 (Busan, 2014), Aid,\n",
    "1.2\tResolutions proposed for suppression\n\n•\tResolution 36 (Busan, 2014)\n•\tResolution 72 (Busan, 2014)\n",
    "DECISION ABROGATED BY THE PLENIPOTENTIARY CONFERENCE\n\nDecision 13 (Busan, 2014)\n",
]
JUDGED_BESIDE: list[tuple[str, str]] = [
    (f"recalling Resolution 166 (Rev. Busan, 2014) {PP}, which achieved its aims,\n", "166"),
    (f"Resolution 102 (Rev. Dubai, 2018) {PP} has not been superseded.\n", "102"),
    (f"Resolution 102 (Rev. Dubai, 2018) {PP} shall be applied until it is superseded.\n", "102"),
    (f"Resolution 102 (Rev. Dubai, 2018) {PP} lists the texts that were abrogated.\n", "102"),
    (f"Resolution 102 (Rev. Dubai, 2018) {PP} applies and Resolution 36 (Busan, 2014) is abrogated.\n", "102"),
    (f"the former Resolution 73 (Minneapolis, 1998) {PP} and Resolution 70 (Rev. Dubai, 2018) {PP},\n", "70"),
    (f"Resolution 36 (Busan, 2014) was replaced by Resolution 139 (Rev. Dubai, 2018) {PP}.\n", "139"),
    (f"resolves to suppress Resolution 36 (Busan, 2014) and to revise Resolution 70 (Rev. Dubai, 2018) {PP},\n", "70"),
    (f"noting the historical importance of Resolution 73 (Minneapolis, 1998) {PP},\n", "73"),
    (f"recalling that the former Director introduced Resolution 139 (Rev. Dubai, 2018) {PP},\n", "139"),
    (f"resolves to abrogate Resolution 72 (Busan, 2014) pursuant to Resolution 102 (Rev. Dubai, 2018) {PP},\n", "102"),
    (f"Resolution 102 (Rev. Dubai, 2018) {PP}, which instructs the Director to suppress old reports,\n", "102"),
    ("invites States to replace old equipment in line with Resolution 139 (Rev. Dubai, 2018),\n", "139"),
    (
        f"Abrogated resolutions:\n- Resolution 36 (Busan, 2014)\n\nnoting\n\na) Resolution 72 (Busan, 2014) {PP};\n",
        "72",
    ),
    (f"SUP\n\nResolution 11 (Rev. Dubai, 2018) {PP}\n\nMOD\n\nResolution 72 (Rev. Busan, 2014) {PP}\n", "72"),
    (
        "PART IV – RESOLUTIONS ABROGATED BY THE PLENIPOTENTIARY CONFERENCE\n\nResolution 36 (Busan, 2014)\n\n"
        "Aid in all its forms\n\nDecision 13 (Busan, 2014)\n\nHow the work is shared\n\n"
        "PART V – RESOLUTIONS REVISED\n\nResolution 102 (Rev. Dubai, 2018)\n",
        "102",
    ),
]


def judged(text: str, name: str = "draft.txt") -> list[str]:
    """The numbers of the texts that are said to be outdated or no longer in force."""
    found = [finding for finding in lint_text(text, name, as_of="2024-10-15").findings if finding.code in JUDGED]
    return [finding.record.key.split()[-1] if finding.record else finding.code for finding in found]


@pytest.mark.parametrize("text", MEANT)
def test_what_a_text_ends_itself_is_meant(text: str) -> None:
    assert judged(text) == []


@pytest.mark.parametrize(("text", "number"), JUDGED_BESIDE)
def test_what_stands_beside_it_is_judged(text: str, number: str) -> None:
    assert judged(text) == [number]


def test_rows_of_a_table_under_a_heading() -> None:
    rows = "| Resolution 36 (Rev. Guadalajara, 2010) | aid |\n| Resolution 72 (Rev. Busan, 2014) | plans |\n"
    assert judged("## Resolutions to be abrogated\n\n" + rows, "draft.md") == []
    assert judged("## Resolutions in force\n\n" + rows, "draft.md") == ["36", "72"]
