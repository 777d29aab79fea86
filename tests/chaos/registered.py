"""What the registers of the city have on record of the citizens of a run, and what it is worth; by hand.

Everybody's sum is another, so that money on the wrong card is seen by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from shared.base.calendar import months_after

BUILD_FEN, BUILD_STEP_FEN = 30_000, 10
RENOVATION_FEN = 20_000
FEE_FEN = 10_000
PAYMENT_FEN, PAYMENTS = 4_000, 12
"""Of a bank's loan, each month; 12 are the least, and all that a year holds."""
PRICE_FEN = 40_000_000
"""More than anybody has saved: the balance is the limit."""


@dataclass(frozen=True)
class Record:
    """What one register says of somebody."""

    register: str
    outcome: str = "yes"
    data: Mapping[str, Any] = field(default_factory=dict)


def records_of(key: str, number: int, today: date) -> list[Record]:
    """What is on record of a citizen, by the part that he or she plays."""
    unit, day = f"3714{number:08d}", today.isoformat()
    home = Record("homes", data={"homes": [{"unit": unit, "in_city": True}]})
    permit = {"number": f"JZ{unit}", "unit": unit, "granted_on": day, "area_hundredths": 9_000}
    building = BUILD_FEN + BUILD_STEP_FEN * number
    decorating = 2 * (RENOVATION_FEN + number) + 1
    loan = _loan(unit, number, today)
    found = {
        "buys": [Record("homes", data={"contracts": [_contract(unit, day)]})],
        "builds": [
            Record("homes", data={"permits": [permit]}), _invoice(unit, "build", building, day),
        ],
        "repays-a-bank": [home, Record("bank_loans", data={"loans": [loan]})],
        "renovates": [home, _invoice(unit, "renovation", decorating, day)],
        "pays-a-fee": [home, _invoice(unit, "property_fee", FEE_FEN + number, day)],
        "cannot-work": [Record("working_ability", data={"disability_grade": 2})],
        "owns-a-home": [home],
        "nobody-knows": [Record("homes", "unknown")],
    }  # fmt: skip
    return found.get(key, [])


def limit_fen(key: str, number: int) -> int | None:
    """How much at most; None where only the balance is the limit."""
    return {
        "builds": BUILD_FEN + BUILD_STEP_FEN * number,
        "repays-a-bank": PAYMENTS * (PAYMENT_FEN + number),
        "renovates": RENOVATION_FEN + number,
        "pays-a-fee": FEE_FEN + number,
    }.get(key)


def _contract(unit: str, day: str) -> dict[str, Any]:
    return {
        "number": f"WQ{unit}", "unit": unit, "ordinal": 1, "new": True, "price_fen": PRICE_FEN,
        "value_fen": PRICE_FEN, "counted_from": day, "loans_fen": 0, "down_payment_fen": 0, "paid_fen": 0,
    }  # fmt: skip


def _invoice(unit: str, use: str, fen: int, day: str) -> Record:
    bill = {
        "number": f"FP{unit}",
        "use": use,
        "unit": unit,
        "fen": fen,
        "dated_on": day,
        "paid_on": day,
    }
    return Record("invoices", data={"invoices": [bill]})


def _loan(unit: str, number: int, today: date) -> dict[str, Any]:
    """Of the home that is on record, so that nobody doubts it (R-WDR-40).

    Paid on this day of each of the last twelve months; the day a year ago would be a thirteenth.
    """
    fen = PAYMENT_FEN + number
    days = [months_after(today, -back) for back in range(PAYMENTS)]
    return {
        "number": f"YH{number:08d}", "unit": unit, "fund": False, "instalment_fen": fen,
        "balance_fen": 30_000_000, "arrears": False, "offset": False, "paid_off_on": None,
        "payments": [
            {"number": f"{day:%Y%m%d}", "paid_on": day.isoformat(), "fen": fen, "own_fen": fen}
            for day in days
        ],
    }  # fmt: skip
