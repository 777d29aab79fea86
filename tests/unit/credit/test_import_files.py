"""Files that are handed in: four faces of one schema (R-CRD-35), every flaw with its cell (R-CRD-14)."""

import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from tests.support.credit import FIRM_CODE, code_of
from tests.support.credit_files import FACES, as_json, as_xml, fined

from credit.domain import ImportKind
from credit.rules.import_layout import json_schema
from credit.work.import_process import lines
from credit.work.imports import MODULE

TODAY = date(2026, 10, 12)
NAME = "德州某某纺织有限公司"
GOOD = [
    fined(NAME, FIRM_CODE, "德公积金罚字〔2026〕1号"),
    fined(NAME, FIRM_CODE, "德公积金罚字〔2026〕2号", CF_NR_FK="0.123456", CF_NR="罚款1234.56元"),
]


def found(data: bytes, what: ImportKind = ImportKind.PENALTIES) -> dict[str, list[Any]]:
    """What reading a file yields, by kind."""
    kinds: dict[str, list[Any]] = {"row": [], "flaw": [], "head": [], "all": [], "unreadable": []}
    for line in lines(data, what, TODAY):
        kind, *values = json.loads(line)
        kinds[kind].append(values)
    return kinds


def test_r_crd_35_four_faces_say_the_same_and_have_the_same_digest() -> None:
    read = {face: found(write(GOOD)) for face, write in FACES.items()}
    for face, one in read.items():
        assert (one["flaw"], one["unreadable"]) == ([], []), face
        assert [said for _, said in one["row"]] == [said for _, said in read["json"]["row"]], face
    wholes = [one["all"][0] for one in read.values()]
    # two rows, no flaw; 5,000.00 and 1,234.56 yuan
    assert {(whole[0], whole[1], whole[4]) for whole in wholes} == {(2, 0, 623_456)}
    assert len({whole[2] for whole in wholes}) == 1
    first = read["xml"]["row"][0][1]
    assert (first["decided_on"], first["fine_fen"], first["penalty_types"]) == (
        "2026-09-01", 500_000, ["罚款"],
    )  # fmt: skip


def test_r_crd_35_a_file_tells_its_count_and_digest_and_both_are_held_against_it() -> None:
    digest = found(as_json(GOOD))["all"][0][2]
    assert found(as_json(GOOD, sm3=digest))["flaw"] == []
    forged = [*GOOD[:1], {**GOOD[1], "CF_FRDB": "王五"}]
    assert found(as_json(forged, sm3=digest))["flaw"][0][1] == "sm3"
    assert found(as_json(GOOD, total=3))["flaw"][0][1] == "total"
    assert found(as_xml(GOOD, total=1))["flaw"][0][1] == "total"


def test_r_crd_35_the_schema_that_is_given_out_describes_what_is_taken() -> None:
    import jsonschema  # takes seconds, in whoever only looks for tests

    jsonschema.validate(json.loads(as_json(GOOD)), json_schema(ImportKind.PENALTIES))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            {"total": 1, "rows": [{"CF_FAX": "1"}]}, json_schema(ImportKind.PENALTIES)
        )


@pytest.mark.parametrize(
    ("cells", "tag", "told"),
    [
        ({"CF_NR_FK": "0.6"}, "CF_NR", "不一致"),
        ({"CF_NR_FK": "0.1234567"}, "CF_NR_FK", "六位"),
        ({"CF_NR_FK": "-1"}, "CF_NR_FK", "不是金额"),
        ({"CF_CFJDRQ": "2026/13/01"}, "CF_CFJDRQ", "YYYY/MM/DD"),
        ({"CF_CFJDRQ": "2026-10-13"}, "CF_CFJDRQ", "不能晚于今天"),
        ({"CF_XDR_SHXYM": FIRM_CODE[:-1] + "9"}, "CF_XDR_SHXYM", "校验"),
        ({"CF_CFLB": "罚款、流放"}, "CF_CFLB", "流放"),
        ({"CF_SY": ""}, "CF_SY", "必填"),
        ({"CF_WSH": GOOD[0]["CF_WSH"]}, "CF_WSH", "与第1行重复"),
        ({"CF_FAX": "1"}, "CF_FAX", "没有这个字段"),
    ],
)  # fmt: skip
def test_r_crd_14_a_flaw_is_told_with_its_row_and_cell(
    cells: dict[str, str], tag: str, told: str
) -> None:
    kinds = found(as_json([GOOD[0], {**GOOD[1], **cells}]))
    ((row, cell, _, _, reason, _),) = kinds["flaw"]
    assert (row, cell, told in reason) == (2, tag, True), reason
    assert [number for number, _ in kinds["row"]] in ([1], [1, 2])


def test_r_crd_14_in_a_table_a_cell_has_its_name_and_a_persons_number_is_masked() -> None:
    person = {"CF_XDR_MC": "张三丰", "CF_XDR_LB": "自然人", "CF_XDR_ZJHM": "371402199001011230"}
    kinds = found(FACES["xlsx"]([GOOD[0], {**fined("", "", "3号"), **person}]))
    ((row, cell, field, value, reason, rule),) = kinds["flaw"]
    assert (row, cell[-1], field, rule) == (3, "3", "证件号码", "R-CRD-14")
    assert "19900101" not in value
    assert "校验" in reason


def test_a_register_file_names_somebody_by_one_number() -> None:
    rows = [
        {"ZTMC": NAME, "TYSHXYDM": code_of(1)},
        {"ZTMC": "张三", "ZJHM": "371402199001011239"},
        {"ZTMC": "李四"},
        {"ZTMC": NAME, "TYSHXYDM": code_of(1)},
    ]
    kinds = found(FACES["csv"](rows), ImportKind.SUBJECTS)
    assert [row for row, _ in kinds["row"]] == [2, 3]
    assert [(row, "只填一项" in reason) for row, _, _, _, reason, _ in kinds["flaw"]] == [
        (4, True), (5, False),
    ]  # fmt: skip
    assert kinds["all"][0][3] == 1, "one natural person"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (as_xml(GOOD, before=BOMB), "DOCTYPE"),
        (b"<ExchangeMessage><Body>", "XML"),
        (b"<a><b><c><d><e><f><g><h><i>", "嵌套"),
        (b'{"total": 1}', "rows"),
        (b'{"rows": []}', "total"),
        (b'{"total": 1, "rows": [{"CF_XDR_MC": {}}]}', "文本"),
        (b"[" * 100_000, "JSON"),
        (b"\x00\x01", "Excel"),
        (b"<html></html>", "total"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, told: str) -> None:
    assert told in found(data)["unreadable"][0][0]


def test_a_table_without_a_header_and_one_without_rows_are_told() -> None:
    assert "没有找到表头" in found("姓名,年龄\n张三,30\n".encode())["flaw"][0][4]
    assert "没有数据行" in found(FACES["csv"]([GOOD[0]]).splitlines()[0])["flaw"][0][4]


def test_the_process_reads_within_its_bounds_and_knows_no_secret() -> None:
    bounds = (str(1024 * 1024 * 1024), "60")
    ended = subprocess.run(
        [sys.executable, "-I", "-m", MODULE, *bounds, "penalties", TODAY.isoformat()],
        input=as_xml(GOOD), capture_output=True, env={"LANG": "C.UTF-8"}, check=True,
    )  # fmt: skip
    assert [json.loads(line)[0] for line in ended.stdout.splitlines()] == ["row", "row", "all"]
