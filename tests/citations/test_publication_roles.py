"""What a citation of a Recommendation does, which decides whether its edition is judged at all."""

from __future__ import annotations

import pytest

from reslint.citations import find_citations
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.registry import Registry

TABLE = "History\n\n1.0\nITU-T G.655\n2003-03-16\n\n2.0\nITU-T G.655\n2006-03-29\n\n2.1\nITU-T G.655 (2006) Amd. 1\n"
FOOT = "\tRec. ITU-T G.655 (11/2009)\t3\n\nText of the page.\n\n4\tRec. ITU-T G.655 (11/2009)\n"


@pytest.mark.parametrize(
    ("draft", "roles"),
    [
        ("The limits of Recommendation ITU-T G.655 (2006) apply.\n", ["citation"]),
        (FOOT, ["heading", "heading"]),
        (FOOT + "\nAs stated in ITU-T G.655 (2006), limits apply.\n", ["heading", "heading", "heading"]),
        ("Corrigendum 2 to Recommendation ITU-T O.174 (2009)\n", ["heading"]),
        (TABLE, ["history", "history", "history"]),
        ("Recommendation ITU-R BT.1359-1 (11/98) is in force and BT.1359-0 (02/98) is not.\n", ["citation", "history"]),
        ("Recommendation ITU-R BT.470-6 (historical) describes colours.\n", ["history"]),
        ("The limits, formerly those of ITU-T G.655 (2006), apply.\n", ["history"]),
        ("The limits were formerly others. Those of ITU-T G.655 (2006) apply.\n", ["citation"]),
        ("Items for the next revision of Recommendation ITU-R P.452-16 are kept.\n", ["history"]),
        ("Esta edición sustituye a la Recomendación UIT-T G.655 (2006).\n", ["history"]),
        ("Настоящая Рекомендация заменяет Рекомендацию МСЭ-Т G.655 (2006 г.).\n", ["history"]),
        ("本建议书取代 ITU-T G.655（2006年）。\n", ["history"]),
        ("تحل هذه التوصية محل التوصية ITU-T G.655 (2006)\n", ["history"]),
        ("[5] ITU-T G.655 (2006), A fibre.\n\nNOTE 2 – Superseded by another text.\n", ["history"]),
        ("[5] ITU-T G.655 (2006), A fibre.\n(Withdrawn)\n", ["history"]),
        ("The limits of ITU-T G.655 (2006) apply.\n\nFormerly, others did.\n", ["citation"]),
        ("It shall be in accordance with Recommendation ITU-R M.541-9.\n", ["incorporated"]),
        ("MOD 5.444 The system is that of Recommendation ITU-R M.541-9.\n", ["incorporated"]),
        ("Recommendations incorporated by reference\n\nRecommendation ITU-R M.541-9\n", ["incorporated"]),
        ("It is as in Recommendations ITU-R M.476-5 and ITU-R M.625-3. (WRC-07)\n", ["incorporated", "incorporated"]),
        ("It shall be in accordance with the most recent version of ITU-R M.493.\n", ["citation"]),
        ("[ITU-T G.655]\tRecommendation ITU-T G.655 (2006), A fibre.\n", ["reference", "reference"]),
        ("[b-ITU-T G.655]\tRecommendation ITU-T G.655 (2006), A fibre.\n", ["bibliography", "bibliography"]),
        ("Bibliography\n\nRecommendation ITU-T G.655 (2006), A fibre.\n", ["bibliography"]),
        ("2 References\n\nRecommendation ITU-T G.655 (2006), A fibre.\n", ["reference"]),
        ("2 References\n\nNone.\n\n3 Definitions\n\nSee ITU-T G.655 (2006).\n", ["citation"]),
        ("Recommendation ITU-T X.509 (2016) and Recommendation ITU-T X.520 (2019)\n", ["citation", "citation"]),
        (
            "Version 2.4 (05.06.20)\n- now as in ITU-R P.676-11\n\n2 Use\n\nAs in ITU-R P.676-11.\n",
            ["history", "citation"],
        ),
        (
            "## [1.2.0] – March 2020\n\n- now as in ITU-R P.676-11\n\n## Use\n\nAs in ITU-R P.676-11.\n",
            ["history", "citation"],
        ),
        ("Revision history\n\nA fibre of ITU-T G.655 (2006) was added.\n", ["history"]),
        ("History\n\n1.0\nITU-T G.655 (10/1996)\n15\n\nII\n\n2.0\nITU-T G.655 (10/2000)\n15\n", ["history", "history"]),
        ("Historique\n\n| 1.0 | UIT-T G.655 (10/1996) | 15 |\n", ["history"]),
        (f"History\n\n{'Words of a paragraph that is none of a table. ' * 4}\n\nITU-T G.655 (2006)\n", ["citation"]),
        ("History\n\n1.0\nITU-T G.655\n\n1 Scope\n\nAs in ITU-T G.655 (2006).\n", ["history", "citation"]),
        ("ITU-T G.655 (2006) was in force until then.\n", ["history"]),
        ("Version 2\n\nA fibre of ITU-T G.655 (2006) is used.\n", ["citation"]),
    ],
)
def test_roles(registry: Registry, draft: str, roles: list[str]) -> None:
    view = View(read_text(draft.encode(), "draft.txt"))
    assert [citation.role.value for citation in find_citations(view, registry)] == roles


ENTRIES = "– ITU-T G.875 (12/2018): A model\n– ITU-T Y.2242 (12/2018): A function\n"
THIRD = "– ITU-T G.8052/Y.1346 (12/2018): Another\n"


@pytest.mark.parametrize(
    ("draft", "role"),
    [
        (f"The following were approved:\n\n{ENTRIES}", "history"),
        (f"{ENTRIES}{THIRD}", "history"),
        (f"{ENTRIES}{THIRD}".replace("\n", "\n\n"), "history"),
        (f"{ENTRIES}\nWords between.\n\n{THIRD}", "citation"),
        (f"The following are used:\n\n{ENTRIES}", "citation"),
        (f"{ENTRIES}{THIRD.replace('12/2018', '11/2018')}", "citation"),
        (f"{ENTRIES}{THIRD}".replace(":", ","), "citation"),
    ],
)
def test_a_list_of_approvals_is_told_by_the_words_above_it_or_by_its_one_month(
    registry: Registry, draft: str, role: str
) -> None:
    view = View(read_text(draft.encode(), "draft.txt"))
    assert {citation.role.value for citation in find_citations(view, registry)} == {role}


@pytest.mark.parametrize(
    ("draft", "edition"),
    [
        ("ITU-T G.7712/Y.1703\n09/2010 with Amd. 1\n", (2010, 9)),
        ("ITU-T D.000\n1988-11-25\n", (1988, 11)),
        ("- [X.208-88] CCITT Recommendation X.208: A notation, 1988.\n", (1988, None)),
        ("Recommendation ITU-T X.208 is cited here, in 1988.\n", None),
        ("ITU-T G.655\n\nA text of 2006 follows.\n", None),
    ],
)
def test_editions_that_stand_apart(registry: Registry, draft: str, edition: tuple[int, int | None] | None) -> None:
    view = View(read_text(draft.encode(), "draft.txt"))
    (citation,) = find_citations(view, registry)
    assert (citation.edition and (citation.edition.year, citation.edition.month)) == edition
