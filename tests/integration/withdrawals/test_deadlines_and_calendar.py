"""Deadlines on the operators' list, told once; the calendar edited while applications are open."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from prometheus_client import REGISTRY
from tests.support.callers import by_two

from shared.identity.principal import Role
from withdrawals import tasks
from withdrawals.store import rulebooks

from .conftest import CARD, Withdrawals, days

BATCH = 2
"""Small, so that several batches are needed."""


async def sweep(withdrawals: Withdrawals) -> tuple[int, int]:
    return await tasks.sweep_once(withdrawals.context, BATCH)


def shown(metric: str, **labels: str) -> float:
    """What Prometheus is told."""
    value = REGISTRY.get_sample_value(metric, labels)
    assert value is not None
    return value


async def test_a_step_past_its_deadline_is_listed_and_told_once(withdrawals: Withdrawals) -> None:
    operator = withdrawals.caller(Role.SERVICE)
    waiting = [await withdrawals.citizen().apply() for _ in range(5)]
    assert await sweep(withdrawals) == (0, 0)
    assert (await operator.get("/overdue")).json()["items"] == []
    withdrawals.clock.advance(days(1))
    assert await sweep(withdrawals) == (5, 0)
    assert await sweep(withdrawals) == (0, 0)
    assert shown("withdrawals_open", state="submitted") == len(waiting)
    assert shown("withdrawals_oldest_seconds", state="submitted") >= days(1).total_seconds()
    assert shown("withdrawals_open", state="approved") == 0
    for application_id in waiting:
        assert await withdrawals.event_types(application_id) == ["submitted", "overdue"]
        overdue = (await withdrawals.events(application_id))[-1]
        assert overdue.known == "已受理，等待贷款信息核查结果。"
    listed = (await operator.get("/overdue")).json()["items"]
    assert {item["id"] for item in listed} == set(waiting)
    assert listed[0]["known"] == "已受理，等待贷款信息核查结果。"


async def test_r_wdr_7_an_overdue_step_still_goes_on_and_leaves_the_list(
    withdrawals: Withdrawals,
) -> None:
    citizen = withdrawals.citizen()
    application_id = await withdrawals.approved(citizen)
    withdrawals.clock.advance(days(4))
    assert await sweep(withdrawals) == (1, 0)
    assert (await citizen.get(f"/applications/{application_id}")).json()["overdue"]
    await withdrawals.succeeded(application_id)
    assert not (await citizen.get(f"/applications/{application_id}")).json()["overdue"]
    assert (await withdrawals.caller(Role.STAFF_MAKER).get("/overdue")).json()["items"] == []


async def test_r_wdr_8_a_review_not_decided_in_time_is_overdue(withdrawals: Withdrawals) -> None:
    application_id = await withdrawals.in_review()
    case = await withdrawals.case(application_id)
    assert case["decide_by"] == date(2026, 10, 15)
    withdrawals.clock.advance(days(3))
    assert await sweep(withdrawals) == (0, 0)
    withdrawals.clock.advance(days(1))
    assert await sweep(withdrawals) == (1, 0)


@pytest.mark.parametrize(
    ("at", "pay_by", "decide_by"),
    [
        pytest.param(
            datetime(2019, 8, 29, 1, tzinfo=UTC), "2019-09-03", "2019-09-02", id="E37 E41"
        ),
        pytest.param(
            datetime(2026, 9, 30, 1, tzinfo=UTC), "2026-10-10", "2026-10-08", id="make-up day"
        ),
    ],
)
async def test_r_wdr_7_r_wdr_8_dates_are_promised_at_acceptance(
    withdrawals: Withdrawals, at: datetime, pay_by: str, decide_by: str
) -> None:
    withdrawals.clock.advance(at - withdrawals.clock.now())
    answer = await withdrawals.citizen().post(
        "/applications", {"kind": "retirement", "card_number": CARD}
    )
    told = answer.json()
    assert (told["pay_by"], told["decide_by"]) == (pay_by, decide_by)
    assert not told["deadline_provisional"]


def first_notice() -> list[dict[str, Any]]:
    """Differences of the first notice for Spring Festival 2020 from the amended one (E39)."""
    return [
        {"day": "2020-01-31", "is_workday": True},
        {"day": "2020-02-01", "is_workday": True},
    ]


async def edit(withdrawals: Withdrawals, days_: list[dict[str, Any]], source: str) -> Any:
    maker, checker = (withdrawals.caller(r) for r in (Role.STAFF_MAKER, Role.STAFF_CHECKER))
    answer = await by_two(maker, checker, "/calendar/days", {"days": days_, "source": source})
    assert answer.status_code == 200, answer.text
    return answer.json()["result"]


def amendment() -> list[dict[str, Any]]:
    return [
        {"day": "2020-01-31", "is_workday": False},
        {"day": "2020-02-01", "is_workday": False},
        {"day": "2020-02-02", "is_workday": False},
    ]


async def test_r_cal_3_e39_staff_edit_the_calendar_and_open_cases_are_recomputed(
    withdrawals: Withdrawals,
) -> None:
    edited = await edit(withdrawals, first_notice(), "第一次通知")
    withdrawals.clock.advance(datetime(2020, 1, 22, 1, tzinfo=UTC) - withdrawals.clock.now())
    citizen = withdrawals.citizen()
    application_id = await withdrawals.approved(citizen)
    finished = await withdrawals.paid()
    shown = (await citizen.get(f"/applications/{application_id}")).json()
    assert shown["pay_by"] == "2020-02-01"

    amended = await edit(withdrawals, amendment(), "国办发明电〔2020〕1号")
    assert amended == {"version": edited["version"] + 1, "open_applications": 1}
    assert await sweep(withdrawals) == (0, 1)
    assert await sweep(withdrawals) == (0, 0)
    shown = (await citizen.get(f"/applications/{application_id}")).json()
    assert shown["pay_by"] == "2020-02-04"
    lines = shown["history"]
    assert lines[-1]["text"] == "工作日历有调整，最迟到账日由2020年2月1日改为2020年2月4日。"
    first = await withdrawals.context.pool.fetchval(
        "SELECT facts->>'pay_by' FROM application_history WHERE id = $1", lines[0]["id"]
    )
    assert first == "2020-02-01", "the first value stays in the log"
    case = await withdrawals.case(application_id)
    assert case["step_due_at"] == datetime(2020, 2, 4, 16, tzinfo=UTC)
    assert (await withdrawals.case(finished))["pay_by"] == date(2020, 2, 1)

    withdrawals.clock.advance(datetime(2020, 2, 3, 1, tzinfo=UTC) - withdrawals.clock.now())
    new = await withdrawals.citizen().post(
        "/applications", {"kind": "retirement", "card_number": CARD}
    )
    assert new.json()["pay_by"] == "2020-02-06"


async def test_r_cal_3_an_unpublished_year_makes_the_promise_provisional(
    withdrawals: Withdrawals,
) -> None:
    withdrawals.clock.advance(datetime(2026, 12, 30, 1, tzinfo=UTC) - withdrawals.clock.now())
    citizen = withdrawals.citizen()
    application_id = await citizen.apply()
    assert (await citizen.get(f"/applications/{application_id}")).json()["deadline_provisional"]
    staff = withdrawals.caller(Role.STAFF_MAKER)
    assert not (await staff.get("/calendar/2027")).json()["published"]
    assert (await staff.get("/calendar/2026")).json()["published"]
    january = [{"day": f"2027-01-{day:02d}", "is_workday": day > 3} for day in range(1, 11)]
    await edit(withdrawals, january, "国务院通知")
    await sweep(withdrawals)
    shown = (await citizen.get(f"/applications/{application_id}")).json()
    assert not shown["deadline_provisional"]
    assert shown["pay_by"] == "2027-01-05"


async def test_r_cal_3_packaged_days_are_loaded_once_and_never_over_what_staff_edited(
    withdrawals: Withdrawals,
) -> None:
    days_of = [{"day": "2026-10-12", "is_workday": False}]
    await edit(withdrawals, days_of, "临时通知")
    async with withdrawals.context.unit() as unit:
        assert await rulebooks.load_packaged_days(unit) == 0
    year = (await withdrawals.caller(Role.STAFF_MAKER).get("/calendar/2026")).json()
    assert {"day": "2026-10-12", "is_workday": False} in year["days"]
    assert len(year["days"]) == 365


async def test_the_pace_of_a_day_is_told_of_what_nobody_reviewed(withdrawals: Withdrawals) -> None:
    """Paid after 3 and 5 seconds: half in 4.0, 99 of a hundred in 3 + 0.99 * 2 = 4.98."""
    staff = withdrawals.caller(Role.STAFF_ADMIN)
    nothing = (await staff.get("/figures")).json()
    assert (nothing["submitted"], nothing["paid"], nothing["p99_seconds"]) == (0, 0, None)
    for seconds in (3, 5):
        application_id = await withdrawals.approved()
        withdrawals.clock.advance(timedelta(seconds=seconds))
        await withdrawals.succeeded(application_id)
    await withdrawals.in_review()
    found = (await staff.get("/figures")).json()
    assert (found["submitted"], found["paid"], found["waiting"]) == (3, 2, 1)
    assert (found["half_seconds"], found["p99_seconds"]) == (
        pytest.approx(4.0),
        pytest.approx(4.98),
    )
    withdrawals.clock.advance(days(1))
    assert (await staff.get("/figures")).json()["submitted"] == 0
