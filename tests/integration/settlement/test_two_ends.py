"""Money has two ends: loans, the ledger and the orders have the same of each loan, or somebody answers."""

import uuid
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.support.issuer import Issuer

from local.certificates import Certificates
from settlement.cli import run_services
from settlement.handlers import orders, told
from settlement.tasks import compare_what_is_told
from shared.base.clock import BUSINESS_ZONE, FixedClock
from shared.identity.principal import Role
from shared.messages.totals import LoanMoneyTotalsTold, LoanTotalsTold, MoneyTotal

from .conftest import Bank, Settlement, made_with

CONTRACT = "DK2016000123"
DAY = date(2026, 3, 10)
LENT_FEN, PAID_FEN, DEBITED_FEN = 30_000_000, 340_318, 170_159


def moment(day: date, hour: int = 1) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=BUSINESS_ZONE)


def line(lent: int = 0, repaid: int = 0, debited: int = 0, **about: Any) -> MoneyTotal:
    about = about or {"contract_number": CONTRACT}
    usual: dict[str, Any] = {"contract_number": None, "disbursement_id": None}
    return MoneyTotal(**(usual | about), disbursed_fen=lent, repaid_fen=repaid, debited_fen=debited)


def loans_told(day: date, *lines: MoneyTotal, chunk: int = 1, chunks: int = 1) -> LoanTotalsTold:
    return LoanTotalsTold(
        part=f"{day}/{chunk}", as_of=day, chunk=chunk, chunks=chunks, totals=list(lines)
    )


def ledger_told(day: date, *lines: MoneyTotal) -> LoanMoneyTotalsTold:
    return LoanMoneyTotalsTold(part=f"{day}/1", as_of=day, chunk=1, chunks=1, totals=list(lines))


async def planted(settlement: Settlement, gap_fen: int = 100) -> uuid.UUID:
    """An open difference; another one each time."""
    found = await settlement.context.pool.fetchval(
        """
        INSERT INTO cross_difference (id, contract_number, what, as_of, loans_fen, accounts_fen,
                                      first_seen_on, state, found_at)
        VALUES (gen_random_uuid(), gen_random_uuid()::text, 'repaid', $1, $2, 0, $1, 'open', now())
        RETURNING id
        """,
        DAY,
        gap_fen,
    )
    assert isinstance(found, uuid.UUID)
    return found


class Ends:
    """Three services that say what they have, day by day."""

    def __init__(self, settlement: Settlement) -> None:
        self.settlement = settlement
        self.pool = settlement.context.pool

    async def moved(
        self, kind: str, amount_fen: int, on: date, back_on: date | None = None
    ) -> uuid.UUID:
        """An order that the bank has executed, or that came back."""
        made = self.settlement.disbursement if kind == "disbursement" else self.settlement.debit
        event = made(amount_fen)
        handler: Any = (
            orders.disbursement_approved if kind == "disbursement" else orders.debit_requested
        )
        assert await self.settlement.deliver(handler, event) == []
        key = uuid.UUID(event.subject)
        await self.pool.execute(
            """
            UPDATE payment_order SET state = 'succeeded', bank_serial = $2, paid_on = $3, next_at = NULL
            WHERE order_id = $1
            """,
            key, f"B{key.hex[:10]}", on,
        )  # fmt: skip
        if back_on:
            await self.pool.execute(
                """
                UPDATE payment_order SET state = 'returned', return_serial = 'R', returned_on = $2,
                       reason_code = 'AC04', reason_text = '账户已销户' WHERE order_id = $1
                """,
                key, back_on,
            )  # fmt: skip
        return key

    async def lent(self) -> uuid.UUID:
        """One loan, paid out and repaid by one debit and an offset, before the first day."""
        await self.moved("debit", DEBITED_FEN, DAY - timedelta(days=2))
        return await self.moved("disbursement", LENT_FEN, DAY - timedelta(days=3))

    def at(self, day: date, hour: int = 1) -> None:
        clock = self.settlement.context.clock
        assert isinstance(clock, FixedClock)
        clock.advance(moment(day, hour) - clock.now())

    async def tell(self, day: date, loans: list[MoneyTotal], ledger: list[MoneyTotal]) -> None:
        self.at(day)
        assert await self.settlement.deliver(told.loan_totals, loans_told(day, *loans)) == []
        assert await self.settlement.deliver(told.ledger_totals, ledger_told(day, *ledger)) == []
        await compare_what_is_told(self.settlement.context)

    async def standing(self) -> list[tuple[Any, ...]]:
        rows = await self.pool.fetch(
            """
            SELECT what, state, loans_fen, accounts_fen, settlement_fen, first_seen_on FROM cross_difference
            WHERE state <> 'closed' ORDER BY what
            """
        )
        return [tuple(row) for row in rows]


@pytest.fixture
async def ends(service_context: Any, tmp_path: Path, tls: Certificates, keys: Issuer) -> Ends:
    clock = FixedClock(moment(DAY))
    return Ends(await made_with(service_context, Bank(tmp_path, tls), keys, clock=clock))


async def test_what_agrees_to_the_fen_makes_no_difference(ends: Ends) -> None:
    key = await ends.lent()
    await ends.moved("disbursement", 5_000, DAY - timedelta(days=5), DAY - timedelta(days=4))
    await ends.moved("debit", 900, DAY)
    loans = [line(LENT_FEN, PAID_FEN, DEBITED_FEN)]
    ledger = [line(0, PAID_FEN, DEBITED_FEN), line(LENT_FEN, disbursement_id=key)]
    await ends.tell(DAY, loans, ledger)
    assert await ends.standing() == []
    assert await ends.pool.fetchval("SELECT count(*) FROM cross_comparison") == 1
    assert await ends.pool.fetchval("SELECT count(*) FROM told_total") == 0, "compared, forgotten"


@pytest.mark.parametrize(
    ("loans", "ledger", "found"),
    [
        pytest.param(
            line(0, 700), line(), ("repaid", 700, 0, None), id="a repayment without money"
        ),
        pytest.param(
            line(), line(0, 700), ("repaid", 0, 700, None), id="a posting that no loan has"
        ),
        pytest.param(
            line(), line(500, disbursement_id=uuid.uuid4()), ("disbursed", 0, 500, 0),
            id="a posting without an order",
        ),
        pytest.param(
            line(500), line(), ("disbursed", 500, 0, 0), id="a disbursement without a payment"
        ),
        pytest.param(
            line(0, 300, 300), line(0, 300, 300), ("debited", 300, 300, 0),
            id="a debit without an order",
        ),
    ],
)  # fmt: skip
async def test_a_planted_difference_is_new_and_open_by_the_next_date(
    ends: Ends, loans: MoneyTotal, ledger: MoneyTotal, found: tuple[Any, ...]
) -> None:
    what, *figures = found
    await ends.tell(DAY, [loans], [ledger])
    assert await ends.standing() == [(what, "new", *figures, DAY)]
    await ends.tell(DAY + timedelta(days=1), [loans], [ledger])
    assert await ends.standing() == [(what, "open", *figures, DAY)]


async def test_an_order_that_nobody_booked_is_found(ends: Ends) -> None:
    await ends.moved("debit", 900, DAY - timedelta(days=1))
    await ends.tell(DAY, [], [])
    assert await ends.standing() == [("debited", "new", 0, 0, 900, DAY)]


async def test_what_was_under_way_at_midnight_closes_by_itself(ends: Ends) -> None:
    await ends.moved("debit", 900, DAY - timedelta(days=1))
    await ends.tell(DAY, [line(0, 900, 900)], [])
    assert [row[:2] for row in await ends.standing()] == [("debited", "new"), ("repaid", "new")]
    await ends.tell(DAY + timedelta(days=1), [line(0, 900, 900)], [line(0, 900, 900)])
    assert await ends.standing() == []
    closed = await ends.pool.fetch("SELECT state, closed_on FROM cross_difference")
    assert {tuple(row) for row in closed} == {("closed", DAY + timedelta(days=1))}


async def test_who_is_silent_at_noon_is_a_difference_until_it_tells(ends: Ends) -> None:
    ends.at(DAY, hour=11)
    await ends.settlement.deliver(told.loan_totals, loans_told(DAY, line(0, 5)))
    await compare_what_is_told(ends.settlement.context)
    assert await ends.standing() == []
    ends.at(DAY, hour=12)
    await compare_what_is_told(ends.settlement.context)
    await compare_what_is_told(ends.settlement.context)
    assert await ends.standing() == [("silent_accounts", "open", None, None, None, DAY)]
    await ends.settlement.deliver(told.ledger_totals, ledger_told(DAY, line(0, 5)))
    await compare_what_is_told(ends.settlement.context)
    assert await ends.standing() == []


async def test_parts_come_again_and_in_any_order(ends: Ends) -> None:
    second = loans_told(DAY, line(0, 40), chunk=2, chunks=2)
    first = loans_told(DAY, line(0, 60), chunk=1, chunks=2)
    ledger = ledger_told(DAY, line(0, 100))
    deliver = ends.settlement.deliver
    assert await deliver(told.loan_totals, second, second) == []
    assert await deliver(told.ledger_totals, ledger) == []
    await compare_what_is_told(ends.settlement.context)
    assert await ends.pool.fetchval("SELECT count(*) FROM cross_comparison") == 0, "half is told"
    assert await deliver(told.loan_totals, first) == []
    assert await deliver(told.loan_totals, second) == []
    await compare_what_is_told(ends.settlement.context)
    assert await ends.standing() == []
    assert await deliver(told.loan_totals, second) == [], "too late: it changes nothing"
    assert await ends.pool.fetchval("SELECT count(*) FROM told_part") == 0


async def test_what_cannot_be_believed_is_parked(ends: Ends) -> None:
    deliver = ends.settlement.deliver
    assert await deliver(told.loan_totals, loans_told(DAY, line(0, 60))) == []
    other = loans_told(DAY, line(0, 61))
    far = loans_told(DAY + timedelta(days=2), line(0, 60))
    outside = loans_told(DAY, chunk=3, chunks=2)
    about_nothing = loans_told(DAY, line(1, contract_number=None), chunk=2, chunks=2)
    assert len(await deliver(told.loan_totals, other, far, outside, about_nothing)) == 4


async def test_an_explanation_holds_while_the_gap_is_the_same(ends: Ends) -> None:
    for number in range(2):
        await ends.tell(DAY + timedelta(days=number), [line(0, 700)], [])
    staff = ends.settlement.caller(Role.STAFF_CHECKER)
    (shown,) = (await staff.get("/cross-differences", state="open")).json()["items"]
    assert (shown["contract_number"], shown["what_text"]) == (CONTRACT, "贷款还款金额不一致")
    offset = moment(DAY + timedelta(days=1)) - datetime.now(BUSINESS_ZONE)
    that_day = ends.settlement.context.settings.model_copy(
        update={"business_clock_offset_seconds": int(offset.total_seconds())}
    )
    path = f"/cross-differences/{shown['id']}/explanation"
    assert await run_services(that_day) == 1
    grounds = {"reason": "柜面补记中", "evidence": ["2026-118"]}
    done = (await ends.settlement.desk.by_two(path, grounds)).json()["result"]
    assert (done["state"], done["explanation"]) == ("explained", "柜面补记中")
    assert await run_services(that_day) == 0
    await ends.tell(DAY + timedelta(days=2), [line(0, 900)], [line(0, 200)])
    assert [row[1] for row in await ends.standing()] == ["explained"], "both grew by 200"
    await ends.tell(DAY + timedelta(days=3), [line(0, 901)], [line(0, 200)])
    assert [row[1] for row in await ends.standing()] == ["open"]


async def test_differences_between_services_come_by_pages(settlement_alone: Settlement) -> None:
    wanted = {str(await planted(settlement_alone)) for _ in range(3)}
    staff = settlement_alone.caller(Role.STAFF_MAKER)
    first = (await staff.get("/cross-differences", limit=2)).json()
    rest = (await staff.get("/cross-differences", limit=2, cursor=first["next_cursor"])).json()
    assert {one["id"] for one in first["items"] + rest["items"]} == wanted
    assert rest["next_cursor"] is None
