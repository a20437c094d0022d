"""The hooks, run by the real pre-commit against a repository with a bad draft: they fail, mend and pass."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from reslint.api.formats import text_writer
from reslint.plugins.bundled import FORMATS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
BAD = "Having regard to Resolution 71 (Rev. Buchrest, 2022) of the Plenipotentiary Conference,\n"
CONFIG = """
repos:
  - repo: {repository}
    rev: v1
    hooks:
      - id: {hook}
        args: {arguments}
"""
REGISTRY = """\
resolutions:
  PP 71:
    editions: [PP-22, PP-18]
    status: in force
    sources: [a note of the office]
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of all commands: nothing of the user's, and a cache of pre-commit's own."""
    home = tmp_path_factory.mktemp("home")
    person = {f"GIT_{role}_{part}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    ours = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHON"))}
    return {
        **ours,
        **person,
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "GIT_CONFIG_NOSYSTEM": "1",
    }


def git(folder: Path, environment: dict[str, str], *arguments: str) -> str:
    ran = subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return ran.stdout


@pytest.fixture(scope="module")
def hooks(project_copy: Path, environment: dict[str, str]) -> Path:
    """A repository of this project as it stands in the working tree, tagged v1."""
    git(project_copy, environment, "tag", "v1")
    return project_copy


@pytest.fixture
def drafts(tmp_path: Path, environment: dict[str, str]) -> Path:
    """A repository with a bad draft, an excluded one, and files that are not for the hooks."""
    for name in ("draft.md", "old/draft.txt", "~$other.md", "code.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BAD)
    (tmp_path / "reslint.toml").write_text("exclude = ['old/']\n")
    git(tmp_path, environment, "init", "--quiet")
    git(tmp_path, environment, "add", "--all")
    return tmp_path


def hooked(drafts: Path, hooks: Path, environment: dict[str, str], config: str) -> tuple[int, str]:
    """What pre-commit comes to and prints over all files, with the hooks of a configuration."""
    (drafts / ".pre-commit-config.yaml").write_text(config.replace("https://github.com/OWNER/reslint", str(hooks)))
    git(drafts, environment, "add", "--all")
    command = [sys.executable, "-m", "pre_commit", "run", "--color=never"]
    ran = subprocess.run(command, cwd=drafts, env=environment, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout + ran.stderr


def pre_commit(
    drafts: Path, hooks: Path, hook: str, environment: dict[str, str], arguments: str = "[--as-of, PP-22]"
) -> tuple[int, str]:
    return hooked(drafts, hooks, environment, CONFIG.format(repository=hooks, hook=hook, arguments=arguments))


def test_a_bad_draft_fails_is_mended_and_passes(drafts: Path, hooks: Path, environment: dict[str, str]) -> None:
    status, said = pre_commit(drafts, hooks, "reslint", environment)
    assert status == 1, said
    assert "draft.md:1:38: SPL001 misspelt-place" in said
    assert "old/draft.txt" not in said
    assert "~$other.md" not in said
    assert (drafts / "draft.md").read_text() == BAD

    status, said = pre_commit(drafts, hooks, "reslint-fix", environment)
    assert status == 1, said
    assert "files were modified by this hook" in said
    assert "SPL001" not in said
    assert (drafts / "draft.md").read_text() == BAD.replace("Buchrest", "Bucharest")
    for name in ("old/draft.txt", "~$other.md", "code.py"):
        assert (drafts / name).read_text() == BAD

    for hook in ("reslint-fix", "reslint"):
        status, said = pre_commit(drafts, hooks, hook, environment)
        assert status == 0, said
        assert "Passed" in said


@pytest.mark.parametrize("page", ["docs/git.md"])
def test_the_configuration_of_the_pages_mends_first_and_says_once_what_is_left(
    drafts: Path, hooks: Path, environment: dict[str, str], page: str
) -> None:
    text = (ROOT / page).read_text("utf-8")
    config = re.findall(r"```yaml\n(repos:.*?)```", text, re.DOTALL)[0]
    rev = re.search(r"rev: (\S+)", config)
    assert rev is not None
    git(hooks, environment, "tag", "--force", rev[1])
    left = "Resolution 178 (Rev. Busan, 2014) of the Plenipotentiary Conference\n"
    (drafts / "draft.md").write_text(f"{BAD}\n{left}")
    (drafts / "contribution.docx").write_bytes((ROOT / "examples" / "contribution.docx").read_bytes())
    (drafts / "note.html").write_text(f"<p>{left}</p>\n")
    (drafts / "SCAN.TXT").write_text(left)
    status, said = hooked(drafts, hooks, environment, config)
    mends, says, registry = (
        said.partition(name)[2].splitlines()[0] for name in ("reslint-fix", "reslint.", "registry")
    )
    assert status == 1, said
    assert mends.endswith("Failed"), said
    assert says.endswith("Failed"), said
    assert registry.endswith("Skipped"), said
    assert said.count("files were modified by this hook") == 1
    lines = [line for line in said.splitlines() if re.search(r" (REF|STA|SPL)\d{3} ", line)]
    assert len(lines) == len(set(lines))
    assert {line.partition(":")[0] for line in lines} == {"draft.md", "contribution.docx", "note.html", "SCAN.TXT"}
    assert not [line for line in said.splitlines() if line.startswith(("as of", "note:", "Found", "Nothing"))]

    # What is left can be silenced, or only errors counted; then it passes.
    for name in ("contribution.docx", "note.html", "SCAN.TXT"):
        git(drafts, environment, "rm", "--quiet", "--force", name)
    (drafts / "draft.md").write_text(BAD.replace("Buchrest", "Bucharest"))
    assert hooked(drafts, hooks, environment, config)[0] == 0


def test_the_hooks_can_be_tried(drafts: Path, hooks: Path, environment: dict[str, str]) -> None:
    git(drafts, environment, "commit", "--quiet", "--message", "drafts")
    command = [sys.executable, "-m", "pre_commit", "try-repo", "--color=never", str(hooks), "reslint", "--all-files"]
    ran = subprocess.run(command, cwd=drafts, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "draft.md:1:38: SPL001 misspelt-place" in ran.stdout


def test_the_hooks_take_every_format_that_is_read_without_another_program() -> None:
    known = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    for hook, formats in (
        ("reslint", [form for form in FORMATS if form.name != "converted"]),
        ("reslint-fix", [form for form in FORMATS if form.writer is text_writer]),
    ):
        suffixes = {suffix for form in FORMATS for suffix in form.suffixes}
        taken = {suffix for suffix in suffixes if re.search(known[hook]["files"], f"in/draft{suffix}")}
        assert taken == {suffix for form in formats for suffix in form.suffixes}
        for lock in ("in/~$draft.docx", "~$other.md", ".~lock.draft.txt#", "in/.~lock.draft.docx#"):
            assert re.search(known[hook]["exclude"], lock)


def test_a_registry_with_a_slip_fails_until_it_is_mended(
    tmp_path: Path, hooks: Path, environment: dict[str, str]
) -> None:
    registry = tmp_path / "office-registry.yaml"
    registry.write_text(REGISTRY)
    git(tmp_path, environment, "init", "--quiet")
    status, said = pre_commit(tmp_path, hooks, "reslint-registry", environment, "[]")
    assert status == 1, said
    assert "office-registry.yaml:3: PP 71, editions: not in order, or one twice; list the conferences" in said
    registry.write_text(REGISTRY.replace("[PP-22, PP-18]", "[PP-18, PP-22]"))
    status, said = pre_commit(tmp_path, hooks, "reslint-registry", environment, "[]")
    assert status == 0, said
