"""What the bank tells and nobody can believe: set aside for staff, and it stops nothing beside it."""

from dataclasses import replace
from datetime import date
from typing import Any

from settlement.domain import Entry, EntryKind, Notification
from settlement.handlers import evidence, reconciliation
from settlement.iso20022 import read_notification, read_statement
from settlement.metrics import BANK_ODD_ENTRIES, BANK_UP
from settlement.settings import Settings
from settlement.store.days import DueDay
from settlement.work.link import BankLink
from settlement.work.wakes import Wakes
from settlement.work.watcher import Watcher
from shared.base.money import Fen
from shared.identity.principal import Role
from simulators.bank import outbound
from simulators.bank.records import Entry as Booked

from .conftest import Bank, Settlement, until

DAY = date(2026, 10, 13)
AT = "2026-10-13T09:00:00+08:00"
WORDS = {"reason": "银行10月14日更正，流水号B000123", "evidence": ["B000123"]}


def receipt(number: int, amount_fen: int, serial: str | None = None) -> Booked:
    return Booked(
        number=number, kind="receipt", serial=serial or f"B{number}", amount_fen=amount_fen,
        booked_on=DAY.isoformat(), value_on=DAY.isoformat(), end_to_end_id=None,
        party="某某公司", remittance=f"HJ{number}", reason_code=None, reason_text=None,
    )  # fmt: skip


ONE_IN_DOLLARS = outbound.notification(
    "1", [receipt(1, 101), receipt(2, 777), receipt(3, 303)], AT
).replace(b'<Amt Ccy="CNY">7.77', b'<Amt Ccy="USD">7.77')


async def read(settlement: Settlement, told: Notification) -> bool:
    async with settlement.context.unit() as unit:
        return await evidence.read_up_to(unit, told)


async def credited(settlement: Settlement) -> list[int]:
    return [e.amount_fen for e in await settlement.emitted() if e.type == "receipt.credited.v1"]


async def set_aside(settlement: Settlement) -> list[Any]:
    return list(await settlement.context.pool.fetch("SELECT * FROM odd_entry ORDER BY id"))


async def test_an_odd_entry_waits_for_staff_and_the_others_are_taken(
    settlement_alone: Settlement,
) -> None:
    settlement = settlement_alone
    told = read_notification(ONE_IN_DOLLARS)
    for _ in range(2):  # The bank tells it again: it is one row, and nothing is credited twice.
        assert await read(settlement, told)
    assert await credited(settlement) == [101, 303]
    assert await settlement.context.pool.fetchval("SELECT last_number FROM bank_cursor") == 3
    (odd,) = await set_aside(settlement)
    assert odd["number"] == 2
    assert "某某公司" not in repr(odd)

    staff = settlement.caller(Role.STAFF_MAKER)
    (line,) = (await staff.get("/odd-entries")).json()["items"]
    assert (line["number"], line["explained_at"]) == (2, None)
    assert 'Ccy="USD">7.77' in line["content"]
    watcher = Watcher(
        settlement.context, settings_of(settlement), BankLink(settings_of(settlement)), Wakes()
    )
    await watcher.measure()
    assert BANK_ODD_ENTRIES._value.get() == 1
    path = f"/odd-entries/{line['id']}/explanation"
    desk = settlement.desk
    assert (await desk.by_two(path, WORDS)).json()["state"] == "executed"
    assert (await set_aside(settlement))[0]["explanation"] == WORDS["reason"]
    assert (await desk.by_two(path, WORDS)).status_code == 409
    assert (await desk.by_two("/odd-entries/999/explanation", WORDS)).status_code == 404
    await watcher.measure()
    assert BANK_ODD_ENTRIES._value.get() == 0


def settings_of(settlement: Settlement) -> Settings:
    settings = settlement.context.settings
    assert isinstance(settings, Settings)
    return settings


async def test_what_another_entry_stands_in_the_way_of_is_not_skipped_in_silence(
    settlement_alone: Settlement,
) -> None:
    settlement = settlement_alone
    (first,) = read_notification(outbound.notification("1", [receipt(1, 101)], AT)).entries
    await read(settlement, Notification((first,)))
    same_serial = replace(first, number=2, amount_fen=Fen(202))
    other_amount = replace(first, amount_fen=Fen(909))
    for clashing in (same_serial, other_amount):
        await read(settlement, Notification((first, clashing)))
    assert await credited(settlement) == [101]
    assert [odd["number"] for odd in await set_aside(settlement)] == [2, 1]


async def test_the_statement_brings_what_the_notification_told_oddly_and_the_day_is_compared(
    settlement_alone: Settlement,
) -> None:
    settlement = settlement_alone
    await read(settlement, read_notification(ONE_IN_DOLLARS))
    entries = [receipt(1, 101), receipt(2, 777), receipt(3, 303), receipt(4, 5)]
    body = b"".join(outbound.statement("1", DAY, (0, 1_186), entries, AT))
    statement = read_statement(body.replace(b'<Amt Ccy="CNY">0.05', b'<Amt Ccy="CNY">0.00'))
    async with settlement.context.unit() as unit:
        compared = await reconciliation.compare(unit, DueDay(DAY, None), statement, 1)
    assert compared is not None
    assert await credited(settlement) == [101, 303, 777]
    assert [odd["number"] for odd in await set_aside(settlement)] == [2, 4]
    differs = await settlement.context.pool.fetchrow(
        "SELECT bank_fen FROM difference WHERE reason = 'balance_differs'"
    )
    assert differs is not None
    assert differs["bank_fen"] == 5, "what the odd entry of the statement moved"


async def test_a_bank_that_answers_what_nobody_understands_is_not_up(
    settlement: Settlement, bank: Bank
) -> None:
    await bank.fail(notifications_garbage=-1)
    async with settlement.working():

        async def down() -> bool:
            return BANK_UP._value.get() == 0

        await until(down)
        await bank.fail()

        async def up() -> bool:
            return BANK_UP._value.get() == 1

        await until(up)


def test_an_entry_kept_as_odd_by_its_fields_says_them_all() -> None:
    entry = Entry(1, "S1", EntryKind.RECEIPT, Fen(5), True, DAY, DAY, payer_name="某某公司")
    odd = evidence._clash(entry)
    assert odd.number == 1
    assert all(word in odd.content for word in ("S1", "receipt", "某某公司", "2026-10-13"))
