"""What stands in the file after corrections and comments, case by case; `D`, `I`, `[` and `]` stand for our tags."""

from __future__ import annotations

import re
import struct
import time
import zlib
from itertools import count

import pytest
from trees import BY, MAIN, W, main_part, member, packed, run_starts, written

from reslint.documents.word.package import Package
from reslint.errors import ReslintError
from reslint.fixing.word.archive import replaced
from reslint.fixing.word.cuts import Note, RunChange, RunPiece
from reslint.fixing.word.sparing import UnwritableError
from reslint.fixing.word.writing import write_package

OURS = re.compile(r'<(?:\w+:)?(ins|del)(?: xmlns:\w+="[^"]*")? \w+:id="\d+" \w+:author="reslint" \w+:date="[^"]*">')
BEGIN = re.compile(r'<(?:\w+:)?commentRangeStart(?: xmlns:\w+="[^"]*")? \w+:id="\d+"/>')
END = re.compile(
    r'<(?:\w+:)?commentRangeEnd(?: xmlns:\w+="[^"]*")? \w+:id="\d+"/><(?:\w+:)?r>'
    r'<(?:\w+:)?commentReference(?: xmlns:\w+="[^"]*")? \w+:id="\d+"/></(?:\w+:)?r>'
)
A = '<w:ins w:id="1" w:author="ATU">'
A2, A3, A4 = (A.replace('"1"', f'"{number}"') for number in (2, 3, 4))
Z = "</w:ins>"

Place = tuple[int, int, int]


def r(text: str, name: str = "t") -> str:
    return f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def gone(text: str) -> str:
    return f"D{r(text, 'delText')}</w:del>"


def new(text: str) -> str:
    return f"I{r(text)}{Z}"


def spliced(main: bytes, changes: list[tuple[list[Place], str]], notes: list[tuple[Place, Place]]) -> str:
    """The body as it is written; ids other than ours are counted anew from 1 for the revisions of ATU."""
    starts = run_starts(main)

    def piece(of: Place) -> RunPiece:
        return RunPiece(starts[of[0]], *of[1:])

    after = written(
        main,
        [RunChange(tuple(map(piece, pieces)), (content,)) for pieces, content in changes],
        [Note(piece(first), piece(last), "why") for first, last in notes],
    ).decode("utf-8-sig")
    body = re.sub(r".*<(?:\w+:)?body>|</(?:\w+:)?body>.*", "", after, flags=re.DOTALL)
    body = OURS.sub(lambda match: "I" if match[1] == "ins" else "D", body)
    numbers = count(1)
    return re.sub(
        r'w:id="\d+" w:author="ATU"',
        lambda _: f'w:id="{next(numbers)}" w:author="ATU"',
        END.sub("]", BEGIN.sub("[", body)),
    )


BOX = "<w:pict><v:shape><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
CHANGES = {
    "in the middle": (r("abcdef"), [([(0, 2, 4)], "X")], r("ab") + gone("cd") + new("X") + r("ef")),
    "whole run": (r("ab"), [([(0, 0, 2)], "X")], gone("ab") + new("X")),
    "insertion": (r("ab"), [([(0, 0, 0)], "X"), ([(0, 2, 2)], "Y")], new("X") + r("ab") + new("Y")),
    "over runs": (
        r("abc") + r("def"),
        [([(0, 1, 3), (1, 0, 1)], "X")],
        r("a") + gone("bc") + gone("d") + new("X") + r("ef"),
    ),
    "in an insertion": (
        A + r("abcd") + Z,
        [([(0, 1, 2)], "X")],
        A + r("a") + gone("b") + Z + new("X") + A2 + r("cd") + Z,
    ),
    "whole insertion": (A + r("ab") + Z, [([(0, 0, 2)], "X")], A + gone("ab") + Z + new("X")),
    "beside bookmarks in an insertion": (
        f'{A}<w:bookmarkStart w:id="9" w:name="b"/>{r("ab")}<w:bookmarkEnd w:id="9"/>{Z}',
        [([(0, 0, 0)], "X"), ([(0, 2, 2)], "Y")],
        f'{new("X")}{A}<w:bookmarkStart w:id="9" w:name="b"/>{r("ab")}<w:bookmarkEnd w:id="9"/>{Z}{new("Y")}',
    ),
    "in an insertion in an insertion": (
        A + A2 + r("ab") + r("cd") + Z + Z,
        [([(1, 0, 0)], "X"), ([(0, 1, 1)], "Y")],
        A
        + A2
        + r("a")
        + Z
        + Z
        + new("Y")
        + A3
        + A4
        + r("b")
        + Z
        + Z
        + new("X")
        + A.replace("1", "5")
        + A.replace("1", "6")
        + r("cd")
        + Z
        + Z,
    ),
    "in a text box and beside it": (
        f"<w:r><w:t>ab</w:t>{BOX.format(r('cd'))}</w:r>",
        [([(0, 0, 1)], ""), ([(1, 0, 1)], "")],
        f'{gone("a")}<w:r><w:t xml:space="preserve">b</w:t>{BOX.format(gone("c") + r("d"))}</w:r>',
    ),
    "a tab": (
        "<w:r><w:t>ab</w:t><w:tab/><w:t>cd</w:t></w:r>",
        [([(0, 1, 4)], "")],
        f'<w:r><w:t xml:space="preserve">a</w:t></w:r>D<w:r><w:delText xml:space="preserve">b</w:delText><w:tab/>'
        f'<w:delText xml:space="preserve">c</w:delText></w:r></w:del>{r("d")}',
    ),
    "texts without words": ("<w:r><w:t></w:t><w:t>abc</w:t><w:t/></w:r>", [([(0, 0, 3)], "")], gone("abc")),
    "after the end of a field": (
        '<w:r><w:fldChar w:fldCharType="end"/><w:t>ab</w:t></w:r>',
        [([(0, 0, 0)], "X")],
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{new("X")}<w:r><w:t>ab</w:t></w:r>',
    ),
    "before the begin of a field": (
        '<w:r><w:t>ab</w:t><w:fldChar w:fldCharType="begin"/></w:r>',
        [([(0, 2, 2)], "X")],
        f'<w:r><w:t>ab</w:t></w:r>{new("X")}<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    ),
    "signs of XML": (
        "<w:r><w:t>a&amp;<![CDATA[<b]]><!-- c -->&#x1F600;&#13;d</w:t></w:r>",
        [([(0, 1, 3)], "<&>")],
        r("a") + gone("&amp;&lt;") + new("&lt;&amp;&gt;") + r("b😀&#13;d"),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_changes(name: str) -> None:
    before, changes, after = CHANGES[name]
    assert spliced(main_part(f"<w:p>{before}</w:p>"), changes, []) == f"<w:p>{after}</w:p>"


NOTES = {
    "in the middle": (r("abcd"), (0, 1, 2), (0, 1, 2), r("a") + "[" + r("b") + "]" + r("cd")),
    "no words": (r("ab"), (0, 1, 1), (0, 1, 1), r("a") + "[]" + r("b")),
    "a mark": ("<w:r><w:footnoteReference/></w:r>", (0, 0, 0), (0, 0, 0), "[<w:r><w:footnoteReference/></w:r>]"),
    "in an insertion": (
        A + r("abc") + Z, (0, 1, 2), (0, 1, 2), A + r("a") + Z + "[" + A2 + r("b") + Z + "]" + A3 + r("c") + Z
    ),
    "in a deletion in an insertion": (
        f'{A}<w:del w:id="8">{r("ab", "delText")}</w:del>{Z}', (0, 0, 2), (0, 0, 2),
        f'[{A}<w:del w:id="8">{r("ab", "delText")}</w:del>{Z}]',
    ),
    "in a content control in an insertion": (
        f"{A}<w:sdt>{r('ab')}</w:sdt>{Z}", (0, 0, 1), (0, 0, 1), f"[{A}<w:sdt>{r('ab')}</w:sdt>{Z}]"
    ),
    "in a text box": (f"<w:r>{BOX.format(r('ab'))}</w:r>", (1, 0, 1), (1, 0, 1), f"[<w:r>{BOX.format(r('ab'))}</w:r>]"),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTES)
def test_notes(name: str) -> None:
    before, first, last, after = NOTES[name]
    assert spliced(main_part(f"<w:p>{before}</w:p>"), [], [(first, last)]) == f"<w:p>{after}</w:p>"


def test_a_note_spans_what_is_replaced_and_what_is_new() -> None:
    place = (0, 1, 2)
    body = spliced(main_part(f"<w:p>{r('abc')}</w:p>"), [([place], "X")], [(place, place)])
    assert body == f"<w:p>{r('a')}[{gone('b')}{new('X')}]{r('c')}</w:p>"
    body = spliced(main_part(f"<w:p>{r('abc')}</w:p>"), [([(0, 2, 2)], "X")], [(place, place)])
    assert body == f"<w:p>{r('a')}[{r('b')}{new('X')}]{r('c')}</w:p>"


@pytest.mark.parametrize(
    "changes",
    [[([(0, 0, 2)], ""), ([(0, 1, 3)], "")], [([(0, 0, 3)], ""), ([(0, 1, 1)], "X")], [([(0, 1, 9)], "")]],
)
def test_changes_that_cannot_be_made(changes: list[tuple[list[Place], str]]) -> None:
    with pytest.raises(UnwritableError) as whole:
        spliced(main_part(f"<w:p>{r('abc')}</w:p>"), changes, [])
    with pytest.raises(UnwritableError) as deleted:
        spliced(main_part(f'<w:p><w:del w:id="1">{r("abc")}</w:del></w:p>'), [([(0, 0, 1)], "")], [])
    assert [len(raised.value.runs["word/document.xml"]) for raised in (whole, deleted)] == [1, 1]


ENCODED = f'<?xml version="1.0" encoding="CODE"?><w:document xmlns:w="{W}"><w:body>{r("éab")}</w:body></w:document>'
SOURCES = {
    "UTF-8 with a mark": ENCODED.replace("CODE", "UTF-8").encode("utf-8-sig"),
    "UTF-16": ENCODED.replace("CODE", "UTF-16").encode("utf-16"),
    "UTF-16 without a mark": ENCODED.replace("CODE", "UTF-16").encode("utf-16-le"),
    "Latin-1": ENCODED.replace("CODE", "ISO-8859-1").encode("latin-1"),
    "a prefix of the run": f'<w:document xmlns:w="{W}"><w:body><w:p>'
    f'<n:r xmlns:n="{W}"><n:t>éab</n:t></n:r></w:p></w:body></w:document>'.encode(),
    "no prefix": f'<document xmlns="{W}"><body><p><r><t>éab</t></r></p></body></document>'.encode(),
    "no prefix, one elsewhere": f'<document xmlns="{W}"><body><p><r><t>éab</t></r></p>'
    f'<q:p xmlns:q="{W}"/></body></document>'.encode(),
    "no prefix, and w for something else": f'<document xmlns="{W}" xmlns:w="urn:x"><body><p><r w:x="">'
    "<t>éab</t></r></p></body></document>".encode(),
}


@pytest.mark.parametrize("name", SOURCES)
def test_encodings_and_prefixes(name: str) -> None:
    body = spliced(SOURCES[name], [([(0, 0, 1)], "É")], [((0, 2, 3), (0, 2, 3))])
    text = re.sub(r"</?(?:\w+:)?(?:p|r|t|delText)(?: [^>]*)?/?>", "", body)
    assert text == "Dé</{0}del>IÉ</{0}ins>a[b]".format("w:" if "w:del" in body else "")


def test_many_places_in_one_run_and_in_a_file_without_prefixes() -> None:
    def took(count: int) -> float:
        one = main_part(f"<w:p>{r('Resolution 75 (Rev. Dubai, 2018); ' * count)}</w:p>")
        paragraphs = "<p><r><t>Resolution 75 (Rev. Dubai, 2018)</t></r></p>" * count
        plain = f'<document xmlns="{W}"><body>{paragraphs}</body></document>'.encode()
        begun = time.process_time()
        start = run_starts(one)[0]
        pieces = [RunPiece(start, at, at + 10) for at in range(0, count * 34, 34)]
        written(one, [RunChange((piece,), ("X",)) for piece in pieces], [Note(piece, piece, "why") for piece in pieces])
        written(plain, [RunChange((RunPiece(at, 0, 3),), ("X",)) for at in run_starts(plain)])
        return time.process_time() - begun

    # Sixteen times as many take sixteen times as long, on any machine, and not 256 times.
    assert took(4_800) < 100 * min(took(300) for _ in range(3))


def zipped(main: bytes, *, sizes_apart: bool = False, offsets_apart: bool = False) -> bytes:
    """An archive as some other archivers write it: sizes and offsets in extra fields, though they are small."""
    data = directory = b""
    for name in ("[Content_Types].xml", "_rels/.rels", MAIN):
        content = main if name == MAIN else member(packed(main), name)
        body = zlib.compress(content, wbits=-15)
        sizes = (len(body), len(content))
        local = struct.pack("<HHQQ", 1, 16, *sizes[::-1]) if sizes_apart else b""
        extra = struct.pack("<HHQ", 1, 8, len(data)) if offsets_apart else b""
        rest = (zlib.crc32(content), *(2 * (0xFFFFFFFF,) if sizes_apart else sizes), len(name))
        entry = (zlib.crc32(content), *sizes, len(name), len(extra), 0, 0, 0, 0)
        offset = 0xFFFFFFFF if offsets_apart else len(data)
        directory += struct.pack("<4s6H3L5H2L", b"PK\1\2", 45, 45, 0, 8, 0, 33, *entry, offset) + name.encode() + extra
        data += struct.pack("<4s5H3L2H", b"PK\3\4", 45, 0, 8, 0, 33, *rest, len(local)) + name.encode() + local + body
    return data + directory + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 3, 3, len(directory), len(data), 0)


def test_unusual_archives() -> None:
    main = main_part(r("abc"))
    change = {MAIN: [RunChange((RunPiece(run_starts(main)[0], 0, 1),), ("X",))]}
    data = zipped(main, sizes_apart=True)
    after = write_package(Package(data, "draft.docx"), change, (), BY)
    assert member(after) == written(main, change[MAIN])
    at = data.index(b"PK\3\4", 4)
    begun = after.index(b"PK\3\4", 4)
    assert data[:at] == after[:begun]
    assert struct.pack("<HHQ", 1, 16, len(main)) not in after
    with pytest.raises(ReslintError, match="unusual form"):
        replaced(zipped(main, offsets_apart=True), "draft.docx", {MAIN: main})
