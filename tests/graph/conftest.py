"""Lets the tests of the graph model share the plain oracle and the random conflicts."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
