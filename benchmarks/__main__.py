"""Runs the benchmarks of all parts, or of those named; what starts with a dash goes to each part."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import benchmarks


def main(arguments: list[str]) -> int:
    """Print the tables of the parts named in *arguments*, or of all."""
    parts = sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.name != "__main__")
    named = [argument for argument in arguments if not argument.startswith("-")]
    unknown = [name for name in named if name not in parts]
    if unknown:
        print(f'"{unknown[0]}" has no benchmarks. Known: {", ".join(parts)}.', file=sys.stderr)
        return 2
    for name in named or parts:
        importlib.import_module(f"benchmarks.{name}").main([a for a in arguments if a.startswith("-")])
    return 0


sys.exit(main(sys.argv[1:]))
