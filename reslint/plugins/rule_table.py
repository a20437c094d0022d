"""The table of rules, which there are and which of them run: codes, names, prefixes and severities, resolved in one
place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reslint.api.finding import Applicability, Severity
from reslint.api.rule import Rule, Scope, Tag
from reslint.errors import ReslintError, most_like
from reslint.named import NamedTuple
from reslint.storage.late import late

CODE = late(r"[A-Z]{3}\d{3}")
NAME = late(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
EVERY = "ALL"
LETTERS = 3
"""So many letters of a code say what kind of rule it is."""


def defect(rule: type, taken: dict[str, str]) -> str:
    """What is wrong with a rule that was brought, or nothing; a good one's code and name are noted in
    `taken`.
    """
    if not issubclass(rule, Rule):
        return "not a subclass of reslint.Rule"
    code, name = getattr(rule, "code", None), getattr(rule, "name", None)
    if not isinstance(code, str) or not CODE.fullmatch(code):
        return f"its code {code!r} is not three capital letters and three digits"
    if not isinstance(name, str) or not NAME.fullmatch(name):
        return f"its name {name!r} is not lower-case words joined by hyphens"
    if not isinstance(getattr(rule, "severity", None), Severity):
        return "its severity is none of Severity"
    if not isinstance(rule.fix, Applicability | None):
        return "its fix is neither an Applicability nor None"
    if not isinstance(rule.scope, Scope):
        return "its scope is none of Scope"
    if not (isinstance(rule.tags, tuple) and all(isinstance(tag, Tag) for tag in rule.tags)):
        return "its tags are no tuple of Tag"
    if not (rule.__doc__ or "").strip():
        return "it has no documentation"
    if rule.__abstractmethods__:
        return "it has no method check"
    for key in (code, name):
        if key in taken:
            return f"{key} is already the rule {taken[key]}"
    try:
        rule()
    except Exception as error:  # a plugin may raise anything
        return f"it cannot be made ({type(error).__name__}: {error})"
    where = f"{rule.__module__}.{rule.__qualname__}"
    taken[code] = taken[name] = where
    return ""


class Selection(NamedTuple):
    """One say on which rules run: that of a settings file, or that of the command line, which comes later.

    `select` replaces what was chosen before, unless it is None; `ignore` and `extend_select` change it. Each
    entry is a code, a name, the beginning of codes ("NUM") or ALL; the more exact entry wins. `source` names
    it in messages.
    """

    source: str
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class RuleTable:
    """All rules of a run, by code and by name; iterating gives them sorted by code. `groups` are the codes by what they
    begin with, and by ALL.
    """

    def __init__(self, brought: Iterable[tuple[type[Rule], str]]) -> None:
        """`brought` are (rule, name of its plugin)."""
        pairs = sorted(brought, key=lambda pair: pair[0].code)
        self.rules: tuple[type[Rule], ...] = tuple(rule for rule, _ in pairs)
        self._plugins = {rule.code: plugin for rule, plugin in pairs}
        self._called = {rule.name: rule for rule in self.rules} | {rule.code: rule for rule in self.rules}
        self.groups: dict[str, list[str]] = {EVERY: [rule.code for rule in self.rules]}
        for rule in self.rules:
            for length in range(1, len(rule.code)):
                self.groups.setdefault(rule.code[:length], []).append(rule.code)

    def plugin_of(self, code: str) -> str:
        """The name of the plugin that brought a rule."""
        return self._plugins[code]

    def rule(self, selector: str, source: str = "rule") -> type[Rule]:
        """The rule of a code or name; ReslintError with the nearest one where there is none."""
        rule = self._called.get(self._spelt(selector))
        if rule is None:
            raise self._unknown(selector, source)
        return rule

    def codes(self, selector: str, source: str) -> tuple[str, ...]:
        """The codes a selector means, in whatever case: one, or those of a group; ReslintError where it means none."""
        spelt = self._spelt(selector)
        if spelt in self._called:
            return (self._called[spelt].code,)
        if spelt in self.groups:
            return tuple(self.groups[spelt])
        raise self._unknown(selector, source)

    def chosen(self, selections: Iterable[Selection]) -> frozenset[str]:
        """The codes that run after all selections, the last one having the last word."""
        on = {rule.code for rule in self.rules if rule.default}
        for selection in selections:
            if selection.select is not None:
                on = set()
            weighed: dict[str, tuple[int, bool]] = {}
            for selectors, wanted in (
                (selection.select or (), True),
                (selection.extend_select, True),
                (selection.ignore, False),
            ):
                for selector in selectors:
                    weight = self._weight(selector)
                    for code in self.codes(selector, selection.source):
                        if weight >= weighed.get(code, (-1, False))[0]:
                            weighed[code] = (weight, wanted)
            on |= {code for code, (_, wanted) in weighed.items() if wanted}
            on -= {code for code, (_, wanted) in weighed.items() if not wanted}
        return frozenset(on)

    def severities(self, table: Mapping[str, Severity], source: str) -> dict[str, Severity]:
        """The severity of every code: the rule's own, or that of the table's most exact entry."""
        result = {rule.code: rule.severity for rule in self.rules}
        for selector in sorted(table, key=self._weight):
            for code in self.codes(selector, source):
                result[code] = table[selector]
        return result

    def names(self) -> tuple[str, ...]:
        """Every selector that people use: codes, names, the three letters of codes, and ALL."""
        return (*self._called, *self._families(), EVERY)

    def _families(self) -> list[str]:
        return [group for group in self.groups if len(group) == LETTERS and group != EVERY]

    def _spelt(self, selector: str) -> str:
        """A selector as the table has it: codes and their beginnings in capitals, names in small letters."""
        upper = selector.upper()
        return upper if upper in self.groups or upper in self._called else selector.lower()

    def _weight(self, selector: str) -> int:
        spelt = self._spelt(selector)
        if spelt == EVERY:
            return 0
        return 9 if spelt in self._called else len(spelt)

    def _unknown(self, selector: str, source: str) -> ReslintError:
        family = selector[:LETTERS].upper()
        if CODE.fullmatch(selector.upper()) and family in self.groups:
            advice = f"the {family} rules are {self._told(family)}"
        else:
            near = most_like(selector, self.names())
            of_family = f" ({self._told(near)})" if near in self._families() else ""
            advice = f"did you mean {near}{of_family}?" if near else "`reslint rules` lists them"
        return ReslintError(source, f"unknown rule {selector!r}", advice)

    def _told(self, group: str) -> str:
        codes = self.groups[group]
        return codes[0] if len(codes) == 1 else f"{codes[0]} … {codes[-1]}"
