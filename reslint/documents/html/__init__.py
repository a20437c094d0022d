"""HTML: what a browser shows of a page, with every character placed in the source."""
