"""Who brings rules, formats, reporters and registries, and which rules run."""
