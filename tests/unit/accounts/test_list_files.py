"""Employers' lists as files (当月汇缴): read as they really come, and every flaw told with its cell."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.sheets import HEADER, csv, reckoned, with_entries, xls, xlsx

from accounts.domain import Month
from accounts.rules.cells import fen_in, month_in
from accounts.work.bounded import MODULE
from accounts.work.list_process import read
from shared.base.cells import BadCell, SheetFacts, column_name, number_in

MARCH = Month(2026, 3)
ZHANG = (1, "371410000001", "张三", "371402199001011239", 6000, 480, 480, 960)
LI = (2, "371410000002", "李四", "371402199202021252", "4567.89", "365.43", "365.43", "730.86")


def found(data: bytes, month: Month = MARCH) -> dict[str, list[list[Any]]]:
    """What reading a file yields, by kind."""
    kinds: dict[str, list[list[Any]]] = {
        "row": [],
        "flaw": [],
        "head": [],
        "all": [],
        "unreadable": [],
    }
    for line in read(data, "100001", month):
        kind, *values = json.loads(line)
        kinds[kind].append(values)
    return kinds


def flaws(data: bytes) -> list[tuple[str, str]]:
    """The cells that are wrong, and why."""
    return [
        (f"{column_name(column) if column is not None else ''}{row or ''}", reason)
        for row, column, _, _, reason, _, _ in found(data)["flaw"]
    ]


EXPECTED = [
    [2, "371410000001", "张三", "", "371402199001011239", 600_000, 48_000, 48_000, 96_000, ""],
    [3, "371410000002", "李四", "", "371402199202021252", 456_789, 36_543, 36_543, 73_086, ""],
]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(xlsx(HEADER, ZHANG, LI), id="xlsx"),
        pytest.param(xls(HEADER, ZHANG, LI), id="xls"),
        pytest.param(csv(HEADER, ZHANG, LI), id="CSV of UTF-8"),
        pytest.param(csv(HEADER, ZHANG, LI, encoding="utf-8-sig"), id="CSV of UTF-8 with a mark"),
        pytest.param(csv(HEADER, ZHANG, LI, encoding="gb18030"), id="CSV of GB18030"),
        pytest.param(csv(HEADER, ZHANG, LI, encoding="utf-16", delimiter="\t"), id="Unicode text"),
        pytest.param(csv(HEADER, ZHANG, LI, delimiter=";"), id="semicolons"),
    ],
)
def test_r_dep_6_a_list_is_read_whatever_the_program_that_wrote_it(data: bytes) -> None:
    assert found(data)["row"] == EXPECTED
    assert found(data)["flaw"] == []


def test_r_dep_6_columns_stand_in_any_order_under_titles_with_pasted_blanks() -> None:
    data = xlsx(
        ["汇缴清册"],
        ["单位账号：100001", None, "清册年月：", "2026年3月", None, "发生人数：2人"],
        [],
        ["月缴存额（元）", " 证件 号码", "职工姓名", "缴存基数\n(元)", "备注", "个人账号"],
        ["　９６０ ", "371402 19900101 1239", " 张三", "６，０００．００", "调入", "'371410000001"],
        ["730.86元", "37140219920202125２", "李　四", "￥4,567.89", None, "3714 1000 0002"],
        ["合计", None, None, 10567.89],
        ["制表人：王五", None, None, "复核："],
    )
    kinds = found(data)
    assert kinds["flaw"] == []
    rows = [(row[1], row[4], row[5], row[8]) for row in kinds["row"]]
    assert rows == [
        ("371410000001", "371402199001011239", 600_000, 96_000),
        ("371410000002", "371402199202021252", 456_789, 73_086),
    ]
    assert kinds["head"][0][1] == ["备注"]


def test_r_chk_1_a_number_that_excel_has_rounded_is_refused_with_a_hint() -> None:
    rounded = (1, "371410000001", "张三", 371402199001011239, 6000, 480, 480, 960)
    ((row, column, name, value, reason, allowed, rule),) = found(xlsx(HEADER, rounded))["flaw"]
    assert (row, column_name(column), name, rule) == (2, "D", "id_number", "R-CHK-1")
    assert "前15位" in reason
    assert "文本" in allowed
    assert "19900101" not in value
    scientific = csv(HEADER, (1, "3.71410000001E+11", "张三", "3.71402E+17", 6000, 480, 480, 960))
    assert [cell for cell, _ in flaws(scientific)] == ["B2", "D2"]


def test_r_chk_1_an_account_number_of_which_no_digit_is_lost_may_be_a_number() -> None:
    row = (1, 371410000001, "张三", None, 6000, 480, 480, 960)
    assert found(xlsx(HEADER, row))["row"][0][1] == "371410000001"


def test_r_dep_3_e22_a_total_row_is_checked_to_the_fen() -> None:
    right = (None, "合计", None, None, "10567.89", "845.43", "845.43", "1690.86")
    assert flaws(xlsx(HEADER, ZHANG, LI, right)) == []
    wrong = (None, "合计", None, None, "10567.89", "845.43", "845.43", "1690.87")
    assert flaws(xlsx(HEADER, ZHANG, LI, wrong)) == [("H4", "合计与各行之和不符")]
    assert flaws(xlsx(HEADER, ZHANG, right, LI))[-1] == ("4", "合计行之后还有职工")


def test_r_dep_3_both_sides_add_up_to_what_the_row_says() -> None:
    wrong = (1, "371410000001", "张三", None, 6000, 480, 480, 960.01)
    ((*_, allowed, rule),) = found(xlsx(HEADER, wrong))["flaw"]
    assert (allowed, rule) == ("应为960.00元", "R-DEP-3")


def test_r_dep_6_a_list_of_another_month_or_employer_was_not_meant() -> None:
    titled = xlsx(
        ["清册年月：2026-02", "单位账号：100009", "发生人数：3", "发生额：960.01"], HEADER, ZHANG
    )
    assert flaws(titled) == [
        ("A1", "清册年月与所选的月份不符"),
        ("B1", "单位账号不是本单位的"),
        ("C1", "人数与各行不符"),
        ("D1", "金额与各行之和不符"),
    ]


@pytest.mark.parametrize(
    "month",
    ["2026年3月", "2026年03月份", "202603", "2026-03", "2026/3", 46_082.0, date(2026, 3, 1)],
)
def test_r_dep_6_a_month_is_read_however_it_was_typed(month: Any) -> None:
    assert month_in(month) == MARCH
    assert flaws(xlsx(["汇缴年月", month], HEADER, ZHANG)) == []


def test_r_dep_6_hidden_rows_and_merged_cells_are_told_and_never_guessed() -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True

    assert flaws(xlsx(HEADER, ZHANG, LI, change=hide)) == [("3", "该行被隐藏")]

    def merge(sheet: Any) -> None:
        sheet.merge_cells("E2:E3")

    assert ("E2", "合并单元格，看不出是哪一行的内容") in flaws(
        xlsx(HEADER, ZHANG, LI, change=merge)
    )

    def hide_column(sheet: Any) -> None:
        sheet.column_dimensions["E"].hidden = True

    assert flaws(xlsx(HEADER, ZHANG, change=hide_column)) == [("E1", "“缴存基数”列被隐藏")]


def test_r_dep_6_a_formula_counts_by_its_result_or_is_refused_in_words() -> None:
    kept = reckoned(HEADER, ZHANG, formula=(1, 7, "=F2+G2", 960.0))
    assert found(kept)["row"][0][8] == 96_000
    bare = (1, "371410000001", "张三", None, "=5000+1000", 480, 480, 960)
    assert flaws(xlsx(HEADER, bare)) == [("E2", "公式没有结果，或结果是错误值")]
    failed = (1, "371410000001", "张三", None, "#N/A", 480, 480, 960)
    assert flaws(xlsx(HEADER, failed)) == [("E2", "公式没有结果，或结果是错误值")]


def test_every_error_of_every_row_is_told_at_once() -> None:
    rows = [
        (1, None, "张三", None, 6000, 480, 480, 960),
        (2, "371410000002", None, None, "六千", 365.435, -1, None),
        (3, "371410000003", "王五", None, None, None, None, None),
        (4, "371410000004", "赵六", None, date(2026, 3, 1), None, None, None),
    ]
    assert flaws(xlsx(HEADER, *rows)) == [
        ("2", "没有说明是哪位职工"),
        ("C3", "缺少姓名"),
        ("E3", "不是金额"),
        ("F3", "金额多于两位小数"),
        ("G3", "金额不在可填范围内"),
        ("E4", "缺少缴存基数"),
        ("E5", "单元格是日期格式，不是金额"),
    ]


def test_a_header_that_lacks_something_says_what() -> None:
    ((*_, reason, allowed, _rule),) = found(xlsx(["姓名", "手机", "证件号码"], ["张三"]))["flaw"][
        :1
    ]
    assert reason == "表头缺少“缴存基数”列"
    assert "模板" in allowed
    assert flaws(xlsx(["a", "b"], [1, 2]))[0] == ("", "没有找到表头")
    assert flaws(xlsx((*HEADER, "身份证号"), ZHANG)) == [("I1", "这一列与另一列重复")]


def bomb() -> bytes:
    return b"<row/>" * (70 * 1024 * 1024 // 6)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        pytest.param(lambda: b"", "没有内容", id="nothing"),
        pytest.param(lambda: b"\x00\x01\x02", "不是Excel", id="bytes"),
        pytest.param(lambda: b"PK\x03\x04 broken", "已损坏", id="broken"),
        pytest.param(
            lambda: b"<html><table><tr><td>1</td></tr></table>", "网页", id="a page called xls"
        ),
        pytest.param(lambda: "姓名,\ud7ff".encode("utf-16-le")[:-1] + b"\x81", "", id="odd bytes"),
        pytest.param(
            lambda: with_entries(xlsx(HEADER, ZHANG), [("xl/vbaProject.bin", b"macro")]),
            "宏",
            id="macro",
        ),
        pytest.param(
            lambda: with_entries(
                xlsx(HEADER, ZHANG), [(f"xl/media/{n}", b"") for n in range(1_000)]
            ),
            "过大",
            id="too many entries",
        ),
        pytest.param(
            lambda: with_entries(
                xlsx(HEADER, ZHANG), [(f"xl/media/{n}", bomb()) for n in range(6)]
            ),
            "过大",
            id="zip bomb",
        ),
        pytest.param(
            lambda: bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"),
            "密码",
            id="password",
        ),
        pytest.param(
            lambda: bytes.fromhex("D0CF11E0A1B11AE1") + "_VBA_PROJECT".encode("utf-16-le"),
            "宏",
            id="xls macro",
        ),
    ],
)
def test_what_could_run_or_burst_is_refused_in_words(made: Callable[[], bytes], why: str) -> None:
    kinds = found(made())
    assert kinds["row"] == []
    assert all(why in told for (told,) in kinds["unreadable"])
    assert kinds["unreadable"] or kinds["flaw"]


def test_a_process_that_wants_too_much_memory_ends_and_nothing_else_does() -> None:
    """A sheet of 300 MB whose archive says that it has 4 bytes: only the bound of the process is left."""
    sheet = b"<worksheet><sheetData>" + bomb() * 4 + b"</sheetData></worksheet>"
    data = with_entries(xlsx(HEADER, ZHANG), [("xl/worksheets/sheet1.xml", sheet)])
    sizes = len(sheet).to_bytes(4, "little")
    assert sizes in data
    lying = data.replace(sizes, (4).to_bytes(4, "little"))
    limited = [
        sys.executable,
        "-m",
        MODULE,
        str(256 * 1024 * 1024),
        "60",
        "read",
        "100001",
        "2026-03",
    ]
    ended = subprocess.run(limited, input=lying, capture_output=True, check=False)
    assert ended.returncode != 0 or b"unreadable" in ended.stdout


@settings(max_examples=300)
@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8")))
def test_no_file_makes_the_reader_fail(data: bytes) -> None:
    kinds = found(data)
    assert len(kinds["all"]) + len(kinds["unreadable"]) == 1


CELLS = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(),
    st.sampled_from(["合计", "小计", "姓名", "个人账号", "缴存基数", "=1+1", "１２", "1,000.5"]),
)


@given(st.lists(st.lists(CELLS, max_size=10), max_size=12))
def test_no_cells_make_the_reader_fail(rows: list[list[Any]]) -> None:
    from accounts.rules.list_reading import ListReader, Summary

    told = list(ListReader("100001", MARCH, SheetFacts()).read([list(HEADER), *rows]))
    assert isinstance(told[-1], Summary)


def test_what_the_database_could_not_keep_is_left_out() -> None:
    row = (1, "37141_x0000_0000001", "张_x0000_三", None, "_x0000_六", None, None, None)
    assert "\0" not in json.dumps(found(xlsx(HEADER, row)))
    assert "\\u0000" not in json.dumps(found(xlsx(HEADER, row)))


@given(st.integers(min_value=1, max_value=10**9))
def test_r_dep_3_an_amount_is_read_to_the_fen_however_it_is_stored(fen: int) -> None:
    yuan = Decimal(fen) / 100
    wide = str(yuan).translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    for cell in (float(yuan), str(yuan), f" {yuan:,}元", wide, float(yuan) * (1 + 1e-15)):
        assert fen_in(cell) == fen


@pytest.mark.parametrize(
    "cell", ["", "12,34", "1.234", 0.001, float("nan"), float("inf"), True, "-5", "0"]
)
def test_r_dep_3_what_is_no_amount_is_refused(cell: Any) -> None:
    with pytest.raises(BadCell):
        fen_in(cell)


@given(
    st.text(alphabet="0123456789Xx", min_size=1, max_size=20),
    st.sampled_from([" ", "\u3000", "\u200b", "'"]),
)
def test_r_chk_1_a_number_loses_what_was_pasted_with_it_and_no_digit(
    digits: str, blank: str
) -> None:
    assert number_in(blank.join(digits), digits_exact=False) == digits.upper()
