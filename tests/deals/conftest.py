"""Small conflicts in which deals and schedules can be followed by hand."""

import sys
from pathlib import Path

import pytest

from dragoman.case.case import Case
from dragoman.case.file import parse_case

sys.path.insert(0, str(Path(__file__).parent))

EXCHANGE = """
title: The strait
parties: {RUR: Ruritania, GRA: Graustark}
options: {reopen: "RUR: reopen the strait", free: "GRA: free the crew"}
preferences:
  RUR: [free, not reopen]
  GRA: [reopen, not free]
"""


@pytest.fixture
def exchange() -> Case:
    """Each gains by the exchange, and neither would move first."""
    return parse_case(EXCHANGE)


@pytest.fixture
def quarrel() -> Case:
    """Three parties: one stated line blocks the small exchange; the third party would lose by the large one."""
    return parse_case("""
title: The straits
parties: {RUR: Ruritania, GRA: Graustark, SYL: Syldavia}
options:
  open_part: "RUR: open the strait by day"
  open_all: "RUR: open the strait"
  free: "GRA: free the crew"
  disband: "GRA: disband the fleet"
  arm: "SYL: arm the corsairs"
infeasible: [open_part and open_all]
preferences:
  RUR:
    - {prefers: not open_part unless disband, basis: words, evidence: [p-1]}
    - not open_all unless disband
    - not arm
    - disband
    - free
    - not open_all and not open_part
  GRA: [open_all or open_part, not arm, not disband unless open_all, not disband, not free]
  SYL:
    - {prefers: not open_all, basis: words, evidence: [p-2]}
    - arm if open_all
    - not arm
""")
