"""How provenances come together: what is inserted, deleted or both, and stands in something that is."""

from __future__ import annotations

from reslint.documents.model import Provenance

PROVENANCES = {
    (False, False): Provenance.KEPT,
    (True, False): Provenance.INSERTED,
    (False, True): Provenance.DELETED,
    (True, True): Provenance.INSERTED_THEN_DELETED,
}
INSERTED = (Provenance.INSERTED, Provenance.INSERTED_THEN_DELETED)
DELETED = (Provenance.DELETED, Provenance.INSERTED_THEN_DELETED)
STRUCK_BY_HAND = "words that are struck out by hand were read as deleted"


def both(outer: Provenance, inner: Provenance) -> Provenance:
    """How something came to stand there that may come and go with what is around it, and on its own."""
    if outer is Provenance.KEPT:
        return inner
    return PROVENANCES[outer in INSERTED or inner in INSERTED, outer in DELETED or inner in DELETED]
