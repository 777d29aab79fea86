"""Whoever registers an employer sees what 信用德州 knows; it registers whatever that is (R-CRD-3)."""

from shared.messages.credit_checks import CreditMatter, EmployerCreditAsked

from .conftest import Accounts


async def test_r_crd_3_credit_is_asked_about_an_employer_that_registers(accounts: Accounts) -> None:
    number = await accounts.employer()
    (asked,) = [one for one in await accounts.events() if isinstance(one, EmployerCreditAsked)]
    code = await accounts.pool.fetchval(
        "SELECT social_credit_code FROM employer WHERE number = $1", number
    )
    assert (asked.matter, asked.matter_id) == (CreditMatter.EMPLOYER_REGISTRATION, number)
    assert (asked.social_credit_code, asked.person_id) == (code, None)
