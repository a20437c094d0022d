"""The registry: what is true about resolutions, where it was read, and what follows for a citation on a day."""

from reslint.registry.loading import load
from reslint.registry.model import AssemblyText, Body, Conference, Edition, Record, Sector, Status, Town
from reslint.registry.registry import Registry
from reslint.registry.verdict import Judgement, Verdict, as_far_as, judge, judge_assembly, latest_edition

__all__ = [
    "AssemblyText",
    "Body",
    "Conference",
    "Edition",
    "Judgement",
    "Record",
    "Registry",
    "Sector",
    "Status",
    "Town",
    "Verdict",
    "as_far_as",
    "judge",
    "judge_assembly",
    "latest_edition",
    "load",
]
