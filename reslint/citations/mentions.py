"""The bodies that a text names around its citations: in the sentence, above the list, at its beginning, anywhere.

Offsets are zero-based characters of the reading's text.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING

from reslint.citations.lexicon import Lexicon
from reslint.citations.patterns import fold
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.model import PartialCitation
    from reslint.documents.view import View
    from reslint.registry import Registry

OTHER = "OTHER"
"""Another organization's text."""
# How far back an introducing paragraph ("adopted by the Plenipotentiary Conference:") is looked for, in paragraphs.
INTRODUCED_WITHIN = 40
LONGEST_LINE = 160
# A line that only names who adopts a text ends so, in any script; what introduces a list ends with a colon.
COMMAS = (",", "\uff0c", "\u060c")
COLONS = (":", "\uff1a")
ITEM = late(r"\s*(?:\(?[A-Za-z0-9]{1,5}\)|\d{1,2}(?:\.\d+)*\s|[-–—•*])")


class Mentions:
    """What one view names, in whatever languages; `lexicons` are those of all that it may be written in.

    `symbol_body` is the body whose texts are cited by symbols, None where there is none.
    """

    def __init__(
        self, view: View, registry: Registry, lexicons: Mapping[str, Lexicon], symbol_body: str | None
    ) -> None:
        self.view = view
        self.registry = registry
        self.lexicons = lexicons
        self.symbol_body = symbol_body
        self._named: dict[frozenset[str], bool] = {}
        self._names_the_union: bool | None = None

    def of_the_union(self) -> bool:
        """Whether the document names any body at all, without which a bare number is nobody's."""
        if self._names_the_union is None:
            text = self.view.reading.text
            self._names_the_union = any(one.mention.search(text) is not None for one in self.lexicons.values())
        return self._names_the_union

    def names(self, bodies: Set[str]) -> bool:
        """Whether the document names one of these bodies anywhere."""
        key = frozenset(bodies)
        if key not in self._named:
            text = self.view.reading.text
            self._named[key] = any(
                lexicon.mentions.get(fold(mention.group())) in bodies
                for lexicon in self.lexicons.values()
                for mention in lexicon.mention.finditer(text)
            )
        return self._named[key]

    def adopting(self) -> str | None:
        """The body that a line at the beginning names as the one that adopts the text."""
        for block in self.view.blocks[:400]:
            ends = self.view.text[block.start : block.end].rstrip().endswith(COMMAS)
            if not ends or block.end - block.start >= LONGEST_LINE:
                continue
            words = self.view.prose(block).text
            for lexicon in self.lexicons.values():
                mention = lexicon.mention.search(words)
                if mention and mention.start() < 12:
                    return lexicon.body_of(mention.group())
        return None

    def in_sentence(self, draft: PartialCitation) -> str | None:
        """The body that the sentence mentions last before the citation, if it may have a text of that number."""
        text = self.view.reading.text
        start = max(draft.block_start, draft.head_at - 300)
        before = text[start : draft.head_at]
        lexicon = self.lexicons[draft.lang]
        ends = [0, *(end.end() for end in lexicon.around.sentence_end.finditer(before))]
        if len(ends) > 1 and ends[-1] == len(before):
            # "Human Rights Council. Resolution 42/28": a name alone is no sentence.
            name = before[ends[-2] :].rstrip(" .;?!")
            if lexicon.body_of(name) == OTHER:
                return OTHER
        return self.last_in(before[ends[-1] :], draft)

    def last_in(self, words: str, draft: PartialCitation) -> str | None:
        """The body that is named last, in any language; of two names at one place the longer one counts."""
        found: tuple[int, int, str] | None = None
        for lexicon in self.lexicons.values():
            for mention in lexicon.mention.finditer(words):
                body = lexicon.body_of(mention.group())
                if body is None or not self.may_have(body, draft):
                    continue
                if found is None or (mention.end(), len(mention.group())) > found[:2]:
                    found = (mention.end(), len(mention.group()), body)
        return found[2] if found else None

    def may_have(self, body: str, draft: PartialCitation) -> bool:
        """Whether a text of this number may be the body's."""
        if body == OTHER:
            return True
        if body == self.symbol_body:
            return "/" in draft.number
        having = self.registry.bodies_having(draft.kind, draft.number)
        return body in having

    def introduced(self, draft: PartialCitation) -> str | None:
        """The body named by the paragraph that introduces the list the citation stands in."""
        blocks = self.view.blocks
        text = self.view.text
        block = blocks[draft.block]
        if not ITEM.match(text, block.start, block.end):
            return None
        for number in range(draft.block - 1, max(draft.block - INTRODUCED_WITHIN, -1), -1):
            above = blocks[number]
            words = text[above.start : above.end].rstrip()
            if words.endswith(COLONS):
                return self.last_in(self.view.prose(above).text, draft)
            if words and not ITEM.match(text, above.start, above.end):
                return None
        return None
