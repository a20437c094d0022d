"""The one file: everything is in it, packed, and its policy lets nothing in or out."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
from pathlib import Path

from page.runtime import Runtime
from page.shell import Shell, shell

NAME = "reslint.html"
POLICY = (
    "default-src 'none'; connect-src 'none'; script-src 'sha256-{script}' 'wasm-unsafe-eval'; "
    "style-src 'sha256-{style}'; worker-src blob:; base-uri 'none'; form-action 'none'"
)
"""Nothing may be asked for, of anybody; the worker is made of the page itself."""
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
<script>{script}</script>
{parts}
</body>
</html>
"""


def write_single(folder: Path, python: Runtime, program: bytes) -> Path:
    """Write the one file into a folder; it is the same, byte for byte, whenever it is built of the same."""
    target = folder / NAME
    text = single(shell(python), python, program)
    target.write_text(text, "utf-8", newline="\n")
    return target


def single(made: Shell, python: Runtime, program: bytes) -> str:
    """The text of the one file."""
    packed = {"worker": made.worker.encode(), "wasm": python.wasm, "library": python.library, "program": program}
    parts = (f'<script type="text/plain" id="part-{name}">{_packed(data)}</script>' for name, data in packed.items())
    policy = POLICY.format(script=_digest(made.script), style=_digest(made.style))
    return PAGE.format(
        policy=html.escape(policy, quote=False),
        title=html.escape(made.title),
        style=made.style,
        body=made.body,
        parts="\n".join(parts),
        script=made.script,
    )


def _packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode("ascii")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
