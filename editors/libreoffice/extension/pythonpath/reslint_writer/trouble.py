"""What a user is told instead of a result."""

from __future__ import annotations


class Trouble(Exception):
    """Something that cannot be done: what, and what to do about it, as a person reads it."""
