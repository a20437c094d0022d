"""Corrections as tracked changes: what stands in the file afterwards, and what does not change."""

from __future__ import annotations

import os
from random import Random

import pytest
from building import build
from reading import shown
from rejecting import empty_wrappers, revision_ids, without
from written import paragraph, renamed, run, word_file

from reslint.api.finding import Edit
from reslint.documents.markup import markup
from reslint.documents.view import View
from reslint.documents.word.reader import read_word
from reslint.fixing.edits import apply
from reslint.fixing.mending import mend
from reslint.fixing.word.commenting import with_comments
from reslint.fixing.word.joining import Correction
from reslint.fixing.word.refusing import refusal
from reslint.fixing.word.remarks import at_the_same_words
from reslint.fixing.word.tracked import write_changes
from reslint.fixing.word.verifying import verify
from reslint.linting.basis import Basis
from reslint.linting.linter import Linter
from reslint.linting.settings import Settings
from reslint.plugins.loading import load_plugins
from reslint.registry import Registry

pytestmark = pytest.mark.slow

COMMENTED = int(os.environ.get("RESLINT_EDITS", "1500")) // 10
EDITS = int(os.environ.get("RESLINT_EDITS", "1500"))
WORDS = ("Doha, 2026", "Rev. ", "", "", "x", "(Bucharest & Dubai, <2018>)", "71", "\u2019s “word”")


def random_edits(view: View, chance: Random) -> list[Edit]:
    """Edits of a view that can be made, in text order and apart from each other."""
    edits: list[Edit] = []
    blocks = [block for block in view.blocks if block.end > block.start]
    for block in sorted(chance.sample(blocks, min(len(blocks), chance.randint(1, 4)))):
        cursor = block.start
        for _ in range(chance.randint(1, 3)):
            start = chance.randint(cursor, block.end)
            end = min(block.end, start + chance.choice((0, 0, 1, 3, 9, 30)))
            edit = Edit(start, end, chance.choice(WORDS))
            if (end > start or edit.content) and refusal(view, edit) is None:
                edits.append(edit)
                cursor = end + 1
            if cursor > block.end:
                break
    return sorted(edits)


@pytest.mark.parametrize("first", range(0, EDITS, 500))
def test_random_corrections(first: int) -> None:
    for seed in range(first, min(first + 500, EDITS)):
        data = build(seed).data
        view = View(read_word(data, "draft.docx"))
        edits = random_edits(view, Random(seed))
        if not edits:
            continue
        mended = write_changes(data, view, map(Correction.of, edits))
        after = View(read_word(mended, "draft.docx"))
        asked = apply(view.text, edits)
        assert after.text == asked, seed
        verify(view.document, mended, asked)
        ids = list(revision_ids(mended))
        assert len(ids) - len(set(ids)) == len(list(revision_ids(data))) - len(set(revision_ids(data))), seed
        assert empty_wrappers(mended) == [], seed
        rejected = read_word(without(mended, "reslint"), "draft.docx")
        assert shown(rejected, "final") == shown(view.document, "final"), seed
        assert shown(rejected, "original") == shown(view.document, "original"), seed


def box(*inside: str) -> str:
    """A run with words before and after a text box."""
    content = f"<w:pict><w:txbxContent>{''.join(inside)}</w:txbxContent></w:pict>"
    return f'<w:r><w:t xml:space="preserve">before </w:t>{content}<w:t>after</w:t></w:r>'


def changed(data: bytes, *changes: tuple[str, str]) -> View:
    """The final view after words of it are replaced."""
    view = View(read_word(data, "draft.docx"))
    edits = sorted(Edit(view.text.index(old), view.text.index(old) + len(old), new) for old, new in changes)
    mended = write_changes(data, view, map(Correction.of, edits))
    verify(view.document, mended, apply(view.text, edits))
    return View(read_word(mended, "draft.docx"))


def test_a_run_and_the_text_box_in_it() -> None:
    data = word_file(paragraph(box(paragraph(run("inside")))))
    after = changed(data, ("before", "earlier"), ("inside", "within"), ("after", "later"))
    assert [markup(one) for story in after.document.stories for one in story.paragraphs] == [
        "[-before-]{+earlier+} [-after-]{+later+}",
        "[-inside-]{+within+}",
    ]


def test_a_run_and_a_hyperlink_in_the_same_insertion() -> None:
    by = 'w:id="9" w:author="ATU" w:date="2024-05-06T07:08:09Z"'
    data = word_file(
        paragraph(f"<w:ins {by}>{run('one ')}<w:hyperlink>{run('two')}</w:hyperlink>{run(' three')}</w:ins>")
    )
    after = changed(data, ("one", "1"), ("two", "2"), ("three", "3"))
    assert after.text == "1 2 3\n"


def test_signs_that_xml_cannot_hold_are_replaced() -> None:
    view = View(read_word(word_file(paragraph(run("one"))), "draft.docx"))
    data = write_changes(word_file(paragraph(run("one"))), view, [Correction.of(Edit(0, 3, "a\x07b & <c>\t'\""))])
    assert View(read_word(data, "draft.docx")).text == "a\ufffdb & <c>\t'\"\n"


def test_a_default_namespace_has_a_prefix_for_attributes() -> None:
    data = renamed(renamed(renamed(word_file(paragraph(run("one"))), "<w:", "<"), "</w:", "</"), "xmlns:w=", "xmlns=")
    after = changed(data, ("one", "two"))
    (new,) = [one for one in after.document.stories[0].paragraphs[0].segments if one.text == "two"]
    assert new.author == "reslint"


def test_comments_on_random_files(registry: Registry) -> None:
    linter = Linter(Basis(Settings(as_of="2024-10-15", unsafe_fixes=True), load_plugins(), registry))
    for seed in range(COMMENTED):
        data = build(seed).data
        result = linter.check(data, "draft.docx")
        # What was written is read back, and both views are compared, before it is given out.
        commented, homeless = with_comments(data, result)
        ours = [one for one in read_word(commented, "draft.docx").comments if one.author == "reslint"]
        in_titles = [finding for finding in result.findings if finding.place.story.startswith(("header", "footer"))]
        told = [finding for finding in result.findings if finding not in in_titles]
        assert len(ours) == len(at_the_same_words(told)), seed
        assert bool(homeless) == bool(in_titles), seed
        mended = mend(linter, data, "draft.docx")
        assert mended.new_result.errors == (), seed
