"""Tests that a file costs its file, whatever it is; what makes such files is in `made.py` beside this."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
