"""Seeding is made again where it was killed: nobody is employed, paid for or lent to twice."""

from pathlib import Path
from typing import Any

from city.seed import SEEDED_FILE, cast_of, make_city
from city.seed.carriers import PREFIX, route_a_prefix
from city.seed.people import person
from city.seed.plan import LAST, Loan, Plan, Resident
from local.folder import RunFolder

from .evidence import Evidence
from .town import Town

BASE_FEN = 500_000
MONTHS = 2


def _resident(number: int, key: str, **what: object) -> Resident:
    return Resident(key, person(number), number % 3, BASE_FEN, shows=key, **what)  # type: ignore[arg-type]


PLAN = Plan(
    (
        _resident(801, "retired", sealed_after_month=LAST, seal_reason="retired", frozen=True),
        _resident(802, "repaid", loan=Loan.PAID_OFF),
        _resident(803, "repaid-now", loan=Loan.PAID_OFF_JUST_NOW),
        _resident(804, "offset", loan=Loan.PAID_OFF_WITH_AGREEMENT),
        _resident(805, "overdue", loan=Loan.OVERDUE),
        _resident(806, "raised", base_change_month=LAST, banned=True),
    ),
    months=MONTHS,
)


async def test_a_city_made_again_is_the_same_city(
    town: Town, evidence: Evidence, tmp_path: Path
) -> None:
    folder = RunFolder(tmp_path)
    await make_city(town.office, folder, PLAN, town.today)
    cast, books = cast_of(folder), await evidence.bank.totals()
    accounts = {key: await _account(town, one.account_number) for key, one in cast.items()}

    await make_city(town.office, folder, PLAN, town.today)
    for _ in range(2):
        await route_a_prefix(town.office, town.today)
    [route] = (await town.maker.get("notifications/routes"))["items"]
    assert (route["prefix"], route["route"]) == (PREFIX, "cmpp")

    assert folder.recall(SEEDED_FILE)["finished"]
    assert cast_of(folder) == cast
    assert {resident.key for resident in PLAN.residents} == set(cast)
    assert await evidence.bank.totals() == books
    for key, one in cast.items():
        assert await _account(town, one.account_number) == accounts[key]
    assert accounts["retired"]["state"] == "06"
    assert accounts["repaid"]["balance_fen"] > 0
    await evidence.books_agree()


async def _account(town: Town, number: str) -> dict[str, Any]:
    found: dict[str, Any] = await town.maker.get(f"accounts/accounts/{number}")
    return found
