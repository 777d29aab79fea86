"""From an approval to the bank's answer: one payment, one key, one event (R-WDR-13, ADR 3)."""

import uuid

import pytest
from tests.support.pdf import pages_of
from tests.support.telling import received

from settlement.decisions import Moment, answered
from settlement.domain import Answer, BatchId, Kind, Verdict
from settlement.handlers import orders as handlers
from settlement.handlers import outcomes
from settlement.store import claims
from settlement.store import orders as store
from shared.base.identifiers import mask_card
from shared.identity.principal import Role

from .conftest import (
    AMOUNT_FEN,
    HOLDER,
    Bank,
    Settlement,
    SettlementFactory,
    new_card,
    today,
    until,
)


async def test_an_approval_is_paid_at_once_and_told(settlement: Settlement, bank: Bank) -> None:
    async with settlement.working():
        key = await settlement.approved()
        await settlement.until_state(key, "succeeded")
    (paid,) = await bank.paid(key)
    (event,) = await settlement.emitted(key)
    order = await settlement.order(key)
    assert (paid["amount_fen"], paid["holder_name"], paid["attempts"]) == (AMOUNT_FEN, HOLDER, 1)
    assert event.type == "payment.succeeded.v1"
    assert (event.amount_fen, event.bank_serial) == (AMOUNT_FEN, paid["serial"])
    assert (order["bank_serial"], order["paid_on"]) == (paid["serial"], event.paid_on)
    assert await settlement.steps(key) == ["created", "sent", "succeeded"]


async def test_what_the_bank_refuses_has_failed_with_its_reason(
    settlement: Settlement, bank: Bank
) -> None:
    closed, credit, others = new_card(), new_card(), new_card()
    await bank.put_card(closed, state="closed")
    await bank.put_card(credit, kind="credit")
    await bank.put_card(others, holder="李四")
    expected = {
        await settlement.approved(card=closed): "AC04",
        await settlement.approved(card=credit): "AC13",
        await settlement.approved(card=others): "BE01",
        await settlement.approved(card="6222021612003456780"): "AC01",
    }
    async with settlement.working():
        for key, code in expected.items():
            await settlement.until_state(key, "failed")
            (event,) = await settlement.emitted(key)
            assert (event.type, event.reason_code) == ("payment.failed.v1", code)
            assert event.reason_text
    assert await bank.entries() == []


async def test_a_file_of_many_pays_each_alone(settlement: Settlement, bank: Bank) -> None:
    closed = new_card()
    await bank.put_card(closed, state="closed")
    good = [settlement.approval(amount_fen=1 + number) for number in range(250)]
    bad = settlement.approval(card=closed)
    await settlement.approve(*good, bad)
    async with settlement.working():
        await settlement.until_state(bad.application_id, "failed")

        async def all_paid() -> bool:
            count = await settlement.context.pool.fetchval(
                "SELECT count(*) FROM payment_order WHERE state = 'succeeded'"
            )
            return bool(count == len(good))

        await until(all_paid)
    paid = {item["end_to_end_id"]: item for item in await bank.payments()}
    assert {event.application_id.hex: event.amount_fen for event in good} == {
        key: item["amount_fen"] for key, item in paid.items() if item["status"] == "ACSC"
    }
    assert (await bank.counters())["files"] == 1
    assert len(await settlement.emitted()) == len(good) + 1


async def test_a_repeated_approval_is_the_same_order(settlement: Settlement, bank: Bank) -> None:
    event = settlement.approval()
    assert await settlement.approve(event, event) == []
    async with settlement.working():
        await settlement.until_state(event.application_id, "succeeded")
        assert await settlement.approve(event) == []
        later = await settlement.approved()
        await settlement.until_state(later, "succeeded")
    assert len(await bank.paid(event.application_id)) == 1
    assert await settlement.facts(event.application_id) == ["succeeded"]


async def test_other_content_for_a_key_is_parked_alone(settlement: Settlement) -> None:
    card = new_card()
    first = settlement.approval(card=card)
    key = first.application_id
    more = first.model_copy(update={"amount_fen": AMOUNT_FEN + 1})
    other_card = first.model_copy(update={"card": new_card()})
    told_again = first.model_copy(update={"card": card, "holder_name": HOLDER})
    good = settlement.approval()
    parked = await settlement.approve(first, more, other_card, told_again, good)
    assert parked == ["this key has an order with other content"] * 2
    assert (await settlement.order(key))["amount_fen"] == AMOUNT_FEN
    assert await settlement.state(good.application_id) == "to_send"


@pytest.mark.parametrize("amount_fen", [0, -1])
async def test_an_amount_that_is_none_is_parked_alone(
    settlement: Settlement, amount_fen: int
) -> None:
    bad, good = settlement.approval(amount_fen), settlement.approval()
    assert await settlement.approve(bad, good) == ["there is no such amount of money"]
    assert await settlement.state(good.application_id) == "to_send"
    assert await settlement.context.pool.fetchval("SELECT count(*) FROM payment_order") == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"holder_name": "张\x00三"}, "BE04"),
        ({"holder_name": ""}, "BE04"),
        ({"holder_name": "张" * 141}, "BE04"),
        ({"holder_name": "\ufffe"}, "BE04"),
        ({"card": "6222 0216"}, "AC01"),
        ({"card": "存折"}, "AC01"),
    ],
)
async def test_what_no_bank_could_execute_lets_the_money_go_and_spoils_no_file(
    settlement: Settlement, bank: Bank, changes: dict[str, str], code: str
) -> None:
    bad = settlement.approval().model_copy(update=changes)
    good = settlement.approval()
    assert await settlement.approve(bad, good) == []
    async with settlement.working():
        await settlement.until_state(bad.application_id, "failed")
        await settlement.until_state(good.application_id, "succeeded")
    (told,) = await settlement.emitted(bad.application_id)
    assert (told.type, told.reason_code) == ("payment.failed.v1", code)
    assert await bank.paid(bad.application_id) == []
    # Told again, it is the same order, and stays failed.
    assert await settlement.approve(bad) == []
    assert await settlement.steps(bad.application_id) == ["created", "sent", "declined"]


async def test_markup_in_a_name_is_text(settlement: Settlement, bank: Bank) -> None:
    name = "<Nm>&amp;阿·\"']]>"
    event = settlement.approval(holder_name=name)
    await settlement.approve(event)
    async with settlement.working():
        await settlement.until_state(event.application_id, "succeeded")
    (paid,) = await bank.paid(event.application_id)
    assert paid["holder_name"] == name


async def test_instances_share_the_work_and_pay_once(settlement: Settlement, bank: Bank) -> None:
    events = [settlement.approval() for _ in range(60)]
    async with settlement.working(), settlement.working(), settlement.working():
        for start in range(0, len(events), 5):
            await settlement.approve(*events[start : start + 5])
        for event in events:
            await settlement.until_state(event.application_id, "succeeded")
    paid = await bank.payments()
    assert len(paid) == len(events)
    assert {item["attempts"] for item in paid} == {1}


async def test_personal_data_is_sealed_at_rest(settlement: Settlement) -> None:
    card = new_card()
    key = await settlement.approved(card=card)
    order = await settlement.order(key)
    everything = repr(order)
    assert card not in everything
    assert HOLDER not in everything
    assert order["card_tail"] == mask_card(card)[-4:]


async def test_an_order_that_cannot_be_unsealed_waits_and_is_flagged(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with()
    good, bad = await settlement.approved(), uuid.uuid4()
    await settlement.context.pool.execute(
        """
        INSERT INTO payment_order (order_id, kind, amount_fen, card_sealed, card_tail, holder_sealed,
            remittance, content_hash, requested_on, deadline_on, created_at, traceparent, state, next_at)
        VALUES ($1, 'payout', 1, 'gone.AAAA', '0000', 'gone.AAAA', '提取', '',
                $2, $2, now(), '', 'to_send', now())
        """,
        bad,
        today(settlement),
    )
    async with settlement.working():
        await settlement.until_state(good, "succeeded")

        async def flagged() -> bool:
            return bool((await settlement.order(bad))["attention"] == "unreadable")

        await until(flagged)
    assert await bank.paid(bad) == []
    assert await settlement.emitted(bad) == []


async def test_the_content_of_an_order_never_changes(settlement: Settlement) -> None:
    key = await settlement.approved()
    for change in ("amount_fen = 1", "card_sealed = 'x'", "holder_sealed = 'x'"):
        with pytest.raises(Exception, match="never changes"):
            await settlement.context.pool.execute(
                f"UPDATE payment_order SET {change} WHERE order_id = $1", key
            )


async def test_the_database_refuses_moves_that_the_table_does_not_know(
    settlement: Settlement,
) -> None:
    key = await settlement.approved()
    async with settlement.working():
        await settlement.until_state(key, "succeeded")
    with pytest.raises(Exception, match="cannot go from succeeded to to_send"):
        await settlement.context.pool.execute(
            "UPDATE payment_order SET state = 'to_send', next_at = now() WHERE order_id = $1",
            key,
        )


def introspects(query: str) -> bool:
    """Tell whether the driver asked for a type, once per connection."""
    return "typeinfo_tree" in query or "current_setting('jit')" in query


async def statements(settlement: Settlement, count: int) -> list[int]:
    """Count the statements of each stage of a batch: approval, claim, record."""
    counted: list[int] = []
    events = [settlement.approval() for _ in range(count)]
    batch_id = BatchId(uuid.uuid4())
    for stage in ("approve", "claim", "record"):
        sent: list[str] = []
        async with settlement.context.unit() as unit:
            with unit.connection.query_logger(lambda record, sent=sent: sent.append(record.query)):
                if stage == "approve":
                    await handlers.withdrawal_approved(unit, received(events))
                elif stage == "claim":
                    claimed = await claims.claim_to_send(
                        unit.connection, Kind.PAYOUT, batch_id, flagged=False, limit=count,
                        answer_within_seconds=9, now=unit.clock.now(),
                    )  # fmt: skip
                    assert len(claimed) == count
                else:
                    orders = await store.lock(unit.connection, [e.application_id for e in events])
                    moment = Moment(unit.clock.now(), 1.0)
                    moves = [
                        answered(
                            order, batch_id,
                            Answer(Verdict.PAID, uuid.uuid4().hex, unit.clock.today()), moment,
                        )
                        for order in orders.values()
                    ]  # fmt: skip
                    await outcomes.write(unit, [move for move in moves if move])
                await unit.flush()
        counted.append(len([query for query in sent if not introspects(query)]))
    return counted


async def test_a_batch_costs_a_constant_number_of_statements(settlement: Settlement) -> None:
    for_few, for_many = await statements(settlement, 3), await statements(settlement, 150)
    assert for_few == for_many
    assert max(for_many) <= 3


async def test_the_report_of_a_day_is_a_pdf_of_what_was_paid_and_of_what_is_open(
    settlement: Settlement,
) -> None:
    async with settlement.working():
        for _ in range(2):
            await settlement.until_state(await settlement.approved(1_234_567), "succeeded")
    await settlement.approved()
    staff = settlement.caller(Role.STAFF_CHECKER)
    answer = await staff.get(f"/daily-reports/{today(settlement)}")
    assert answer.headers["content-type"] == "application/pdf"
    (page,) = pages_of(answer.content)
    assert "当日办理付款224,691.34" in page
    assert "当日办理扣款00.00" in page
    assert "当日退回付款00.00" in page
    assert "未完事项等待发送的指令1制表时" in page
    assert "尚未对账" in page
    assert (await staff.get("/daily-reports/2099-01-01")).status_code == 404
