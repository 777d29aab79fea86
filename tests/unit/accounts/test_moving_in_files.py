"""Files of an older system read cell by cell (期初, R-BK-1); pure."""

from datetime import date
from typing import Any

import pytest

from accounts.rules.list_reading import Flaw
from accounts.rules.moving_in_layout import Kind
from accounts.rules.moving_in_reading import ControlRow, End, FileReader, MovedRow

AS_OF = date(2026, 1, 1)
HEADER = [
    "单位账号", "原个人账号", "姓名", "证件号码", "手机号码", "缴存基数（元）", "开户日期", "缴至年月",
    "账户状态", "封存日期", "封存原因", "上年结转", "本年归集", "应付利息",
]  # fmt: skip
GOOD = [
    "100001", "A-7001", "张三", "11010519491231002X", "13905340001", "6000", "2015-03-01", "2025-12", "正常",
    "", "", "12345.67", "5760.00", "0",
]  # fmt: skip


def read(kind: Kind, *rows: list[Any]) -> list[Any]:
    return list(FileReader(kind, AS_OF).read(rows))


def flaws_of(**cells: Any) -> list[tuple[str, str]]:
    row = [cells.get(name, usual) for name, usual in zip(HEADER, GOOD, strict=True)]
    return [
        (one.cell, one.reason) for one in read(Kind.ACCOUNTS, HEADER, row) if isinstance(one, Flaw)
    ]


def test_r_bk_1_a_row_is_an_account_with_principal_and_interest_by_year() -> None:
    (row,) = [one for one in read(Kind.ACCOUNTS, HEADER, GOOD) if isinstance(one, MovedRow)]
    assert (row.employer_number, row.former_number, row.base_fen) == ("100001", "A-7001", 600_000)
    assert (row.carried_fen, row.year_fen, row.interest_fen) == (1_234_567, 576_000, 0)
    assert (row.opened_on, row.paid_up_to, row.sealed_on) == ("2015-03-01", "2025-12-01", None)


def test_a_sealed_account_comes_with_its_day_and_reason() -> None:
    sealed = [*GOOD[:8], "封存", "2025-12-20", "解除劳动合同", *GOOD[11:]]
    (row,) = [one for one in read(Kind.ACCOUNTS, HEADER, sealed) if isinstance(one, MovedRow)]
    assert (row.sealed_on, row.seal_reason) == ("2025-12-20", "terminated")


@pytest.mark.parametrize(
    ("column", "value", "cell", "reason"),
    [
        ("单位账号", "某单位", "A2", "不是单位账号"),
        ("证件号码", 1.1e17, "D2", "单元格不是文本格式，Excel只保留数字的前15位，号码可能已被改动"),
        ("缴存基数（元）", "六千", "F2", "不是金额"),
        ("开户日期", "2026-02-30", "G2", "不是日期"),
        ("开户日期", "2026-03-01", "G2", "日期不在可填范围内"),
        ("缴至年月", "2026-02", "H2", "年月晚于期初日期"),
        ("缴至年月", "2014-12", "H2", "缴至年月早于开户年月的上月"),
        ("账户状态", "销户", "I2", "不是可以移入的账户状态"),
        ("上年结转", "", "L2", "缺少金额"),
        ("应付利息", "1.234", "N2", "金额多于两位小数"),
    ],
)
def test_r_bk_1_what_is_wrong_is_told_with_its_cell(
    column: str, value: Any, cell: str, reason: str
) -> None:
    assert flaws_of(**{column: value}) == [(cell, reason)]


def test_r_chk_3_names_and_numbers_in_errors_are_masked() -> None:
    told = read(Kind.ACCOUNTS, HEADER, [*GOOD[:3], "110105194912310021", *GOOD[4:]])
    (flaw,) = [one for one in told if isinstance(one, Flaw)]
    assert "19491231" not in flaw.value


def test_a_file_without_a_needed_column_says_which() -> None:
    told = read(Kind.ACCOUNTS, HEADER[:-1], GOOD[:-1])
    (flaw,) = [one for one in told if isinstance(one, Flaw)]
    assert flaw.reason == "表头缺少“应付利息”列"


def test_controls_are_people_principal_and_interest_of_each_employer() -> None:
    header = ["单位账号", "人数", "本金", "利息"]
    told = read(
        Kind.CONTROLS, header, ["100001", "17", "98,765.43", "0.01"], ["合计", "17", "", ""]
    )
    (row,) = [one for one in told if isinstance(one, ControlRow)]
    assert row[1:] == ("100001", 17, 9_876_543, 1)
    assert told[-1] == End(1, 0)
