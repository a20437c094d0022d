from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reslint.errors import ReslintError
from reslint.registry import load
from reslint.registry.checking import check
from reslint.resources import resource


def test_the_bundled_registry_is_sound() -> None:
    assert check(resource("registry.yaml")) == []


def test_the_small_registry_is_sound(small: str) -> None:
    assert check(small) == []


@pytest.mark.parametrize(
    ("written", "instead", "key", "message"),
    [
        ("[PP-06, PP-10, PP-18, PP-22]", "[PP-06, PP-18, PP-10, PP-22]", "PP 1, editions", "not in order"),
        ("[PP-06, PP-10, PP-18, PP-22]", "[PP-06, PP-06, PP-22]", "PP 1, editions", "listed twice"),
        ("[PP-06, PP-10, PP-18, PP-22]", "[PP-06, PP-98, PP-22]", "PP 1, editions", "'PP-98' is no conference"),
        ("[PP-06, PP-10, PP-18, PP-22]", "[PP-06, RA-19]", "PP 1, editions", "RA-19 is a conference of RA"),
        ("[PP-06, PP-10, PP-18, PP-22]", "[]", "PP 1, editions", "an empty one"),
        ("editions: [C19]", "editions: [C19, C27]", "COUNCIL 1332, editions", "after the date of the file"),
        ("    checked: C23", "    checked: C27", "COUNCIL 1332, checked", "after the date of the file"),
        ("    checked: PP-18", "    checked: PP-06", "PP 3, checked", "before the last edition"),
        ("suffix: 1}", "suffix: 0}", "RA 61, editions", "suffixes do not count up"),
        ("{conference: RA-23, suffix: 1}", "RA-23", "RA 61, editions", "counts revisions in the number"),
        ("suffix: 1}", "sufix: 1}", "RA 61, editions", "'sufix' is no field"),
        ("    abrogated_by: PP-22", "    abrogated_by: PP-10", "PP 2, abrogated_by", "before the last edition"),
        ("    abrogated_by: PP-22", "    repealed_by: PP 99", "PP 2, repealed_by", "'PP 99' is no text"),
        ("abrogated\n    checked: PP-22", "abrogated", "PP 4, status", "nothing says when"),
        ("abrogated\n    abrogated_by", "unknown\n    abrogated_by", "PP 2, status", "not abrogated"),
        ("    title: A title\n", "", "PP 1", "no title to say this of"),
        ("editions: [C19]", "complete: true\n    editions: [C19]", "COUNCIL 1332, complete", "not so"),
        ("decision 1:\n", "decision 1:\n    adoption: unread\n", "PP decision 1, adoption", "no first edition"),
        ("{revised: [PP-22]}", "{revised: [PP-18]}", "PP 3, recalled", "was read"),
        ("unconfirmed: [2023]", "unconfirmed: [2019]", "COUNCIL 1332, unconfirmed", "was read"),
        ("unconfirmed: [2023]", "unconfirmed: ['2023']", "COUNCIL 1332, unconfirmed", "not a whole number"),
        ("    sources: [a paper]\n  PP 4", "  PP 4", "PP 3", "no source is named"),
        ("sources: [a page]\nunga", "sources: [a-page]\nunga", "COUNCIL 1332, sources", "'a-page' is no source"),
        ("  final-acts: Final", "  spare: A source\n  final-acts: Final", "spare", "nothing names this source"),
        ("  PP decision 1:", "  PP opinion 1:", "PP opinion 1", "no key of a text of PP"),
        ("  PP decision 1:", "  PP resolution 1:", "PP resolution 1", "no key of a text of PP"),
        ("  PP decision 1:", "  PP decision 01:", "PP decision 01", "no citation has the number '01'"),
        ("  PP 4:", "  PP 4a:", "PP 4a", "no citation has the number '4a'"),
        ("  PP 4:", "  PP 4/2:", "PP 4/2", "no citation has the number '4/2'"),
        ("  PP 4:", "  PP 4/Rev:", "PP 4/Rev", "no citation has the number '4/Rev'"),
        ("  PP 4:", "  PP 12345:", "PP 12345", "no citation has the number '12345'"),
        ("  PP 4:", "  PP ٤:", "PP ٤", "no citation has the number '٤'"),
        ("  RA 61:", "  RA 61-1:", "RA 61-1", "no citation has the number '61-1'"),
        ("  PP 4:", "  UNGA 4:", "UNGA 4", "no citation of UNGA is looked up here"),
        ("  PP decision 1:", "  P decision 1:", "P decision 1", "'P' is no body"),
        ("  PP-06: {body: PP,", "  PP-06: {body: PPP,", "PP-06, body", "'PPP' is no body"),
        ("place: Antalya, year: 2006,", "place: Atalya, year: 2006,", "PP-06, place", "'Atalya' is no place"),
        ("end: 2006-11-24", "end: 2006-10-24", "PP-06, end", "ends before it begins"),
        ("end: 2006-11-24", "end: 2006-11-31", "PP-06, end", "not a day"),
        ("year: 2006", "year: 2005", "PP-06, year", "not of that year"),
        ("year: 2006", "year: '2006'", "PP-06, year", "not a whole number"),
        ("aliases: [RA-2023]", "aliases: [ra-19]", "RA-23", "'ra-19' is a name of RA-19"),
        ("  C23: {body: COUNCIL, year: 2023}", "  C23: {body: COUNCIL, year: 2019}", "C23", "C19 is the same body"),
        ("  C23: {body", "  X23: {body", "X23", "does not begin like one of COUNCIL"),
        ("[Pusan]", "[Dubai]", "Busan, variants", "'Dubai' is a spelling of Dubai"),
        ("[Pusan]", "[dubay]", "Dubai, misspelt", "'Dubay' is a spelling of Busan"),
        ("[Pusan]", "[Pusan 2014]", "Busan, variants", "holds digits"),
        ("[Pusan]", "['']", "Busan, variants", "empty"),
        ("recalled: [ru]", "recalled: [zh]", "Geneva, recalled", "no name in 'zh'"),
        ("status: in force", "status: in-force", "PP 1, status", "'in-force' is not known here"),
        ("    complete: true", "    complete: yes", "PP 1, complete", "'yes' is no conference"),
        ("    complete: true", "    complete: RA-23", "PP 1, complete", "a conference of RA"),
        (
            "complete: true\n    status: in force\n    checked: PP-22",
            "complete: PP-26\n    status: in force\n    checked: PP-22",
            "PP 1, complete",
            "after checked",
        ),
        ("title_of: PP-22", "title_of: [PP-22, PP-14]", "PP 1, title_of", "none of its editions"),
        (
            "title: Its first title, of: RA-19",
            "title: Its first title, of: RA-23",
            "RA 61, former_titles",
            "two titles",
        ),
        ("title: Its first title, of: RA-19", "of: RA-19", "RA 61, former_titles", "'title' is missing"),
        (
            "    title: A title\n    title_of: PP-22",
            "    former_titles: [{title: A title}]",
            "PP 1",
            "no title to say this of",
        ),
        ("aliases: [RA-2023]", "listed: {decision: a page}", "RA-23, listed", "no kind of text of RA"),
        ("aliases: [RA-2023]", "listed: [resolution]", "RA-23, listed", "not a table"),
        ("aliases: [RA-2023]", "listed: {resolution: a-page}", "RA-23, sources", "no source"),
        ("title: A title", "titel: A title", "PP 1, titel", "'titel' is no field"),
        ("unga:", "unge:", "file", "'unga' is missing"),
        ("wrong: [A/70/1]", "wrong: [78/265]", "78/265, forms", "among the wrong of 70/1"),
        ("'{place}, {year}'\n", "'{town}, {year}'\n", "en, write, adopted", "cannot be filled in"),
        ("'{place}, {year}'\n", "'{place, {year}'\n", "en, write, adopted", "cannot be filled in"),
        ("[Resolutions]", "[true]", "en, kinds, resolution, many", "True is no word"),
        ("[Resolutions]", "[[Resolutions]]", "en, kinds, resolution, many", "['Resolutions'] is no word"),
        ("[Resolutions]", "Resolutions", "en, kinds, resolution, many", "not a list of words"),
        ("[Resolution], many: ", "[Resolution], more: ", "en, kinds, resolution", "for one and for many"),
        ("{one: [Decision], many: [Decisions]}", "[Decision]", "en, kinds, decision", "for one and for many"),
        ("adopting: [The]", "adopting: [[The]]", "en, adopting", "['The'] is no word"),
        ("adopting: [The]", "adopting: [{The: a}]", "en, adopting", "{'The': 'a'} is no word"),
        ("adopting: [The]", "adopting: {The: [a]}", "en", "there is no 'adopting'"),
        ("filler: [in]}", "filler: [in], to: through}", "en, words, to", "not a list of words"),
        ("filler: [in]}", "filler: [in], to: {a: b}}", "en, words, to", "not a list of words"),
        ("adopting: [The]", "adopting: [The]\n    annexes: Annex", "en, annexes", "not a list of words"),
        ("adopting: [The]", "adopting: [The]\n    clauses: {further: [[also]]}", "en, clauses, further", "is no word"),
        ("[Resolution], many: [Resolutions]", "[], many: [Resolutions]", "en, kinds, resolution, one", "no word"),
        ("{one: [Decision], many: [Decisions]}", "{one: [], many: [Decisions]}", "en, kinds, decision, one", "no word"),
        ("cites: session", "cites: sesion", "COUNCIL, cites", "'sesion' is not known here"),
        ("date: 2026-11-22", "date: 22.11.2026", "date", "not a day"),
        ("    status: unknown\n  RA 61", "  RA 61", "PP decision 1", "nothing is said of it"),
        ("  PP 2:", "  PP 1:", "file", "'PP 1' is there already"),
    ],
)
def test_every_slip_is_named(small: str, written: str, instead: str, key: str, message: str) -> None:
    assert written in small
    broken = small.replace(written, instead, 1)
    problems = check(broken)
    assert [one for one in problems if one.key == key and message in one.message], [str(one) for one in problems]
    assert all(one.line > 0 and one.advice for one in problems)


@pytest.mark.parametrize(
    ("written", "instead", "key", "message"),
    [
        ("      adopted: '{place}, {year}'\n", "", "en, write", "there is no 'adopted'"),
        ("      revised: 'Rev. {place}, {year}'\n", "", "en, write", "there is no 'revised'"),
        ("      numbered: ", "      numbred: ", "en, write", "there is no 'numbered'"),
        ("      session modified: ", "      Session modified: ", "en, write", "there is no 'session modified'"),
        ("      session adopted: '{year}'\n      session modified: 'Modified {year}'\n", "", "en, write",
         "there is no 'session adopted', 'session modified'"),
        ("cites: session", "cites: short name", "en, write",
         "there is no 'short name adopted', 'short name revised'"),
        ("      resolution: {one", "      resolutions: {one", "en, kinds", "there is no 'resolution'"),
        ("kinds: [resolution, decision]", "kinds: [resolution, decision, opinion]", "en, kinds",
         "there is no 'opinion'"),
    ],
)  # fmt: skip
def test_a_language_must_be_able_to_write_what_the_bodies_need(
    small: str, tmp_path: Path, written: str, instead: str, key: str, message: str
) -> None:
    assert written in small
    registry = tmp_path / "registry.yaml"
    registry.write_text(small.replace(written, instead, 1), "utf-8")
    (problem,) = check(registry)
    assert (problem.key, problem.message) == (key, message)
    assert registry.read_text("utf-8").splitlines()[problem.line - 1].strip() == f"{key.split()[-1]}:"
    with pytest.raises(ReslintError, match=message):
        load(registry)


def test_a_language_need_not_write_what_no_body_needs(small: str) -> None:
    """No session is written where every body is cited by its place."""
    sessions = "      session adopted: '{year}'\n      session modified: 'Modified {year}'\n"
    assert sessions in small
    assert check(small.replace("cites: session", "cites: place").replace(sessions, "")) == []


def test_a_slip_is_shown_on_its_own_line(small: str) -> None:
    broken = small.replace("unconfirmed: [2023]", "unconfirmed: [2019]")
    (problem,) = check(broken)
    assert broken.splitlines()[problem.line - 1] == "    unconfirmed: [2019]"
    assert str(problem) == f"{problem.line}: COUNCIL 1332, unconfirmed: one of these years was read; " + problem.advice


def test_a_misspelt_field_is_advised(small: str) -> None:
    (problem,) = check(small.replace("title: A third title", "titel: A third title"))
    assert problem.advice == "did you mean title?"


LAUGHS = "k: &k [x, x]\n" + "".join(f"k{'k' * n}: &k{'k' * n} [*{'k' * n}, *{'k' * n}]\n" for n in range(1, 20))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "not a registry"),
        ("just words", "not a registry"),
        ("[1, 2]", "not a registry"),
        ("date: 'open", "not readable as YAML"),
        ("a: b: c", "not readable as YAML"),
        ("a:\n\t- b", "not readable as YAML"),
        ("a: \x00", "not readable as YAML"),
        (b"a: \xff\xfe", "not UTF-8"),
        (b"\xff\xfea\x00", "not UTF-8"),
        (LAUGHS, "an anchor"),
        ("a: *b", "an alias"),
        ("a: !!python/object/apply:os.system [x]", "a tag"),
        ("a: 1\na: 2", "there already, on line 1"),
        ("---\na: 1\n---\nb: 2", "a second document"),
        ("[" * 200_000, "nested deeper"),
        ("{a: " * 200_000, "nested deeper"),
        ("- " * 50_000 + "a", "nested deeper"),
        ("? [a, b]\n: c", "a key that is no word"),
        ("bodies: []\nvocabulary: 1\nplaces: x\nconferences: 2\nresolutions: null\nunga: {a: 1}", "not a table"),
    ],
)
def test_damaged_files_give_a_message_and_no_traceback(content: str | bytes, message: str) -> None:
    problems = check(content)
    assert [one for one in problems if message in one.message], [str(one) for one in problems]
    assert all(one.line >= 1 and one.advice for one in problems)


class LookingAhead(yaml.SafeLoader):
    """Refuses depth as libyaml 0.2.6 does: it counts to the end of a line before it tells of the first bracket."""

    def fetch_flow_collection_start(self, token: type[yaml.Token]) -> None:
        if self.flow_level == 1000:
            mark = self.get_mark()
            raise yaml.scanner.ScannerError("while increasing flow level", mark, "exceeded maximum nesting depth", mark)
        super().fetch_flow_collection_start(token)


@pytest.mark.parametrize("loader", [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader, LookingAhead])
@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("[" * 200_000, 1),
        ("{a: " * 200_000, 1),
        ("- " * 50_000 + "a", 1),
        ("a:\n  - " + "[" * 5_000 + "]" * 5_000, 2),
        ("[\n" * 10 + "[" * 5_000, 11),
        ("[\n" * 5_000, 17),
        ("\n".join(" " * depth + "a:" for depth in range(1_200)), 17),
    ],
    ids=["lists", "tables", "items", "closed lists", "lists after lines", "lists on lines", "tables on lines"],
)
def test_depth_is_told_in_the_same_words_by_every_loader(
    content: str, line: int, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "CSafeLoader", loader, raising=False)
    assert [str(one) for one in check(content)] == [f"{line}: file: nested deeper than 16 levels; write it flatter"]


def test_the_stand_in_for_libyaml_refuses_depth_by_itself() -> None:
    with pytest.raises(yaml.YAMLError, match="exceeded maximum nesting depth"):
        list(yaml.parse("x: " + "[" * 5_000, Loader=LookingAhead))


@given(text=st.text(alphabet="ab:-[]{}&*!|>'\"#, \n\t?%@0é\u2028\x00", max_size=60))
def test_no_text_makes_the_check_fail(text: str) -> None:
    assert check(text)


@given(data=st.data())
def test_no_cut_makes_the_check_fail(small: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(small))] * 2)))
    for problem in check(small[:start] + small[end:]):
        assert problem.line >= 1
        assert problem.message


def test_a_file_is_read(tmp_path: Path, small: str) -> None:
    path = tmp_path / "registry.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + small.replace("\n", "\r\n").encode())
    assert check(path) == []
