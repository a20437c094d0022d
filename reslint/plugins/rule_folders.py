"""Rules from a folder of Python files, the bundled one and that of `--rules-dir` alike: every file is a module.

A broken file of one's own ends the run with its line, since whoever writes a rule wants to know; what is broken in the
bundled folder is only told.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from types import ModuleType

from reslint.api.rule import Rule
from reslint.errors import ReslintError, told
from reslint.resources import mount, resource

OF_USERS = "reslint_rules_"
OF_FOLDER = "--rules-dir "
"""The origin of a plugin that is a folder begins so; its path follows."""
MEND = "mend it, or take it out of the folder"


class RuleFolder:
    """A plugin made of the files of one folder.

    A file that cannot be imported becomes a line in `problems`, or a ReslintError where the folder is one's `own`.
    """

    def __init__(self, folder: Path, package: str, origin: str, *, own: bool = False) -> None:
        self.folder = folder
        self.package = package
        self.origin = origin
        self.own = own
        self.problems: list[str] = []

    def reslint_rules(self) -> list[type[Rule]]:
        """The rule classes of every file, sorted by file name; names that begin with `_` are helpers."""
        return list(self._rules())

    def _rules(self) -> Iterator[type[Rule]]:
        # The absolute path, since Python keeps what it found in a relative one when the current folder changes.
        self._tried(self.folder / "__init__.py", partial(mount, self.folder.resolve(), self.package))
        for file in python_files(self.folder):
            if file.stem.startswith("_"):
                continue
            module = self._tried(file, partial(importlib.import_module, f"{self.package}.{file.stem}"))
            for value in vars(module).values() if module else ():
                if (
                    isinstance(value, type)
                    and issubclass(value, Rule)
                    and value.__module__ == f"{self.package}.{file.stem}"
                    and hasattr(value, "code")
                ):
                    yield value

    def _tried(self, file: Path, load: Callable[[], ModuleType]) -> ModuleType | None:
        """The module of a file; None, and a line in `problems`, for a broken one that is not one's own."""
        try:
            with _leaving_nothing() if self.own else nullcontext():
                return load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # whatever a broken file raises
            if self.own:
                raise self._broken(file, error) from error
            self.problems.append(f"{file}: cannot be imported ({told(error)}); its rules are left out")
            return None

    def _broken(self, file: Path, error: BaseException) -> ReslintError:
        """The error of a file, at its line, or at that of the file beside it that it broke over."""
        line = 1
        step = error.__traceback__
        while step is not None:
            name = step.tb_frame.f_code.co_filename
            if Path(name).parent == self.folder.resolve():
                file, line = self._beside(name, file), step.tb_lineno
            step = step.tb_next
        if isinstance(error, SyntaxError) and error.filename:
            file, line = self._beside(error.filename, file), error.lineno or 1
        reason = f"SyntaxError: {error.msg}" if isinstance(error, SyntaxError) else told(error)
        return ReslintError(f"{file}:{line}", f"cannot be imported ({reason})", MEND)

    def defective(self, rule: type, reason: str) -> ReslintError:
        """The error of a class of this folder that is no rule, at its line."""
        from inspect import getsourcefile, getsourcelines

        file = self._beside(getsourcefile(rule) or "", self.folder)
        return ReslintError(f"{file}:{getsourcelines(rule)[1]}", f"rule {rule.__qualname__}: {reason}", MEND)

    def _beside(self, name: str, otherwise: Path) -> Path:
        path = Path(name)
        return self.folder / path.name if path.parent == self.folder.resolve() else otherwise


def python_files(folder: Path) -> list[Path]:
    """The Python files of a folder by name; none where it cannot be read, or is no folder."""
    with suppress(OSError, ValueError):
        return sorted(folder / name for name in os.listdir(folder) if name.endswith(".py"))
    return []


def bundled_rules() -> RuleFolder:
    """The rules that ship with reslint."""
    return RuleFolder(resource("rules"), "reslint.rules", "bundled")


def rules_in(folder: Path) -> RuleFolder:
    """The rules of a folder the user names, mounted under a package name of its own, another one whenever a file of it
    has changed; ReslintError without a folder.
    """
    if not os.path.isdir(folder):
        raise ReslintError(f"rules-dir {folder}", "no such folder", "name a folder of Python files with rules")
    from zlib import crc32

    path = folder.resolve()
    of_folder = f"{OF_USERS}{crc32(str(path).encode()):08x}_"
    states = [_state(file) for file in python_files(path)]
    package = f"{of_folder}{crc32(repr(states).encode()):08x}"
    for name in [name for name in sys.modules if name.startswith(of_folder) and not name.startswith(package)]:
        del sys.modules[name]
    importlib.invalidate_caches()
    return RuleFolder(folder, package, f"{OF_FOLDER}{folder}", own=True)


def _state(file: Path) -> tuple[str, int, int]:
    """What tells one state of a file from another; a link that leads nowhere is in a state of its own."""
    try:
        status = file.stat()
    except OSError:
        return file.name, 0, -1
    return file.name, status.st_mtime_ns, status.st_size


@contextmanager
def _leaving_nothing() -> Iterator[None]:
    """Keep Python from writing its code into folders of users, where it might be taken for that of a later state."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before
