"""Corrections and comments: which edits are made, and how they get into files."""
