"""Random paragraphs, and changes and notes to make in them; runs are counted as they begin in the file."""

from __future__ import annotations

from itertools import groupby
from random import Random
from typing import NamedTuple
from xml.etree import ElementTree

from trees import PARAGRAPH, REVISIONS, SIGNS, local, main_part, words

LETTERS = "abcdefgh ijk&<é😀"
AUTHORS = ("ATU", "CEPT", "APT")


class Drawn(NamedTuple):
    """A run: how many characters it has, whether it is deleted, and its paragraph."""

    length: int
    deleted: bool
    paragraph: int


class Asked(NamedTuple):
    """Replace ranges (run, start, end) by words, those of each in its formatting."""

    pieces: tuple[tuple[int, int, int], ...]
    contents: tuple[str, ...]


class Draft:
    """A main part that nobody would write, with every kind of nesting that somebody could."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._last = 0
        self.runs: list[Drawn] = []
        self.main = main_part("".join(self._paragraph() for _ in range(chance.randint(1, 3))))

    def asked(self) -> list[Asked]:
        """Some changes that do not touch each other."""
        found: list[Asked] = []
        taken: list[tuple[int, int, int]] = []
        runs = [number for number, run in enumerate(self.runs) if not run.deleted]
        for _ in range(self._chance.randint(0, 4) if runs else 0):
            pieces = self._pieces(self._chance.choice(runs))
            if any(a == b and start <= until and end >= since for a, start, end in pieces for b, since, until in taken):
                continue
            taken += pieces
            deletes = any(start < end for _, start, end in pieces)
            counts = [self._chance.choice((0, 1, 3)) if deletes else self._chance.randint(1, 3)]
            counts += [self._chance.choice((0, 0, 2)) if start < end else 0 for _, start, end in pieces[1:]]
            found.append(Asked(tuple(pieces), tuple("".join(self._chance.choices("XYZ", k=count)) for count in counts)))
        return found

    def noted(self) -> list[tuple[tuple[int, int, int], tuple[int, int, int]]]:
        """The first and the last piece of some notes."""
        found = []
        for _ in range(self._chance.randint(0, 4)):
            first = self._chance.randrange(len(self.runs))
            last = min(first + self._chance.choice((0, 0, 1, 2)), len(self.runs) - 1)
            if self.runs[last].paragraph != self.runs[first].paragraph:
                last = first
            length = self.runs[first].length
            start = self._chance.randint(0, length)
            end = self._chance.randint(start if first == last else 0, self.runs[last].length)
            same = (first, start, end)
            found.append((same, same) if first == last else ((first, start, length), (last, 0, end)))
        return found

    def expected(self, asked: list[Asked]) -> str:
        """The text with the changes made and all accepted."""
        gone = {(run, at) for one in asked for run, start, end in one.pieces for at in range(start, end)}
        homes = self._homes()
        new: dict[tuple[int, int], str] = {}
        for one in asked:
            replaced = zip(one.pieces, one.contents, strict=True)
            for _, group in groupby(replaced, key=lambda item: homes[item[0][0]]):
                beside = list(group)
                run, _, end = beside[-1][0]
                new[run, end] = "".join(content for _, content in beside)
        text: list[str] = []
        number = -1

        def walk(element: ElementTree.Element, deleted: bool) -> None:
            nonlocal number
            name = local(element)
            if name in ("rPr", "pPr"):
                return
            own = -1
            if name == "r":
                number += 1
                own = number
            # What is new at the beginning comes after what has no characters.
            waiting = new.get((own, 0), "")
            at = 0
            for child in element:
                walk(child, deleted or name in ("del", "moveFrom"))
                for sign in words(child) if own >= 0 else "":
                    text.append(waiting)
                    waiting = ""
                    if not deleted and (own, at) not in gone:
                        text.append(sign)
                    at += 1
                    text.append(new.get((own, at), ""))
            text.append(waiting)
            if name == "p" and not deleted:
                text.append(PARAGRAPH)

        walk(ElementTree.fromstring(self.main), False)
        return "".join(text)

    def _homes(self) -> list[int]:
        """The element that each run stands in, apart from revisions; elements are counted as they begin."""
        found: list[int] = []
        count = 0

        def walk(element: ElementTree.Element, home: int) -> None:
            nonlocal count
            count += 1
            if local(element) == "r":
                found.append(home)
            own = home if local(element) in REVISIONS else count
            for child in element:
                walk(child, own)

        walk(ElementTree.fromstring(self.main), 0)
        return found

    def _pieces(self, run: int) -> list[tuple[int, int, int]]:
        length = self.runs[run].length
        start = self._chance.randint(0, length)
        end = self._chance.choice((start, self._chance.randint(start, length), length))
        pieces = [(run, start, end)]
        while end == length and run + 1 < len(self.runs) and self._chance.random() < 0.3:
            run += 1
            following = self.runs[run]
            if following.deleted or following.paragraph != self.runs[pieces[0][0]].paragraph:
                break
            length = following.length
            end = self._chance.randint(0, length)
            pieces.append((run, 0, end))
        return pieces

    def _id(self) -> int:
        self._last += 1
        return self._last

    def _paragraph(self, deleted: bool = False, depth: int = 0) -> str:
        number = self._id()
        inside = "".join(self._inline(number, deleted, depth) for _ in range(self._chance.randint(1, 5)))
        return f"<w:p>{inside}</w:p>"

    def _inline(self, paragraph: int, deleted: bool, depth: int) -> str:
        kind = self._chance.random()
        if kind < 0.45 or depth > 4:
            return self._run(paragraph, deleted, depth)

        def inside(deleted: bool = deleted) -> str:
            return "".join(self._inline(paragraph, deleted, depth + 1) for _ in range(self._chance.randint(1, 3)))

        if kind < 0.8:
            name = self._chance.choice(("ins", "ins", "ins", "del", "moveTo", "moveFrom"))
            date = f"2024-0{self._chance.randint(1, 9)}-01T00:00:00Z"
            by = f'w:id="{self._id()}" w:author="{self._chance.choice(AUTHORS)}" w:date="{date}"'
            return f"<w:{name} {by}>{inside(deleted or name in ('del', 'moveFrom'))}</w:{name}>"
        if kind < 0.85:
            return f'<w:hyperlink w:anchor="x">{inside()}</w:hyperlink>'
        if kind < 0.9:
            return f"<w:sdt><w:sdtContent>{inside()}</w:sdtContent></w:sdt>"
        if kind < 0.95:
            return f'<w:smartTag w:uri="u" w:element="e">{inside()}</w:smartTag>'
        number = self._id()
        return f'<w:bookmarkStart w:id="{number}" w:name="b{number}"/>{inside()}<w:bookmarkEnd w:id="{number}"/>'

    def _run(self, paragraph: int, deleted: bool, depth: int) -> str:
        number = len(self.runs)
        self.runs.append(Drawn(0, deleted, paragraph))
        content = "".join(self._child(deleted, depth) for _ in range(self._chance.choice((0, 1, 1, 1, 2, 3))))
        children = ElementTree.fromstring(main_part(content))[0]
        self.runs[number] = Drawn(sum(len(words(child)) for child in children), deleted, paragraph)
        return f"<w:r>{self._properties()}{content}</w:r>"

    def _properties(self) -> str:
        if self._chance.random() < 0.5:
            return ""
        former = f'<w:rPrChange w:id="{self._id()}" w:author="CEPT"><w:rPr><w:i/></w:rPr></w:rPrChange>'
        return f"<w:rPr><w:{self._chance.choice('biu')}/>{former if self._chance.random() < 0.4 else ''}</w:rPr>"

    def _child(self, deleted: bool, depth: int) -> str:
        kind = self._chance.random()
        if kind < 0.65:
            text = "".join(self._chance.choices(LETTERS, k=self._chance.randint(0, 7)))
            text = text.replace("&", "&amp;").replace("<", "<![CDATA[<]]>" if self._chance.random() < 0.3 else "&lt;")
            name = "delText" if deleted else "t"
            space = ' xml:space="preserve"' if self._chance.random() < 0.7 else ""
            return f"<w:{name}{space}>{text}</w:{name}>"
        if kind < 0.85:
            return f"<w:{self._chance.choice(list(SIGNS))}/>"
        if kind < 0.9:
            return "<w:lastRenderedPageBreak/>"
        if kind < 0.95 or depth > 2:
            return '<w:footnoteReference w:id="2"/>'
        box = self._paragraph(deleted, depth + 1)
        return f"<w:pict><v:shape><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></v:shape></w:pict>"
