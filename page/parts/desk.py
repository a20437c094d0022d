"""The desk: what the page asks of reslint, inside of the browser. Drafts come in as bytes, answers go out as JSON.

What people read and what is written comes from the same calls as on the command line: the page decides nothing.
"""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from functools import lru_cache
from pathlib import Path
from typing import Any

DRAFTS, MADE, CACHE = "/drafts", "/made", "/cache"
FAILED = 2
FIRST = "draft.docx"
JUDGING = ("as-of", "view", "select", "ignore", "registry")
"""The settings that findings hang on; in which language they are told is `lang`, comments `comments`."""
KINDS = {
    "comments": ("commented", ("--comments", "{}")),
    "safe": ("safe corrections", ("--fix", "--output", "{}")),
    "all": ("corrected", ("--fix", "--unsafe-fixes", "--output", "{}")),
}
"""What is written of a draft: the word that its copy is called by, and what asks the command line for it."""
ALL_OF = {"comments": "with comments", "safe": "with safe corrections", "all": "with all corrections"}
"""The folders in the archive of everything."""


def begin() -> str:
    """Make ready, be it once more in a memory that was restored without its files: the version, the date of the
    registry, the conferences that can be named.
    """
    os.environ["RESLINT_CACHE_DIR"] = CACHE
    random.seed()
    for folder in (DRAFTS, MADE, CACHE):
        os.makedirs(folder, mode=0o700, exist_ok=True)
    for kept in Path(CACHE).iterdir():
        kept.chmod(0o600)
    os.chdir(DRAFTS)
    import reslint

    registry = _run("{}").linter_in().registry
    conferences = sorted(registry.conferences.values(), key=lambda one: (-one.year, one.key))
    names = [one.key for one in conferences if not one.uncertain]
    return json.dumps({"version": reslint.__version__, "registry": registry.date.isoformat(), "conferences": names})


def put(name: str, data: bytes) -> None:
    """Take in a file that was dropped, under the path that it has in its folder."""
    path = Path(DRAFTS, _inside(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def forget() -> None:
    """Keep nothing of all drafts that were put here."""
    os.chdir("/")
    for folder in (DRAFTS, MADE):
        shutil.rmtree(folder)
        os.mkdir(folder, mode=0o700)
    os.chdir(DRAFTS)
    _started.cache_clear()


def lay(name: str) -> str:
    """Try a registry file that was put here; `errors` has one sentence where it cannot be laid over that of reslint."""
    from reslint.errors import ReslintError

    _started.cache_clear()
    try:
        _run(json.dumps({"registry": name})).linter_in()
    except ReslintError as error:
        return json.dumps({"errors": [str(error)]})
    return json.dumps({"errors": []})


def drafts(name: str) -> str:
    """The drafts in a file: itself, or those in an archive; with what is wrong, one line each."""
    run = _run("{}", fresh=True)
    names = list(run.names([_inside(name)]))
    return json.dumps({"names": names, "errors": [_sentence(name, line) for line in run.errors]})


def judge(name: str, settings: str, tell: Any = None) -> str:
    """What is found in a draft, as cards; `errors` has one sentence where it could not be read.

    `tell` is called with the part that is done, from 0 to 1.
    """
    from page.parts.progress import told_to
    from reslint.errors import ReslintError

    try:
        with told_to(tell, _run(settings).linter(name)):
            return json.dumps(_judged(name, settings))
    except ReslintError as error:
        return json.dumps({"errors": [_sentence(name, str(error))]})


def copied(name: str, settings: str, kind: str) -> str:
    """Write a copy of a draft; its path, the name to save it under, and what was said of it, `errors` where none is."""
    word, asked = KINDS[kind]
    stem, suffix = os.path.splitext(os.path.basename(name))
    target = f"{MADE}/copy{suffix}"
    speaking = json.loads(settings).get("comments")
    language = (f"--lang={speaking}",) if speaking else ()
    said = _call(*language, *(one.format(target) for one in asked), "--", name, settings=settings)
    return json.dumps(
        {"path": target, "save": f"{stem} ({word}){suffix}", "errors": [_sentence(name, one) for one in said]}
    )


def report(names: str, settings: str, form: str) -> str:
    """Write the report of some drafts in an output format; as with `copied`."""
    target = f"{MADE}/report.{form}"
    said = _call(f"--lang={_language(settings)}", "-o", target, "--", *json.loads(names), settings=settings)
    return json.dumps({"path": target, "save": f"reslint report.{form}", "errors": said})


def everything(names: str, settings: str) -> str:
    """Write an archive of the report and of all copies that can be made; as with `copied`."""
    target, errors = f"{MADE}/reslint.zip", []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        made = json.loads(report(names, settings, "html"))
        errors += made["errors"]
        if os.path.exists(made["path"]):
            archive.write(made["path"], made["save"])
        for name in json.loads(names):
            for kind in kinds(name):
                made = json.loads(copied(name, settings, kind))
                errors += [f"{name}, {ALL_OF[kind]}: {line}" for line in made["errors"]]
                if os.path.exists(made["path"]):
                    archive.write(made["path"], f"{ALL_OF[kind]}/{name}")
    return json.dumps({"path": target, "save": "reslint.zip", "errors": errors})


def kinds(name: str) -> list[str]:
    """The kinds of copies that can be made of a draft, by its format."""
    from reslint.errors import ReslintError

    try:
        writer = _run("{}").linter(name).form(name, _first_bytes(name)).writer
    except ReslintError:
        return []
    return [kind for kind in KINDS if writer is not None and (kind != "comments" or writer.comment is not None)]


def prepare() -> None:
    """Judge a draft before there is one, so that the first that comes finds all that it needs."""
    from page.parts.example import word_file

    put(FIRST, word_file())
    judge(FIRST, "{}")
    os.remove(FIRST)


def warm() -> None:
    """Do once what is done often, so that what is kept for the next run is there."""
    from page.parts.example import WORDS

    begin()
    prepare()
    put("draft.txt", WORDS.encode())
    _call("draft.txt", settings="{}")


def rest() -> None:
    """Forget what differs from one start to another, before the memory is kept."""
    forget()
    random.seed(0)


def _judged(name: str, settings: str) -> dict[str, Any]:
    from reslint.reporting.html.entries import chapters
    from reslint.reporting.summary import silenced
    from reslint.running.jobs import Judging
    from reslint.running.spool import Spool
    from reslint.translations.telling import teller

    run, tell = _run(settings), teller(_language(settings))
    report = run.report(Spool(run.each([name], Judging())))
    result = next(iter(report.files))
    entries = (entry for chapter in chapters(report) for entry in chapter.entries)
    notices = [*report.notices, *result.notices, *filter(None, [silenced(report)])]
    return {
        "cards": [_card(entry, tell) for entry in entries],
        "as_of": result.as_of.isoformat() if result.as_of else "",
        "errors": [_sentence(name, line) for _, line in report.failures],
        "notices": [_sentence(name, tell(line)) for line in notices],
        "kinds": kinds(name),
    }


def _card(entry: Any, tell: Any) -> dict[str, Any]:
    """A finding as it is told in a language; `english` has its message too, for a reader of one that nobody checked."""
    from reslint.reporting.html.words import SEVERITIES

    return {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity,
        "called": tell(SEVERITIES[entry.severity]),
        "place": tell(entry.place),
        "message": _line(tell(entry.message)),
        "english": _line(tell.english(entry.message)) if tell.english else "",
        "text": entry.text._asdict(),
        "suggestion": entry.suggestion,
        "as_far_as": tell(entry.as_far_as),
        "details": [(tell(what), _line(tell(which))) for what, which in entry.details],
    }


def _line(text: str) -> str:
    return " ".join(text.split())


def _language(settings: str) -> str:
    return str(json.loads(settings).get("lang") or "en")


def _run(settings: str, *, fresh: bool = False) -> Any:
    given = tuple((name, value) for name, value in json.loads(settings).items() if name in JUDGING)
    return _started.__wrapped__(given) if fresh else _started(given)


@lru_cache(maxsize=4)
def _started(settings: tuple[tuple[str, str], ...]) -> Any:
    from reslint.commands.starting import start_run

    given = dict(settings)
    return start_run(
        isolated=True,
        as_of=given.get("as-of") or None,
        view=given.get("view") or None,
        select=tuple(filter(None, [given.get("select")])),
        ignore=tuple(filter(None, [given.get("ignore")])),
        registry=tuple(map(Path, filter(None, [given.get("registry")]))),
    )


def _call(*arguments: str, settings: str) -> list[str]:
    """Call `reslint check`; the lines that say what it could not do."""
    from click import ClickException

    from reslint.commands.group import command

    for made in Path(MADE).iterdir():
        if made.name != "reslint.zip":
            made.unlink()
    options = [f"--{key}={value}" for key, value in json.loads(settings).items() if value and key in JUDGING]
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    status = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            given = ["check", "--isolated", "--jobs", "1", "--force", *options, *arguments]
            command.main(given, prog_name="reslint", standalone_mode=False)
        except SystemExit as ended:
            status = int(ended.code or 0)
        except ClickException as error:
            return [error.format_message()]
    said = [line.removeprefix("error: ") for line in err.getvalue().splitlines() if line.startswith("error: ")]
    return said if status == FAILED else []


def _inside(name: str) -> str:
    """A path that stays among the drafts."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "draft.txt"


def _sentence(name: str, line: str) -> str:
    """What is said of a draft, without its name, which stands above it."""
    return line.removeprefix(f"{name}: ")


def _first_bytes(name: str) -> bytes:
    try:
        with open(name, "rb") as file:
            return file.read(4096)
    except OSError:
        return b""
