"""Files that other programs wrote, and that people changed by hand: they are commented and corrected too."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from written import W, commented, comments, footnote_mark, footnotes, inserted, paragraph, run, word_file

from reslint.api.finding import Edit
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.fixing.mending import Mended, mend
from reslint.fixing.word.commenting import with_comments
from reslint.fixing.word.composing import Composition
from reslint.fixing.word.joining import Correction
from reslint.fixing.word.tracked import write_changes
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MAIN = "word/document.xml"
COMMENTS = "word/comments.xml"
LINKS = "word/_rels/document.xml.rels"
OLD = "Resolution 71 (Rev. Dubai, 2018)"
FOUND = paragraph(run(f"noting {OLD}"))
MISSPELT = paragraph(run("noting Resolution 102 (Rev. Buchrest, 2022)"))
LARGEST = 2**31 - 1


@pytest.fixture(scope="module")
def linter(registry: Registry) -> Linter:
    return Linter(Basis(Settings(as_of="2024-10-15", unsafe_fixes=True), load_plugins(), registry))


@pytest.fixture
def comment(linter: Linter) -> Callable[[bytes], dict[str, bytes]]:
    """Write comments into a file, and make sure that it reads as it should; its members."""

    def write(data: bytes) -> dict[str, bytes]:
        result = linter.check(data, "draft.docx")
        written, notices = with_comments(data, result)
        assert notices == []
        ours = [one for one in read_word(written, "draft.docx").comments if one.author == "reslint"]
        assert len(ours) == len(result.findings) > 0
        found = members(written)
        for content in found.values():
            ElementTree.fromstring(content)
        assert with_comments(written, linter.check(written, "draft.docx"))[0] == written
        return found

    return write


Comment = Callable[[bytes], dict[str, bytes]]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, member in content.items():
            package.writestr(name, member)
    return written.getvalue()


def with_part(data: bytes, name: str, content: str) -> bytes:
    """The package with another content of a member."""
    return packed({**members(data), name: content.encode()})


def with_main(body: str, declared: str = f'xmlns:x="{W}"') -> bytes:
    """A file whose main part has the prefix x."""
    return with_part(word_file(), MAIN, f"<x:document {declared}><x:body>{body}</x:body></x:document>")


ONE = '<w:comment w:id="1" w:author="A"><w:p/></w:comment>'
ROOTS = {
    "default namespace": f'<comments xmlns="{W}"></comments>',
    "default namespace, empty": f'<comments xmlns="{W}"/>',
    "the prefix declared on a comment only": f'<comments xmlns="{W}">'
    f'<w:comment xmlns:w="{W}" w:id="1" w:author="A"><w:p/></w:comment></comments>',
    "the prefix means something else": f'<q:comments xmlns:q="{W}" xmlns:w="urn:x"/>',
    "signs in an attribute": f'<w:comments xmlns:w="{W}" xmlns:z="urn:a>b/"/>',
    "a comment that looks like the end": f'<w:comments xmlns:w="{W}">{ONE}<!-- </w:comments> --></w:comments>'
    "<!-- </x> -->",
    "an instruction behind": f'<?xml version="1.0"?><!-- <a> --><w:comments xmlns:w="{W}">{ONE}</w:comments>'
    "<?x </y> ?>",
}


@pytest.mark.parametrize("name", ROOTS)
def test_comments_are_added_to_any_part_of_comments(comment: Comment, name: str) -> None:
    written = comment(with_part(word_file(FOUND, comments=""), COMMENTS, ROOTS[name]))[COMMENTS]
    found = ElementTree.fromstring(written).findall(f"{{{W}}}comment")
    assert [one.get(f"{{{W}}}author") for one in found] == [*(["A"] * ROOTS[name].count('"A"')), "reslint"]


PLACES = {
    "on the run": f'<x:p><w:r xmlns:w="{W}"><w:t>noting {OLD} then</w:t></w:r></x:p>',
    "on a revision": f'<x:p><w:ins xmlns:w="{W}" w:id="4" w:author="A">{run(f"noting {OLD}, {OLD}")}</w:ins></x:p>',
    "on a link in a revision": f'<x:p><x:ins x:id="3" x:author="A"><w:hyperlink xmlns:w="{W}">'
    f"{inserted(f'noting {OLD}, {OLD}')}</w:hyperlink></x:ins></x:p>",
    "in a content control": f'<x:p><x:sdt><w:sdtContent xmlns:w="{W}">{run(f"noting {OLD} then")}</w:sdtContent>'
    "</x:sdt></x:p>",
    "the default one, on a revision": f'<x:p><ins xmlns="{W}" x:id="4" x:author="A"><r><t>noting {OLD} then</t></r>'
    "</ins></x:p>",
}


@pytest.mark.parametrize("name", PLACES)
def test_prefixes_that_are_known_in_places_only(comment: Comment, linter: Linter, name: str) -> None:
    data = with_main(PLACES[name])
    comment(data)
    mended = corrected(linter, data)
    ElementTree.fromstring(members(mended.new_data)[MAIN])
    assert mended.new_result.findings == ()


def corrected(linter: Linter, data: bytes) -> Mended:
    mended = mend(linter, data, "draft.docx")
    assert mended.new_result.errors == ()
    assert mended.new_result.mended > 0
    return mended


def test_numbers_of_comments_that_are_gone_are_not_given_again(comment: Comment) -> None:
    orphans = paragraph(commented(run("a comment was here"), 0)) + paragraph('<w:commentRangeEnd w:id="7"/>')
    written = comment(word_file(orphans, FOUND))
    (number,) = re.findall(rb'<w:comment w:id="(\d+)"', written[COMMENTS])
    assert int(number) not in (0, 7)
    assert written[MAIN].count(b'<w:commentRangeStart w:id="%s"/>' % number) == 1


def test_numbers_beside_the_largest_one(comment: Comment, linter: Linter) -> None:
    large = comments("one", "two").replace('w:id="2"', f'w:id="{LARGEST}"')
    data = word_file(
        paragraph(inserted("x", number=LARGEST)), FOUND, paragraph(inserted("y", number=3)), comments=large
    )
    written = comment(data)
    (number,) = (int(one) for one in re.findall(rb'<w:comment w:id="(\d+)" w:author="reslint"', written[COMMENTS]))
    assert number not in (1, 3)
    assert 0 <= number < LARGEST
    numbers = re.findall(rb'<w:(?:ins|del) w:id="(\d+)"', members(corrected(linter, data).new_data)[MAIN])
    assert len(numbers) == len(set(numbers)) > 2
    assert max(map(int, numbers)) == LARGEST


def test_only_the_id_of_a_revision_is_counted_anew(linter: Linter) -> None:
    by = """xml:id="a" w:author="Bob w:id='5' id='5'" w:id="77" """
    data = word_file(paragraph(f"<w:ins {by}>{run(f'noting {OLD} and {OLD}')}</w:ins>"))
    mended = members(corrected(linter, data).new_data)[MAIN].decode()
    tags = [tag for tag in re.findall("<w:ins [^>]*>", mended) if "Bob" in tag]
    assert len(tags) > 1
    assert len({re.sub(r' w:id="\d+"', "", tag) for tag in tags}) == 1
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize(("namespace", "kind"), [(W, "openxmlformats.org/officeDocument/2006"), (STRICT, "oclc")])
def test_the_namespace_of_new_comments_is_that_of_the_root(comment: Comment, namespace: str, kind: str) -> None:
    body = paragraph(run(f"Of {W} and {STRICT}")) + FOUND
    written = comment(with_main(body, f'xmlns:w="{namespace}" xmlns:x="{namespace}"'))
    assert f'xmlns:w="{namespace}"'.encode() in written[COMMENTS]
    (relation,) = re.findall(rb'Type="([^"]*/comments)"', written[LINKS])
    assert kind.encode() in relation


def test_a_relationship_to_comments_that_are_not_there_is_used_again(comment: Comment) -> None:
    before = members(word_file(FOUND, comments=comments("gone")))
    del before[COMMENTS]
    written = comment(packed(before))
    assert written[LINKS] == before[LINKS]
    assert written["[Content_Types].xml"] == before["[Content_Types].xml"]
    assert b"STA001" in written[COMMENTS]


def in_forms(*first: str) -> str:
    """Content of a run in two forms, of which the first is read."""
    return (
        f'<mc:AlternateContent xmlns:mc="{ALTERNATIVES}"><mc:Choice Requires="a">{"".join(first)}</mc:Choice>'
        "<mc:Fallback><w:t>another form</w:t><w:tab/></mc:Fallback></mc:AlternateContent>"
    )


def words(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def test_words_in_several_forms_are_commented_and_not_mended(comment: Comment, linter: Linter) -> None:
    data = word_file(paragraph(f"<w:r>{in_forms(words(f'noting {OLD} '))}</w:r>"), MISSPELT)
    assert b"another form" in comment(data)[MAIN]
    mended = corrected(linter, data)
    (left,) = mended.new_result.findings
    assert left.place.name == "¶ 1"
    assert left.refused.startswith("the words stand in the file in several forms")
    assert left.refused in mended.new_result.notices[0]
    assert OLD in mended.new_text.splitlines()[0]
    assert "Bucharest" in mended.new_text.splitlines()[1]


def test_words_beside_several_forms_are_mended() -> None:
    data = word_file(paragraph(f"<w:r>{words('one ')}{in_forms('<w:tab/>', words('two'))}{words(' three')}</w:r>"))
    view = View(read_word(data, "draft.docx"))
    assert view.text == "one \ttwo three\n"
    written = write_changes(data, view, map(Correction.of, [Edit(0, 3, "1"), Edit(9, 14, "3")]))
    assert View(read_word(written, "draft.docx")).text == "1 \ttwo 3\n"
    assert in_forms("<w:tab/>", words("two")) in members(written)[MAIN].decode()


def test_corrections_on_both_sides_of_a_mark_are_both_made() -> None:
    notes = footnotes(paragraph(run("a note")))
    data = word_file(paragraph(run("abc"), footnote_mark(1), run("def")), footnotes=notes)
    view = View(read_word(data, "draft.docx"))
    composed = Composition(len(view.text))
    composed.make([Edit(0, 3, "x"), Edit(3, 6, "y")])
    written = write_changes(data, view, map(Correction.of, composed.edits(apart={3})))
    assert View(read_word(written, "draft.docx")).text == "xy\na note\n"


def default_namespace(xml: str) -> str:
    """Elements without a prefix; their attributes keep one, since no default holds for them."""
    return re.sub(r"(</?)w:", r"\1", xml).replace(" xmlns:w=", f' xmlns="{W}" xmlns:w=', 1)


def other_attributes(xml: str) -> str:
    """Elements without a prefix, and attributes with one of their own."""
    xml = re.sub(r"(</?)w:", r"\1", xml)
    return re.sub(r" w:", " a1:", xml).replace(" xmlns:w=", f' xmlns="{W}" xmlns:a1=', 1)


def other_prefix(xml: str) -> str:
    return re.sub(r"(</?| )w:", r"\1ns0:", xml).replace(" xmlns:w=", " xmlns:ns0=", 1)


def declared_inside(xml: str) -> str:
    """The root has a prefix of its own, and each child of it declares the usual one."""
    root, _, rest = xml.partition(">")
    inside, _, _ = rest.rpartition("</")
    name = root[3:].partition(" ")[0]
    inside = re.sub(r"<w:(body|comment|footnote)(?=[ >])", rf'<w:\1 xmlns:w="{W}"', inside)
    return f'<q:{name} xmlns:q="{W}">{inside}</q:{name}>'


def declared_on_runs(xml: str) -> str:
    """A prefix that only runs know, under a default namespace that all others have."""
    xml = re.sub(r"<w:r>(.*?)</w:r>", lambda run: run[0].replace("w:", "run:"), xml)
    return default_namespace(xml).replace("<run:r>", f'<run:r xmlns:run="{W}">')


def wide(xml: str) -> bytes:
    return f'\ufeff<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16-le")


WAYS: dict[str, Callable[[str], str | bytes]] = {
    "default namespace": default_namespace,
    "default namespace, attributes with a prefix of their own": other_attributes,
    "another prefix": other_prefix,
    "declared inside": declared_inside,
    "declared on runs": declared_on_runs,
    "UTF-16": wide,
}
PARTS = (MAIN, COMMENTS, "word/footnotes.xml")


@pytest.mark.parametrize("part", [*PARTS, "all"])
@pytest.mark.parametrize("way", WAYS)
def test_each_part_may_be_written_in_its_own_way(comment: Comment, linter: Linter, way: str, part: str) -> None:
    """It is commented, mended, and cleared of the comments again, whichever of its parts is written how."""
    data = word_file(
        FOUND,
        paragraph(run("see"), footnote_mark(1), inserted(" new", "A id='5'", 7)),
        paragraph(commented(run("a remark"))),
        footnotes=footnotes(MISSPELT),
        comments=comments("why?"),
    )
    parts = members(data)
    for name in PARTS if part == "all" else (part,):
        written = WAYS[way](parts[name].decode())
        parts[name] = written if isinstance(written, bytes) else written.encode()
    data = packed(parts)
    read = read_word(data, "draft.docx")
    assert [one.author for one in read.comments] == ["A delegate"]
    comment(data)
    mended = corrected(linter, data)
    assert mended.new_result.findings == ()
    noted = with_comments(data, linter.check(data, "draft.docx"))[0]
    both = corrected(linter, noted)
    cleared, (said,) = with_comments(both.new_data, both.new_result)
    assert said.startswith("draft.docx: 2 comments of earlier runs taken out")
    assert [one.author for one in read_word(cleared, "draft.docx").comments] == ["A delegate"]
    for content in members(cleared).values():
        ElementTree.fromstring(content)


@pytest.mark.parametrize("name", ["[Content_Types].xml", LINKS, "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_holds_the_parts_together_may_have_a_prefix(comment: Comment, name: str, encoding: str) -> None:
    parts = members(word_file(FOUND, footnotes=footnotes(paragraph(run("a note")))))
    written = re.sub("(</?)(?=[A-Z])", r"\1p:", parts[name].decode()).replace("xmlns=", "xmlns:p=")
    parts[name] = f'<?xml version="1.0" encoding="{encoding.upper()}"?>{written}'.encode(encoding)
    assert b"STA001" in comment(packed(parts))[COMMENTS]


def test_ids_of_parts_with_other_names_are_not_given_again(comment: Comment) -> None:
    """What a part is called says nothing of what is in it."""
    parts = members(word_file(FOUND, paragraph(commented(run("a remark"))), comments=comments("why?")))
    parts["word/remarks"] = parts.pop(COMMENTS)
    parts[LINKS] = parts[LINKS].replace(b"comments.xml", b"remarks")
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"comments.xml", b"remarks")
    parts["word/remarks"] = parts["word/remarks"].replace(
        b"</w:comments>", ONE.replace('"1"', '"2"').encode() + b"</w:comments>"
    )
    written = comment(packed(parts))["word/remarks"]
    numbers = re.findall(rb'<w:comment w:id="(\d+)"', written)
    assert len(numbers) == len(set(numbers)) == 3
