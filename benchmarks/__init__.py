"""Benchmarks: ``python -m benchmarks`` prints every table, ``python -m benchmarks graph`` that of one part.

Each module of this package is one part; its ``main(arguments)`` prints its tables.
"""
