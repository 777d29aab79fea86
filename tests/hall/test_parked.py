"""A message that could not be handled, put right by the page alone: again by one, or aside by two."""

import re
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aio_pika
import httpx
from aio_pika.abc import AbstractChannel, AbstractIncomingMessage
from playwright.async_api import Locator, Page, expect
from tests.flows.town import Town
from tests.flows.withdrawing import FINAL, apply, reached
from tests.support.waiting import until

from city.clients import log_in, visitor
from shared.messages.withdrawals import WithdrawalApproved
from shared.messaging.delivery import ATTEMPTS, ERROR
from shared.messaging.topology import PAY_APPROVED_WITHDRAWALS, exchange_of

from .browser import DESK, drawn, faults
from .conftest import LoggedIn

PLACE = "/hall/staff/"
QUEUE, TYPE = PAY_APPROVED_WITHDRAWALS, WithdrawalApproved.type
PURPOSE = "提取付款"


@asynccontextmanager
async def broker(town: Town) -> AsyncIterator[AbstractChannel]:
    async with await aio_pika.connect(town.city.operator_broker_url) as connection:
        yield await connection.channel()


async def park(channel: AbstractChannel, body: bytes, headers: Any, error: str) -> None:
    """Put a message where a consumer puts what it could not handle."""
    message = aio_pika.Message(
        body, headers={**headers, ATTEMPTS: 10, ERROR: error},
        delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
    )  # fmt: skip
    await channel.default_exchange.publish(message, QUEUE.parked)


@asynccontextmanager
async def approvals_astray(channel: AbstractChannel) -> AsyncIterator[Any]:
    """Let approvals reach nobody who pays; gives the queue that they reach instead."""
    exchange = await channel.get_exchange(exchange_of("withdrawals"))
    paying = await channel.get_queue(QUEUE.name)
    astray = await channel.declare_queue(exclusive=True)
    await astray.bind(exchange, TYPE)
    await paying.unbind(exchange, TYPE)
    try:
        yield astray
    finally:
        await paying.bind(exchange, TYPE)


def parked(page: Page, subject: str) -> Locator:
    return (
        page.get_by_role("region", name=f"{PURPOSE}的停放消息")
        .locator("tr")
        .filter(has_text=subject)
    )


async def shown(page: Page, subject: str) -> Locator:
    """Wait until the service has seen what lies there."""
    found = parked(page, subject)

    async def there() -> bool:
        await page.get_by_role("button", name="刷新").click()
        await drawn(page)
        return await found.count() == 1

    await until(there)
    return found


async def test_a_payment_that_was_parked_is_put_right_by_the_page_alone(
    staff_at: LoggedIn, town: Town, client: httpx.AsyncClient
) -> None:
    resident = town.one("retired")
    guest = visitor(client, town.city)
    resident.session = await log_in(guest, resident.person.id_number, resident.person.phone)
    async with broker(town) as channel:
        async with approvals_astray(channel) as astray:
            accepted = await apply(resident)

            async def approval() -> AbstractIncomingMessage | None:
                found: AbstractIncomingMessage | None = await astray.get(no_ack=True, fail=False)
                return found

            message = await until(approval)
        await park(channel, message.body, message.headers, "OSError('disk full')")

    page = await staff_at(DESK, "checker")
    await page.get_by_role("link", name=re.compile("^停放的消息")).click()
    row = await shown(page, accepted["id"])
    await expect(page.get_by_text("没有生成付款指令，钱没有付出")).to_be_visible()
    await expect(row).to_contain_text("disk full")
    await expect(page.get_by_role("button", name=re.compile("^移出"))).to_have_count(0)
    assert await faults(page) == []
    await row.get_by_role("button", name=f"重放：{PURPOSE}，{accepted['id']}").click()
    dialog = page.get_by_role("dialog", name="重放1条消息？")
    await expect(dialog).to_contain_text("不会重复办理")
    assert await faults(page) == []
    await dialog.get_by_role("button", name="重放", exact=True).click()
    await expect(page.get_by_text("已申请重放1条").and_(page.locator(".notice"))).to_be_focused()
    assert (await reached(resident, accepted["id"], FINAL))["state"] == "paid"
    await expect(parked(page, accepted["id"])).to_have_count(0)


async def test_what_must_not_be_done_is_set_aside_by_two_and_stays_on_record(
    staff_at: LoggedIn, town: Town
) -> None:
    subject = str(uuid.uuid4())
    headers = {
        "cloudEvents:id": str(uuid.uuid4()), "cloudEvents:type": TYPE,
        "cloudEvents:subject": subject, "cloudEvents:time": "2026-03-02T01:00:00+00:00",
    }  # fmt: skip
    async with broker(town) as channel:
        await park(channel, b"{}", headers, "[{'type': 'missing', 'loc': ('amount_fen',)}]")

    page = await staff_at(DESK, "maker")
    await page.goto(f"{PLACE}parked")
    row = await shown(page, subject)
    await expect(row).to_contain_text("不符合约定的格式")
    await row.get_by_role("button", name=re.compile("^移出：")).click()
    dialog = page.get_by_role("dialog", name="移出1条消息？")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(dialog).to_contain_text("请写明理由")
    assert await faults(page) == []
    await dialog.get_by_label("为什么不再办理，怎样补办").fill("测试数据，没有这笔提取")
    await dialog.get_by_role("button", name="提交复核").click()
    await expect(page.locator(".notice")).to_contain_text("由另一位高级复核员复核后移出")

    checking = await staff_at(DESK, "checker")
    await checking.goto(f"{PLACE}proposals")
    matter = checking.get_by_role("listitem").filter(has_text=subject)
    await matter.get_by_role("button", name=re.compile("^同意：")).click()
    await checking.get_by_role("button", name="同意，立即办理").click()
    await expect(checking.locator(".notice")).to_contain_text("已同意并办理")

    aside = page.get_by_role("region", name="已移出的消息").locator("tr").filter(has_text=subject)

    async def set_aside() -> bool:
        await page.get_by_role("button", name="刷新").click()
        await drawn(page)
        return await aside.count() == 1

    await until(set_aside)
    await expect(parked(page, subject)).to_have_count(0)
    await expect(aside.get_by_role("button", name=re.compile("^取回重放：")).first).to_be_visible()
    assert await faults(page) == []
