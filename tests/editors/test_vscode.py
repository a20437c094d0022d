"""The extension for Visual Studio Code: its own tests, its types, and the file that users install."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

import reslint

pytestmark = pytest.mark.slow

ROOT = Path(reslint.__file__).parents[1]
EXTENSION = ROOT / "editors/vscode"
OLDEST_NODE = 20


def _missing() -> str:
    if shutil.which("npm") is None or shutil.which("node") is None:
        return "Node.js with npm is not installed"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.lstrip("v").split(".")[0]) < OLDEST_NODE:
        return f"Node.js {OLDEST_NODE} or newer is needed, and this is {version}"
    return ""


def _run(*command: str, folder: Path) -> None:
    environment = {**os.environ, "RESLINT_PYTHON": sys.executable}
    ran = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    assert ran.returncode == 0, f"{' '.join(command)}\n{ran.stdout}"


def _manifest() -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text("utf-8"))
    return manifest


@pytest.fixture(scope="module")
def installed() -> Path:
    """The folder of the extension, with what it is built with in its `node_modules`."""
    reason = _missing()
    if reason:
        pytest.skip(reason)
    _run("make", "editors/vscode/node_modules/.package-lock.json", folder=ROOT)
    return EXTENSION


@pytest.fixture(scope="module")
def package(installed: Path) -> zipfile.ZipFile:
    """The .vsix as `make vscode` builds it."""
    path = installed.parents[1] / f"build/reslint-{reslint.__version__}.vsix"
    path.unlink(missing_ok=True)
    _run("make", "vscode", folder=ROOT)
    return zipfile.ZipFile(path)


def test_the_types_are_right(installed: Path) -> None:
    _run("npm", "run", "--silent", "check", folder=installed)


def test_its_own_tests_pass(installed: Path) -> None:
    _run("npm", "test", folder=installed)


def test_the_package_holds_the_extension_and_nothing_else(package: zipfile.ZipFile) -> None:
    assert set(package.namelist()) == {
        "[Content_Types].xml",
        "extension.vsixmanifest",
        "extension/LICENSE.txt",
        "extension/package.json",
        "extension/readme.md",
        "extension/dist/NOTICES.txt",
        "extension/dist/extension.js",
    }
    identity = re.search(r"<Identity [^>]*>", package.read("extension.vsixmanifest").decode())
    assert identity is not None
    assert f'Version="{reslint.__version__}"' in identity[0]


def test_the_bundle_needs_nothing_but_node_and_the_editor(package: zipfile.ZipFile) -> None:
    bundle = package.read("extension/dist/extension.js").decode()
    required = set(re.findall(r"""\brequire\(["']([^"']+)["']\)""", bundle))
    command = ["node", "-p", "JSON.stringify(require('module').builtinModules)"]
    builtin = set(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    assert "vscode" in required
    assert {name.removeprefix("node:") for name in required} - builtin == {"vscode"}
    assert str(ROOT) not in bundle


def test_the_licences_of_what_is_bundled_are_handed_on(package: zipfile.ZipFile) -> None:
    notices = package.read("extension/dist/NOTICES.txt").decode()
    for name in ("vscode-languageclient", "vscode-languageserver-protocol", "vscode-jsonrpc", "semver", "minimatch"):
        assert re.search(rf"^{name} \d+\.\d+\.\d+ \(", notices, re.M), name
    assert package.read("extension/LICENSE.txt") == (ROOT / "LICENSE").read_bytes()


def test_the_extension_has_the_version_of_the_project() -> None:
    lock = json.loads((EXTENSION / "package-lock.json").read_text("utf-8"))
    assert _manifest()["version"] == lock["version"] == lock["packages"][""]["version"] == reslint.__version__
    assert f"reslint-{reslint.__version__}.vsix" in (EXTENSION / "README.md").read_text("utf-8")


def test_the_readme_of_the_extension_installs_as_the_page_on_git_does() -> None:
    readme, page = (path.read_text("utf-8") for path in (EXTENSION / "README.md", ROOT / "docs" / "git.md"))
    lines = re.findall(r"^\$ (.*)$", readme, re.M)
    assert lines[:2] == ["python3 -m venv .venv", ". .venv/bin/activate"]
    assert f"code --install-extension reslint-{reslint.__version__}.vsix" in lines
    assert [line for line in lines if f"$ {line}\n" not in page] == []


def test_the_lock_file_names_no_server() -> None:
    lock = json.loads((EXTENSION / "package-lock.json").read_text("utf-8"))
    assert len(lock["packages"]) > 100
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    assert [name for name, package in lock["packages"].items() if name and "integrity" not in package] == []


def test_the_readme_documents_every_setting_and_command() -> None:
    readme = (EXTENSION / "README.md").read_text("utf-8")
    contributed = _manifest()["contributes"]
    rows = dict(re.findall(r"^\| `(reslint\.[\w.]+)` \| (\S+) \|", readme, re.M))
    defaults = {
        name: {"": "empty", False: "`false`"}.get(setting["default"], f"`{setting['default']}`")
        for name, setting in contributed["configuration"]["properties"].items()
    }
    assert rows == defaults
    assert list(rows) == ["reslint.path", "reslint.interpreter", "reslint.inlayHints", "reslint.trace.server"]
    titles = set(re.findall(r"^\| `(reslint: [^`]+)` \|", readme, re.M))
    assert titles == {command["title"] for command in contributed["commands"]}
