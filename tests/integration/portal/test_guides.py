"""Guides are made of the policy that decides: a row of it changes, and so does the page."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from tests.support.apps import app_of
from tests.support.letters import read
from tests.support.rules import put_in_force
from tests.support.telling import received
from tests.support.workbench import Workbench

import accounts.handlers.publishing
import loans.handlers.publishing
import withdrawals.handlers.publishing
from accounts import api as accounts_api
from loans import api as loans_api
from local.databases import ServiceDatabase
from portal import handlers
from portal.forms import FORMS
from portal.neighbours import Neighbours
from shared.base.clock import FixedClock
from shared.base.db import open_pool
from shared.base.settings import ServiceSettings
from shared.messages import EVENTS, Event
from shared.messages.published import FiguresTold, GuideTold
from shared.messaging import publications
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData
from shared.service import Service
from withdrawals.api import calculators as withdrawals_api

from .conftest import Door

NOW = datetime(2026, 10, 12, 1, 0, tzinfo=UTC)
COMPOSED = {
    "withdrawals": withdrawals.handlers.publishing.compose,
    "loans": loans.handlers.publishing.compose,
    "accounts": accounts.handlers.publishing.compose,
}
ROUTERS = {
    "withdrawals": (withdrawals_api.router,),
    "loans": loans_api.ROUTERS,
    "accounts": accounts_api.ROUTERS,
}
LATER = """
INSERT INTO policy (kind, effective_from, document_number, parameters)
SELECT kind, '2027-01-01', '测试文件〔2027〕1号', jsonb_set(parameters, '{ground,person_month_fen}', '150000')
FROM policy WHERE kind = 'rent' AND effective_from = '2026-09-20'
"""


class Owner:
    """One of those who own rules, on a database of its own."""

    def __init__(self, context: Context, database: ServiceDatabase) -> None:
        self.context, self.database = context, database

    async def told(self) -> list[Event]:
        """Tell what is to be told now, and return it."""
        async with self.context.unit() as unit:
            await publications.tell(unit, await COMPOSED[self.context.service](unit))
        rows = await self.context.pool.fetch("DELETE FROM outbox RETURNING id, type, body")
        return [read(EVENTS[row["type"]], row["body"]) for row in sorted(rows)]


@pytest.fixture(scope="module")
async def owners(platform: Workbench) -> AsyncIterator[dict[str, Owner]]:
    made: dict[str, Owner] = {}
    for service in COMPOSED:
        database = await platform.create_database(service)
        settings = ServiceSettings(**platform.settings(database))
        pool = await open_pool(settings, f"test {service}")
        data = PersonalData.from_settings(settings)
        made[service] = Owner(Context(service, settings, pool, FixedClock(NOW), data), database)
    yield made
    for owner in made.values():
        await owner.context.pool.close()


async def hear(door: Door, told: list[Event]) -> None:
    """Let the portal hear it, in whatever order."""
    guides: Any = received([one for one in told if isinstance(one, GuideTold)])
    figures: Any = received([one for one in told if isinstance(one, FiguresTold)])
    async with door.context.unit() as unit:
        await handlers.guides_told(unit, guides)
        await handlers.figures_told(unit, figures)


async def test_a_policy_row_changes_the_guide_and_nothing_else_is_told(
    door: Door, owners: dict[str, Owner]
) -> None:
    for owner in owners.values():
        await hear(door, await owner.told())
    assert "每人每月最多1,200.00元" in await door.page("/guides/withdrawals/rent")
    assert await owners["withdrawals"].told() == [], "told once, as long as nothing changes"

    await put_in_force(owners["withdrawals"].context, LATER)
    told = await owners["withdrawals"].told()
    assert [one.subject for one in told] == ["rent"]
    await hear(door, told)
    page = await door.page("/guides/withdrawals/rent")
    assert "自2027年1月1日起有变化" in page
    assert "每人每月最多1,500.00元" in page
    assert page.index("每人每月最多1,200.00元") < page.index("每人每月最多1,500.00元")
    assert "测试文件〔2027〕1号" in page
    # What comes late, or twice, changes nothing.
    (guide,) = told
    assert isinstance(guide, GuideTold)
    old = guide.model_copy(update={"title": "旧标题", "told_at": datetime(2026, 1, 1, tzinfo=UTC)})
    await hear(door, [old, guide])
    assert "旧标题" not in await door.page("/guides/withdrawals/rent")


NO_BUSINESS = {"all", "agreed", "papers", "brakes"}
"""Policy rows that no guide is about."""
CALLED = {"estate": "death"}
"""What heirs do at the counter has a guide of its own."""


async def test_every_business_has_its_guide_and_rates_their_days(
    door: Door, owners: dict[str, Owner]
) -> None:
    for owner in owners.values():
        await hear(door, await owner.told())
    listed = await door.page("/guides")
    for title in ("离退休提取", "租房提取", "按月还款", "提前还款", "单位缴存", "账户结息"):
        assert title in listed
    known = await owners["withdrawals"].context.pool.fetch("SELECT DISTINCT kind FROM policy")
    for kind in {row["kind"] for row in known} - NO_BUSINESS:
        assert "办理条件" in await door.page(f"/guides/withdrawals/{CALLED.get(kind, kind)}"), kind
    early = await door.page("/guides/loans/early")
    assert "部分提前还款每次不少于10,000.00元" in early
    rates = await door.page("/rates")
    for cell in ("2025-05-08", "2.60%", "2.10%", "16,500.00", "1.50%", "12.00%"):
        assert f"<td>{cell}</td>" in rates or f"{cell}</th>" in rates, cell
    assert "找到" in await door.page("/search?q=装修")
    await door.page("/guides/nobody/rent", 404)
    await door.page("/guides/withdrawals/nothing", 404)
    # The third day that nobody was told: all of it again, for whoever has lost it.
    owner = owners["loans"]
    before = owner.context.clock
    object.__setattr__(owner.context, "clock", FixedClock(datetime(2026, 10, 14, tzinfo=UTC)))
    again = await owner.told()
    object.__setattr__(owner.context, "clock", before)
    assert {one.subject for one in again} == {"repay", "early", "rates"}


async def test_calculators_answer_by_the_rules_of_their_owners(
    door: Door, owners: dict[str, Owner]
) -> None:
    apps = {
        service: httpx.ASGITransport(
            app=app_of(Service(service, owner.context.settings, ROUTERS[service]), owner.context)
        )
        for service, owner in owners.items()
    }
    neighbours = Neighbours(door.context.settings)
    neighbours._client = httpx.AsyncClient(
        mounts={f"http://{service}": transport for service, transport in apps.items()}
    )
    neighbours._urls = {service: f"http://{service}" for service in apps}
    door.app.state.neighbours = neighbours
    # 300,000 yuan, 20 years, 2.6 %: 300000 x i(1+i)^240 / ((1+i)^240 - 1), i = 0.026 / 12.
    loan = await door.page("/calculators/loan?amount_fen=300000&periods=240&method=01&home=first")
    assert "1,604.36" in loan
    deposit = await door.page(
        "/calculators/deposit?wage_fen=6000&employer_ratio_bp=8&employee_ratio_bp=8"
    )
    assert "960.00" in deposit
    rent = await door.page("/calculators/rent?amount_fen=1500&deposit_fen=960&registered=true")
    # Twelve months of the smaller of rent and deposit: 12 x 960.00.
    assert "11,520.00" in rent
    unregistered = await door.page(
        "/calculators/rent?amount_fen=1500&deposit_fen=960&registered=false"
    )
    assert "14,400.00" in unregistered
    bought = await door.page("/calculators/purchase?amount_fen=800,000&less_fen=500000")
    assert "300,000.00" in bought
    less = (
        "/calculators/early-repayment?balance_fen=200000&periods_left=180&term_periods=240&days=1"
    )
    both = await door.page(f"{less}&amount_fen=50000&method=01&home=first")
    assert "缩短期限" in both
    refused = await door.page(f"{less}&amount_fen=5000&method=01&home=first")
    assert "10,000.00元" in refused
    wrong = await door.page("/calculators/loan?amount_fen=很多&periods=240&method=01&home=first")
    assert "请填写贷款金额" in wrong
    for code in FORMS:
        assert "<form" in await door.page(f"/calculators/{code}")
    neighbours._client = httpx.AsyncClient(
        transport=httpx.MockTransport(lambda request: httpx.Response(503))
    )
    away = await door.page("/calculators/purchase?amount_fen=1&less_fen=0")
    assert "暂时无法计算" in away


async def test_figures_of_months_are_shown_as_they_were_told(door: Door) -> None:
    told = [
        EVENTS[type_].model_validate_json(
            json.dumps({"month": month, "told_at": "2026-10-12T00:00:00Z", "figures": figures})
        )
        for type_, month, figures in (
            (
                "deposit_figures.told.v1", "2026-08",
                [{"code": "deposited_fen", "text": "缴存金额", "unit": "fen", "value": 1_234_500}],
            ),
            (
                "deposit_figures.told.v1", "2026-09",
                [{"code": "deposited_fen", "text": "缴存金额", "unit": "fen", "value": 2_469_000}],
            ),
            (
                "withdrawal_figures.told.v1", "2026-09",
                [{"code": "withdrawals", "text": "提取笔数", "unit": "times", "value": 7}],
            ),
        )
    ]  # fmt: skip
    await hear(door, told)
    await hear(door, told)
    page = await door.page("/figures/2026")
    assert "12,345.00" in page
    assert "37,035.00" in page, "the year's sum"
    assert '<rect class="bar"' in page
    assert "2026-09" in await door.page("/figures")
    await door.page("/figures/1999", 404)
    await door.page("/figures/abcd", 404)
