"""The digest of a run with many findings, for a terminal: where they are, what to write instead, which rules they are
of, and how to see all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from reslint.api.finding import Finding, shown
from reslint.api.report import FileResult, Report
from reslint.api.reporter import Style
from reslint.reporting.colour import Paint
from reslint.reporting.keeping import Keeping
from reslint.reporting.printable import printable
from reslint.reporting.summary import files, lines_of, summary
from reslint.reporting.tables import aligned, shortened
from reslint.saying import Teller, said, said_of
from reslint.translations.telling import teller

MANY = 50
"""More findings than these are not read one after the other in a terminal."""
FILES = TEXTS = 10
RULES = 15
WORDS = 40
"""Of words that are to be replaced, so many characters are shown."""
ALL = (
    said("All of them here: --output-format full, or concise for a line each."),
    said("All of them in a browser: --output-format html -o report.html"),
)

Row = tuple[str, ...]


def many(report: Report, style: Style) -> bool:
    """Whether a report has more findings to show than somebody reads in a terminal."""
    return next(islice(shown(report.each_finding(), verbose=style.verbose), MANY, None), None) is not None


def digest_or_summary(report: Report, style: Style) -> Iterator[str]:
    """The digest of many findings, of fewer the summary alone."""
    return digest(report, style) if many(report, style) and not style.quiet else summary(report, style)


def digest(report: Report, style: Style) -> Iterator[str]:
    """The digest, in fewer than 60 lines whatever was found, with the summary of the run."""
    tell = teller(style.language, printable)
    counts = _Counts(tell)
    for file in report.files:
        counts.add(file, verbose=style.verbose)
    paint = Paint(style.colour)
    for title, rows, most, rest, right in (
        (said("Findings by file"), counts.by_file(), FILES, _more_files, (0,)),
        (said("What to write instead"), counts.instead(), TEXTS, _more_texts, (0, 1)),
        (said("Findings by rule"), counts.by_rule(), RULES, _more_rules, (0, 3)),
    ):
        if rows:
            yield paint(tell(title), "bold") + "\n"
            if tell.english:
                yield f"{tell.english(title)}\n"
            yield from (line + "\n" for line in aligned(rows[:most], right, "  "))
            if len(rows) > most:
                yield f"  … {tell(rest(len(rows) - most))}\n"
            yield "\n"
    for line in (*ALL, *(said("help: {advice}", advice=line) for line in counts.keeping.lines())):
        yield from lines_of(line, tell)
    yield "\n"
    yield from summary(report, style)


class _Counts:
    """What is counted while the files go by."""

    def __init__(self, tell: Teller) -> None:
        self._tell = tell
        self.files: Counter[str] = Counter()
        self.rules: Counter[tuple[str, str]] = Counter()
        self.rules_in: Counter[tuple[str, str]] = Counter()
        self.texts: dict[tuple[str, str], Counter[str]] = {}
        self.texts_in: Counter[tuple[str, str]] = Counter()
        self.keeping = Keeping()

    def add(self, file: FileResult, *, verbose: bool) -> None:
        rules, texts = Counter[tuple[str, str]](), set()
        for finding in shown(file.findings, verbose=verbose):
            rules[finding.code, finding.name] += 1
            self.keeping.add(finding)
            text = _text(finding)
            if text is not None:
                texts.add(text)
                self.texts.setdefault(text, Counter())[" ".join(finding.excerpt.split())] += 1
        self.rules += rules
        self.rules_in.update(rules.keys())
        self.texts_in.update(texts)
        if rules:
            self.files[file.name] += rules.total()

    def by_file(self) -> Sequence[Row]:
        return [(str(count), name) for name, count in self.files.most_common()]

    def instead(self) -> Sequence[Row]:
        """Texts of the registry, each with the words that are found most, and what to write in their place."""
        found = sorted(self.texts.items(), key=lambda item: (-item[1].total(), item[0]))
        return [
            (
                str(words.total()),
                self._in(self.texts_in[key, instead]),
                key,
                self._told(words),
                f"→ {shortened(instead, 2 * WORDS)}",
            )
            for (key, instead), words in found
        ]

    def by_rule(self) -> Sequence[Row]:
        found = sorted(self.rules.items(), key=lambda item: (-item[1], item[0]))
        return [(str(count), *rule, self._in(self.rules_in[rule])) for rule, count in found]

    def _in(self, number: int) -> str:
        return self._tell(said("in {files}", files=files(number)))

    def _told(self, words: Counter[str]) -> str:
        (most, _), *others = words.most_common()
        more = said_of(" and {count} other form", " and {count} other forms", len(others)) if others else ""
        return shortened(most, WORDS) + self._tell(more)


def _more_files(number: int) -> str:
    return said_of("and {count} more file", "and {count} more files", number)


def _more_texts(number: int) -> str:
    return said_of("and {count} more text", "and {count} more texts", number)


def _more_rules(number: int) -> str:
    return said_of("and {count} more rule", "and {count} more rules", number)


def _text(finding: Finding) -> tuple[str, str] | None:
    """The key of the text that a finding is about, and what to write; None where it is of no text, or only says no."""
    if finding.record is None or finding.proposal is None:
        return None
    return finding.record.key, " ".join(finding.proposal.split())
