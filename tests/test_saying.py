"""Messages are English text to whatever takes text, and can still be said in other languages where they are shown."""

from __future__ import annotations

import json
import pickle
from gettext import NullTranslations
from typing import ClassVar

import pytest

import reslint
from reslint.saying import Said, Teller, said, said_of
from reslint.storage.plain import PlainForm
from reslint.values import Value


class Noted(Value):
    text: str


class Pirate(NullTranslations):
    """A language with a word for everything, and three forms of number."""

    WORDS: ClassVar = {
        "{name} was revised since{so}": "{so} – {name} be revised, arr",
        ": write {edition}": "write ye {edition}",
        "{count} comment": "one scratch",
        "{count} comments": "{count} scratches",
        "as far as {met}": "till {met}",
    }

    def gettext(self, message: str) -> str:
        return self.WORDS.get(message, message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


def test_a_message_is_its_english_text() -> None:
    message = said("{name} was revised since{so}", name="Resolution 71", so="")
    assert message == "Resolution 71 was revised since"
    assert json.dumps(message) == '"Resolution 71 was revised since"'
    assert said_of("{count} comment", "{count} comments", 1) == "1 comment"
    assert said_of("{count} comment", "{count} comments", 1200) == "1,200 comments"


def test_words_of_a_draft_in_braces_are_words() -> None:
    assert said("{word} is misspelt", word="{count} {0.__class__}") == "{count} {0.__class__} is misspelt"


def test_another_language_has_its_own_order_and_numbers_and_says_what_is_within() -> None:
    tell = Teller("xx", Pirate())
    message = said("{name} was revised since{so}", name="Resolution 71", so=said(": write {edition}", edition="(X)"))
    assert tell(message) == "write ye (X) – Resolution 71 be revised, arr"
    assert tell(said_of("{count} comment", "{count} comments", 1)) == "one scratch"
    assert tell(said_of("{count} comment", "{count} comments", 7)) == "7 scratches"


def test_what_is_no_message_and_what_the_language_lacks_stay_as_they_are() -> None:
    tell = Teller("xx", Pirate())
    assert tell("a message of a plugin") == "a message of a plugin"
    assert tell(said("{word} is lacking", word="This")) == "This is lacking"


def test_a_name_of_the_language_takes_the_place_of_the_english_one() -> None:
    message = said("as far as {met}", met="Bucharest 2022", met_xx="Bukarest 2022")
    assert message == "as far as Bucharest 2022"
    assert Teller("xx", Pirate())(message) == "till Bukarest 2022"
    assert Teller("yy", Pirate())(message) == "till Bucharest 2022"


def test_words_of_another_direction_are_isolated() -> None:
    told = Teller("ar", NullTranslations())(said("{word} is misspelt{so}", word="Buchrest", so=said(": {x}", x="A")))
    assert told == "\u2068Buchrest\u2069 is misspelt: \u2068A\u2069"


def test_what_comes_of_drafts_is_made_fit_to_be_shown_and_messages_are_not() -> None:
    tell = Teller("ar", NullTranslations(), shown=lambda words: words.replace("\u2069", "?"))
    assert tell(said("{word} is misspelt", word="a\u2069b")) == "\u2068a?b\u2069 is misspelt"


@pytest.mark.parametrize("message", [said("as far as {met}", met="x", met_fr=said("y {z}", z="w")), "plain"])
def test_a_message_stays_one_between_processes_and_runs(message: str) -> None:
    form = PlainForm(Noted)
    kept = form.value(json.loads(form.written(Noted(message))))
    sent = pickle.loads(pickle.dumps(Noted(message)))
    for one in (kept, sent):
        assert one == Noted(message)
        assert type(one.text) is type(message)
        assert getattr(one.text, "values", ()) == getattr(message, "values", ())


def test_findings_carry_messages() -> None:
    result = reslint.lint_text("Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n")
    finding = next(one for one in result.findings if one.code == "STA001")
    assert isinstance(finding.message, Said)
    assert finding.message.template == "{name} was revised since{so}"
    assert isinstance(finding.help, str)
