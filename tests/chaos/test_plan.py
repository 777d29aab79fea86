"""What a run is made of, before anything is started."""

from datetime import date

from tests.unit.withdrawals.conftest import Builders

from withdrawals.rules import TYPES

from .plan import FAULTS, PARTIAL, make_plan
from .registered import limit_fen, records_of

TODAY = date(2026, 11, 30)


def test_even_the_short_run_draws_from_every_type_that_is_in_force() -> None:
    build = Builders()
    book = build.book(types=TYPES, rows=build.all_rows())
    offered = {offer.type.kind: offer.type for offer in book.offers(TODAY)}
    plan = make_plan(1, 50, 6.0, kills_each=1, troubles_each=1)
    assert {citizen.part.kind for citizen in plan.citizens} == set(offered)
    assert {kind for kind, one in offered.items() if not one.closing} == PARTIAL | {"loan_repaid"}
    assert {action.kind for action in plan.actions} >= set(FAULTS), "registers go wrong, too"


def test_everybody_has_another_sum_on_record_and_a_banks_loan_is_of_the_home_there() -> None:
    sums = [limit_fen("renovates", number) for number in range(1, 50)]
    assert len(set(sums)) == len(sums)
    home, loans = records_of("repays-a-bank", 7, TODAY)
    assert loans.data["loans"][0]["unit"] == home.data["homes"][0]["unit"], "else two people look"
    assert sum(one["own_fen"] for one in loans.data["loans"][0]["payments"]) == 12 * 4_007
