"""One line of text as it may stand in a file of each format: cut, marked and encoded as editors and programs do."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise

from hypothesis import strategies as st
from written import deleted, field, inserted, paragraph, run, word_file

URN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{name}="{URN}:{name}:1.0"' for name in ("office", "text", "style"))
Draw = st.DrawFn


def pieces(draw: Draw, text: str, most: int = 4) -> list[str]:
    """The text, cut at some places."""
    places = draw(st.lists(st.integers(1, len(text) - 1), max_size=most, unique=True))
    cuts = [0, *sorted(places), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


def any_of(draw: Draw, text: str, choices: Sequence[Callable[[str], str]]) -> str:
    """The pieces of a text, each written in one of some ways."""
    return "".join(draw(st.sampled_from(choices))(piece) for piece in pieces(draw, text))


# Markdown: emphasis and links hold whole words, since in the middle of one they may be none.

QUOTED = str.maketrans({sign: f"\\{sign}" for sign in "\\*_[]<&`"})
IN_MARKDOWN: tuple[Callable[[str], str], ...] = (
    lambda words: f"**{words}**",
    lambda words: f"*{words}*",
    lambda words: f"<b>{words}</b>",
    lambda words: f"[{words}](https://example.org/71)",
    lambda words: words.replace(" ", "&nbsp;"),
    lambda words: words.replace(" ", "\n", 1),
    lambda words: words.replace(" ", "<br>", 1),
    lambda words: f"{words}<!-- seen -->",
    lambda words: words.replace("(", r"\(").replace(".", r"\."),
)
BLOCKS = ("{}", "> {}", "- {}", "1. {}", "## {}", "| {} | x |\n|---|---|\n| y | z |", "[^1]: {}")


def markdown(draw: Draw, text: str) -> bytes:
    block = draw(st.sampled_from(BLOCKS))
    words = text.translate(QUOTED).split(" ")
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    marked = draw(st.sampled_from(IN_MARKDOWN))(" ".join(words[first : last + 1]))
    line = " ".join([*words[:first], marked, *words[last + 1 :]])
    # A line that begins as an item does ("1980) and …") is shown as one, whatever its author meant.
    line = re.sub(r"\n(?=\d{1,9}[.)])", " ", line)
    line = line.replace("\n", " " if "|" in block or "#" in block else "\n> " if ">" in block else "\n")
    return f"A draft.\n\n{block.format(line)}\n\nThe end.\n".encode()


# HTML: tags may stand within a word.

IN_HTML: tuple[Callable[[str], str], ...] = (
    lambda words: escape(words),
    lambda words: f"<b>{escape(words)}</b>",
    lambda words: f'<span lang="en">{escape(words)}</span>',
    lambda words: f'<a href="https://example.org/71">{escape(words)}</a>',
    lambda words: escape(words).replace(" ", "&nbsp;"),
    lambda words: escape(words).replace(" ", "\n    "),
    lambda words: escape(words).replace("(", "&#40;").replace("-", "&#x2011;"),
    lambda words: f"<!-- 71 -->{escape(words)}<wbr>",
    lambda words: f"<ins>{escape(words)}</ins><del>99 (Rev. Kyoto, 1994)</del>",
    lambda words: escape(words).replace("\u00b9", "<sup>1</sup>"),
)
ELEMENTS = ("<p>{}</p>", "<ul><li>{}</ul>", "<table><tr><td>{}<td>x</table>", "<h2>{}</h2>", "<div>{}</div>")


def html(draw: Draw, text: str) -> bytes:
    element = draw(st.sampled_from(ELEMENTS))
    body = element.format(any_of(draw, text, IN_HTML))
    return f'<!doctype html>\n<meta charset="utf-8"><p>A draft.</p>{body}<p>The end.</p>\n'.encode()


# Word and OpenDocument: runs may be cut anywhere, and some signs are elements.

NO_BREAK_HYPHEN = "<w:r><w:noBreakHyphen/></w:r>"
IN_WORD: tuple[Callable[[str], str], ...] = (
    run,
    lambda words: run(words, "<w:b/>"),
    lambda words: '<w:proofErr w:type="spellStart"/>' + run(words),
    lambda words: '<w:bookmarkStart w:id="7" w:name="a"/>' + run(words) + '<w:bookmarkEnd w:id="7"/>',
    lambda words: f'<w:hyperlink w:anchor="a">{run(words)}</w:hyperlink>',
    lambda words: run(words.replace(" ", "\u00a0")),
    lambda words: run(words.replace(" ", "\n", 1)),
    lambda words: NO_BREAK_HYPHEN.join(run(part) if part else "" for part in words.split("-")),
    inserted,
    lambda words: run(words) + deleted(" 99 (Rev. Kyoto, 1994)"),
    field,
    lambda words: run("1", '<w:vertAlign w:val="superscript"/>').join(
        run(part) if part else "" for part in words.split("\u00b9")
    ),
)


def word(draw: Draw, text: str) -> bytes:
    return word_file(paragraph(run("A draft.")), paragraph(any_of(draw, text, IN_WORD)), paragraph(run("The end.")))


IN_ODT: tuple[Callable[[str], str], ...] = (
    escape,
    lambda words: f'<text:span text:style-name="B">{escape(words)}</text:span>',
    lambda words: f'<text:a xlink:href="https://example.org/71">{escape(words)}</text:a>',
    lambda words: escape(words).replace(" ", "<text:s/>"),
    lambda words: escape(words).replace(" ", "<text:line-break/>", 1),
    lambda words: f'<text:bookmark text:name="a"/>{escape(words)}<text:soft-page-break/>',
    lambda words: escape(words.replace(" ", "\u00a0").replace("-", "\u2011")),
    lambda words: escape(words).replace("\u00b9", '<text:span text:style-name="R">1</text:span>'),
)
STYLES = (
    '<style:style style:name="B" style:family="text"><style:text-properties style:text-underline-style="solid"/>'
    '</style:style><style:style style:name="R" style:family="text"><style:text-properties '
    'style:text-position="super 58%"/></style:style>'
)


def odt(draw: Draw, text: str) -> bytes:
    content = (
        f'<office:document-content {SPACES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>{STYLES}'
        f"</office:automatic-styles><office:body><office:text><text:p>A draft.</text:p>"
        f"<text:p>{any_of(draw, text, IN_ODT)}</text:p></office:text></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return file.getvalue()
