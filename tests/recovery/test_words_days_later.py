"""A bank that has paid and says so days later: people are informed, the money stays frozen, all ends well."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.support.waiting import until

from shared.base.clock import business_date

from .people import Town
from .runbook import Operator

OURS = ("withdrawals", "settlement", "accounts", "notifications")
MUTE = {"drop_answer": -1, "status_drop": -1, "notifications_drop": -1}


@pytest.mark.timeout(300)
async def test_r_wdr_7_a_bank_that_answers_days_later_leaves_the_money_frozen_and_the_citizen_informed(
    town: Town, operator: Operator
) -> None:
    began = datetime.now(UTC)
    await town.bank.faults(**MUTE)
    await town.bank.order("disconnect", {})
    waiting = await town.apply()
    await town.reached([waiting], ["approved"])
    await until(lambda: town.is_unknown(waiting))
    await town.system.kill("bank")

    promised = date.fromisoformat((await town.shown(waiting))["pay_by"])
    later = promised + timedelta(days=1) - business_date(began)
    clock = {"BUSINESS_CLOCK_OFFSET_SECONDS": str(int(later.total_seconds()))}
    await asyncio.gather(*(town.system.restart_with(name, clock) for name in OURS))
    await town.texted(waiting, "尚未到账")
    shown = await town.shown(waiting)
    assert (shown["state"], shown["overdue"], shown["payment_unknown"]) == ("approved", True, True)
    await town.reservations([waiting], "reserved")

    await town.system.restart_with("bank", clock)
    await town.reached([waiting])

    await town.paid_once([waiting])
    await town.texted(waiting, "已到账")
    await operator.books_agree(began, **clock)
