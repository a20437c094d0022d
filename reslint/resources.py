"""Find what ships beside the code, the rules and the registry, in a wheel and in a checkout alike.

In the wheel both lie inside the package; in a checkout and in an editable install they stand beside it, at the
top of the project, because they are what people come to read and change.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from reslint.errors import ReslintError

PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The path of a bundled file or folder: `<package>/NAME`, else `<package>/../NAME`."""
    for folder in (PACKAGE, PACKAGE.parent):
        path = folder / name
        if path.exists():
            return path
    raise ReslintError(name, "not found beside the reslint package", "install reslint again")


def mount(folder: Path, package: str) -> ModuleType:
    """Import `folder` as the package `package`, wherever it lies, and return the package module.

    Submodules are then imported under that name, so names, pickling and relative imports are the same in every
    layout. Mounting the same package twice returns the first module.
    """
    if package in sys.modules:
        return sys.modules[package]
    init = folder / "__init__.py"
    spec = importlib.util.spec_from_file_location(
        package, init if init.exists() else None, submodule_search_locations=[str(folder)]
    )
    if spec is None:
        spec = importlib.machinery.ModuleSpec(package, None, is_package=True)
        spec.submodule_search_locations = [str(folder)]
    module = importlib.util.module_from_spec(spec)
    sys.modules[package] = module
    if spec.loader is not None:
        try:
            spec.loader.exec_module(module)
        except BaseException:
            del sys.modules[package]
            raise
    return module
