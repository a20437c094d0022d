"""What delegates read is said in their language: by the system's, by --lang."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import reslint
from reslint.api.reporter import Style
from reslint.reporting.digest import digest
from reslint.translations.system import system_language

ENGLISH = "recalling Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference;"


def said(folder: Path, *arguments: str, **environment: str) -> str:
    """What `reslint check` prints to standard output."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    ran = subprocess.run(
        [sys.executable, "-m", "reslint", "check", "--as-of", "PP-22", *arguments],
        cwd=folder,
        env={**known, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    return ran.stdout


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(f"{ENGLISH}\n", "utf-8")
    return tmp_path


def test_english_is_said_where_nothing_asks_for_another_language(drafts: Path) -> None:
    assert "PP Resolution 71 was revised since" in said(drafts, "a.txt")
    assert said(drafts, "a.txt") == said(drafts, "a.txt", LANG="de_DE.UTF-8") == said(drafts, "a.txt", "--lang", "en")


def test_the_language_of_the_system_is_spoken(drafts: Path) -> None:
    told = said(drafts, "a.txt", LANG="fr_CH.UTF-8")
    assert "Résolution 71 (PP) a été révisée depuis: l'édition en vigueur est (Rev. Bucharest, 2022)" in told
    assert told.endswith("1 constatation: 1 avertissement.\ncorrigibles avec --fix --unsafe-fixes: 1.\n")
    assert "was revised" not in told
    assert "was revised" in said(drafts, "a.txt", "--lang", "en", LANG="fr_CH.UTF-8")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "zh_CN"}, "zh"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "es_ES.UTF-8"}, "es"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "ar_EG"}, "ar"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "de:es:fr"}, "es"),
        ({"LANG": "frp_IT.UTF-8"}, "en"),
        ({"LANG": ""}, "en"),
    ],
)
def test_which_language_the_system_speaks(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language


@pytest.mark.parametrize("language", ["ru", "zh", "ar"])
def test_english_stands_below_what_no_native_reader_has_checked(drafts: Path, language: str) -> None:
    lines = said(drafts, "a.txt", "--lang", language).splitlines()
    assert "PP Resolution 71 was revised since" not in lines[0]
    assert lines[1] == "  PP Resolution 71 was revised since: the edition in force is (Rev. Bucharest, 2022)"
    assert lines[-3] == "  Found 1 finding: 1 warning."


def test_words_that_run_from_left_to_right_are_isolated_in_arabic(drafts: Path) -> None:
    first = said(drafts, "a.txt", "--lang", "ar").splitlines()[0]
    message = first.partition("outdated-edition ")[2]
    assert message[0] == "\u2068"
    assert message[-1] == "\u2069"
    assert "\u2068(Rev. Bucharest, 2022)\u2069" in message


def test_a_draft_cannot_turn_what_is_said_around(tmp_path: Path) -> None:
    mark = "<!-- reslint: ignore[outdated-edition] old\u2069 and \u202ewise -->"
    (tmp_path / "a.md").write_text(f"{ENGLISH} Its words are all right.\n\nOthers. {mark}\n", "utf-8")
    for language in ("fr", "ar"):
        told = said(tmp_path, "a.md", "--lang", language)
        assert "ignore[outdated-edition]" in told
        assert "\u202e" not in told
        assert told.count("\u2068") == told.count("\u2069")


def test_programs_are_told_in_english(drafts: Path) -> None:
    for form in ("json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson", "csv", "concise"):
        plain = said(drafts, "a.txt", "--output-format", form)
        assert said(drafts, "a.txt", "--output-format", form, "--lang", "ru") == plain
    assert json.loads(said(drafts, "a.txt", "--output-format", "json", LANG="fr_FR"))["findings"][0]["message"] == (
        "PP Resolution 71 was revised since: the edition in force is (Rev. Bucharest, 2022)"
    )


def test_a_digest_is_said_in_the_language(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(f"{ENGLISH}\n", "utf-8")
    told = "".join(digest(reslint.lint_paths([tmp_path], as_of="PP-22"), Style(language="es")))
    assert "Observaciones por regla" in told
    assert "y 50 ficheros más" in told
    assert "Findings" not in told


def test_no_catalogue_is_opened_for_english(drafts: Path) -> None:
    watched = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, given: event == 'open' and opened.append(str(given[0])))\n"
        "sys.argv = ['reslint', 'check', 'a.txt', '--lang', LANGUAGE]\n"
        "from reslint.cli import main\n"
        "try:\n    main()\n"
        "finally:\n    print(any(name.endswith(('.mo', '.po')) for name in opened), file=sys.stderr)\n"
    )
    for language, due in (("en", "False"), ("fr", "True")):
        ran = subprocess.run(
            [sys.executable, "-c", watched.replace("LANGUAGE", repr(language))],
            cwd=drafts,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.stderr.splitlines()[-1] == due


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "fr",
            ["au 2024-10-15", "note: N'est pas entièrement connu: décisions des sessions de 2022 à 2024 (Conseil)."],
        ),
        (
            "ru",
            [
                "на 2024-10-15",
                "  as of 2024-10-15",
                "примечание: Известно не полностью: решения сессий 2022–2024 годов (Совет).",
                "  note: Not known in full: what the Council decided at its sessions of 2022 to 2024.",
            ],
        ),
    ],
)
def test_the_day_and_what_is_not_known_are_said_in_the_language(
    tmp_path: Path, language: str, lines: list[str]
) -> None:
    (tmp_path / "a.txt").write_text("noting Council Resolution 1332 (Modified 2019)\n", "utf-8")
    command = [sys.executable, "-m", "reslint", "check", "a.txt", "--as-of", "2024-10-15", "--lang", language]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.stderr.splitlines() == lines


def test_a_message_names_a_body_in_its_own_language(drafts: Path) -> None:
    (drafts / "a.txt").write_text("recalling Resolution 30 (Rev. Buenos Aires, 2017) of WTDC\n", "utf-8")
    assert "Résolution 30 (CMDT)" in said(drafts, "a.txt", "--lang", "fr")
    assert "Резолюция 30 (ВКРЭ)" in said(drafts, "a.txt", "--lang", "ru")
    (drafts / "a.txt").write_text("rappelant la Résolution 30 (Rév. Buenos Aires, 2017) de la CMDT\n", "utf-8")
    assert "WTDC Resolution 30" in said(drafts, "a.txt", "--lang", "en")
