"""Digests, without OpenSSL: `hashlib` loads it, which takes 2 ms of every start, for what Python has itself."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython, or one that was built without it
    from hashlib import blake2b

__all__ = ["blake2b"]
