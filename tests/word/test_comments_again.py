"""Comments at the next run: those of findings that are no more are taken out, and nothing of anybody else's."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from written import DATE, W, inserted, paragraph, run, word_file

from reslint.documents.model import Comment, ViewName
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.fixing.mending import mend
from reslint.fixing.word.commenting import with_comments
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

MAIN, COMMENTS, LINKS = "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"
OLD, OTHER = "Resolution 71 (Rev. Dubai, 2018)", "Resolution 102 (Rev. Guadalajara, 2010)"
DRAFT = word_file(
    paragraph(run("Introduction")), paragraph(run(f"noting {OLD} in full")), paragraph(run(f"recalling {OTHER}"))
)
TAKEN_OUT = "draft.docx: 1 comment of earlier runs taken out: not found any more"


@pytest.fixture(scope="module")
def linter(registry: Registry) -> Linter:
    return Linter(Basis(Settings(as_of="2024-10-15", unsafe_fixes=True), load_plugins(), registry))


Write = Callable[[bytes], tuple[bytes, list[str]]]


@pytest.fixture(scope="module")
def write(linter: Linter) -> Write:
    """Write the comments of a run."""

    def written(data: bytes) -> tuple[bytes, list[str]]:
        new, said = with_comments(data, linter.check(data, "draft.docx"))
        for member in members(new).values():
            ElementTree.fromstring(member)
        for name in ViewName:
            assert View(read_word(new, "a.docx"), name).text == View(read_word(data, "a.docx"), name).text
        return new, said

    return written


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(data: bytes, *changes: tuple[str, str], part: str = MAIN) -> bytes:
    """The file after somebody changed words of a part."""
    parts = members(data)
    for old, new in changes:
        assert old.encode() in parts[part], old
        parts[part] = parts[part].replace(old.encode(), new.encode())
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, member in parts.items():
            package.writestr(name, member)
    return written.getvalue()


def comments(data: bytes) -> list[Comment]:
    return list(read_word(data, "draft.docx").comments)


def told(data: bytes) -> list[str]:
    """Who says which rule, in the last line of a comment, and where."""
    return [f"{one.author}: {one.words.splitlines()[-1].split('.')[0]} ¶ {one.paragraph}" for one in comments(data)]


FIRST, SECOND = "reslint: STA001 outdated-edition ¶ 1", "reslint: STA001 outdated-edition ¶ 2"


def test_a_comment_goes_with_its_finding(write: Write) -> None:
    once, said = write(DRAFT)
    assert (told(once), said) == ([FIRST, SECOND], [])
    again, said = write(changed(once, ("Dubai, 2018", "Bucharest, 2022")))
    assert (told(again), said) == ([SECOND], [TAKEN_OUT])
    (number,) = (one.id for one in comments(again))
    assert set(re.findall(r'<w:comment\w+ w:id="(\d+)"', members(again)[MAIN].decode())) == {number}


def test_the_last_one_leaves_the_text_as_it_was(write: Write) -> None:
    data = word_file(paragraph(run(f"noting {OLD}")), paragraph(run("Text."), inserted(" more")))
    right = changed(write(data)[0], ("Dubai, 2018", "Bucharest, 2022"))
    cleared, said = write(right)
    assert said == [TAKEN_OUT]
    runs = members(cleared)[MAIN].decode().replace('</w:t></w:r><w:r><w:t xml:space="preserve">', "")
    assert runs.replace("Bucharest, 2022", "Dubai, 2018") == members(data)[MAIN].decode()
    assert ElementTree.fromstring(members(cleared)[COMMENTS]).findall(f"{{{W}}}comment") == []
    assert write(cleared) == (cleared, [])


def test_what_was_mended_has_no_comment_any_more(linter: Linter, write: Write) -> None:
    commented, _ = write(DRAFT)
    mended = mend(linter, commented, "draft.docx")
    assert mended.new_result.mended == 2
    cleared, said = write(mended.new_data)
    assert comments(cleared) == []
    assert said == ["draft.docx: 2 comments of earlier runs taken out: not found any more"]
    assert b"comment" not in members(cleared)[MAIN]


def test_a_comment_that_says_something_else_now_is_written_anew(write: Write) -> None:
    commented, _ = write(DRAFT)
    older = changed(commented, ("PP Resolution 71 was revised", "Resolution 71 was changed"), part=COMMENTS)
    again, said = write(older)
    assert said == [TAKEN_OUT]
    assert sorted(one.words for one in comments(again)) == sorted(one.words for one in comments(commented))


def test_what_stands_in_another_paragraph_is_not_the_same(write: Write) -> None:
    commented, _ = write(word_file(paragraph(run("Introduction")), paragraph(run(f"noting {OLD}"))))
    moved = changed(commented, ("noting Resolution 71 (", "noting ("), ("Introduction", f"noting {OLD}"))
    again, said = write(moved)
    assert said == [TAKEN_OUT]
    assert told(again) == ["reslint: STA001 outdated-edition ¶ 0"]


def split(commented: bytes) -> bytes:
    """The commented draft with the citation of ¶ 2 set right."""
    return changed(commented, ("Dubai, 2018", "Bucharest, 2022"))


STAYING = {
    "by somebody else": ('w:author="reslint"', 'w:author="A delegate"'),
    "by somebody of that name": ('w:initials="rl"', 'w:initials="RS"'),
    "by another program": (' w:initials="rl"', ""),
}


@pytest.mark.parametrize("name", STAYING)
def test_only_our_own_go(write: Write, name: str) -> None:
    commented, _ = write(word_file(paragraph(run(f"noting {OLD}"))))
    theirs = changed(commented, STAYING[name], part=COMMENTS)
    right = split(theirs)
    assert write(right) == (right, [])


def test_one_that_was_answered_stays(write: Write) -> None:
    """The answer would stand alone, and nobody would know what it is about."""
    commented, _ = write(word_file(paragraph(run(f"noting {OLD}"))))
    extension = "http://schemas.microsoft.com/office/word/2012/wordml"
    said = (
        f'<w:comment w:id="900" w:author="A delegate" w:date="{DATE}" w:initials="AD">'
        '<w:p w14:paraId="0000000B"><w:r><w:t>As it should be.</w:t></w:r></w:p></w:comment></w:comments>'
    )
    answered = changed(
        commented,
        ("<w:comments ", '<w:comments xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '),
        ("<w:p><w:r><w:annotationRef/>", '<w:p w14:paraId="0000000A"><w:r><w:annotationRef/>'),
        ("</w:comments>", said),
        part=COMMENTS,
    )
    linked = changed(
        answered,
        (
            "</Relationships>",
            '<Relationship Id="rIdX" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" '
            'Target="commentsExtended.xml"/></Relationships>',
        ),
        part=LINKS,
    )
    parts = members(split(linked))
    parts["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{extension}"><w15:commentEx w15:paraId="0000000A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/></w15:commentsEx>'
    ).encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, member in parts.items():
            package.writestr(name, member)
    data = written.getvalue()
    assert write(data) == (data, [])
    lonely = changed(data, ('w15:paraIdParent="0000000A" ', ""), part="word/commentsExtended.xml")
    assert write(lonely)[1] == [TAKEN_OUT]


def test_a_mark_that_stands_with_others_goes_alone(write: Write) -> None:
    commented, _ = write(word_file(paragraph(run(f"noting {OLD}"))))
    (mark,) = re.findall(r'<w:r><w:commentReference w:id="\d+"/></w:r>', members(commented)[MAIN].decode())
    kept = changed(commented, (mark, mark.replace("</w:r>", "<w:t>.</w:t></w:r>")))
    cleared, said = write(split(kept))
    assert said == [TAKEN_OUT]
    assert b"<w:r><w:t>.</w:t></w:r>" in members(cleared)[MAIN]
    assert b"comment" not in members(cleared)[MAIN]


def test_a_deletion_of_nothing_but_the_mark_goes_too(write: Write) -> None:
    commented, _ = write(word_file(paragraph(run(f"noting {OLD}"))))
    (mark,) = re.findall(r'<w:r><w:commentReference w:id="\d+"/></w:r>', members(commented)[MAIN].decode())
    by = f'w:id="777" w:author="A" w:date="{DATE}"'
    styled = mark.replace("<w:r>", '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>')
    cleared, said = write(split(changed(commented, (mark, f"<w:del {by}>{styled}</w:del>"))))
    assert said == [TAKEN_OUT]
    assert b"777" not in members(cleared)[MAIN]


def test_it_holds_for_other_prefixes(write: Write) -> None:
    commented, _ = write(word_file(paragraph(run(f"noting {OLD}"))))
    parts = members(split(commented))
    for part in (MAIN, COMMENTS):
        parts[part] = re.sub(rb"(</?)w:", rb"\1x:", parts[part]).replace(b" w:", b" x:").replace(b"xmlns:w", b"xmlns:x")
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, member in parts.items():
            package.writestr(name, member)
    cleared, said = write(written.getvalue())
    assert said == [TAKEN_OUT]
    assert b"comment" not in members(cleared)[MAIN]


def test_two_with_the_same_number_are_left_alone(write: Write) -> None:
    commented, _ = write(word_file(paragraph(run(f"noting {OLD}"))))
    (number,) = re.findall(r'<w:comment w:id="(\d+)"', members(commented)[COMMENTS].decode())
    twin = f'<w:comment w:id="{number}" w:author="A delegate"><w:p/></w:comment></w:comments>'
    data = split(changed(commented, ("</w:comments>", twin), part=COMMENTS))
    assert members(write(data)[0])[COMMENTS] == members(data)[COMMENTS]


@pytest.mark.slow
def test_many_findings_after_many_paragraphs_take_linear_time(linter: Linter) -> None:
    """Twice as much takes twice as long, at the first run and at those that find the comments there."""

    def took(findings: int) -> list[float]:
        before = [paragraph(run("Text.")) for _ in range(5 * findings)]
        data = word_file(*before, *(paragraph(run(f"noting {OLD} {number}")) for number in range(findings)))
        times = []
        for _ in range(2):
            result = linter.check(data, "draft.docx")
            assert len(result.findings) == findings
            begun = time.process_time()
            data, _ = with_comments(data, result)
            times.append(time.process_time() - begun)
        return times

    first, second = took(1_500), took(3_000)
    assert second[0] < 3.2 * first[0]
    assert second[1] < 3.2 * first[1]
    assert second[1] < second[0]
