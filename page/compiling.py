"""Runs in the runtime of the page: compiles modules beforehand, so that no browser has to.

The code has no docstrings and does not know its lines, of which nobody is told on the page: packed, it is hardly larger
than its source. Rules keep both, since reports quote the ones and blame by the others.
"""

from __future__ import annotations

import ast
import io
import marshal
import zipfile
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType

SUFFIX = ".py"
UNCHECKED = (1).to_bytes(4, "little") + bytes(8)
"""The head of code that is never compared with its source."""
DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def compile_folder(folder: str, rules: str) -> None:
    """Compile all modules of a folder in place; the sources of those in `rules` stay, beside what was compiled."""
    for path in sorted(Path(folder).rglob(f"*{SUFFIX}")):
        if path.is_relative_to(rules):
            target = Path(cache_from_source(str(path)))
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(_kept(_whole(path.read_bytes(), str(path))))
        else:
            path.with_suffix(".pyc").write_bytes(_kept(_lean(path.read_bytes(), str(path))))
            path.unlink()


def compile_library(source: str, target: str, inside: str) -> None:
    """Write the archive of a library with its modules compiled; `inside` is where it lies in the page.

    It is not packed, since the page is packed as a whole.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(written, "w") as new:
        for name in sorted(old.namelist()):
            data = old.read(name)
            if name.endswith(SUFFIX):
                name, data = f"{name}c", _kept(_lean(data, f"{inside}/{name}"))
            new.writestr(zipfile.ZipInfo(name), data)
    Path(target).write_bytes(written.getvalue())


def _kept(code: CodeType) -> bytes:
    return MAGIC_NUMBER + UNCHECKED + marshal.dumps(code)


def _whole(source: bytes, name: str) -> CodeType:
    compiled: CodeType = compile(source, name, "exec", dont_inherit=True)
    return compiled


def _lean(source: bytes, name: str) -> CodeType:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.copy_location(ast.Pass(), node.body[0])]
    return _without_lines(compile(tree, name, "exec", dont_inherit=True))


def _without_lines(code: CodeType) -> CodeType:
    constants = (_without_lines(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(constants))
