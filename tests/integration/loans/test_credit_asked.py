"""Whoever decides on a loan contract sees what 信用德州 knows of its people (R-CRD-3)."""

from shared.messages.credit_checks import LoanCreditAsked

from .conftest import LoansService, lend


async def test_r_crd_3_credit_is_asked_about_each_party_once_a_day(loans: LoansService) -> None:
    lent = await lend(loans)
    asked = [one for one in await loans.events() if isinstance(one, LoanCreditAsked)]
    parties = await loans.context.pool.fetch(
        "SELECT DISTINCT person_id FROM party WHERE contract_number = $1", lent.number
    )
    assert {one.person_id for one in asked} == {row["person_id"] for row in parties}
    # proposed and decided on the same day: the same question, which credit answers once
    assert len({one.check_id for one in asked}) == len(parties)
    assert {one.matter_id for one in asked} == {lent.number}
