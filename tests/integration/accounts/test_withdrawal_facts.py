"""What accounts tells before a withdrawal is decided: the facts, and what it would freeze (R-WDR-27)."""

import uuid
from datetime import date

from tests.integration.accounts.conftest import TODAY, WHOLE, Accounts, Person
from tests.integration.accounts.test_reservations import with_deposits

from accounts.handlers import people_sought
from accounts.handlers import withdrawal_facts as handlers
from shared.messages.consents import PersonFound, PersonSought
from shared.messages.inquiries import AccountFactsTold
from shared.messages.withdrawals import FundsConditions, FundsWanted, WithdrawalFactsAsked

PARTIAL = FundsConditions(closing=False, sealed_required=False, cap_fen=1_000_00)


def asks(person_id: uuid.UUID, *wanted: FundsWanted) -> WithdrawalFactsAsked:
    return WithdrawalFactsAsked(
        inquiry_id=uuid.uuid4(),
        person_id=person_id,
        round=2 if wanted else 1,
        as_of=TODAY,
        loans_wanted=False,
        wanted=wanted,
    )


async def told(accounts: Accounts, question: WithdrawalFactsAsked) -> AccountFactsTold:
    await accounts.deliver(handlers.tell, question)
    [found] = await accounts.events(question.subject)
    assert isinstance(found, AccountFactsTold)
    return found


async def saver(accounts: Accounts) -> Person:
    accounts.on(date(2026, 3, 28))
    return await with_deposits(accounts, 80_000, 0, 96_000)


async def test_r_wdr_28_deposits_are_told_by_contribution_month(accounts: Accounts) -> None:
    found = await told(accounts, asks((await saver(accounts)).person_id))
    assert found.account is not None
    assert found.account.balance_fen == 6_000_000
    assert {one.month: one.fen for one in found.account.deposits if one.month >= "2026"} == {
        "2026-01": 80_000,
        "2026-03": 96_000,
    }
    assert (found.account.paid_up_to, found.funds) == ("2026-03", [])
    assert found.id_number


async def test_r_wdr_27_what_would_be_frozen_is_what_is_frozen(accounts: Accounts) -> None:
    person = await saver(accounts)
    question = asks(
        person.person_id,
        FundsWanted(kind="partial", conditions=PARTIAL),
        FundsWanted(kind="whole", conditions=WHOLE),
        FundsWanted(
            kind="too_little", conditions=PARTIAL.model_copy(update={"least_fen": 1_000_01})
        ),
    )
    partial, whole, too_little = (await told(accounts, question)).funds
    assert (partial.principal_fen, partial.balance_after_fen) == (1_000_00, 5_900_000)
    assert (whole.reason_code, whole.principal_fen) == ("not_sealed", 0)
    assert too_little.reason_code == "nothing_to_withdraw"
    reserved = await accounts.reserve(person, conditions=PARTIAL)
    assert reserved.amount_fen == partial.principal_fen
    busy = (await told(accounts, asks(person.person_id, question.wanted[0]))).funds
    assert busy[0].reason_code == "funds_already_reserved", "and nothing was frozen before"


async def test_r_wdr_20_a_number_is_somebodys_or_nobodys_and_nothing_else_is_told(
    accounts: Accounts,
) -> None:
    person = await saver(accounts)
    known = (await told(accounts, asks(person.person_id))).id_number
    assert known
    mine, nobodys = (
        PersonSought(inquiry_id=uuid.uuid4(), id_number=one, sought_on=TODAY)
        for one in (f" {known.lower()} ", "371402199002021244")
    )
    await accounts.deliver(people_sought.tell, mine, nobodys)
    found = [(await accounts.events(one.subject))[0] for one in (mine, nobodys)]
    assert found == [
        PersonFound(inquiry_id=mine.inquiry_id, person_id=person.person_id),
        PersonFound(inquiry_id=nobodys.inquiry_id, person_id=None),
    ]


async def test_a_stranger_has_no_account(accounts: Accounts) -> None:
    wanted = FundsWanted(kind="partial", conditions=PARTIAL)
    found = await told(accounts, asks(uuid.uuid4(), wanted))
    assert (found.account, found.name, found.funds[0].reason_code) == (None, None, "no_account")
