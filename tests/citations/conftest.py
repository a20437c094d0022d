"""Makes the modules of this folder, and those that write Word files, importable by its tests, which pytest imports
without a package.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "word")]
