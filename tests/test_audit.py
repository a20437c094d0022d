"""What is depended on: which licences are permitted, and what is said of known faults."""

from __future__ import annotations

import sys
from email.message import Message
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from audit.__main__ import main
from audit.advisories import advisories
from audit.licences import bundled, licensed, permitted


@pytest.mark.parametrize(
    ("expression", "may"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only AND MIT OR Apache-2.0", True),
        ("(MIT OR GPL-2.0-only) AND BSD-3-Clause", True),
        ("(MIT AND GPL-2.0-only) OR (BSD-3-Clause AND LGPL-2.1-only)", False),
        ("Apache-2.0 AND CNRI-Python", True),
        ("GPL-2.0-only WITH Classpath-exception-2.0", False),
        ("", False),
        ("MIT OR", False),
        ("(MIT", False),
        ("MIT)", False),
        ("Proprietary", False),
    ],
)
def test_expressions(expression: str, may: bool) -> None:
    assert permitted(expression) == may


class Package(Distribution):
    """A package of which only the metadata matter."""

    def __init__(self, *fields: tuple[str, str]) -> None:
        self.fields = fields

    @property
    def metadata(self) -> Message:  # type: ignore[override]
        message = Message()
        for name, value in (("Name", "one"), ("Version", "1.0"), *self.fields):
            message[name] = value
        return message

    def read_text(self, _filename: str) -> None:
        return None

    def locate_file(self, path: object) -> Path:
        return Path(str(path))


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ([("License-Expression", "MIT")], "MIT"),
        ([("License", "MIT")], "MIT"),
        ([("License", "Apache License 2.0")], "Apache-2.0"),
        ([("License", "x" * 2000)], ""),
        ([("License", "Copyright\n someone"), ("Classifier", "License :: OSI Approved :: BSD License")], "BSD"),
        ([("Classifier", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)")], None),
        ([("Classifier", "Topic :: Software Development")], ""),
        ([], ""),
    ],
)
def test_what_metadata_name(fields: list[tuple[str, str]], licence: str | None) -> None:
    one = licensed(Package(*fields))
    assert one.permitted == bool(licence)
    if licence is not None:
        assert one.licence == licence


def test_what_is_built_into_the_extension_is_permitted() -> None:
    packages = list(bundled(Path(__file__).parents[1] / "editors/vscode/package-lock.json"))
    assert "vscode-languageclient" in {one.name for one in packages}
    assert all(one.permitted for one in packages)


CLEAN = '{"dependencies": [{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "x"}]}'
FAULTY = '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}]}'


def stub(tmp_path: Path, out: str, err: str, status: int) -> str:
    """A program that answers as pip-audit does."""
    program = tmp_path / "pip-audit"
    body = f"import sys\nsys.stdout.write({out!r})\nsys.stderr.write({err!r})\nsys.exit({status})\n"
    program.write_text(f"#!{sys.executable}\n{body}")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize(
    ("out", "err", "status", "faults", "reason"),
    [
        (CLEAN, "No known vulnerabilities found\n", 0, (), ""),
        (FAULTY, "Found 1 known vulnerability\n", 1, ("a 1: CVE-1, mended in 2",), ""),
        ("", "WARNING: x\nERROR: no network\n", 1, (), "pip-audit could not look them up: ERROR: no network"),
        ("", "", 1, (), "pip-audit could not look them up: it says nothing"),
        ("[]", "", 0, (), "pip-audit could not look them up: it says nothing"),
    ],
)
def test_what_pip_audit_answers(
    tmp_path: Path, out: str, err: str, status: int, faults: tuple[str, ...], reason: str
) -> None:
    assert advisories(stub(tmp_path, out, err, status), tmp_path / "requirements.txt") == (faults, reason)


def test_what_is_installed_is_permitted_and_what_could_not_be_looked_up_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(str(tmp_path / "none")) == 0
    licences, faults = capsys.readouterr().out.splitlines()
    assert licences.startswith("licences: ")
    assert faults == "known faults: not looked up (pip-audit is not installed)"
    assert main(stub(tmp_path, FAULTY, "", 1)) == 1
    assert "fault: a 1: CVE-1, mended in 2\nknown faults: 1\n" in capsys.readouterr().out
