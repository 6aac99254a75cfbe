"""Lets the tests of the ledger share the gold statements and the makers of small ones."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "case"))
