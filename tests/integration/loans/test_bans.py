"""R-WDR-14: who is banned gets no loan, whether or not the contract is there already."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.integration.loans.conftest import LoansService, contract_body, know
from tests.integration.loans.money import deliver, told
from tests.support.callers import decide
from tests.support.telling import received

from loans.handlers import bans, people
from loans.sealed import PERSON_NAME
from loans.store import people as store
from shared.messages.gateway import PersonIdentityChanged
from shared.messages.loans import LoanDisbursementApproved
from shared.messages.withdrawals import BanCause, BanImposed, BanLifted

FRAUD, FALSE = BanCause.LOAN_FRAUD, BanCause.FALSE_MATERIALS
TODAY = "2026-03-02"


def a_ban(person: str, cause: BanCause = FRAUD, until: str = "2030-05-01") -> BanImposed:
    return BanImposed(
        ban_id=uuid.uuid4(), person_id=uuid.UUID(person), cause=cause,
        found_on=date(2025, 5, 1), ends_on=date.fromisoformat(until),
    )  # fmt: skip


def lifted(ban: BanImposed) -> BanLifted:
    return BanLifted(**ban.model_dump())


def new_loan(**more: Any) -> dict[str, Any]:
    return contract_body(signed_on=TODAY, **more)


@pytest.mark.parametrize("who", ["borrower", "co_borrowers"])
@pytest.mark.parametrize(
    ("cause", "code", "words"),
    [
        (FRAUD, "banned-for-loan-fraud", "骗取住房公积金贷款，在2030年05月01日前"),
        (FALSE, "banned-for-false-materials", "提供虚假材料提取住房公积金，在2030年05月01日前"),
    ],
)
async def test_r_wdr_14_no_contract_for_who_is_banned(
    loans: LoansService, who: str, cause: BanCause, code: str, words: str
) -> None:
    body = new_loan()
    person = body[who] if isinstance(body[who], str) else body[who][0]
    assert await deliver(loans, bans.imposed, a_ban(person, cause)) == ([], [])
    answer = await loans.maker.post("/contracts", body)
    problem = answer.json()
    assert (answer.status_code, problem["title"], problem["rule"]) == (422, code, "R-WDR-14")
    assert words in problem["detail"]
    assert (await loans.maker.post("/contracts", new_loan())).status_code == 202, "a stranger's is"


async def test_r_wdr_14_a_ban_after_the_contract_was_entered_stops_the_money(
    loans: LoansService,
) -> None:
    body = new_loan()
    proposed = await loans.maker.post("/contracts", body)
    await deliver(loans, bans.imposed, a_ban(body["borrower"]))
    answer = await decide(loans.checker, proposed)
    assert (answer.status_code, answer.json()["rule"]) == (422, "R-WDR-14")
    assert await told(loans, LoanDisbursementApproved) == []


async def test_r_wdr_14_a_lifted_ban_binds_nobody_whichever_is_heard_first(
    loans: LoansService,
) -> None:
    first, second = new_loan(), new_loan()
    one, other = a_ban(first["borrower"]), a_ban(second["borrower"])
    await deliver(loans, bans.imposed, one, one)
    await deliver(loans, bans.lifted, lifted(one))
    await deliver(loans, bans.lifted, lifted(other))
    await deliver(loans, bans.imposed, other)
    for body in (first, second):
        assert (await loans.maker.post("/contracts", body)).status_code == 202


@pytest.mark.parametrize(("until", "status"), [("2026-03-01", 202), (TODAY, 422)])
async def test_r_wdr_14_the_last_day_of_a_ban_still_binds(
    loans: LoansService, until: str, status: int
) -> None:
    body = new_loan()
    await deliver(loans, bans.imposed, a_ban(body["borrower"], until=until))
    assert (await loans.maker.post("/contracts", body)).status_code == status


async def test_r_chk_2_a_credit_card_is_neither_debited_nor_paid_to(loans: LoansService) -> None:
    credit = {"number": "6225750000000006", "holder_name": "张三丰"}
    for wrong in ({"repayment_card": credit}, {"payee": credit}):
        answer = await loans.maker.post("/contracts", new_loan() | wrong)
        assert answer.status_code == 422
        assert "信用卡" in answer.text
    assert await loans.context.pool.fetchval("SELECT count(*) FROM contract") == 0


async def test_r_inf_2_a_corrected_name_holds_whatever_is_heard_first(loans: LoansService) -> None:
    person, at = uuid.uuid4(), datetime(2026, 3, 1, tzinfo=UTC)
    told_late = [
        PersonIdentityChanged(
            change_id=uuid.uuid4(), person_id=person, name=name, id_type="01", id_number="",
            name_changed=True, number_changed=False, by_whom="oneself", changed_at=at.replace(hour=hour),
        )
        for name, hour in (("欧阳三丰", 2), ("张三峰", 1))
    ]  # fmt: skip
    for one in told_late:
        async with loans.context.unit() as unit:
            await people.changed(unit, received([one]))
    await know(loans.context, person)
    async with loans.context.unit() as unit:
        sealed = await store.names(unit.connection, [person])
    assert loans.context.personal_data.open(sealed[person], PERSON_NAME, person) == "欧阳三丰"
