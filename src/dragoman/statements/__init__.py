"""Acts, positions, ties and views, read from parsed articles with their exact words."""
