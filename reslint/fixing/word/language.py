"""The language in which a comment speaks to whoever reads the paragraph that it stands beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reslint.api.finding import Finding
from reslint.api.report import FileResult
from reslint.citations.model import Citation
from reslint.saying import ENGLISH, LANGUAGES, Teller
from reslint.translations.telling import teller


class Spoken:
    """Tells of the findings of one file: in the language that was asked for, else in that of most citations of the
    paragraph, else in that of most citations of the file, else in English.
    """

    def __init__(self, result: FileResult) -> None:
        self._asked = result.language
        self._whole = _language(result.citations) or ENGLISH
        self._by_block: dict[int, list[Citation]] = {}
        for citation in result.citations:
            self._by_block.setdefault(citation.block, []).append(citation)

    def at(self, finding: Finding) -> Teller:
        """What tells of a finding."""
        return teller(self._asked or _language(self._by_block.get(finding.block, ())) or self._whole)


def _language(citations: Iterable[Citation]) -> str | None:
    """The language of most citations, where messages can be said in it; of equally many, that of the first."""
    counts = Counter(citation.lang for citation in citations if citation.lang in LANGUAGES)
    return counts.most_common(1)[0][0] if counts else None
