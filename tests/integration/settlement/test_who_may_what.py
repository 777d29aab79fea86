"""Staff see orders, unknown outcomes and differences, masked; a citizen sees nothing here."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest

from shared.identity.principal import Role

from .conftest import AMOUNT_FEN, BASE, HOLDER, Bank, Settlement, new_card, today, until

DAY = date(2026, 10, 12)


async def test_orders_are_listed_newest_first_by_pages(settlement_alone: Settlement) -> None:
    keys = [str(await settlement_alone.approved()) for _ in range(5)]
    staff = settlement_alone.caller(Role.STAFF_MAKER)
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = (await staff.get("/payment-orders", limit=2, **cursor)).json()
        seen += [item["order_id"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert seen == keys[::-1]
    waiting = (await staff.get("/payment-orders", state="to_send")).json()["items"]
    assert len(waiting) == 5
    assert waiting[0]["state_text"] == "待发送"
    assert (await staff.get("/payment-orders", state="succeeded")).json()["items"] == []
    assert (await staff.get("/payment-orders", flagged=True)).json()["items"] == []
    assert (await staff.get("/payment-orders", state="nonsense")).status_code == 422
    pool, day = settlement_alone.context.pool, settlement_alone.context.clock.today()
    told = (await settlement_alone.caller(Role.STAFF_ADMIN).get("/figures")).json()
    assert (told["day"], told["paid"], told["unsent"]) == (day.isoformat(), [], 5)
    paid = """
        UPDATE payment_order
        SET state = 'succeeded', next_at = NULL, bank_serial = order_id::text, paid_on = $2
        WHERE order_id = ANY($1::uuid[])
    """
    await pool.execute(paid, keys[:3], day)
    await pool.execute(paid, keys[3:4], day - timedelta(days=1))
    told = (await staff.get("/figures")).json()
    assert told["paid"] == [
        {"kind": "payout", "kind_text": "付款", "orders": 3, "amount_fen": 3 * AMOUNT_FEN}
    ]
    assert (told["unsent"], told["unknown"], told["flagged"], told["odd"]) == (1, 0, 0, 0)
    assert told["oldest_unsent_seconds"] >= 0


@pytest.mark.parametrize("cursor", ["x", "e30", "WzFd", "WzEsMl0", "W251bGwsIG51bGxd"])
async def test_a_cursor_of_somebody_else_is_refused(
    settlement_alone: Settlement, cursor: str
) -> None:
    staff = settlement_alone.caller(Role.STAFF_MAKER)
    assert (await staff.get("/payment-orders", cursor=cursor)).status_code == 400
    assert (await staff.get("/unknown-payments", cursor=cursor)).status_code == 400
    await settlement_alone.context.pool.execute(
        "INSERT INTO reconciliation (business_date, requested_at) VALUES ($1, now())", DAY
    )
    assert (await staff.get(f"/reconciliations/{DAY}", cursor=cursor)).status_code == 400


async def test_an_order_shows_its_whole_life_masked_and_the_look_is_recorded(
    settlement: Settlement, bank: Bank
) -> None:
    card = new_card()
    async with settlement.working():
        key = await settlement.approved(card=card)
        await settlement.until_state(key, "succeeded")
        await bank.send_back(key)
        await settlement.until_state(key, "returned")
    staff = settlement.caller(Role.STAFF_CHECKER)
    answer = await staff.get(f"/payment-orders/{key}")
    shown = answer.json()
    assert (shown["amount_fen"], shown["state_text"]) == (AMOUNT_FEN, "退票")
    assert (shown["holder_name"], shown["card_tail"]) == ("张**", card[-4:])
    assert [line["step"] for line in shown["history"]] == await settlement.steps(key)
    assert [line["kind"] for line in shown["bank_entries"]] == ["payout", "return"]
    assert card not in answer.text
    assert HOLDER not in answer.text
    assert (await staff.get(f"/payment-orders/{uuid.uuid4()}")).status_code == 404
    assert await settlement.context.pool.fetchval("SELECT count(*) FROM staff_view") == 1


async def test_unknown_outcomes_are_listed_longest_first(
    settlement: Settlement, bank: Bank
) -> None:
    await bank.fail(drop_answer=-1, status_http_500=-1, notifications_http_500=-1)
    async with settlement.working():
        keys = []
        for _ in range(3):
            keys.append(await settlement.approved())
            await settlement.until_state(keys[-1], "unknown")

        async def asked() -> bool:
            return bool((await settlement.order(keys[0]))["times_asked"] > 2)

        await until(asked)
    staff = settlement.caller(Role.STAFF_MAKER)
    first = (await staff.get("/unknown-payments", limit=2)).json()
    rest = (await staff.get("/unknown-payments", cursor=first["next_cursor"])).json()
    items = first["items"] + rest["items"]
    assert [item["order_id"] for item in items] == [str(key) for key in keys]
    assert items[0]["times_asked"] > 2
    assert items[0]["state_text"] == "结果未知"


async def test_a_reconciliation_is_started_once_and_its_result_is_shown(
    settlement: Settlement, bank: Bank
) -> None:
    yesterday = today(settlement) - timedelta(days=1)
    body = {"business_date": str(yesterday)}
    staff = settlement.caller(Role.STAFF_MAKER)
    started = await staff.post("/reconciliations", body, key="k1")
    again = await staff.post("/reconciliations", body, key="k1")
    assert started.status_code == again.status_code == 202
    assert started.json() == again.json()
    assert started.json()["state"] == "waiting"
    address = started.headers["location"].removeprefix(BASE)

    async def result() -> Any:
        shown = (await staff.get(address)).json()
        return shown if shown["state"] == "finished" else None

    async with settlement.working():
        shown = await until(result)
    assert shown["opening_fen"] == shown["closing_fen"]
    assert (shown["compared"], shown["open_differences"], shown["differences"]) == (0, 0, [])
    (listed,) = (await staff.get("/reconciliations")).json()["items"]
    assert listed["business_date"] == str(yesterday)


async def test_a_day_that_is_not_over_is_not_compared(settlement_alone: Settlement) -> None:
    staff = settlement_alone.caller(Role.STAFF_MAKER)
    body = {"business_date": str(today(settlement_alone))}
    answer = await staff.post("/reconciliations", body)
    assert answer.status_code == 422
    assert answer.json()["type"].endswith(":day-not-over")
    assert (await staff.get(f"/reconciliations/{DAY}")).status_code == 404


async def plant(settlement: Settlement, count: int) -> None:
    await settlement.context.pool.execute(
        "INSERT INTO reconciliation (business_date, requested_at) VALUES ($1, now())", DAY
    )
    await settlement.context.pool.execute(
        """
        INSERT INTO difference (id, business_date, kind, key, reason, bank_fen, found_at)
        SELECT gen_random_uuid(), $1, 'receipt', 'S' || n, 'missing_in_ledger', n, now()
        FROM generate_series(1, $2) n
        """,
        DAY,
        count,
    )


async def test_a_difference_is_explained_by_two_and_once(settlement_alone: Settlement) -> None:
    await plant(settlement_alone, 2)
    desk, staff = settlement_alone.desk, settlement_alone.caller(Role.STAFF_CHECKER)
    shown = (await staff.get(f"/reconciliations/{DAY}")).json()
    assert shown["open_differences"] == 2
    first = shown["differences"][0]
    assert first["reason_text"] == "账务系统没有此笔"
    path = f"/differences/{first['id']}/explanation"
    explained = (await desk.by_two(path, {"reason": "  次日已补记  "})).json()["result"]
    assert (explained["state"], explained["explanation"]) == ("explained", "次日已补记")
    assert explained["explained_by_name"] == "经办李*，复核李*"
    assert (await desk.by_two(path, {"reason": "再说一次"})).status_code == 409
    assert (await desk.by_two(path, {"reason": " "})).status_code == 422
    nowhere = f"/differences/{uuid.uuid4()}/explanation"
    assert (await desk.by_two(nowhere, {"reason": "不存在"})).status_code == 404
    after = (await staff.get(f"/reconciliations/{DAY}", state="open")).json()
    assert (after["open_differences"], after["explained_differences"]) == (1, 1)
    assert len(after["differences"]) == 1


async def test_differences_come_by_pages(settlement_alone: Settlement) -> None:
    await plant(settlement_alone, 5)
    staff = settlement_alone.caller(Role.STAFF_MAKER)
    seen: set[str] = set()
    cursor: dict[str, str] = {}
    while True:
        page = (await staff.get(f"/reconciliations/{DAY}", limit=2, **cursor)).json()
        seen |= {item["key"] for item in page["differences"]}
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert seen == {"S1", "S2", "S3", "S4", "S5"}
