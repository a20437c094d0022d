"""The grammar of citations, filled with the vocabulary and built once: a built one is kept in the cache folder."""

from __future__ import annotations

import os
import re
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from reslint.citations.lexicon import Lexicon

if TYPE_CHECKING:
    from lark import Lark

SOURCE = Path(__file__).with_name("citation.lark")
BLANK = re.compile(r"«(\w+)»")


def build(lexicon: Lexicon) -> Lark:
    """The LALR parser for one language; loaded from the cache where the same one was built before.

    The cache is the folder `RESLINT_CACHE_DIR`, else reslint's in the user's cache folder. A missing, damaged or
    unwritable cache costs time, nothing else.
    """
    import lark

    text = BLANK.sub(lambda blank: lexicon.fragments[blank[1]].replace("/", r"\/"), SOURCE.read_text("utf-8"))
    key = blake2b(f"{lark.__version__}\n{text}".encode(), digest_size=16).hexdigest()
    path = cache_folder() / f"grammar-{key}.lark"
    try:
        with path.open("rb") as file:
            return lark.Lark.load(file)
    except Exception:  # whatever a damaged file makes of unpickling: it is built anew
        pass
    parser = lark.Lark(text, parser="lalr", lexer="contextual", maybe_placeholders=False)
    _keep(parser, path)
    return parser


def cache_folder() -> Path:
    """Where built things are kept between runs."""
    named = os.environ.get("RESLINT_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("reslint")


def _keep(parser: Lark, path: Path) -> None:
    temporary = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            parser.save(file)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
