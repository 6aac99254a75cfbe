"""The package as a whole."""

import dragoman


def test_version_is_a_release_number():
    """The version is three numbers with dots."""
    assert [part.isdigit() for part in dragoman.__version__.split(".")] == [True] * 3
