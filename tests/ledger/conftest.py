"""Lets the tests of the ledger share the gold statements and the makers of small ones."""

from __future__ import annotations

import sys
from pathlib import Path

for folder in (Path(__file__).parents[1] / "case", Path(__file__).parent):
    sys.path.insert(0, str(folder))
