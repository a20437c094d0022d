"""The status of a text: of all that is said of it, what was true after the latest conference counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reslint.ingesting.history import Calendar, ContradictionError, Plain
from reslint.registry.model import Status

ABSENT = "absent from the list of what was in force after {}"


class KnownStatus:
    """The status of one record; `known` is the last conference through which it is known."""

    def __init__(self, record: Mapping[str, Any], calendar: Calendar) -> None:
        self.calendar = calendar
        self.status = Status(record.get("status", Status.UNKNOWN))
        self.by: str | None = record.get("abrogated_by")
        self.basis: str | None = record.get("basis")
        self.elsewhere = "repealed_by" in record
        self.known: str | None = record.get("checked")

    @property
    def gone(self) -> str | None:
        """The conference after which it was no longer in force, as far as is known; None for a text in force."""
        return (self.by or self.known) if self.status is Status.ABROGATED else None

    def in_force(self, key: str) -> None:
        """It was in force after this conference; ContradictionError where it was abrogated by then."""
        when = self.calendar.when
        if self.status is Status.ABROGATED:
            gone = self.by or self.known
            if gone is not None and when(key) >= when(gone):
                how = f"abrogated by {gone}" if self.by else f"no longer in force after {gone}"
                raise ContradictionError(f"it is in force after {key} here, and {how} in the registry")
        elif self.known is None or when(key) >= when(self.known):
            self.status = Status.IN_FORCE
            self.known = key

    def abrogated(self, key: str, last: str | None) -> None:
        """This conference abrogated it; `last` is that of its last edition. ContradictionError as in `in_force`."""
        when = self.calendar.when
        if last is not None and when(last) >= when(key):
            raise ContradictionError(f"{key} abrogated it here, and there is an edition of {last}")
        if self.by is not None and self.by != key:
            raise ContradictionError(f"{key} abrogated it here, and {self.by} in the registry")
        if self.known is not None and self.by is None:
            if self.status is Status.IN_FORCE and when(self.known) >= when(key):
                raise ContradictionError(f"{key} abrogated it here, and it was in force after {self.known}")
            if self.status is Status.ABROGATED and when(self.known) < when(key):
                raise ContradictionError(f"{key} abrogated it here, and it was no longer in force after {self.known}")
        self.status, self.by, self.basis = Status.ABROGATED, key, None
        self.known = self.calendar.later(self.known, key)

    def absent(self, key: str) -> None:
        """The full list of what was in force after this conference lacks it."""
        if self.status is not Status.ABROGATED:
            self.status, self.basis = Status.ABROGATED, ABSENT.format(key)
        self.known = self.calendar.later(self.known, key)

    def fields(self) -> Plain:
        """What the record says of its status."""
        fields: Plain = {"status": self.status.value}
        if self.by is not None:
            fields["abrogated_by"] = self.by
        if self.basis is not None:
            fields["basis"] = self.basis
        return fields
