"""Files as people make them, each with what Word shows of it in both views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from written import deleted, footnote_mark, footnotes, in_list, inserted, numbering, paragraph, run, word_file

LETTERS = numbering(("lowerLetter", "%1)"))
LEVELS = numbering(("decimal", "%1"), ("lowerLetter", "%2)"), ("lowerRoman", "%3)"))
POINTS = numbering(("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))
ARTICLES = numbering(("upperRoman", "Article %1."), ("decimalZero", "Section %1.%2"), ("lowerLetter", "(%3)")).replace(
    '<w:numFmt w:val="decimalZero"/>', '<w:numFmt w:val="decimalZero"/><w:isLgl/>'
)
BY = 'w:id="{}" w:author="Delegation A" w:date="2024-05-06T07:08:09Z"'
STRICT_BOX = 'xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml"'


@dataclass(frozen=True, slots=True)
class Case:
    """The body of a file, and the paragraphs of its stories in both views, each with its label before it.

    `differs` names in `excluded.CASES` why LibreOffice is not asked; `original` is the same as `final` where it says
    nothing.
    """

    body: tuple[str, ...]
    final: tuple[str, ...]
    original: tuple[str, ...] | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    differs: str = ""

    @property
    def data(self) -> bytes:
        return word_file(*self.body, **self.parts)

    def shown(self, view: str) -> tuple[str, ...]:
        return self.final if view == "final" or self.original is None else self.original


def item(words: str, level: int = 0) -> str:
    return paragraph(run(words), properties=in_list(level))


def gone(words: str, properties: str = in_list()) -> str:
    return paragraph(deleted(words), properties=properties, mark="del")


def new(words: str, properties: str = in_list()) -> str:
    return paragraph(inserted(words), properties=properties, mark="ins")


def table(*rows: str) -> str:
    grid = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>'
    return f"<w:tbl>{grid}{''.join(rows)}</w:tbl>"


def row(*cell: str, change: str = "") -> str:
    """A row of one cell; `change` is "ins" or "del" for one that came or went."""
    said = f"<w:trPr><w:{change} {BY.format(77)}/></w:trPr>" if change else ""
    width = '<w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>'
    return f"<w:tr>{said}<w:tc>{width}{''.join(cell)}</w:tc></w:tr>"


ROW = row(paragraph(run("cell")))
ROW_GONE = row(gone("old cell", ""), change="del")
ROW_NEW = row(new("new cell", ""), change="ins")
LIST = {"numbering": LETTERS}
BEFORE = "kept before a table"
AT_END = "kept at the end"
TABLES = "beside tables that go"

GOING = {
    "an item before a table": Case(
        (item("one;"), gone("two;"), table(ROW), item("three;")),
        ("a) one;", "cell", "b) three;"),
        ("a) one;", "b) two;", "cell", "c) three;"),
        LIST,
        differs=BEFORE,
    ),
    "a new item before a table": Case(
        (item("one;"), new("two;"), table(ROW), item("three;")),
        ("a) one;", "b) two;", "cell", "c) three;"),
        ("a) one;", "cell", "b) three;"),
        LIST,
        differs=BEFORE,
    ),
    "two items before a table": Case(
        (item("one;"), gone("two;"), gone("three;"), table(ROW), item("four;")),
        ("a) one;", "cell", "b) four;"),
        ("a) one;", "b) two;", "c) three;", "cell", "d) four;"),
        LIST,
        differs=BEFORE,
    ),
    "an item that was empty": Case(
        (item("one;"), paragraph(properties=in_list(), mark="del"), table(ROW), item("two;")),
        ("a) one;", "cell", "b) two;"),
        ("a) one;", "b)", "cell", "c) two;"),
        LIST,
        differs=BEFORE,
    ),
    "an item that was moved away": Case(
        (
            item("one;"),
            paragraph(f"<w:moveFrom {BY.format(5)}>{run('two;')}</w:moveFrom>", properties=in_list(), mark="moveFrom"),
            table(ROW),
            paragraph(f"<w:moveTo {BY.format(6)}>{run('two;')}</w:moveTo>", properties=in_list(), mark="moveTo"),
            item("three;"),
        ),
        ("a) one;", "cell", "b) two;", "c) three;"),
        ("a) one;", "b) two;", "cell", "c) three;"),
        LIST,
        differs=BEFORE,
    ),
    "an item inserted and deleted": Case(
        (
            item("one;"),
            "<w:p><w:pPr>{}<w:rPr><w:ins {}/><w:del {}/></w:rPr></w:pPr><w:ins {}>{}</w:ins></w:p>".format(
                in_list(), *(BY.format(number) for number in (11, 12, 13)), deleted("two;")
            ),
            table(ROW),
            item("three;"),
        ),
        ("a) one;", "cell", "b) three;"),
        parts=LIST,
        differs=BEFORE,
    ),
    "an item that keeps a word": Case(
        (item("one;"), paragraph(deleted("two, "), run("three;"), properties=in_list(), mark="del"), table(ROW)),
        ("a) one;", "b) three;", "cell"),
        ("a) one;", "b) two, three;", "cell"),
        LIST,
    ),
    "words that go on before a table": Case(
        (paragraph(run("one "), mark="del"), paragraph(deleted("two"), mark="del"), table(ROW), paragraph(run("end"))),
        ("one ", "cell", "end"),
        ("one ", "two", "cell", "end"),
    ),
    "an item with a note": Case(
        (item("one;"), paragraph(deleted("two"), footnote_mark(1), properties=in_list(), mark="del"), table(ROW)),
        ("a) one;", "b)", "cell"),
        ("a) one;", "b) two", "cell"),
        LIST | {"footnotes": footnotes(paragraph(run("a note")))},
        {"footnote 1": ("a note",)},
    ),
    "before a nested table": Case(
        (table(row(item("one;"), gone("two;"), table(ROW), item("three;"))), item("four;")),
        ("a) one;", "cell", "b) three;", "c) four;"),
        ("a) one;", "b) two;", "cell", "c) three;", "d) four;"),
        LIST,
        differs=BEFORE,
    ),
    "the last of a file": Case(
        (item("one;"), gone("two;")),
        ("a) one;",),
        ("a) one;", "b) two;"),
        LIST,
        differs=AT_END,
    ),
    "the last two of a file": Case(
        (item("one;"), gone("two;"), gone("three;")),
        ("a) one;",),
        ("a) one;", "b) two;", "c) three;"),
        LIST,
        differs=AT_END,
    ),
    "the last of a file, inserted": Case(
        (item("one;"), new("two;")),
        ("a) one;", "b) two;"),
        ("a) one;",),
        LIST,
        differs=AT_END,
    ),
    "all of a file": Case((gone("one;"), gone("two;")), ("a)",), ("a) one;", "b) two;"), LIST),
    "the last of a note": Case(
        (paragraph(run("see"), footnote_mark(1)),),
        ("see",),
        parts={"footnotes": footnotes(paragraph(run("first")) + gone("second", ""))},
        others={"footnote 1": ("first",)},
    ),
    "all of a cell": Case((table(row(gone("one", ""))), paragraph(run("end"))), ("", "end"), ("one", "end")),
    "the last of a cell": Case(
        (table(row(item("one;"), gone("two;"))), item("three;")),
        ("a) one;", "b)", "c) three;"),
        ("a) one;", "b) two;", "c) three;"),
        LIST,
    ),
    "a table between items": Case(
        (item("one;"), table(ROW_GONE), item("two;")),
        ("a) one;", "b) two;"),
        ("a) one;", "old cell", "b) two;"),
        LIST,
    ),
    "a table with the item before it": Case(
        (item("one;"), gone("two;"), table(ROW_GONE), item("three;")),
        ("a) one;", "b) three;"),
        ("a) one;", "b) two;", "old cell", "c) three;"),
        LIST,
        differs=TABLES,
    ),
    "two tables with the item between them": Case(
        (item("one;"), table(ROW_GONE), gone("two;"), table(ROW_GONE), item("three;")),
        ("a) one;", "b) three;"),
        ("a) one;", "old cell", "b) two;", "old cell", "c) three;"),
        LIST,
        differs=TABLES,
    ),
    "words on both sides of a table that goes": Case(
        (paragraph(run("one "), mark="del"), table(ROW_GONE), paragraph(run("two"))),
        ("one two",),
        ("one ", "old cell", "two"),
        differs=TABLES,
    ),
    "words on both sides of a table that came": Case(
        (paragraph(run("one "), mark="ins"), table(ROW_NEW), paragraph(run("two"))),
        ("one ", "new cell", "two"),
        ("one two",),
        differs=TABLES,
    ),
    "a deleted end before a new table": Case(
        (paragraph(run("one "), mark="del"), table(ROW_NEW), paragraph(run("two"))),
        ("one ", "new cell", "two"),
        ("one ", "two"),
    ),
    "a table of which a row stays": Case(
        (item("one;"), gone("two;"), table(ROW_GONE, ROW), item("three;")),
        ("a) one;", "cell", "b) three;"),
        ("a) one;", "b) two;", "old cell", "cell", "c) three;"),
        LIST,
        differs=BEFORE,
    ),
}

PASSED_OVER = {
    "the second level passed over": Case(
        (item("scope"), item("terms", 2), item("roles", 1), item("criteria", 1)),
        ("1. scope", "1.1.1 terms", "1.2 roles", "1.3 criteria"),
        parts={"numbering": POINTS},
    ),
    "a list that begins on its second level": Case(
        (item("terms", 1), item("scope"), item("roles", 1)),
        ("1.1 terms", "2. scope", "2.1 roles"),
        parts={"numbering": POINTS},
    ),
    "a list that begins on its third level": Case(
        (item("terms", 2), item("more", 2), item("roles", 1), item("scope")),
        ("1.1.1 terms", "1.1.2 more", "1.2 roles", "2. scope"),
        parts={"numbering": POINTS},
    ),
    "sub-items without a parent": Case(
        (item("to continue:"), item("in the regions;", 2), item("at the headquarters;", 2), item("to report.", 1)),
        ("1 to continue:", "i) in the regions;", "ii) at the headquarters;", "b) to report."),
        parts={"numbering": LEVELS},
    ),
    "passed over again under the next item": Case(
        (item("one"), item("deep", 2), item("two"), item("deep", 2), item("mid", 1)),
        ("1 one", "i) deep", "2 two", "i) deep", "b) mid"),
        parts={"numbering": LEVELS},
    ),
    "passed over in one view": Case(
        (item("one"), new("new", in_list(1)), item("deep", 2), item("mid", 1)),
        ("1 one", "a) new", "i) deep", "b) mid"),
        ("1 one", "i) deep", "b) mid"),
        parts={"numbering": LEVELS},
    ),
    "a start of its own": Case(
        (item("one"), item("deep", 2), item("mid", 1)),
        ("1 one", "i) deep", "d) mid"),
        parts={"numbering": LEVELS.replace(
            '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>', '<w:start w:val="3"/><w:numFmt w:val="lowerLetter"/>'
        )},
    ),
    "a start that the list overrides": Case(
        (item("deep", 1), item("one")),
        ("5.1 deep", "6. one"),
        differs="startOverride",
        parts={"numbering": POINTS.replace(
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/>',
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
            "</w:lvlOverride>",
        )},
    ),
}  # fmt: skip

LEGAL = {
    "with a zero before them": Case(
        (item("Members"), item("Rights", 1), item("a part", 2), item("Duties", 1)),
        ("Article I. Members", "Section 1.01 Rights", "(a) a part", "Section 1.02 Duties"),
        parts={"numbering": ARTICLES},
        differs="isLgl",
    ),
    "ten of them": Case(
        (item("Members"), *(item("Rights", 1) for _ in range(10))),
        ("Article I. Members", *(f"Section 1.{number:02} Rights" for number in range(1, 11))),
        parts={"numbering": ARTICLES},
        differs="isLgl",
    ),
    "switched off": Case(
        (item("Members"), item("Rights", 1)),
        ("Article I. Members", "Section I.01 Rights"),
        parts={"numbering": ARTICLES.replace("<w:isLgl/>", '<w:isLgl w:val="0"/>')},
    ),
    "above others": Case(
        (item("Members"), item("Rights", 1)),
        ("Article 01. Members", "Section 01-i Rights"),
        parts={"numbering": numbering(("decimalZero", "Article %1."), ("lowerRoman", "Section %1-%2"))},
    ),
    "above one that writes figures": Case(
        (item("Members"), item("Rights", 1)),
        ("Article 01. Members", "Section 01-1 Rights"),
        parts={"numbering": numbering(("decimalZero", "Article %1."), ("lowerRoman", "Section %1-%2")).replace(
            '<w:numFmt w:val="lowerRoman"/>', '<w:numFmt w:val="lowerRoman"/><w:isLgl/>'
        )},
        differs="isLgl",
    ),
}  # fmt: skip


def framed(*inside: str, kind: str = "drop", **more: str) -> str:
    """A paragraph in a frame, as Word makes one of the first letters of the next."""
    frame = (
        f'<w:keepNext/><w:framePr w:dropCap="{kind}" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    )
    return paragraph(*inside, properties=frame, **more)


def big(letters: str) -> str:
    return run(letters, '<w:position w:val="-6"/><w:sz w:val="96"/>')


WHOLE = ("Resolution 71 (Rev. Dubai, 2018)",)
REST = "esolution 71 (Rev. Dubai, 2018)"
DROP_CAPS = {
    "in the text": Case((framed(big("R")), paragraph(run(REST))), WHOLE),
    "in the margin": Case((framed(big("R"), kind="margin"), paragraph(run(REST))), WHOLE),
    "of two letters": Case((framed(big("Re")), paragraph(run(REST[1:]))), WHOLE),
    "with a mark of quotation": Case((framed(run("“"), big("R")), paragraph(run(REST))), (f"“{WHOLE[0]}",)),
    "raised": Case((framed(run("R", '<w:position w:val="4"/>')), paragraph(run(REST))), WHOLE),
    "in a cell": Case(
        (table(row(framed(big("R")), paragraph(run(REST)))), paragraph(run("end"))), (*WHOLE, "end")
    ),
    "in a list": Case(
        (item("one"), framed(big("R")), item(REST), item("three")),
        ("a) one", f"b) {WHOLE[0]}", "c) three"),
        parts=LIST,
    ),
    "inserted with its paragraph": Case(
        (paragraph(run("one")), framed(inserted("R"), mark="ins"), paragraph(inserted(REST), mark="ins"),
         paragraph(run("two"))),
        ("one", *WHOLE, "two"),
        ("one", "two"),
        differs="a drop cap among changes",
    ),
    "before words that go": Case(
        (framed(big("R")), paragraph(deleted("ecommendation 9"), run(REST))),
        WHOLE,
        (f"Recommendation 9{REST}",),
        differs="a drop cap among changes",
    ),
    "at the end": Case((paragraph(run("one")), framed(big("R"))), ("one", "R")),
    "before a table": Case((framed(big("R")), table(ROW), paragraph(run("end"))), ("R", "cell", "end"),
                           differs="a drop cap of nothing"),
    "a frame around something else": Case((framed(run("R"), kind="none"), paragraph(run(REST))), ("R", REST),
                                             differs="a frame around something else"),
}  # fmt: skip


def formula(*inside: str) -> str:
    return f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{"".join(inside)}</m:oMath>'


def symbols(words: str, change: str = "") -> str:
    """A run of a formula; a change stands in it, as Word writes it."""
    fonts = '<w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr>'
    inside = f"{fonts}<m:t>{words}</m:t>"
    return f"<m:r>{f'<w:{change} {BY.format(8)}>{inside}</w:{change}>' if change else inside}</m:r>"


FORMULA = "mathematics"
FORMULAS = {
    "inserted": Case(
        (paragraph(run("A is "), formula(symbols("A="), symbols("2", "ins"), symbols("πr")), run(".")),),
        ("A is A=2πr.",), ("A is A=πr.",), differs=FORMULA,
    ),
    "deleted": Case(
        (paragraph(run("A is "), formula(symbols("A="), symbols("2", "del"), symbols("πr")), run(".")),),
        ("A is A=πr.",), ("A is A=2πr.",), differs=FORMULA,
    ),
    "replaced": Case(
        (paragraph(formula(symbols("2", "ins"), symbols("3", "del"), symbols("x"))),),
        ("2x",), ("3x",), differs=FORMULA,
    ),
    "between words of the same run": Case(
        (paragraph(formula(f"<m:r><m:t>a</m:t><w:ins {BY.format(8)}><m:t>b</m:t></w:ins><m:t>c</m:t></m:r>")),),
        ("abc",), ("ac",), differs=FORMULA,
    ),
    "one author's in another's": Case(
        (paragraph(formula(f"<m:r><w:ins {BY.format(8)}><m:t>a</m:t><w:del {BY.format(9)}><m:t>b</m:t></w:del></w:ins>"
                           "<m:t>c</m:t></m:r>")),),
        ("ac",), ("c",), differs=FORMULA,
    ),
    "moved": Case(
        (paragraph(formula(symbols("a", "moveFrom"), symbols("b"), symbols("a", "moveTo"))),),
        ("ba",), ("ab",), differs=FORMULA,
    ),
    "in the run of words": Case(
        (paragraph(f"<w:r><w:t>a</w:t><w:del {BY.format(8)}><w:delText>b</w:delText></w:del><w:t>c</w:t></w:r>"),),
        ("ac",), ("abc",), differs="a change in a run",
    ),
    "around its runs": Case(
        (paragraph(formula(symbols("a"), f"<w:del {BY.format(8)}>{symbols('b')}</w:del>")),),
        ("a",), ("ab",), differs=FORMULA,
    ),
}  # fmt: skip


def holding(*inside: str, element: str = "x:holder") -> str:
    """A run with something in it that holds paragraphs, as nobody has defined it."""
    prefix, _, _ = element.partition(":")
    declared = STRICT_BOX if prefix == "wne" else f'xmlns:{prefix}="urn:example"'
    return f"<w:r><w:drawing><{element} {declared}>{''.join(inside)}</{element}></w:drawing></w:r>"


INSIDE = paragraph(run("inside"))
BOX = {"text box 1": ("inside",)}
BOXES = {
    "of a Strict file": Case(
        (paragraph(run("before "), holding(INSIDE, element="wne:txbxContent"), run(WHOLE[0])), paragraph(run("next"))),
        (f"before {WHOLE[0]}", "next"), others=BOX,
    ),
    "of an unknown kind": Case(
        (paragraph(run("before "), holding(INSIDE), run(WHOLE[0])), paragraph(run("next"))),
        (f"before {WHOLE[0]}", "next"), others=BOX,
    ),
    "with several paragraphs": Case(
        (paragraph(run("before "), holding(INSIDE, paragraph(), paragraph(run("more"))), run("after")),),
        ("before after",), others={"text box 1": ("inside", "", "more")},
    ),
    "twice in a run": Case(
        (paragraph(holding(INSIDE).removesuffix("</w:r>") + "<w:t>between</w:t>" + holding(INSIDE)[5:]),),
        ("between",), others={"text box 1": ("inside",), "text box 2": ("inside",)},
    ),
    "twice in a paragraph": Case(
        (paragraph(holding(INSIDE), run("between"), holding(INSIDE), run("after")),),
        ("betweenafter",), others={"text box 1": ("inside",), "text box 2": ("inside",)},
    ),
    "one in another": Case(
        (paragraph(run("one "), holding(paragraph(run("two "), holding(paragraph(run("three"))), run("four"))),
                   run("five")),),
        ("one five",), others={"text box 1": ("two four",), "text box 2": ("three",)},
    ),
    "with a table": Case(
        (paragraph(run("one "), holding(table(ROW, row(INSIDE, INSIDE)), INSIDE), run("two")), paragraph(run("end"))),
        ("one two", "end"), others={"text box 1": ("cell", "inside", "inside", "inside")},
    ),
    "right in a paragraph": Case(
        (f'<w:p>{run("one ")}<x:holder xmlns:x="urn:example">{INSIDE}</x:holder>{run("two")}</w:p>',),
        ("one two",), others=BOX,
    ),
    "a paragraph in a paragraph": Case(
        (f"<w:p>{run('one ')}{INSIDE}{run('two')}</w:p>", paragraph(run("end"))),
        ("one two", "end"), others=BOX,
    ),
    "in an insertion": Case(
        (paragraph(run("one "), f"<w:ins {BY.format(4)}>{holding(INSIDE)}{run('new ')}</w:ins>", run("two")),),
        ("one new two",), ("one two",), others=BOX,
    ),
    "in a cell": Case(
        (table(row(paragraph(run("one "), holding(INSIDE), run("two")))), paragraph(run("end"))),
        ("one two", "end"), others=BOX,
    ),
    "around paragraphs of the body": Case(
        (f'<x:holder xmlns:x="urn:example">{INSIDE}{INSIDE}</x:holder>', paragraph(run("end"))),
        ("inside", "inside", "end"),
    ),
}  # fmt: skip

CASES = {
    f"{kind}: {name}": case
    for kind, cases in {
        "going": GOING,
        "passed over": PASSED_OVER,
        "legal": LEGAL,
        "drop cap": DROP_CAPS,
        "formula": FORMULAS,
        "box": BOXES,
    }.items()
    for name, case in cases.items()
}
