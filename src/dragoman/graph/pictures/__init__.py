"""Pictures of a conflict as SVG: the option table, the tableau of stability, the integrated graph.

Each is one self-contained ``<svg>`` element without scripts, styles or addresses, to be put into a page as it is. All
names are escaped. Colours are told apart by the colour-blind (Okabe & Ito), and nothing is said by colour alone.
"""

from __future__ import annotations

from dragoman.graph.pictures.integrated import integrated_picture
from dragoman.graph.pictures.optiontable import option_table_picture
from dragoman.graph.pictures.tableau import tableau_picture

__all__ = ["integrated_picture", "option_table_picture", "tableau_picture"]
