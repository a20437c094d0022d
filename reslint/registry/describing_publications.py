"""Descriptions of what a catalogue holds of a Recommendation, a Report, a Question or a Supplement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reslint.registry.approvals import latest_approved
from reslint.registry.model import ApprovalStatus, Edition, Record

SAID = {
    ApprovalStatus.IN_FORCE: "in force",
    ApprovalStatus.PREPUBLISHED: "in force, prepublished",
    ApprovalStatus.WITHDRAWN: "withdrawn",
    ApprovalStatus.NOT_IN_FORCE: "no longer in force",
    ApprovalStatus.UNKNOWN: "not known",
}
Part = tuple[str, list[str]]


def heading(record: Record) -> str:
    """A text as people call it: "Recommendation ITU-T X.1051"."""
    return f"{record.kind.capitalize()} {record.body} {record.number}"


def parts(record: Record, as_of: date) -> Iterator[Part]:
    """Everything that is known of a text, in the order in which people ask for it."""
    last, latest = record.editions[-1], latest_approved(record, as_of)
    listed = record.checked.key if record.checked else ""
    yield "title", [record.title or "not known"]
    yield "status", [f"{_status(record)}, as of {listed}"]
    yield "editions", [_edition(one) + (f"   <- latest on {as_of}" if one == latest else "") for one in record.editions]
    yield "", ["(there may be others that are not in the catalogue)"] if last.suffix is not None else []
    twin = last.approval.twin if last.approval else ""
    yield "same text", [twin] if twin else []
    yield "checked", [f"as of {listed}, the day of the catalogue"]
    yield "sources", [f"- {source}" for source in record.sources]


def _status(record: Record) -> str:
    approval = record.editions[-1].approval
    status = approval.status if approval else ApprovalStatus.UNKNOWN
    if status is ApprovalStatus.NOT_IN_FORCE:
        suffixed = record.editions[-1].suffix is not None
        return "superseded by an edition that is not in the catalogue" if suffixed else "no edition is in force"
    return SAID[status]


def _edition(edition: Edition) -> str:
    """An edition with its day, as far as that is known, and what amends it."""
    approval = edition.approval
    assert approval is not None
    called = approval.name if edition.suffix is not None else f"{approval.name} ({edition.conference.key})"
    fields = [f"{called} {approval.version}".strip()]
    if edition.suffix is not None:
        when = edition.conference.key
        fields.append(f"approved {when}" if approval.dated else f"published {when}")
    if approval.parts:
        fields.append(", ".join(f"{part.name} ({part.day:%m/%Y})" for part in approval.parts))
    return "; ".join(fields)
