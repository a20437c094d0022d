"""What the page on git says, done with real git and in a real shell."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "git.md").read_text("utf-8")
CITED = "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference\n"


def environment(home: Path) -> dict[str, str]:
    """Nothing of the user's, and this reslint on the path."""
    person = {f"GIT_{role}_{part}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    ours = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHON"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**ours, **person, "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "PATH": path}


def shell(script: str, folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script as GitHub runs the steps of an action."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)


def with_words(document: Path, old: str, new: str) -> bytes:
    """The bytes of a Word file with other words in its text."""
    copy = document.with_suffix(".new")
    with zipfile.ZipFile(document) as before, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            data = before.read(item)
            if item.filename == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            after.writestr(item, data)
    data = copy.read_bytes()
    copy.unlink()
    return data


def test_git_shows_what_changed_in_a_word_file_as_the_page_says(tmp_path: Path) -> None:
    commands = re.findall(r"^\$ (.*)$", PAGE.partition("## What changed in a Word file")[2].partition("\n## ")[0], re.M)
    assert len(commands) == 2
    variables, draft = environment(tmp_path), tmp_path / "a draft.docx"
    draft.write_bytes((ROOT / "examples" / "contribution.docx").read_bytes())
    ran = shell("git init -q\ngit add -A\ngit commit -qm one\n" + "\n".join(commands), tmp_path, variables)
    assert (ran.returncode, ran.stderr) == (0, "")
    draft.write_bytes(with_words(draft, "Resolution 70 ", "Resolution 72 "))
    ran = shell("git diff", tmp_path, variables)
    gone, new = (
        [line for line in ran.stdout.splitlines() if re.match(rf"{re.escape(sign)}(?![+-]{{2}})", line)]
        for sign in "-+"
    )
    assert [line.count("Resolution 70 ") for line in gone] == [1]
    assert new == [gone[0].replace("-", "+", 1).replace("Resolution 70 ", "Resolution 72 ")]
    whole = shell("git log -p", tmp_path, variables).stdout
    assert "{+" in whole
    assert "[-" in whole
    assert "Binary files" not in ran.stdout + whole


def step_of(
    action: dict[str, Any], name: str, given: dict[str, str], known: dict[str, str]
) -> tuple[str, dict[str, str]]:
    """The script of a step and its variables, with the expressions in them worked out as GitHub does it."""
    inputs = {key: given.get(key, str(one.get("default", ""))) for key, one in action["inputs"].items()}
    assert set(given) <= set(inputs)
    values = {**known, **{f"inputs.{key}": value for key, value in inputs.items()}}
    (step,) = [step for step in action["runs"]["steps"] if step["name"] == name]
    assert step["shell"] == "bash"
    assert "${{" not in step["run"], "words that are given would be run"
    variables = {
        key: re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: values[match[1]], value)
        for key, value in step["env"].items()
    }
    return step["run"], variables


def test_the_steps_of_the_action_install_and_check(project_copy: Path, tmp_path: Path) -> None:
    action = yaml.safe_load((project_copy / "action.yml").read_text("utf-8"))
    assert action["runs"]["using"] == "composite"
    (example,) = [one for one in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if "runs-on" in one]
    used = yaml.safe_load(example)["jobs"]["reslint"]["steps"][1]["with"]
    assert set(used) <= set(action["inputs"])
    known = {"github.action_path": str(project_copy), "runner.temp": str(tmp_path / "temp")}
    work = tmp_path / "work"
    for name in ("drafts/a draft.txt", "drafts/b.md", "$(touch run).txt", "clean/c.txt"):
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_text(CITED if "c.txt" not in name else "A blue sky.\n")
    plain = environment(tmp_path)

    def run(name: str, **given: str) -> subprocess.CompletedProcess[str]:
        script, variables = step_of(action, name, {key.replace("_", "-"): value for key, value in given.items()}, known)
        return shell(script, work, {**plain, **variables})

    installed = run("Install reslint", python=sys.executable)
    assert installed.returncode == 0, installed.stderr

    day = {"as_of": "2024-10-15"}
    ran = run("Check the drafts", paths="drafts", **day)
    assert ran.returncode == 1, ran.stderr
    assert [line.split(",")[0] for line in ran.stdout.splitlines()] == [
        "::warning file=drafts/a draft.txt",
        "::warning file=drafts/b.md",
    ]
    assert run("Check the drafts", paths="drafts", fail_on="error", **day).returncode == 0
    assert run("Check the drafts", paths="clean").returncode == 0
    assert run("Check the drafts", paths="gone").returncode == 2
    several = run("Check the drafts", paths="drafts/a draft.txt\n$(touch run).txt\n", output_format="concise", **day)
    assert several.returncode == 1
    assert several.stdout.count("STA001") == 2
    more = run(
        "Check the drafts", paths="drafts", arguments="--ignore\nSTA001,REF\n--quiet", output_format="concise", **day
    )
    assert (more.returncode, more.stdout) == (0, "")
    assert not (work / "run").exists()
