"""The ordinary implementation is worth comparing with: it does for citizens what the system does."""

from typing import Any

import httpx
from tests.support.issuer import Issuer
from tests.support.waiting import until
from tests.support.workbench import Workbench

from city.clients import Phones
from local.certificates import IN_CLEAR

from . import __main__ as bench
from .ordinary.running import DEPOSIT_FEN, started
from .stage import Stage
from .withdrawals import run_on

SIGNATURE = "【德州公积金12329】"


def test_every_part_of_the_bench_can_be_asked_for() -> None:
    assert {"withdrawals", "reads", "bulk", "growth"} <= bench.PARTS.keys()


async def test_the_ordinary_way_pays_once_books_it_and_texts_the_same_words(
    platform: Workbench,
) -> None:
    issuer = Issuer("benchmark")
    async with issuer.published(), started(Stage(platform.platform, platform, issuer), 2) as found:
        city = found.system.city
        await run_on(city.edge_url, found.smsc_book, found.requests, 0.0)
        async with httpx.AsyncClient(trust_env=False, verify=IN_CLEAR) as client:
            payments = await client.get(f"{city.bank_control_url}/control/payments")
            phones = Phones(client, city)

            async def both_texts() -> list[dict[str, Any]]:
                """A phone shows a text a moment after the SMSC has accepted it."""
                shown = await phones.texts(found.requests[0].phone)
                return shown if len(shown) == 2 else []

            texts = await until(both_texts)

        async def closed() -> bool:
            return await found.books() == {"closed": (2, 0), "special-account": (1, 0)}

        await until(closed)

    paid = payments.json()["payments"]
    assert [item["amount_fen"] for item in paid] == [DEPOSIT_FEN, DEPOSIT_FEN]
    assert len({item["end_to_end_id"] for item in paid}) == 2
    first, last = (item["text"] for item in texts)
    assert first.startswith(f"{SIGNATURE}您的离退休提取申请已审批通过，960.00元将转入尾号")
    assert last.startswith(
        f"{SIGNATURE}您的离退休提取已到账：本金960.00元，利息0.00元，共960.00元已转入尾号"
    )
