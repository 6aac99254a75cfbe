"""One module for each form in which articles come: text, HTML, JSON Lines, PDF."""
