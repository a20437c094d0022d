"""Linters of earlier calls: whatever a judgement rests on, it is seen by the next call as it is then."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reslint import ReslintError, Settings, lint_text
from reslint.api.finding import Severity
from reslint.running import ready
from reslint.running.ready import MOST, ready_linter
from reslint.storage.cache import user_cache

Draft = Callable[..., Path]
AS_OF = (("as_of", "2024-10-15"),)
TEXT = "Resolution 71 (Rev. Dubai, 2018)\n"
RULE = '''
from reslint import Applicability, Example, Mistake, Rule, Severity, Tag, Scope


class Own(Rule):
    """What it does: finds a word. Why: it is a test. Options: none."""

    code = "OWN001"
    name = "own-rule"
    severity = Severity.ERROR
    fix = None
    examples = ()

    def check(self, page):
        yield Mistake(0, 1, "MESSAGE")
'''


@pytest.fixture(autouse=True)
def _none_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "_ready", [()])


def test_what_is_asked_again_is_ready() -> None:
    first = ready_linter(None, AS_OF)
    assert ready_linter(Settings(), AS_OF) is first
    assert ready_linter(None, ()) is not first
    assert ready_linter(None, AS_OF) is first


def test_some_are_ready_those_that_were_made_last() -> None:
    days = [(("as_of", f"2024-10-{day}"),) for day in range(10, 11 + MOST)]
    made = [ready_linter(None, day) for day in days]
    assert [ready_linter(None, day) is linter for day, linter in zip(days[1:], made[1:], strict=True)] == [True] * MOST
    assert ready_linter(None, days[0]) is not made[0]


def test_settings_that_somebody_changed_are_others() -> None:
    severity = {"STA001": Severity.INFO}
    settings = Settings(severity=severity)
    assert lint_text(TEXT, as_of="2024-10-15", settings=settings).findings[0].severity is Severity.INFO
    severity["STA001"] = Severity.ERROR
    assert lint_text(TEXT, as_of="2024-10-15", settings=settings).findings[0].severity is Severity.ERROR


def test_today_is_another_day_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    today = date(2017, 3, 1)

    class Calendar(date):
        @classmethod
        def today(cls) -> date:
            return today

    monkeypatch.setattr("reslint.running.ready.date", Calendar)
    monkeypatch.setattr("reslint.linting.as_of.date", Calendar)
    assert lint_text(TEXT).as_of == date(2017, 3, 1)
    today = date(2017, 3, 2)
    assert lint_text(TEXT).as_of == date(2017, 3, 2)


def test_a_registry_that_changed_or_is_gone_is_seen(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    place = draft("own.yaml", "bodies: {}\n")
    settings = Settings(registry=(Path("own.yaml"),))
    first = ready_linter(settings, AS_OF)
    assert ready_linter(settings, AS_OF) is first
    home = Path.cwd()
    other = home / "elsewhere"
    other.mkdir()
    monkeypatch.chdir(other)
    with pytest.raises(ReslintError, match=r"own\.yaml"):
        ready_linter(settings, AS_OF)
    monkeypatch.chdir(home)
    assert ready_linter(settings, AS_OF) is first
    place.write_text("bodies: {", "utf-8")
    with pytest.raises(ReslintError, match=r"own\.yaml"):
        ready_linter(settings, AS_OF)
    place.unlink()
    with pytest.raises(ReslintError, match=r"own\.yaml"):
        ready_linter(settings, AS_OF)


def test_a_rule_that_changed_and_one_that_came_are_seen(draft: Draft) -> None:
    file = draft("rules/own001_own_rule.py", RULE)
    settings = Settings(rules_dir=(file.parent,))

    def said() -> list[str]:
        return [str(one.message) for one in lint_text(TEXT, settings=settings).findings if one.code.startswith("OWN")]

    assert said() == said() == ["MESSAGE"]
    file.write_text(RULE.replace("MESSAGE", "another message"), "utf-8")
    assert said() == ["another message"]
    (file.parent / "own002_own_rule.py").write_text(
        RULE.replace("OWN001", "OWN002").replace("own-rule", "second-rule"), "utf-8"
    )
    assert said() == ["another message", "MESSAGE"]


def test_a_baseline_is_read_for_each_call(draft: Draft) -> None:
    known = draft("known.json", "{")
    settings = Settings(baseline=known)
    for _ in range(2):
        with pytest.raises(ReslintError):
            lint_text(TEXT, settings=settings)
    os.unlink(known)
    with pytest.raises(ReslintError):
        lint_text(TEXT, settings=settings)


def test_the_cache_is_the_one_that_the_environment_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ready_linter(None, AS_OF)
    asked, _ = ready._ready[0][0]
    assert user_cache() in asked
    for name in ("XDG_CACHE_HOME", "HOME") if sys.platform == "linux" else ():
        monkeypatch.delenv("RESLINT_CACHE_DIR", raising=False)
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        for folder in ("a", "b"):
            monkeypatch.setenv(name, str(tmp_path / name / folder))
            assert Path(user_cache().folder or "").is_relative_to(tmp_path / name / folder)
    monkeypatch.setenv("RESLINT_CACHE_DIR", str(tmp_path))
    assert user_cache().folder == str(tmp_path)
    assert user_cache() not in asked
