"""What this plugin brings, by the hooks of reslint."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reslint import Format, Reporter, Rule, hookimpl
from reslint_example.count import COUNT
from reslint_example.memo import MEMO
from reslint_example.shouting import Shouting


@hookimpl
def reslint_rules() -> Iterable[type[Rule]]:
    return [Shouting]


@hookimpl
def reslint_formats() -> Iterable[Format]:
    return [MEMO]


@hookimpl
def reslint_reporters() -> Iterable[Reporter]:
    return [COUNT]


@hookimpl
def reslint_registries() -> Iterable[Path]:
    return [Path(__file__).with_name("registry.yaml")]
