"""Automatic lists of an OpenDocument text know their bounds: different lists are not one."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from reslint.api.page import Page
from reslint.api.rule import Rule
from reslint.documents import View
from reslint.documents.odt.reader import read_odt
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

URN = "urn:oasis:names:tc:opendocument:xmlns"
STYLES = "".join(
    f'<text:list-style style:name="{name}"><text:list-level-style-number text:level="1" style:num-format="{form}" '
    f'style:num-suffix="{suffix}"/></text:list-style>'
    for name, form, suffix in (("L", "a", ")"), ("D", "1", "."))
)


def odt(body: str) -> bytes:
    content = (
        f'<office:document-content xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0" '
        f'xmlns:style="{URN}:style:1.0"><office:automatic-styles>{STYLES}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return file.getvalue()


def listed(style: str, *items: str, start: int | None = None) -> str:
    said = f' text:start-value="{start}"' if start is not None else ""
    first, *others = (f"<text:p>{item}</text:p></text:list-item>" for item in items)
    written = "".join(f"<text:list-item>{item}" for item in others)
    return f'<text:list text:style-name="{style}"><text:list-item{said}>{first}{written}</text:list>'


def found(body: str, registry: Registry) -> list[tuple[str, str]]:
    page = Page(View(read_odt(odt(body), "draft.odt")), (), registry, date(2024, 1, 1))
    rules: list[Rule] = [cls() for plugin in load_plugins().loaded for cls in plugin.rules]
    return [
        (rule.code, page.text[mistake.start : mistake.end])
        for rule in rules
        if rule.code in ("NUM001", "NUM002", "NUM003", "NUM004", "NUM005")
        for mistake in rule.check(page)
    ]


@pytest.mark.parametrize("heading", ["Minutes", "noting", "resolves"])
@pytest.mark.parametrize(
    "body",
    [
        listed("D", "alone;") + listed("D", "alone;") + listed("D", "alone;"),
        listed("D", "first;", "second;") + listed("D", "fourth;", "fifth;", start=4),
        listed("L", "first;", "second;") + listed("L", "third;", start=3) + listed("L", "again;", start=3),
        listed("L", "first;") + listed("D", "first;") + listed("L", "sixth;", start=6) + listed("D", "first;"),
        listed("D", "Introduction", "Past") + "<text:p>Some words.</text:p>" + listed("D", "Present", start=2),
        listed("L", "first;", "second;", start=5) + listed("L", "first;", start=2) + listed("L", "first;", start=9),
    ],
)
def test_different_lists_are_not_one(heading: str, body: str, registry: Registry) -> None:
    assert found(f"<text:p>{heading}</text:p>{body}", registry) == []


def test_a_typed_label_among_automatic_ones_is_judged_in_a_clause(registry: Registry) -> None:
    body = listed("L", "first;", "second;") + "<text:p>b)<text:tab/>third;</text:p>"
    assert found(f"<text:p>noting</text:p>{body}", registry) == [("NUM001", "b)")]
    assert found(f"<text:p>Minutes</text:p>{body}", registry) == []
