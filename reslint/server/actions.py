"""Code actions, done about a finding with one key: mend it, mend its like, mend all that is safe, or leave it alone."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from reslint.api.finding import Edit, Finding, with_parts
from reslint.fixing.edits import apply, choose
from reslint.fixing.mending import mend
from reslint.saying import said
from reslint.server.drafts import Judged, OpenDraft
from reslint.server.lines import Lines
from reslint.server.renewing import difference
from reslint.sources.files import read_side

MEND_ALL = "source.fixAll.reslint"
SIC = "[sic]"


def actions(draft: OpenDraft, findings: Iterable[Finding], shown: Sequence[types.Diagnostic]) -> list[types.CodeAction]:
    """The quick fixes of the findings at the cursor; `shown` are the diagnostics that the editor asks about."""
    found: list[types.CodeAction] = []
    ignored: list[types.CodeAction] = []
    every = list(with_parts(draft.findings))
    for finding in findings:
        where = draft.lines.range(finding.start, finding.end)
        about = [one for one in shown if one.code == finding.code and one.range == where] or None
        for told in with_parts([finding]):
            if told.fix is not None:
                found.append(_mend(draft, told, about))
                alike = [one for one in every if _alike(one, told)]
                if len(alike) > 1:
                    found.append(_mend_alike(draft, alike, about))
        ignoring = _ignoring(draft, finding)
        if ignoring is not None:
            title = draft.tell(said("Ignore {rule} here", rule=finding.name))
            ignored.append(_action(draft, title, [ignoring], about))
    # What mends comes first, and nothing is offered twice.
    return list({(action.title, str(action.edit)): action for action in (*found, *ignored)}.values())


def mend_all(draft: OpenDraft) -> types.CodeAction:
    """The action that mends all that is safe; its edit, which takes a judgement, is worked out when it is chosen."""
    return types.CodeAction(draft.tell(said("Mend all that is safe")), kind=MEND_ALL, data={"uri": draft.uri})


def all_mended(judged: Judged, name: str) -> str:
    """The text after every fix that the settings accept; the same text where nothing can be mended.

    Raises ReslintError where the file of suppressions beside it cannot be read.
    """
    if judged.linter is None:
        return judged.text
    side = read_side(name, judged.linter.settings.max_size)
    return mend(judged.linter, BOM_UTF8 + judged.text.encode("utf-8", "replace"), name, side).new_text or judged.text


def edits_between(lines: Lines, new: str) -> list[types.TextEdit]:
    """The edits that lead from a text to another: line by line where both have as many lines, else in one piece."""
    start, end, shift = difference(lines.text, new)
    if start == end and not shift:
        return []
    old_piece, new_piece = lines.text[start:end], new[start : end + shift]
    olds, news = old_piece.split("\n"), new_piece.split("\n")
    if len(olds) != len(news):
        return [types.TextEdit(lines.range(start, end), new_piece)]
    edits = []
    at = start
    for old, fresh in zip(olds, news, strict=True):
        if old != fresh:
            first, last, moved = difference(old, fresh)
            edits.append(types.TextEdit(lines.range(at + first, at + last), fresh[first : last + moved]))
        at += len(old) + 1
    return edits


def _mend(draft: OpenDraft, finding: Finding, about: list[types.Diagnostic] | None) -> types.CodeAction:
    assert finding.fix is not None
    action = _action(draft, _bare(draft, finding), finding.fix.edits, about)
    action.is_preferred = True
    return action


def _bare(draft: OpenDraft, finding: Finding) -> str:
    """What would stand there, and nothing else; for a deletion, what is to be done."""
    assert finding.fix is not None
    if finding.suggestion and finding.proposal:
        return " ".join(draft.tell(finding.proposal).split())
    first, last = finding.fix.edits[0].start, finding.fix.edits[-1].end
    piece = draft.text[first:last]
    edits = [edit._replace(start=edit.start - first, end=edit.end - first) for edit in finding.fix.edits]
    return " ".join(apply(piece, edits).split()) or draft.tell(finding.help or finding.message).capitalize()


def _mend_alike(draft: OpenDraft, alike: Sequence[Finding], about: list[types.Diagnostic] | None) -> types.CodeAction:
    words = " ".join(alike[0].excerpt.split())
    number, reach = str(len(alike)), alike[0].as_far_as
    title = (
        said("Replace every “{words}” ({number}), {as_far_as}", words=words, number=number, as_far_as=reach.told)
        if reach
        else said("Replace every “{words}” ({number})", words=words, number=number)
    )
    return _action(draft, draft.tell(title), choose(alike, True).edits, about)


def _alike(one: Finding, other: Finding) -> bool:
    """Whether the same words are wrong in the same way, and would become the same."""
    return one.fix is not None and (one.code, one.excerpt, one.suggestion, _record(one)) == (
        other.code,
        other.excerpt,
        other.suggestion,
        _record(other),
    )


def _record(finding: Finding) -> str | None:
    return finding.record.key if finding.record else None


def _ignoring(draft: OpenDraft, finding: Finding) -> Edit | None:
    """The edit that silences a finding with the marker of the format; None where it has none, or nothing is known."""
    judged = draft.judged
    view = judged.result.view if judged else None
    if judged is None or judged.linter is None or view is None or not draft.whole:
        return None
    marker = judged.linter.form_of(view.document).marker
    if marker == SIC:
        within = [one.end for one in judged.result.citations if one.start <= finding.start and finding.end <= one.end]
        end = max(within, default=finding.end)
        return Edit(end, end, f" {SIC}")
    if "{code}" not in marker:
        return None
    # At the end of its paragraph it holds for just this one, and breaks neither a list nor a table.
    end = view.blocks[finding.block].end
    return Edit(end, end, f" {marker.format(code=finding.name)}")


def _action(
    draft: OpenDraft, title: str, edits: Sequence[Edit], about: list[types.Diagnostic] | None
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=about,
        edit=workspace_edit(draft, list(_text_edits(draft.lines, edits))),
    )


def workspace_edit(draft: OpenDraft, edits: Sequence[types.TextEdit]) -> types.WorkspaceEdit:
    """Edits of one draft, in the form that every editor takes."""
    return types.WorkspaceEdit(changes={draft.uri: list(edits)})


def _text_edits(lines: Lines, edits: Iterable[Edit]) -> Iterator[types.TextEdit]:
    for edit in edits:
        yield types.TextEdit(lines.range(edit.start, edit.end), edit.content)
