"""From registration to a closed account, over HTTP and messages, with the books right at every step."""

from datetime import date

from shared.messages.accounts import FundsPosted, FundsReserved, IndividualAccountOpened

from .conftest import Accounts


async def test_from_registration_to_closing(accounts: Accounts) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, 600_000, 456_789, 2_500_000, opened_on=date(2026, 1, 5))
    booked = await accounts.remit(number, "2026-01")
    assert (booked["head_count"], booked["total_fen"]) == (3, 96_000 + 73_086 + 264_000)
    await accounts.verified()
    first = people[0]
    facts = (await accounts.citizen(first).get("/my/account")).json()
    assert facts["balance_fen"] == facts["monthly_deposit_fen"] == 96_000
    assert (facts["state_text"], facts["paid_up_to"]) == ("正常", "2026-01")
    await accounts.seal(first)
    reserved = await accounts.reserve(first)
    assert isinstance(reserved, FundsReserved)
    assert reserved.principal_fen == 96_000
    await accounts.verified()
    await accounts.pay(reserved)
    posted = (await accounts.events(str(reserved.application_id)))[-1]
    assert isinstance(posted, FundsPosted)
    assert posted.account_closed
    closed = await accounts.facts(first)
    assert (closed["state_text"], closed["balance_fen"]) == ("提取销户", 0)
    await accounts.verified()
    opened = [e for e in await accounts.events() if isinstance(e, IndividualAccountOpened)]
    assert [event.account_number for event in opened] == [p.account_number for p in people]
