"""What a draft asks to leave alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint import Comment, Document, Story, View
from reslint.linting.suppression import suppressions_in

Draft = Callable[..., Path]
Reslint = Callable[..., Any]


@pytest.fixture
def found(reslint: Reslint, draft: Draft) -> Callable[..., list[str]]:
    """Check a draft and give "CODE:line" of its findings; there must be no error."""

    def check(name: str, content: str, *arguments: str) -> list[str]:
        ran = reslint("check", "--output-format", "jsonl", *arguments, draft(name, content))
        assert "error" not in ran.err
        findings = [json.loads(line) for line in ran.out.splitlines()]
        return [f"{one['code']}:{one['line']}" for one in findings]

    return check


Found = Callable[..., list[str]]


@pytest.mark.parametrize("rule", ["grey-word", "TST001", "TST", "ALL", "large-word, grey-word"])
def test_a_comment_holds_for_its_paragraph_by_code_name_or_group(found: Found, rule: str) -> None:
    text = f"grey one <!-- reslint: ignore[{rule}] it is grey -->\nand grey\n\ngrey two\n"
    assert found("a.md", text) == ["TST001:4"]


def test_a_comment_of_its_own_holds_for_the_next_paragraph(found: Found) -> None:
    text = "grey\n\n<!-- reslint: ignore[grey-word]\n   for a reason\n   of two lines -->\n\ngrey\n\ngrey\n"
    assert found("a.md", text) == ["TST001:1", "TST001:9"]


def test_a_comment_before_a_heading_and_in_a_list(found: Found) -> None:
    text = "<!-- reslint: ignore[grey-word] -->\n# grey\n\n- grey\n- grey <!-- reslint: ignore[grey-word] -->\n"
    assert found("a.md", text) == ["TST001:4"]


def test_a_comment_silences_only_what_it_names(found: Found) -> None:
    assert found("a.md", "large grey <!-- reslint: ignore[grey-word] -->\n") == ["TST002:1"]


def test_a_whole_file(found: Found) -> None:
    assert found("a.md", "grey\n\nlarge\n\n<!-- reslint: ignore-file -->\n") == []
    assert found("b.md", "grey\n\nlarge\n\n<!-- reslint: ignore-file[grey-word] old -->\n") == ["TST002:3"]


def test_a_comment_in_code_is_code(found: Found) -> None:
    assert found("a.md", "```\n<!-- reslint: ignore-file -->\n```\n\nlarge\n") == ["TST002:5"]


@pytest.mark.parametrize(
    "text",
    ["the grey[sic] sky", "the grey [sic] sky", "the (grey) [sic] sky", "the “grey” [SIC] sky", "the grey\n[sic] sky"],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_sic_after_the_words(found: Found, name: str, text: str) -> None:
    assert found(name, text + ", a grey sea\n") == [f"TST001:{1 + text.count(chr(10))}"]


def test_sic_elsewhere_silences_nothing(found: Found) -> None:
    assert found("a.txt", "grey sky [sic]") == ["TST001:1"]


def test_sic_after_the_citation_that_holds_the_words(found: Found) -> None:
    rules = ["--select", "misspelt-place", "--as-of", "2022-12-31"]
    kept = "Resolution 71 (Rev. Buchrest, 2022) [sic] and Resolution 131 (Rev. Buchrest, 2022)\n"
    assert found("a.txt", kept, *rules) == ["SPL001:1"]
    assert found("b.txt", kept.replace(" [sic]", ""), *rules) == ["SPL001:1", "SPL001:1"]


def test_a_side_file_silences_words(found: Found, draft: Draft) -> None:
    draft(
        "a.txt.reslint",
        "# the colour is meant\nignore[grey-word] The grey  sky\n\nignore[large-word] and a large one\n",
    )
    text = "The grey\nsky and a grey sea\nwith a large ship and a large one\n"
    assert found("a.txt", text) == ["TST001:2", "TST002:3"]


def test_a_side_file_for_the_whole_file(found: Found, draft: Draft) -> None:
    draft("a.txt.reslint", "ignore-file[grey-word]\n")
    assert found("a.txt", "grey large\n") == ["TST002:1"]
    draft("a.md.reslint", "ignore-file\n")
    assert found("a.md", "grey large\n") == []


def test_the_marker_in_the_help_is_the_one_that_silences(reslint: Reslint, found: Found, draft: Draft) -> None:
    ran = reslint("check", draft("a.md", "grey\n"))
    marker = ran.out.split("write, with the name of the rule, ")[1].splitlines()[0]
    assert marker == "<!-- reslint: ignore[grey-word] -->"
    assert found("b.md", f"grey {marker}\n") == []
    assert (
        "help: to keep words as they are, write [sic] after the words\n"
        in reslint("check", draft("a.txt", "grey\n")).out
    )


def test_an_unused_suppression_is_found_and_removed(reslint: Reslint, draft: Draft) -> None:
    text = "one <!-- reslint: ignore[grey-word] -->\n\n  <!-- reslint: ignore[large-word] why -->  \n\ntwo\n"
    path = draft("a.md", text)
    ran = reslint("check", "--output-format", "concise", path)
    assert ran.status == 1
    assert [line.split(" ")[:3] for line in ran.out.splitlines()[:2]] == [
        ["a.md:1:5:", "SUP001", "unused-suppression"],
        ["a.md:3:3:", "SUP001", "unused-suppression"],
    ]
    assert reslint("check", "--fix", path).status == 0
    assert path.read_text() == "one\n\n\ntwo\n"


def test_a_suppression_of_a_rule_that_does_not_run_is_not_unused(found: Found) -> None:
    text = "one <!-- reslint: ignore[grey-word] -->\n"
    assert found("a.md", text, "--select", "SUP,TST002") == []
    assert found("b.md", text, "--select", "SUP,TST001") == ["SUP001:1"]


def test_an_unused_line_of_a_side_file_is_found(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt.reslint", "ignore[grey-word] grey\nignore[grey-word] not there\n")
    ran = reslint("check", "--output-format", "concise", draft("a.txt", "grey\n"))
    assert ran.out.splitlines()[0] == (
        "a.txt:1:1: SUP001 unused-suppression line 2 of the side file silences nothing: ignore[grey-word] not there"
    )


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        ("ignore", "a.md:3: ignore names no rule; write ignore[rule] or ignore-file[rule]"),
        ("ignore[]", "a.md:3: ignore names no rule"),
        ("ignore-file[]", "a.md:3: ignore-file names no rule"),
        ("ignore[grey-wrd]", "a.md:3: unknown rule 'grey-wrd'; did you mean grey-word?"),
        ("ingore[grey-word]", "a.md:3: unknown directive 'ingore'; did you mean ignore?"),
        ("", "a.md:3: unknown directive ''; write ignore[rule] or ignore-file[rule]"),
    ],
)
def test_a_directive_that_means_nothing_is_an_error_and_findings_stay(
    reslint: Reslint, draft: Draft, directive: str, message: str
) -> None:
    ran = reslint("check", draft("a.md", f"one\n\n<!-- reslint: {directive} -->\n\ngrey\n"))
    assert ran.status == 2
    assert f"error: {message}" in ran.err
    assert "a.md:5:1: TST001" in ran.out


def test_a_side_line_without_words_is_an_error(reslint: Reslint, draft: Draft) -> None:
    draft("a.txt.reslint", "ignore[grey-word]\nnonsense here\n")
    ran = reslint("check", draft("a.txt", "grey\n"))
    assert ran.status == 2
    assert "error: a.txt.reslint:1: no words to look for; write them after ignore[grey-word]\n" in ran.err
    assert "error: a.txt.reslint:2: unknown directive 'nonsense'" in ran.err


def test_a_comment_beside_a_text_that_is_deleted_whole_silences_nothing_and_breaks_nothing() -> None:
    comments = (Comment("reslint: ignore[STA001]", "A. Delegate", "body", 0),)
    view = View(Document("draft.odt", "odt", (Story("body", ()),), comments=comments), "final")
    errors: list[str] = []
    assert list(suppressions_in(view, "", lambda _: frozenset({"STA001"}), errors)) == []
    assert errors == []
