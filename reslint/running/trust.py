"""Trust: which settings files may bring code and facts, and what is left of the others."""

from __future__ import annotations

import os
from pathlib import Path

from reslint.documents.limits import Limits
from reslint.errors import ReslintError
from reslint.linting.settings import Settings
from reslint.values import Value

BRINGING = {"rules_dir": "rules-dir", "registry": "registry"}
"""What only a trusted settings file may set, as a field of Settings and as a key: code, and facts to judge by."""


class OthersSettingsError(ReslintError):
    """Settings that are not the user's own cannot be used, which costs the files that they hold for."""


class Trust(Value):
    """The places whose settings files may name rules and registries.

    Those are the folder where the user stands and the folders above it, where they are trusted `here`; and `folders`,
    with what is above and below them. A file that the user names needs no trust.
    """

    here: bool = True
    folders: tuple[str, ...] = ()

    def covers(self, source: Path, standing: str) -> bool:
        """Whether a settings file may bring code and facts, for a user who stands in the folder `standing`."""
        place = _real(source.parent)
        if self.here and _within(_real(standing), place):
            return True
        return any(_within(place, folder) or _within(folder, place) for folder in map(_real, self.folders))


def restrained(settings: Settings, most: int, limits: Limits) -> tuple[Settings, str]:
    """Settings as they hold where their file is not trusted, and a line on what of them does not, empty where all does.

    They bring neither code nor facts, and take no files that are larger than `most` bytes, or beyond the `limits`.
    """
    default = Settings()
    unheeded = {field: key for field, key in BRINGING.items() if getattr(settings, field) != getattr(default, field)}
    changes = {field: getattr(default, field) for field in unheeded}
    if settings.max_size > most:
        changes["max_size"], unheeded["max_size"] = most, f"max-size above {most:,} bytes"
    lower = Limits(*map(min, settings.limits, limits))
    if settings.limits != lower:
        changes["limits"], unheeded["limits"] = lower, "higher limits"
    if not unheeded:
        return settings, ""
    keys = " and ".join(unheeded.values())
    are = "is" if len(unheeded) == 1 else "are"
    reason = f"{keys} {are} not heeded, since this file is neither named nor in the working folder or above it"
    return settings.but(**changes), f"{settings.source}: {reason}; --config names a file"


def _real(folder: str | Path) -> str:
    return os.path.normcase(os.path.realpath(folder))


def _within(folder: str, other: str) -> bool:
    """Whether a folder is another one, or below it."""
    return folder == other or folder.startswith(os.path.join(other, ""))
