from __future__ import annotations

from datetime import date

from reslint.registry import Registry
from reslint.registry.describing import Row, describe, describe_assembly, table

TODAY = date(2026, 11, 22)


def described(registry: Registry, key: str, as_of: date = TODAY) -> str:
    record = registry.record_of(key)
    assert record is not None
    return describe(registry, record, as_of)


def test_a_record_in_full(few: Registry) -> None:
    assert (
        described(few, "PP 1")
        == """\
PP Resolution 1
  title         A title (as of PP-22 (Bucharest, 2022))
  adopted by    Plenipotentiary Conference
  status        in force
  editions      Antalya, 2006
                Rev. Guadalajara, 2010
                Rev. Dubai, 2018
                Rev. Bucharest, 2022   <- latest on 2026-11-22
  checked       through PP-22 (Bucharest, 2022)
  sources       - Final Acts of the Plenipotentiary Conference"""
    )


def test_what_is_not_known_is_said(few: Registry) -> None:
    assert (
        described(few, "PP decision 1")
        == """\
PP Decision 1
  title         not known
  adopted by    Plenipotentiary Conference
  status        not known
  editions      none was read
  checked       not checked
  sources       none"""
    )


def test_recollections_are_marked(few: Registry) -> None:
    assert "recalled      Rev. Bucharest, 2022 (recalled, not read)" in described(few, "PP 3")
    assert "(there may be others that were not read)" in described(few, "PP 3")
    assert "unconfirmed   2023: seen only in a proposal" in described(few, "COUNCIL 1332")
    assert "(adopted before that, when was not read)" in described(few, "COUNCIL 1332")


def test_abrogation_has_its_day(few: Registry) -> None:
    said = "no longer in force, abrogated by PP-22 (Bucharest, 2022)"
    assert f"  status        {said}\n" in described(few, "PP 2")
    before = " ".join(described(few, "PP 2", date(2020, 1, 1)).split())
    assert f"{said}; on 2020-01-01 still in force" in before
    assert "no longer in force; on 2020-01-01 this was not certain" in described(few, "PP 4", date(2020, 1, 1))


def test_an_assembly_text(few: Registry) -> None:
    text = few.assembly_text("78/265")
    assert text is not None
    assert (
        describe_assembly(few, text)
        == """\
United Nations General Assembly 78/265
  title         not known
  adopted       not known
  drafts        A/78/L.49 (recalled, not read)
  write         78/265
  sources       none"""
    )


def test_table(few: Registry) -> None:
    assert table(few, "RA") == [Row("RA 61", "61-1 (Dubai, 2023)", "unknown", "RA-23", "Another title")]
    assert [row.key for row in table(few)] == [record.key for record in few.records()]


def test_every_record_can_be_described(registry: Registry) -> None:
    for record in registry.records():
        lines = describe(registry, record, TODAY).splitlines()
        assert lines[0].endswith(record.number)
        assert len(lines) > 5
        assert all(len(line) <= 100 or " " not in line.strip(" -") for line in lines), lines
        for edition in record.editions:
            assert any(registry.written(record, edition) in line for line in lines)
        for source in record.sources:
            assert "".join(source.split()) in "".join("".join(lines).split())
