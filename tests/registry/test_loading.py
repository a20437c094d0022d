from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reslint import Settings, lint_text
from reslint.errors import ReslintError
from reslint.registry import Registry, Verdict, judge_assembly, layers, load


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("RESLINT_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def path(tmp_path: Path, small: str) -> Path:
    file = tmp_path / "registry.yaml"
    file.write_text(small, "utf-8")
    return file


def test_bundled_registry_loads(registry: Registry) -> None:
    assert registry.date.isoformat() == "2026-11-28"
    assert len(list(registry.records())) == 781
    assert registry.conferences["WTSA-20"].year == 2022


def test_second_load_is_the_same_without_yaml(cache: Path, path: Path) -> None:
    first = load(path)
    assert len(list(cache.iterdir())) == 1
    code = (
        "import sys; from pathlib import Path; from reslint.registry import load;"
        f"r = load(Path({str(path)!r})); print('yaml' in sys.modules, r.digest, len(list(r.records())))"
    )
    environment = {**os.environ, "RESLINT_CACHE_DIR": str(cache)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == ["False", first.digest, str(len(list(first.records())))]


@pytest.mark.parametrize("damage", [b"", b"{", b"null", b"0123\n{}", b"\xff\xfe", b"[" * 100_000])
def test_damaged_cache_is_rebuilt(cache: Path, path: Path, damage: bytes) -> None:
    expected = list(load(path).records())
    kept = next(cache.iterdir())
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert list(load(path).records()) == expected
    assert kept.read_bytes() == whole


def test_truncated_cache_is_rebuilt(cache: Path, path: Path) -> None:
    expected = list(load(path).records())
    kept = next(cache.iterdir())
    kept.write_bytes(kept.read_bytes()[:-40])
    assert list(load(path).records()) == expected


def test_cache_that_cannot_be_written_is_no_reason_to_fail(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("RESLINT_CACHE_DIR", str(blocked / "cache"))
    assert load(path).record("PP", "resolution", "1") is not None


def test_a_change_is_seen_at_once(cache: Path, path: Path) -> None:
    before = load(path)
    path.write_text(path.read_text("utf-8").replace("A title", "Another"), "utf-8")
    after = load(path)
    assert before.digest != after.digest
    assert [found.title for found in (before.record_of("PP 1"), after.record_of("PP 1")) if found] == [
        "A title",
        "Another",
    ]
    assert len(list(cache.iterdir())) == 2


def test_file_that_breaks_an_invariant_is_refused_with_its_line(cache: Path, path: Path) -> None:
    text = path.read_text("utf-8").replace("[PP-06, PP-10, PP-18, PP-22]", "[PP-10, PP-06, PP-18, PP-22]")
    path.write_text(text, "utf-8")
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "PP-10, PP-06" in one)
    with pytest.raises(ReslintError, match="PP 1, editions: not in order") as raised:
        load(path)
    assert raised.value.subject == f"{path}:{line}"
    assert not cache.exists()


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReslintError, match="no such file"):
        load(tmp_path / "none.yaml")


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(ReslintError, match="is a directory"):
        load(tmp_path)


def test_far_too_large_file_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "LARGEST", 100)
    with pytest.raises(ReslintError, match="64 MiB"):
        load(path)


def test_tables_cannot_be_changed(registry: Registry) -> None:
    with pytest.raises(TypeError):
        registry.conferences["PP-30"] = registry.conferences["PP-22"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        registry.conferences["PP-22"].year = 2023  # type: ignore[misc]


def test_records_are_built_once(registry: Registry) -> None:
    assert registry.record("PP", "resolution", "140") is registry.record_of("PP 140")


def test_lookup_of_conferences(registry: Registry) -> None:
    assert registry.conference("wtsa-20") is registry.conferences["WTSA-20"]
    assert registry.conference("PP-92") is registry.conferences["APP-92"]
    assert registry.conference("WTDC-99") is None
    assert [held.key for held in registry.held_at("Dubai", 2012)] == ["WTSA-12", "WCIT-12"]
    assert [held.key for held in registry.conferences_of("PP")][-2:] == ["PP-22", "PP-26"]
    meeting = registry.meeting("COUNCIL", None, 2019)
    assert meeting is not None
    assert meeting.key == "C19"


def test_conferences_stand_in_order(registry: Registry) -> None:
    for body in registry.bodies:
        held = registry.conferences_of(body)
        assert list(held) == sorted(held, key=lambda conference: conference.when)


def test_dates_that_were_not_read_are_stretched_to_the_year(registry: Registry) -> None:
    kyoto, guadalajara, bucharest = (registry.conferences[key] for key in ("PP-94", "PP-10", "PP-22"))
    assert (kyoto.opens.isoformat(), kyoto.closes.isoformat()) == ("1994-09-19", "1994-12-31")
    assert (guadalajara.opens.isoformat(), guadalajara.closes.isoformat()) == ("2010-01-01", "2010-12-31")
    assert (bucharest.opens.isoformat(), bucharest.closes.isoformat()) == ("2022-09-26", "2022-10-14")
    assert [kyoto.dates_read, guadalajara.dates_read, bucharest.dates_read] == [False, False, True]


def test_bodies_that_have_a_number(registry: Registry) -> None:
    assert registry.bodies_having("resolution", "61-3") == ("RA",)
    assert registry.bodies_having("resolution", "71-3") == ("RA",)
    assert registry.bodies_having("resolution", "1332") == ("COUNCIL",)
    assert registry.bodies_having("resolution", "70/125") == ("UNGA",)
    assert set(registry.bodies_having("resolution", "30")) >= {"PP", "WTDC"}
    assert registry.bodies_having("resolution", "99999") == ()
    assert registry.record("PP", "resolution", "71-3") is None


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("PP 178", ["Guadalajara, 2010"]),
        ("PP 131", ["Marrakesh, 2002", "Rev. Busan, 2014", "Rev. Dubai, 2018", "Rev. Bucharest, 2022"]),
        ("RA 61", ["61 (Geneva, 2012)", "61-1 (Geneva, 2015)", "61-2 (Sharm el-Sheikh, 2019)", "61-3 (Dubai, 2023)"]),
        ("COUNCIL 1332", ["2011", "Modified 2016", "Modified 2019", "Modified 2024"]),
        ("WTDC 30", ["Rev. Hyderabad, 2010", "Rev. Dubai, 2014", "Rev. Buenos Aires, 2017", "Rev. Kigali, 2022"]),
    ],
)
def test_editions_as_one_writes_them(registry: Registry, key: str, written: list[str]) -> None:
    record = registry.record_of(key)
    assert record is not None
    assert [registry.written(record, edition) for edition in record.editions] == written


def test_titles_of_numbered_editions(registry: Registry) -> None:
    record = registry.record("RA", "resolution", "5-3")
    assert record is not None
    assert record.editions[0].title == "Work programme of Radiocommunication Study Groups for 1998-1999"
    assert record.editions[-1].title == record.title


def test_assembly_texts(registry: Registry) -> None:
    adopted = registry.adopted_from("A/78/L.49")
    assert adopted is not None
    assert adopted.number == "78/265"
    assert registry.assembly_text_cited("a/70/125") is registry.assembly_text("70/125")
    assert registry.assembly_text_cited("A/RES/57/270  B") is registry.assembly_text("57/270 B")
    assert registry.assembly_text("1/1") is None


def test_a_link_that_was_only_recalled_is_not_followed(registry: Registry) -> None:
    assert registry.adopted_from("A/70/L.33") is None
    recalled = registry.adopted_from("A/70/L.33", recalled=True)
    assert recalled is not None
    assert recalled.number == "70/125"
    assert not recalled.drafts_read


def test_assembly_verdicts(registry: Registry) -> None:
    day = registry.date
    assert judge_assembly(registry, "70/125", day).verdict is Verdict.CURRENT
    assert judge_assembly(registry, "70/125", day.replace(year=2014)).verdict is Verdict.NOT_YET_ADOPTED
    assert judge_assembly(registry, "1/1", day).verdict is Verdict.UNKNOWN
    assert judge_assembly(registry, "217 A (III)", day).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("written", ["A/RES/{number}", ""])
def test_a_symbol_is_written_where_the_registry_says_how(small: str, tmp_path: Path, written: str) -> None:
    path = tmp_path / "registry.yaml"
    form = f"    write:\n      resolution symbol: {written}\n" if written else "    write:\n"
    path.write_text(small.replace("    write:\n", form, 1), "utf-8")
    settings = Settings.of(registry=path, as_of="2020-01-01", select=["STA004"])
    (alone,) = lint_text("in line with A/70/L.1,\n", "draft.txt", settings=settings).findings
    assert (alone.suggestion, alone.fix is not None) == ("70/1", bool(written))
    (headed,) = lint_text("in line with UNGA Resolution A/70/L.1,\n", "draft.txt", settings=settings).findings
    assert headed.fix is not None
    assert [edit.content for edit in headed.fix.edits] == ["70/1"]
