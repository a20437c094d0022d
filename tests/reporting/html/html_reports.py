"""Reports as they could be, made without judging anything: the page is asked what it makes of them."""

from __future__ import annotations

from datetime import date

from reslint.api.cited_texts import CitedText
from reslint.api.finding import (
    Applicability,
    Around,
    Change,
    Edit,
    Finding,
    Fix,
    Place,
    RecordNote,
    Severity,
    Standing,
)
from reslint.api.report import FileResult, Report
from reslint.api.reporter import Style
from reslint.reporting.html import render

DAY = date(2024, 10, 15)
AUTHORS = ("Exampleland", "Sampleland", "A & B")
KINDS = (
    ("STA001", "outdated-edition", Severity.WARNING, "Rev. Dubai, 2018", "Rev. Bucharest, 2022"),
    ("SPL001", "misspelt-place", Severity.ERROR, "Buchrest", "Bucharest"),
    ("STA002", "abrogated-resolution", Severity.WARNING, "Resolution 36 (Kyoto, 1994)", None),
    ("FRM002", "spacing", Severity.INFO, "2018 )", "2018)"),
)


def finding(number: int = 0, file: str = "a.txt", **fields: object) -> Finding:
    """A finding; its number decides of which kind it is and by whom it was brought in."""
    code, name, severity, words, suggestion = KINDS[number % len(KINDS)]
    author = AUTHORS[number % len(AUTHORS)]
    change = (Change(Standing.INTRODUCED, author, "2024-05-06T07:08:09Z"), Change(Standing.KEPT), None)[number % 5 % 3]
    made = Finding(
        code=code,
        name=name,
        severity=severity,
        message=f"message {number} of {name}",
        file=file,
        start=0,
        end=len(words),
        line=number + 1,
        column=3,
        end_line=number + 1,
        end_column=3 + len(words),
        excerpt=words,
        suggestion=suggestion,
        advice="",
        keep="[sic] after the words",
        fix=Fix((Edit(0, len(words), suggestion),), Applicability.UNSAFE) if suggestion else None,
        as_of=DAY.isoformat(),
        record=RecordNote(f"PP {number % 90 + 1}", "PP-22", ("the Final Acts",)) if number % 2 else None,
        url="",
        block=0,
        place=Place("", "body", number + 1),
        change=change,
        around=Around(f"{number}) Resolution {number % 90 + 1} (", ") of the Conference, which is followed closely;"),
    )
    return made.but(**fields)  # type: ignore[arg-type]


def cited(key: str = "PP 71", verdict: str = "superseded", places: int = 1, **fields: object) -> CitedText:
    """A text that a file cites."""
    made = CitedText(
        key, f"Resolution {key}", "Rev. Dubai, 2018", verdict, "Rev. Bucharest, 2022", f"On {key}", places, 1
    )
    return made.but(**fields)  # type: ignore[arg-type]


def file(name: str, *findings: Finding, cites: tuple[CitedText, ...] = ()) -> FileResult:
    """A file that was judged."""
    return FileResult(name, tuple(one.but(file=name) for one in findings), as_of=DAY, cited_texts=cites)


def report(*files: FileResult, **fields: object) -> Report:
    """The report of these files."""
    return Report(files, registry_date="2024-10-01", registry_digest="0123456789abcdef", **fields)  # type: ignore[arg-type]


def folder(files: int, findings: int) -> Report:
    """A report of so many files with so many findings among them, and with the texts that they cite."""
    results = []
    for number in range(files):
        own = range(number * findings // files, (number + 1) * findings // files)
        verdicts = ("current", "superseded", "unknown", "abrogated", "superseded")
        cites = tuple(
            cited(f"PP {key}", verdicts[(key + number) % 5], 1 + (key * number) % 3)
            for key in range(1, 90)
            if (key * 7 + number) % (key % 11 + 3) == 0
        )
        results.append(file(f"contributions/C{number + 1:03}.txt", *(finding(one) for one in own), cites=cites))
    return report(*results)


def delegations() -> Report:
    """A report of a few files in the folders of two delegations, and one beside them."""
    many = (("CEPT/1", 3), ("ATU/2", 5), ("CEPT/3", 4), ("ATU/10", 1), ("CEPT/20", 6), ("z", 2))
    texts = tuple(cited(f"PP {key}", places=key % 7 + 1) for key in (9, 10, 11, 100))
    return report(
        *(
            file(f"meeting/{name}.txt", *map(finding, range(count)), cites=texts[: count % 4 + 1])
            for name, count in many
        )
    )


def page(made: Report) -> str:
    """The page of a report."""
    return "".join(render(made, Style()))
