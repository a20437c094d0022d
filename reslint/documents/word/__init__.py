"""Word files: a package of XML parts, read with the standard library alone, since only that gives byte offsets."""
