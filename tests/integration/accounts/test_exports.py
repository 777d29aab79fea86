"""What people and employers export, as Excel and PDF: real numbers, Chinese headings, nobody else's."""

import csv
import io
import uuid
import zipfile
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from tests.support.pdf import fonts_of, pages_of

from shared.base import csv_process
from shared.base.bounded import Bounds, process
from shared.base.sheet_process import write
from shared.base.sheets import MODULE, PAGES_MODULE, Cells, Column, Table, head, lines
from shared.http.exports import BOUNDS
from shared.identity.principal import Role

from .conftest import Accounts, Caller, employee, id_number


def rows_of(data: bytes) -> list[list[Any]]:
    (name,) = CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return book.get_sheet_by_name(name).to_python()


async def printed(caller: Caller, path: str, **query: Any) -> list[str]:
    """The pages of a PDF, without blanks."""
    answer = await caller.get(path, form="pdf", **query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].endswith(".pdf")
    return pages_of(answer.content)


async def exported(caller: Caller, path: str, **query: Any) -> list[list[Any]]:
    answer = await caller.get(path, **query)
    assert answer.status_code == 200, answer.text
    assert "filename*=UTF-8''%E" in answer.headers["content-disposition"]
    return rows_of(answer.content)


async def test_r_qry_4_people_and_employers_take_what_they_see_as_a_spreadsheet(
    accounts: Accounts,
) -> None:
    """600,000 fen at 8 + 8 % are 960.00 yuan (E18)."""
    number, other = await accounts.employer(), await accounts.employer()
    document = id_number()
    body = {"employees": [employee(document, name="欧阳建国", opened_on="2026-01-01")]}
    made = await accounts.staff.done(f"/employers/{number}/accounts", body)
    (account,) = made["accounts"]
    listed = await accounts.remit(number, "2026-01")
    operator = accounts.operator(number)

    staff = await exported(operator, f"/employers/{number}/accounts/export")
    assert staff[0][:5] == ["个人账号", "姓名", "证件号码", "账户状态", "缴存基数（元）"]
    assert staff[1][:2] == [account["account_number"], "欧阳建国"]
    assert staff[1][3:7] == ["正常", 6000.0, date(2026, 1, 1), date(2026, 1, 1)]
    assert document not in str(staff), "the ID number is masked"
    assert len(await exported(operator, f"/employers/{number}/accounts/export", state="02")) == 1
    line = (await exported(operator, f"/lists/{listed['id']}/lines/export"))[1]
    assert line[3:] == [6000.0, 480.0, 480.0, 960.0]
    (_, month) = await exported(operator, f"/employers/{number}/lists/export")
    assert month[:6] == [date(2026, 1, 1), "已入账", 1.0, 480.0, 480.0, 960.0]
    changes = await exported(operator, f"/employers/{number}/staff-changes/export")
    assert [row[1] for row in changes[1:]] == ["开户"]

    owner = accounts.caller(Role.INDIVIDUAL, uuid.UUID(account["person_id"]))
    entries = await exported(owner, "/my/entries/export")
    assert entries[0][-1] == "余额（元）"
    assert entries[1] == [
        date(2026, 3, 2),
        date(2026, 3, 2),
        "汇缴",
        date(2026, 1, 1),
        960.0,
        "",
        960.0,
    ]
    assert len(await exported(owner, "/my/entries/export", booked_from="2026-03-03")) == 1

    (page,) = await printed(operator, f"/employers/{number}/accounts/export")
    assert f"{account['account_number']}欧阳建国" in page
    assert "正常6,000.002026-01-012026-01" in page
    assert f"单位账号{number}导出时间2026年3月2日10:00（北京时间）第1页" in page
    assert document not in page
    (page,) = await printed(operator, f"/employers/{number}/lists/export")
    assert "2026-01已入账1480.00480.00960.00" in page
    (page,) = await printed(operator, f"/employers/{number}/staff-changes/export")
    assert "开户" in page
    (page,) = await printed(owner, "/my/entries/export")
    assert "2026-03-022026-03-02汇缴2026-01960.00960.00" in page
    assert "共1行，以下空白" in page

    stranger = accounts.operator(other)
    for what in ("accounts", "suspense", "history"):
        assert (await stranger.get(f"/employers/{number}/{what}/export")).status_code == 404
    assert (await stranger.get(f"/lists/{listed['id']}/lines/export")).status_code == 404
    theirs = f"/accounts/{account['account_number']}/entries/export"
    (nobody,) = await accounts.people(other, 600_000)
    assert (await accounts.citizen(nobody).get(theirs)).status_code == 404


async def test_r_dep_7_what_lies_in_suspense_and_what_happened_are_taken_away(
    accounts: Accounts,
) -> None:
    """Somebody pays 12,345.67 with a note that names no list; a month of 960.00 is booked."""
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=date(2026, 1, 1))
    listed = await accounts.remit(number, "2026-01")
    operator = accounts.operator(number)
    await accounts.credit(listed["payment_reference"], 1_234_567, bank_serial="MORE-1")
    suspense = (await exported(operator, f"/employers/{number}/suspense/export"))[1]
    assert suspense[1:4] == [12_345.67, 12_345.67, 0]
    assert suspense[7:] == ["2026-01清册已入账，此款为多缴。", "MORE-1"]
    (page,) = await printed(operator, f"/employers/{number}/suspense/export")
    assert "12,345.6712,345.670.00" in page
    assert "MORE-1" in page

    history = await exported(operator, f"/employers/{number}/history/export")
    assert [row[1] for row in history[1:]] == ["缴存登记", "签订网上业务协议", "汇缴入账"]
    assert history[3][2:5] == [date(2026, 1, 1), "", 960.0]
    (page,) = await printed(operator, f"/employers/{number}/history/export")
    assert f"汇缴入账2026-01960.00{listed['payment_reference']}" in page


TABLE = Table(
    "测试",
    (
        Column("说明"),
        Column("金额", Cells.YUAN),
        Column("日期", Cells.DAY),
        Column("比例", Cells.PERCENT),
        Column("人数", Cells.COUNT),
    ),
)
EVIL = '=HYPERLINK("http://example.test","点我")'


@pytest.mark.parametrize("evil", [EVIL, "+1+1", "-2+3", "@SUM(A1)", "\t=1+1"])
def test_no_text_is_ever_a_formula_and_numbers_and_days_are_such(evil: str) -> None:
    rows = [[evil, -123_456, date(2026, 3, 2), 850, 7], ["371402199001010018", None, None, None, 0]]
    given, out = io.BytesIO(head(TABLE) + lines(rows)), io.BytesIO()
    write(given, out)
    with zipfile.ZipFile(io.BytesIO(out.getvalue())) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
        styles = file.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert 'quotePrefix="1"' in styles
    assert 'state="frozen"' in sheet
    assert 'ySplit="1"' in sheet
    titles, first, second = rows_of(out.getvalue())
    assert titles == ["说明", "金额", "日期", "比例", "人数"]
    assert first == [evil, -1234.56, date(2026, 3, 2), 0.085, 7.0]
    assert second[0] == "371402199001010018", "no digit is lost"


async def test_a_hundred_times_as_many_rows_need_no_more_memory() -> None:
    """A process that may use 192 MiB writes 20,000 rows; held in memory they would be more."""
    many = lines(
        [[f"职工{number}" * 60, number, date(2026, 3, 2), 800, 1] for number in range(2_000)]
    )

    async def given() -> AsyncIterator[bytes]:
        yield head(TABLE)
        for _ in range(10):
            yield many

    bounds = Bounds(192 * 1024 * 1024, 60, 60.0)
    async with process(MODULE, bounds, given()) as writing:
        data = b"".join([block async for block in writing.blocks()])
    assert len(rows_of(data)) == 20_001


async def test_each_printed_page_has_the_head_and_its_fonts_and_no_row_is_lost() -> None:
    """501 rows: a portion and a row more, in a process that may use no more than any export."""
    name = "𠅤𠀾" + EVIL
    rows = [[name, 100 * number + 1, date(2026, 3, 2), 850, 7] for number in range(501)]

    async def given() -> AsyncIterator[bytes]:
        yield head(TABLE)
        yield lines(rows)

    async with process(PAGES_MODULE, BOUNDS, given(), "单位账号 100001") as printing:
        data = b"".join([block async for block in printing.blocks()])
    assert set(fonts_of(data)) == {("yes", "yes", "yes")}
    pages = pages_of(data)
    assert len(pages) > 10
    for number, page in enumerate(pages, start=1):
        assert "说明金额日期比例人数" in page
        assert page.endswith(f"单位账号100001第{number}页"), page[-40:]
    text = "".join(pages)
    for _, fen, *_ in rows:
        assert f"{fen // 100:,}.01" + "2026-03-028.50%7" in text, fen
    assert "共501行，以下空白" in pages[-1]
    assert name in pages[0]


def test_csv_is_read_again_as_it_was_and_no_text_is_a_formula() -> None:
    """RFC 4180; amounts below a yuan and below 0 keep their digits (fen never pass through a float)."""
    kinds = (Cells.TEXT, Cells.YUAN, Cells.PERCENT, Cells.MONTH)
    names = ["名称", "金额", "比例", "月"]
    table = Table("表", tuple(map(Column, names, kinds)))
    rows = [["甲,乙\n“丙”", -5, 850, date(2026, 3, 1)], ["=1+1", 123_456_789_012_345, None, None]]
    out = io.BytesIO()
    csv_process.write(io.BytesIO(head(table) + lines(rows)), out)
    assert list(csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline=""))) == [
        names,
        ["甲,乙\n“丙”", "-0.05", "8.50%", "2026-03"],
        ["'=1+1", "1234567890123.45", "", ""],
    ]
