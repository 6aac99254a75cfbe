"""Elements of inline SVG, every value escaped, numbers rounded so that they are written the same way every time."""

from __future__ import annotations

from markupsafe import Markup, escape

__all__ = ["tag"]


def tag(name: str, *inside: Markup | str, **attributes: float | str) -> Markup:
    """Make an SVG element; ``class_`` becomes ``class``, ``_`` becomes ``-``, and every value is escaped.

    >>> str(tag("text", escape("a < b"), x=1.04, class_="name"))
    '<text x="1.0" class="name">a &lt; b</text>'
    """
    pairs = (
        f'{key.rstrip("_").replace("_", "-")}="{escape(f"{value:.1f}" if isinstance(value, float) else value)}"'
        for key, value in attributes.items()
    )
    return Markup(f"<{' '.join((name, *pairs))}>") + Markup("").join(inside) + Markup(f"</{name}>")  # noqa: S704
