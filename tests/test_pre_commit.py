"""The hooks, run by the real pre-commit against a repository with a bad draft: they fail, mend and pass."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

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
    for name in ("draft.md", "old/draft.txt", "~$draft.md", "code.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BAD)
    (tmp_path / "reslint.toml").write_text("exclude = ['old/']\n")
    git(tmp_path, environment, "init", "--quiet")
    git(tmp_path, environment, "add", "--all")
    return tmp_path


def pre_commit(
    drafts: Path, hooks: Path, hook: str, environment: dict[str, str], arguments: str = "[--as-of, PP-22]"
) -> tuple[int, str]:
    (drafts / ".pre-commit-config.yaml").write_text(CONFIG.format(repository=hooks, hook=hook, arguments=arguments))
    git(drafts, environment, "add", "--all")
    command = [sys.executable, "-m", "pre_commit", "run", "--color=never"]
    ran = subprocess.run(command, cwd=drafts, env=environment, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout + ran.stderr


def test_a_bad_draft_fails_is_mended_and_passes(drafts: Path, hooks: Path, environment: dict[str, str]) -> None:
    status, said = pre_commit(drafts, hooks, "reslint", environment)
    assert status == 1, said
    assert "draft.md:1:38: SPL001 misspelt-place" in said
    assert "old/draft.txt" not in said
    assert "~$draft.md" not in said
    assert (drafts / "draft.md").read_text() == BAD

    status, said = pre_commit(drafts, hooks, "reslint-fix", environment)
    assert status == 1, said
    assert "files were modified by this hook" in said
    assert (drafts / "draft.md").read_text() == BAD.replace("Buchrest", "Bucharest")
    for name in ("old/draft.txt", "~$draft.md", "code.py"):
        assert (drafts / name).read_text() == BAD

    for hook in ("reslint-fix", "reslint"):
        status, said = pre_commit(drafts, hooks, hook, environment)
        assert status == 0, said
        assert "Passed" in said


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
