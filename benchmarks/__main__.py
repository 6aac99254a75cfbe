"""Runs the benchmarks of all parts, or of those named; options that are not known here go to each part."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys

import benchmarks


def main(arguments: list[str]) -> int:
    """Print the tables of the parts named in *arguments*, or of all."""
    parts = sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.name != "__main__")
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="*", help=f"one of {', '.join(parts)}; all if none is named")
    named, options = parser.parse_known_args(arguments)
    unknown = [name for name in named.part if name not in parts]
    if unknown:
        print(f'"{unknown[0]}" has no benchmarks. Known: {", ".join(parts)}.', file=sys.stderr)
        return 2
    for name in named.part or parts:
        importlib.import_module(f"benchmarks.{name}").main(options)
    return 0


sys.exit(main(sys.argv[1:]))
