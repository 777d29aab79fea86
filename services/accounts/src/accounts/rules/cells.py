"""One cell of a list, read as an amount or a month; what Excel has already changed is refused."""

import re
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation

from accounts.domain import Month
from shared.base.cells import EXCEL_DAY_0, EXCEL_DAYS, BadCell, Cell, text_of
from shared.base.cleaning import clean_number

MAX_FEN = 100_000_000_00
"""One hundred million yuan a month: beyond any wage."""
FLOAT_NOISE = 0.0001
"""Of a fen: 480.15 reckoned by Excel may be stored as 480.15000000000003."""
EXACT_YUAN = 10.0**8
"""Below it a float tells fen apart with digits to spare."""

_AMOUNT = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?")
_MONTH = re.compile(
    r"((?:19|20|21)[0-9]{2})(?:年|-|/|\.)?([01]?[0-9])(?:月份?|(?:-|/|\.)[0-9]{1,2})?"
)


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
