"""The page as a folder for a web server: smaller files, which a browser keeps, under a policy in a header."""

from __future__ import annotations

import gzip
import hashlib
import html
import shutil
from pathlib import Path

from page.runtime import Runtime
from page.shell import shell

POLICY = (
    "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the server has to say of the page: it may ask for its own parts, and for nothing else."""
INDEX = """<!DOCTYPE html>
<html lang="en" {parts}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
<script src="{script}" defer></script>
</head>
<body>
{body}
</body>
</html>
"""
NGINX = """# For nginx: the page under /reslint/. The names of its parts change with what is in them, so keep them.
location /reslint/ {{
    add_header Content-Security-Policy "{policy}";
    add_header X-Content-Type-Options nosniff;
    add_header Referrer-Policy no-referrer;
    add_header Cache-Control "no-cache";
    location ~ "-[0-9a-f]{{16}}\\." {{
        add_header Content-Security-Policy "{policy}";
        add_header X-Content-Type-Options nosniff;
        add_header Cache-Control "public, max-age=31536000, immutable";
    }}
}}
"""


def write_served(folder: Path, python: Runtime, program: bytes, memory: bytes) -> list[Path]:
    """Write the folder anew; the paths of its files. `memory` is that of an interpreter that has started."""
    made = shell(python)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    packed = {"wasm": python.wasm, "library": python.library, "program": program, "memory": memory}
    written = {name: _put(folder, name, "gz", gzip.compress(data, 9, mtime=0)) for name, data in packed.items()}
    written["worker"] = _put(folder, "worker", "js", made.worker.encode())
    style = _put(folder, "page", "css", made.style.encode())
    script = _put(folder, "page", "js", made.script.encode())
    parts = " ".join(f'data-{name}="{file}"' for name, file in written.items())
    index = INDEX.format(parts=parts, title=html.escape(made.title), style=style, script=script, body=made.body)
    (folder / "index.html").write_text(index, "utf-8", newline="\n")
    (folder / "nginx.conf").write_text(NGINX.format(policy=POLICY), "utf-8", newline="\n")
    return sorted(folder.iterdir())


def _put(folder: Path, name: str, ending: str, data: bytes) -> str:
    """Write a file whose name changes with what is in it; its name."""
    file = f"{name}-{hashlib.sha256(data).hexdigest()[:16]}.{ending}"
    (folder / file).write_bytes(data)
    return file
