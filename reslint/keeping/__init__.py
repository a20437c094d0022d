"""Keep a registry true: learn from official texts, compare two registries, tell what a conference touches."""
