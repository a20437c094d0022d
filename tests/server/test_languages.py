"""An editor that speaks another language is told in it: findings, quick fixes, hovers."""

from __future__ import annotations

from pathlib import Path

import pytest
from editor import Editor
from lsprotocol import types

OLD = "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference"
pytestmark = [pytest.mark.slow, pytest.mark.asyncio]


@pytest.mark.parametrize(
    ("language", "said", "ignoring", "known"),
    [
        (
            "fr-CH",
            "Résolution 71 (PP) a été révisée depuis: l'édition en vigueur est",
            "Ignorer outdated-edition ici",
            "statut: ",
        ),
        ("es", "Resolución 71 (PP) se ha revisado desde entonces", "Ignorar outdated-edition aquí", "situación: "),
        ("ru", "Резолюция 71 (ПК): с тех пор пересмотрено", "Не учитывать здесь outdated-edition", "статус: "),
        ("xx", "PP Resolution 71 was revised since", "Ignore outdated-edition here", "status: "),
    ],
)
async def test_an_editor_is_told_in_its_language(
    folder: Path, language: str, said: str, ignoring: str, known: str
) -> None:
    editor = Editor(folder)
    await editor.start(options={"language": language})
    uri = editor.open("a.txt", f"recalling {OLD}.\n")
    (found,) = await editor.diagnostics(uri)
    assert found.message.startswith(said)
    assert ("PP Resolution 71 was revised since" in found.message) is (language in ("ru", "xx"))
    assert ignoring in [one.title for one in await editor.actions(uri, "Dubai")]
    where = editor.at(uri, "Resolution", 2)
    params = types.HoverParams(types.TextDocumentIdentifier(uri), where)
    shown = await editor.client.text_document_hover_async(params)
    assert shown is not None
    assert isinstance(shown.contents, types.MarkupContent)
    assert known in shown.contents.value
    assert ("status: " in shown.contents.value) is (language in ("ru", "xx"))
    await editor.client.shutdown_session()
