"""Three ways, every day: bank statement, payment orders, ledger; every difference a row with its reason."""

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from settlement import cli
from settlement.domain import Entry, EntryKind, Kind, OrderId, Statement
from settlement.handlers import ledger, reconciliation
from settlement.iso20022 import BadMessage
from settlement.settings import Settings
from settlement.store import comparison
from settlement.store.days import DueDay
from settlement.work import reconciler
from settlement.work.link import BankLink
from shared.base.clock import SystemClock
from shared.base.money import Fen
from shared.messages.accounts import FundsPosted, FundsRestored, LoanMoneyBooked, ReceiptRecorded

from .conftest import AMOUNT_FEN, Bank, BankProcess, Settlement, SettlementFactory, today, until

DAY = date(2026, 10, 12)
OPENING_FEN = 1_000_000_000


def posted(key: uuid.UUID, on: date, amount_fen: int = AMOUNT_FEN) -> FundsPosted:
    return FundsPosted(
        application_id=key, person_id=uuid.uuid4(), amount_fen=amount_fen, posted_on=on,
        account_closed=True,
    )  # fmt: skip


def restored(key: uuid.UUID, on: date, amount_fen: int = AMOUNT_FEN) -> FundsRestored:
    return FundsRestored(
        application_id=key, person_id=uuid.uuid4(), amount_fen=amount_fen, restored_on=on
    )


def recorded(serial: str, on: date, amount_fen: int = AMOUNT_FEN) -> ReceiptRecorded:
    return ReceiptRecorded(bank_serial=serial, amount_fen=amount_fen, value_date=on)


def booked(key: uuid.UUID, as_entry: EntryKind, amount_fen: int = AMOUNT_FEN) -> LoanMoneyBooked:
    """What the ledger says of loan money that the bank books as such an entry."""
    (kind,) = (kind for kind, entry in ledger.LOAN_MONEY.items() if entry is as_entry)
    return LoanMoneyBooked(key=key, kind=kind, amount_fen=amount_fen, booked_on=DAY)


class Books:
    """A day's three books, written by hand: what agrees, and what does not."""

    def __init__(self, settlement: Settlement) -> None:
        self.settlement = settlement
        self.lines: list[Entry] = []

    def line(self, kind: EntryKind, **changes: Any) -> Entry:
        number = len(self.lines) + 1
        usual: dict[str, Any] = {
            "number": number, "serial": f"S{number:06d}", "kind": kind,
            "amount_fen": Fen(AMOUNT_FEN), "credit": kind not in (EntryKind.PAYOUT, EntryKind.REVERSAL),
            "booked_on": DAY, "value_on": DAY,
        }  # fmt: skip
        self.lines.append(Entry(**usual | changes))
        return self.lines[-1]

    async def order(
        self, state: str, serial: str = "", on: date = DAY, kind: Kind = Kind.PAYOUT
    ) -> OrderId:
        """An order as the sender has left it."""
        made = {
            Kind.PAYOUT: self.settlement.approved,
            Kind.DISBURSEMENT: self.settlement.paid_out,
            Kind.DEBIT: self.settlement.collected,
        }
        key = await made[kind]()
        paid = state in ("succeeded", "returned")
        pool = self.settlement.context.pool
        if state in ("unknown", "failed"):
            await pool.execute(
                "UPDATE payment_order SET state = 'sent', batch_id = gen_random_uuid(), sent_at = now()"
                " WHERE order_id = $1", key,
            )  # fmt: skip
        await pool.execute(
            """
            UPDATE payment_order SET
                state = CASE WHEN $2 = 'returned' THEN 'succeeded' ELSE $2 END,
                next_at = CASE WHEN $2 IN ('to_send', 'unknown') THEN now() END,
                unknown_since = CASE WHEN $2 = 'unknown' THEN now() END,
                reason_code = CASE WHEN $2 IN ('failed', 'returned') THEN 'AC04' END,
                reason_text = CASE WHEN $2 IN ('failed', 'returned') THEN '销户' END,
                bank_serial = CASE WHEN $3 THEN $4 END, paid_on = CASE WHEN $3 THEN $5::date END
            WHERE order_id = $1
            """,
            key, state, paid, serial, on,
        )  # fmt: skip
        if state == "returned":
            await pool.execute(
                "UPDATE payment_order SET state = 'returned', return_serial = $2, returned_on = $3"
                " WHERE order_id = $1", key, f"R{serial}", on,
            )  # fmt: skip
        return OrderId(key)

    async def payment(self) -> OrderId:
        """A payment that all three know."""
        key = await self.order("succeeded", f"S{len(self.lines) + 1:06d}")
        self.line(EntryKind.PAYOUT, key=key)
        await self.settlement.deliver(ledger.funds_posted, posted(key, DAY))
        return key

    def statement(self, **changes: Any) -> Statement:
        moved = sum(line.amount_fen if line.credit else -line.amount_fen for line in self.lines)
        usual: dict[str, Any] = {
            "business_date": DAY,
            "opening_fen": Fen(OPENING_FEN),
            "closing_fen": Fen(OPENING_FEN + moved),
            "entries": tuple(self.lines),
        }
        return Statement(**usual | changes)

    async def compare(
        self, *, days_later: int = 2, statement: Statement | None = None
    ) -> list[tuple[str, str, str]]:
        """Compare; return kind, key and reason of the open differences."""
        statement = statement or self.statement()
        day = statement.business_date
        async with self.settlement.context.unit() as unit:
            await unit.connection.execute(
                "INSERT INTO reconciliation (business_date, requested_at) VALUES ($1, now())"
                " ON CONFLICT DO NOTHING", day,
            )  # fmt: skip
            await comparison.keep_statement(unit.connection, statement)
            compared = await comparison.compare(
                unit.connection, statement, today=day + timedelta(days=days_later), late_days=1,
                now=unit.clock.now(),
            )  # fmt: skip
        found = await self.open(day)
        assert compared.differences == len(found)
        return found

    async def open(self, day: date = DAY) -> list[tuple[str, str, str]]:
        rows = await self.settlement.context.pool.fetch(
            "SELECT kind, key, reason FROM difference WHERE business_date = $1 AND state = 'open'"
            " ORDER BY kind, key, reason", day,
        )  # fmt: skip
        return [tuple(row) for row in rows]


@pytest.fixture
def books(settlement_alone: Settlement) -> Books:
    return Books(settlement_alone)


async def test_what_agrees_three_ways_is_no_difference(books: Books) -> None:
    await books.payment()
    receipt = books.line(EntryKind.RECEIPT)
    await books.settlement.deliver(ledger.receipt_recorded, recorded(receipt.serial, DAY))
    key = await books.order("returned", f"S{len(books.lines) + 1:06d}")
    books.line(EntryKind.PAYOUT, key=key)
    back = books.line(EntryKind.RETURN, key=key)
    await books.settlement.context.pool.execute(
        "UPDATE payment_order SET return_serial = $2 WHERE order_id = $1", key, back.serial
    )
    await books.settlement.deliver(ledger.funds_posted, posted(key, DAY))
    await books.settlement.deliver(ledger.funds_restored, restored(key, DAY))
    assert await books.compare() == []


async def test_the_money_of_loans_that_agrees_three_ways_is_no_difference(books: Books) -> None:
    """Paid out and kept, paid out and returned, debited and kept, debited and taken back."""
    for kind, done, undone in (
        (Kind.DISBURSEMENT, EntryKind.PAYOUT, EntryKind.RETURN),
        (Kind.DEBIT, EntryKind.DEBIT, EntryKind.REVERSAL),
    ):
        for state in ("succeeded", "returned"):
            key = await books.order(state, f"S{len(books.lines) + 1:06d}", kind=kind)
            books.line(done, key=key)
            await books.settlement.deliver(ledger.loan_money_booked, booked(key, done))
            if state == "returned":
                back = books.line(undone, key=key)
                await books.settlement.context.pool.execute(
                    "UPDATE payment_order SET return_serial = $2 WHERE order_id = $1",
                    key, back.serial,
                )  # fmt: skip
                await books.settlement.deliver(ledger.loan_money_booked, booked(key, undone))
    assert await books.compare() == []


async def test_a_debit_that_one_side_has_otherwise_is_a_row_with_its_reason(books: Books) -> None:
    not_in_ledger = await books.order("succeeded", "S000001", kind=Kind.DEBIT)
    books.line(EntryKind.DEBIT, key=not_in_ledger)
    taken_back = await books.order("succeeded", "S000002", kind=Kind.DEBIT)
    books.line(EntryKind.DEBIT, key=taken_back)
    await books.settlement.deliver(ledger.loan_money_booked, booked(taken_back, EntryKind.DEBIT))
    books.line(EntryKind.REVERSAL, key=taken_back)
    turned_round = await books.order("unknown", kind=Kind.DEBIT)
    books.line(EntryKind.PAYOUT, key=turned_round)
    failed = await books.order("failed", kind=Kind.DEBIT)
    books.line(EntryKind.DEBIT, key=failed)
    await books.settlement.deliver(ledger.loan_money_booked, booked(failed, EntryKind.DEBIT))
    assert set(await books.compare()) == {
        ("debit", str(not_in_ledger), "missing_in_ledger"),
        ("reversal", str(taken_back), "order_state_differs"),
        ("reversal", str(taken_back), "missing_in_ledger"),
        ("payout", str(turned_round), "missing_in_orders"),
        ("payout", str(turned_round), "missing_in_ledger"),
        ("debit", str(failed), "order_state_differs"),
    }


async def test_paid_by_the_bank_without_an_order(books: Books) -> None:
    stranger = OrderId(uuid.uuid4())
    books.line(EntryKind.PAYOUT, key=stranger)
    nameless = books.line(EntryKind.PAYOUT)
    assert set(await books.compare()) == {
        ("payout", str(stranger), "missing_in_orders"),
        ("payout", str(stranger), "missing_in_ledger"),
        ("payout", nameless.serial, "missing_in_orders"),
        ("payout", nameless.serial, "missing_in_ledger"),
    }


async def test_an_order_that_the_bank_did_not_book(books: Books) -> None:
    key = await books.order("succeeded", "S000099")
    await books.settlement.deliver(ledger.funds_posted, posted(key, DAY))
    assert await books.compare() == [("payout", str(key), "missing_in_bank")]


async def test_a_payment_that_the_ledger_did_not_post(books: Books) -> None:
    key = await books.order("succeeded", "S000001")
    books.line(EntryKind.PAYOUT, key=key)
    assert await books.compare() == [("payout", str(key), "missing_in_ledger")]


async def test_a_ledger_posting_that_neither_bank_nor_orders_know(books: Books) -> None:
    key = uuid.uuid4()
    await books.settlement.deliver(ledger.funds_posted, posted(key, DAY))
    assert set(await books.compare()) == {
        ("payout", str(key), "missing_in_bank"),
        ("payout", str(key), "missing_in_orders"),
    }


@pytest.mark.parametrize("side", ["bank", "ledger"])
async def test_another_amount_on_one_side(books: Books, side: str) -> None:
    key = await books.order("succeeded", "S000001")
    in_bank = AMOUNT_FEN + (1 if side == "bank" else 0)
    in_ledger = AMOUNT_FEN - (1 if side == "ledger" else 0)
    books.line(EntryKind.PAYOUT, key=key, amount_fen=Fen(in_bank))
    await books.settlement.deliver(ledger.funds_posted, posted(key, DAY, in_ledger))
    assert await books.compare() == [("payout", str(key), "amount_differs")]
    row = await books.settlement.context.pool.fetchrow("SELECT * FROM difference")
    assert row is not None
    assert (row["bank_fen"], row["order_fen"], row["ledger_fen"]) == (
        in_bank, AMOUNT_FEN, in_ledger,
    )  # fmt: skip


@pytest.mark.parametrize("state", ["failed", "unknown", "to_send"])
async def test_paid_by_the_bank_while_the_order_says_otherwise(books: Books, state: str) -> None:
    key = await books.order(state)
    books.line(EntryKind.PAYOUT, key=key)
    await books.settlement.deliver(ledger.funds_posted, posted(key, DAY))
    assert await books.compare() == [("payout", str(key), "order_state_differs")]


async def test_a_key_that_the_bank_booked_twice(books: Books) -> None:
    key = await books.payment()
    books.line(EntryKind.PAYOUT, key=key)
    assert await books.compare() == [("payout", str(key), "booked_twice")]


async def test_another_serial_than_the_answer_told(books: Books) -> None:
    key = await books.order("succeeded", "S000777")
    books.line(EntryKind.PAYOUT, key=key)
    await books.settlement.deliver(ledger.funds_posted, posted(key, DAY))
    assert await books.compare() == [("payout", str(key), "serial_differs")]


async def test_a_return_that_only_the_bank_knows(books: Books) -> None:
    key = await books.payment()
    books.line(EntryKind.RETURN, key=key)
    assert set(await books.compare()) == {
        ("return", str(key), "order_state_differs"),
        ("return", str(key), "missing_in_ledger"),
    }


async def test_a_return_that_the_bank_does_not_know(books: Books) -> None:
    key = await books.order("returned", "S000001")
    books.line(EntryKind.PAYOUT, key=key)
    await books.settlement.deliver(ledger.funds_posted, posted(key, DAY))
    await books.settlement.deliver(ledger.funds_restored, restored(key, DAY))
    assert await books.compare() == [("return", str(key), "missing_in_bank")]


async def test_receipts_on_one_side_only(books: Books) -> None:
    receipt = books.line(EntryKind.RECEIPT)
    await books.settlement.deliver(ledger.receipt_recorded, recorded("S999", DAY))
    assert set(await books.compare()) == {
        ("receipt", receipt.serial, "missing_in_ledger"),
        ("receipt", "S999", "missing_in_bank"),
    }


async def test_an_entry_that_nobody_expects(books: Books) -> None:
    fee = books.line(EntryKind.OTHER, credit=False, amount_fen=Fen(500))
    assert await books.compare() == [("other", fee.serial, "unexpected_entry")]


async def test_a_statement_whose_balances_do_not_hold(books: Books) -> None:
    await books.payment()
    good = books.statement()
    wrong = books.statement(closing_fen=Fen(good.closing_fen + 1))
    assert await books.compare(statement=wrong) == [("balance", str(DAY), "balance_differs")]
    assert await books.compare(statement=good) == []
    gap = Statement(
        DAY + timedelta(days=1), Fen(good.closing_fen + 7), Fen(good.closing_fen + 7), ()
    )
    assert await books.compare(statement=gap) == [
        ("balance", str(gap.business_date), "balance_differs")
    ]


async def test_what_was_notified_and_is_not_on_the_statement(books: Books) -> None:
    await books.settlement.context.pool.execute(
        """
        INSERT INTO bank_entry (number, serial, kind, amount_fen, credit, booked_on, value_on,
                                reason_code, reason_text, taken_at)
        VALUES (5, 'S5', 'receipt', 100, true, $1, $1, '', '', now())
        """,
        DAY,
    )
    assert ("receipt", "S5", "not_on_statement") in await books.compare()


async def test_what_is_only_late_is_no_difference_yet(books: Books) -> None:
    """A payment near midnight: paid on the day, posted by the ledger on the next."""
    near_midnight = await books.order("succeeded", "S000001")
    books.line(EntryKind.PAYOUT, key=near_midnight)
    not_booked = await books.order("succeeded", "S000002")
    await books.settlement.deliver(ledger.funds_posted, posted(not_booked, DAY))
    assert await books.compare(days_later=1) == []
    next_day = DAY + timedelta(days=1)
    await books.settlement.deliver(ledger.funds_posted, posted(near_midnight, next_day))
    # The bank books the other on its own next day.
    before = books.statement()
    books.lines = []
    books.line(EntryKind.PAYOUT, key=not_booked, number=2, serial="S000002", booked_on=next_day)
    after = books.statement(
        business_date=next_day,
        opening_fen=before.closing_fen,
        closing_fen=Fen(before.closing_fen - AMOUNT_FEN),
    )
    assert await books.compare(statement=after) == []
    assert await books.compare(statement=before) == []


async def test_comparing_again_replaces_all_but_what_is_explained(books: Books) -> None:
    first, second = await books.order("succeeded", "S8"), await books.order("succeeded", "S9")
    found = await books.compare()
    assert len(found) == 4
    async with books.settlement.context.unit() as unit:
        difference = await unit.connection.fetchval(
            "SELECT id FROM difference WHERE key = $1 AND reason = 'missing_in_bank'", str(first)
        )
        await reconciliation.explain(unit, difference, "银行次日补记", uuid.uuid4(), "李*")
    await books.settlement.deliver(ledger.funds_posted, posted(second, DAY))
    assert await books.compare() == sorted(
        [
            ("payout", str(first), "missing_in_ledger"),
            ("payout", str(second), "missing_in_bank"),
        ]
    )
    # Other figures are another difference, whatever was explained before.
    await books.settlement.deliver(ledger.funds_posted, posted(first, DAY, 5))
    assert ("payout", str(first), "missing_in_bank") in await books.compare()
    explained = await books.settlement.context.pool.fetchval(
        "SELECT count(*) FROM difference WHERE state = 'explained'"
    )
    assert explained == 1


async def test_the_ledger_cannot_say_two_amounts(settlement_alone: Settlement) -> None:
    settlement, key = settlement_alone, uuid.uuid4()
    assert await settlement.deliver(ledger.funds_posted, posted(key, DAY)) == []
    again, other, good = posted(key, DAY), posted(key, DAY, 1), posted(uuid.uuid4(), DAY)
    parked = await settlement.deliver(ledger.funds_posted, again, other, good)
    assert len(parked) == 1
    assert await settlement.context.pool.fetchval("SELECT count(*) FROM ledger_entry") == 2


async def live_through_a_day(settlement: Settlement, bank: Bank) -> Sequence[uuid.UUID]:
    """Pay three, one of which comes back, and receive something; the ledger follows but for one."""
    day = SystemClock().today()
    async with settlement.working():
        keys = [await settlement.approved() for _ in range(3)]
        for key in keys:
            await settlement.until_state(key, "succeeded")
        await bank.send_back(keys[1])
        await settlement.until_state(keys[1], "returned")
        await bank.receive(960_00, "HJ1")

        async def receipt() -> str | None:
            found = [e for e in await settlement.emitted() if e.type == "receipt.credited.v1"]
            return found[0].bank_serial if found else None

        serial = await until(receipt)
    await settlement.deliver(ledger.funds_posted, posted(keys[0], day), posted(keys[1], day))
    await settlement.deliver(ledger.funds_restored, restored(keys[1], day))
    await settlement.deliver(ledger.receipt_recorded, recorded(serial, day, 960_00))
    return keys


async def finished(settlement: Settlement) -> list[Any]:
    return [e for e in await settlement.emitted() if e.type == "reconciliation.finished.v1"]


async def test_a_day_is_compared_when_it_is_over_and_again_when_late_ones_are_due(
    settlement_with: SettlementFactory, bank_process: BankProcess
) -> None:
    settlement = await settlement_with()
    keys = await live_through_a_day(settlement, bank_process)
    day = SystemClock().today()
    settings = settlement.context.settings
    assert isinstance(settings, Settings)
    assert await reconciler.due_days(settlement.context, settings) == []

    async def compared_at(days_later: int, times: int) -> list[Any]:
        await bank_process.kill()
        bank_process.clock_offset = timedelta(days=days_later)
        await bank_process.start()
        object.__setattr__(settlement.context, "clock", SystemClock(bank_process.clock_offset))
        async with settlement.working():

            async def enough() -> bool:
                return len(await finished(settlement)) >= times

            await until(enough)
        return await finished(settlement)

    (first,) = await compared_at(1, 1)
    assert (first.business_date, first.compared, first.differences) == (day, 5, 0)
    events = await compared_at(2, 3)
    assert [(e.business_date, e.differences) for e in events[1:]] == [
        (day, 1),
        (day + timedelta(days=1), 0),
    ]
    row = await settlement.context.pool.fetchrow("SELECT * FROM difference")
    assert row is not None
    assert (row["key"], row["reason"]) == (str(keys[2]), "missing_in_ledger")


async def test_entries_that_no_notification_told_are_taken_from_the_statement(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    await bank.fail(notifications_http_500=-1)
    await bank.receive(960_00, "HJ1")
    settlement = await settlement_with(clock=SystemClock(timedelta(days=1)))
    day = DueDay(SystemClock().today(), None)
    async with settlement.context.unit() as unit:
        await reconciliation.request(unit, day.business_date)
    async with settlement.working():
        await until(lambda: finished(settlement))
    credited = [e for e in await settlement.emitted() if e.type == "receipt.credited.v1"]
    assert [event.amount_fen for event in credited] == [960_00]


async def test_without_a_statement_the_day_stays_due_and_says_why(
    settlement_with: SettlementFactory, bank_process: BankProcess
) -> None:
    settlement = await settlement_with(clock=SystemClock(timedelta(days=1)))
    await bank_process.kill()
    async with settlement.context.unit() as unit:
        await reconciliation.request(unit, SystemClock().today())
    async with settlement.working():

        async def problem() -> str | None:
            found: str | None = await settlement.context.pool.fetchval(
                "SELECT problem FROM reconciliation"
            )
            return found

        assert await until(problem) == "银行没有提供当日对账单"
        assert await finished(settlement) == []
        await bank_process.start()
        await until(lambda: finished(settlement))
        assert await problem() is None
    assert today(settlement) > SystemClock().today()


class HandsOutAnotherDay(BankLink):
    """A bank that gives the statement of the day before."""

    async def statement(self, business_date: date) -> bytes:
        return await super().statement(business_date - timedelta(days=1))


async def test_the_statement_of_another_day_is_not_taken_for_this_one(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with(clock=SystemClock(timedelta(days=1)))
    await bank.receive(960_00, "HJ1")
    day = DueDay(SystemClock().today(), None)
    settings = settlement.context.settings
    assert isinstance(settings, Settings)
    async with HandsOutAnotherDay(settings) as link:
        with pytest.raises(BadMessage, match="another day"):
            await reconciler.reconcile(settlement.context, settings, link, day)
        # The command looks at the running day by itself; it is held to its day as well.
        with pytest.raises(BadMessage, match="another day"):
            await cli.compare(settlement.context, settings, link, today(settlement))
    assert await settlement.context.pool.fetchval("SELECT count(*) FROM statement_line") == 0
    assert await finished(settlement) == []
    async with BankLink(settings) as link:
        assert await reconciler.reconcile(settlement.context, settings, link, day) is not None


async def test_the_command_says_what_differs_and_ends_with_1(
    settlement_with: SettlementFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    settlement = await settlement_with()
    settings = settlement.context.settings
    assert isinstance(settings, Settings)
    day = SystemClock().today()
    assert await cli.run(settings, day) == 0
    assert capsys.readouterr().out == f"{day}: 0 compared, 0 differences\n"

    # Planted: an order that says it was paid, of which the bank's book knows nothing.
    key = await Books(settlement).order("succeeded", "S000001", on=day)
    assert await cli.run(settings, day) == 1
    amount = f"bank None, order {AMOUNT_FEN}, ledger None"
    assert capsys.readouterr().out.splitlines() == [
        f"DIFFERENCE {day} payout {key} missing_in_bank: {amount}",
        f"DIFFERENCE {day} payout {key} missing_in_ledger: {amount}",
        f"{day}: 1 compared, 2 differences",
    ]
