"""reslint as a page: one HTML file with Python in it, which needs no installation, no server and no network."""
