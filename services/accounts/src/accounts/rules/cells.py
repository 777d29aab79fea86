"""One cell of a spreadsheet, read as what its column is for; what Excel has already changed is refused."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from accounts.domain import Month
from shared.base.cleaning import clean_number

Cell = str | float | bool | date | datetime | time | timedelta | None
"""What a spreadsheet's cell may hold; a CSV file has texts only."""

MAX_FEN = 100_000_000_00
"""One hundred million yuan a month: beyond any wage."""
EXACT_BELOW = 10**15
"""Excel keeps so many digits of a number; of a longer one the rest has become 0."""
FLOAT_NOISE = 0.0001
"""Of a fen: 480.15 reckoned by Excel may be stored as 480.15000000000003."""
EXACT_YUAN = 10.0**8
"""Below it a float tells fen apart with digits to spare."""
EXCEL_DAY_0 = date(1899, 12, 30)
EXCEL_DAYS = range(32_874, 109_575)
"""Serial numbers of the days from 1990 to 2199."""

_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?E\+?[0-9]+")
_FORMULA_TEXT = re.compile(r'="(.*)"')
_AMOUNT = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?")
_MONTH = re.compile(
    r"((?:19|20|21)[0-9]{2})(?:年|-|/|\.)?([01]?[0-9])(?:月份?|(?:-|/|\.)[0-9]{1,2})?"
)


@dataclass
class BadCell(Exception):
    """A cell that cannot be taken: why, what would be allowed, by which rule."""

    reason: str
    allowed: str
    rule: str


def is_empty(cell: Cell) -> bool:
    """Tell whether nothing stands in a cell, or only what cannot be seen."""
    return cell is None or (isinstance(cell, str) and not cell.strip("\u200b\ufeff \t\r\n\u3000"))


def text_of(cell: Cell) -> str:
    """Return what a cell shows, as text: no control characters, which no column here has."""
    if isinstance(cell, str):
        found = _FORMULA_TEXT.fullmatch(cell.strip())
        text = (found.group(1) if found else cell).strip()
        return text if text.isprintable() else "".join(filter(str.isprintable, text)).strip()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT_BELOW:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def number_in(cell: Cell, *, digits_exact: bool) -> str:
    """Read a number that identifies: an account's, a document's; raises `BadCell` (R-CHK-1).

    `digits_exact` takes a number cell too, as long as Excel has kept all of its digits.
    """
    if isinstance(cell, float) and digits_exact and cell.is_integer() and 0 <= cell < EXACT_BELOW:
        return str(int(cell))
    if not isinstance(cell, str):
        raise BadCell(
            "单元格不是文本格式，Excel只保留数字的前15位，号码可能已被改动",
            "请先将该列设为“文本”格式，再重新填写完整号码",
            "R-CHK-1",
        )
    text = text_of(cell)
    cleaned = text if text.isascii() and text.isalnum() else clean_number(text)
    if _SCIENTIFIC.fullmatch(cleaned.upper()):
        raise BadCell(
            "号码已被Excel改成科学计数，后几位已丢失",
            "请从原始资料取得完整号码，按“文本”格式重新填写",
            "R-CHK-1",
        )
    return cleaned.upper()


def fen_in(cell: Cell) -> int:
    """Read an amount in yuan, as fen; raises `BadCell` (R-DEP-3)."""
    if isinstance(cell, float) and 0 < cell < EXACT_YUAN:
        hundredfold = cell * 100
        nearest = round(hundredfold)
        if nearest and abs(hundredfold - nearest) < FLOAT_NOISE:
            return nearest
    fen = _yuan_in(cell) * 100
    rounded = fen.to_integral_value()
    if abs(fen - rounded) > FLOAT_NOISE:
        raise BadCell("金额多于两位小数", "精确到分的金额", "R-DEP-3")
    if not 0 < rounded <= MAX_FEN:
        raise BadCell("金额不在可填范围内", f"大于0，不超过{MAX_FEN // 100}元", "R-DEP-4")
    return int(rounded)


def _yuan_in(cell: Cell) -> Decimal:
    if isinstance(cell, float):
        found = Decimal(repr(cell))
        if found.is_finite():
            return found
    if isinstance(cell, date | time | timedelta):
        raise BadCell("单元格是日期格式，不是金额", "请将单元格改为“数值”格式", "R-DEP-3")
    if isinstance(cell, str):
        text = clean_number(text_of(cell)).removeprefix("¥").removesuffix("元")
        if _AMOUNT.fullmatch(text):
            try:
                return Decimal(text.replace(",", ""))
            except InvalidOperation:
                pass
    raise BadCell("不是金额", "以元为单位的数字，如6000.00", "R-DEP-3")


def month_in(cell: Cell) -> Month | None:
    """Read a month however it is written: as text, as a date, as the number that Excel keeps a date as."""
    if isinstance(cell, date):
        return Month.of(cell)
    if isinstance(cell, float) and cell.is_integer() and int(cell) in EXCEL_DAYS:
        return Month.of(EXCEL_DAY_0 + timedelta(days=int(cell)))
    found = _MONTH.fullmatch(clean_number(text_of(cell)))
    if found is None or not 1 <= int(found[2]) <= 12:
        return None
    return Month(int(found[1]), int(found[2]))


def column_name(index: int) -> str:
    """Name a column as spreadsheets do, counted from 0: A, B, …, Z, AA."""
    name = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
