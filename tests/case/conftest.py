"""Lets the tests of the case share the expert's case and the gold statements."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
