"""What stands at a place where there is a note, for formats that say only how it looks."""

from __future__ import annotations

import re

NOTE_MARK = re.compile(r"\[?\(?(?:\d{1,3}|[*†‡§]{1,3})\)?\]?")
"""Words that are the mark of a note if they are raised, or a link to one."""
