"""Output formats, one module each, and what they share."""
