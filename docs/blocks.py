"""What a plugin sees, and the formats of output, from the code that defines them."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from enum import Enum
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from types import FunctionType

import yaml

import reslint
from reslint.plugins import hookspecs
from reslint.plugins.bundled import reslint_reporters

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = ROOT / "tests" / "plugin_example"
LANGUAGES = {".py": "python", ".toml": "toml", ".yaml": "yaml", ".md": "markdown", ".lua": "lua", ".el": "elisp"}


def hooks() -> Iterator[FunctionType]:
    """The hooks in the order in which they are asked."""
    for name, value in vars(hookspecs).items():
        if name.startswith("reslint_") and inspect.isfunction(value):
            yield value


def _hooks(_: str) -> str:
    parts = []
    for hook in hooks():
        signature = f"def {hook.__name__}{inspect.signature(hook)}: ..."
        parts.append(
            f"### {hook.__name__}\n\n```python\n{signature.replace(chr(39), '')}\n```\n\n{inspect.getdoc(hook)}"
        )
    return "\n\n".join(parts)


def _shape(name: str) -> str:
    """The definition of a public class as it stands in the code: its fields, and the methods to write."""
    value = getattr(reslint, name)
    source = inspect.getsource(value)
    node = ast.parse(source).body[0]
    if not isinstance(node, ast.ClassDef):
        raise ValueError(f"{name} is no class")
    lines = [f"class {name}:"]
    members = []
    for item in node.body:
        if isinstance(item, ast.AnnAssign) or (isinstance(item, ast.Assign) and issubclass(value, Enum)):
            lines.append(f"    {ast.get_source_segment(source, item)}")
        elif isinstance(item, ast.FunctionDef) and not item.name.startswith("_"):
            lines += [*([""] if len(lines) > 1 else ()), *_signature(item, source)]
            doc = (ast.get_docstring(item) or "").split("\n\n")[0]
            members.append(f"- `{item.name}`: {' '.join(doc.split())}")
    shape = "\n".join(lines)
    return "\n\n".join(
        (f"```python\n{shape}\n```", inspect.getdoc(value) or "", *(["\n".join(members)] if members else ()))
    )


def _signature(item: ast.FunctionDef, source: str) -> Iterator[str]:
    """A method as it is declared, on one line; of a property, too, that it is one."""
    if any(isinstance(one, ast.Name) and one.id == "property" for one in item.decorator_list):
        yield "    @property"
    written = " ".join("".join(source.splitlines(keepends=True)[item.lineno - 1 : item.body[0].lineno - 1]).split())
    yield f"    {written.replace('( ', '(').replace(', )', ')')} ..."


def _call(name: str) -> str:
    """How a public function is called, as its code says it, and what it does."""
    function = attrgetter(name)(reslint)
    source = textwrap.dedent(inspect.getsource(function))
    node = ast.parse(source).body[0]
    if not isinstance(node, ast.FunctionDef):
        raise ValueError(f"{name} is no function")
    head = "\n".join(source.splitlines()[node.lineno - 1 : node.body[0].lineno - 1])
    return f"```python\n{head} ...\n```\n\n{inspect.getdoc(function)}"


def _plugin(_: str) -> str:
    files = [path for path in sorted(PLUGIN.rglob("*")) if path.suffix in LANGUAGES and path.name != "README.md"]
    files.sort(key=lambda path: (path.suffix != ".toml", path))
    return "\n\n".join(
        f"`{path.relative_to(PLUGIN).as_posix()}`:\n\n```{LANGUAGES[path.suffix]}\n{path.read_text('utf-8')}```"
        for path in files
    )


def _formats(_: str) -> str:
    lines = ["| format | read by | what |", "|---|---|---|"]
    for reporter in reslint_reporters():
        doc = inspect.getdoc(import_module(f"reslint.reporting.{reporter.name}")) or ""
        first = " ".join(doc.split("\n\n")[0].split())
        lines.append(f"| `{reporter.name}` | {'programs' if reporter.machine else 'people'} | {first.rstrip('.')} |")
    return "\n".join(lines)


def _source(name: str) -> str:
    """A file of the project, as it is."""
    path = ROOT / name
    return f"```{LANGUAGES[path.suffix]}\n{path.read_text('utf-8')}```"


def _action(_: str) -> str:
    """What may be given to the action for GitHub."""
    lines = ["| input | default | what |", "|---|---|---|"]
    for name, given in yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"].items():
        default = f"`{given['default']}`" if given["default"] else "none"
        lines.append(f"| `{name}` | {default} | {given['description']} |")
    return "\n".join(lines)


BLOCKS: dict[str, Callable[[str], str]] = {
    "action": _action,
    "hooks": _hooks,
    "shape": _shape,
    "call": _call,
    "plugin-example": _plugin,
    "formats": _formats,
    "source": _source,
}
