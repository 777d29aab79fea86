"""Signing an offset agreement online: what it costs must be accepted, word by word (R-REP-10)."""

import uuid
from datetime import date

from tests.integration.loans.conftest import LoansService, lend
from tests.integration.loans.money import borrow, last, told
from tests.support.telling import received

from loans.handlers import agreements, deaths
from shared.messages.estates import DeathRecorded, DeathRevoked
from shared.messages.loans import LoanChange, LoanChanged

TERMS = {"way": "monthly", "short_balance": "account_first", "prepayment_effect": "reduce"}


async def test_r_rep_10_what_signing_costs_is_shown_and_must_be_accepted(
    loans: LoansService,
) -> None:
    loan = await borrow(loans, "2025-08-20", paid=6)
    path = f"{loan.path}/my-agreement"
    terms = (await loan.me.get("/agreement-terms")).json()
    assert "都不能再办理偿还公积金贷款提取" in terms["text"]
    old = await loan.me.post(path, {**TERMS, "accepted_terms": "2018-1"})
    assert (old.status_code, old.json()["title"]) == (409, "terms-not-accepted")
    assert (await loan.me.post(path, TERMS)).status_code == 422
    signed = await loan.me.post(path, {**TERMS, "accepted_terms": terms["version"]})
    assert signed.status_code == 201, signed.text
    assert signed.json()["person_id"] == str(loan.borrower)
    stored = await loans.context.pool.fetchval("SELECT terms_version FROM offset_agreement")
    assert stored == terms["version"]
    assert (await last(loans, LoanChanged)).change is LoanChange.AGREEMENT_SIGNED
    quoted = (await loan.quote("partial", amount_fen=2_000_000)).json()
    assert quoted["effect"] == "reduce", "now it may be repaid in part online"
    assert "不能办理偿还公积金贷款提取" in (await loan.quote()).json()["consequence"]


async def test_r_loan_7_only_a_party_who_repays_signs_and_only_for_the_own_account(
    loans: LoansService,
) -> None:
    loan = await borrow(loans, "2025-08-20", paid=6)
    version = (await loan.me.get("/agreement-terms")).json()["version"]
    body = {**TERMS, "accepted_terms": version}
    for stranger in (uuid.uuid4(), loan.guarantor):
        answer = await loans.person(stranger).post(f"{loan.path}/my-agreement", body)
        assert answer.status_code == 404
    spouse = loans.person(loan.co_borrower)
    signed = await spouse.post(f"{loan.path}/my-agreement", body)
    assert signed.json()["person_id"] == str(loan.co_borrower)
    nothing = await loan.me.post(f"{loan.path}/my-agreement/end", None)
    assert nothing.json()["title"] == "no-agreement", "nobody ends the other's agreement"
    ended = await spouse.post(f"{loan.path}/my-agreement/end", None)
    assert (ended.status_code, ended.json()["ended_on"]) == (200, "2026-03-02")
    changes = [event.change for event in await told(loans, LoanChanged)]
    assert changes == [LoanChange.AGREEMENT_SIGNED, LoanChange.AGREEMENT_ENDED]
    history = (await loan.me.get(f"{loan.path}/agreements")).json()["agreements"]
    assert len(history) == 1, "it stays for ever (R-WDR-4)"


async def test_r_wdr_45_who_has_died_repays_no_loan_from_the_fund_account(
    loans: LoansService,
) -> None:
    loan = await borrow(loans, "2025-08-20", paid=6)
    version = (await loan.me.get("/agreement-terms")).json()["version"]
    body = {**TERMS, "accepted_terms": version}
    for party in (loan.borrower, loan.co_borrower):
        signed = await loans.person(party).post(f"{loan.path}/my-agreement", body)
        assert signed.status_code == 201, signed.text
    event = DeathRecorded(
        death_id=uuid.uuid4(), person_id=loan.borrower, died_on=date(2026, 2, 1),
        recorded_by=uuid.uuid4(),
    )  # fmt: skip
    for _ in range(2):
        async with loans.context.unit() as unit:
            await agreements.end_of_the_dead(unit, received([event]))
    history = (await loan.me.get(f"{loan.path}/agreements")).json()["agreements"]
    assert {one["person_id"]: one["ended_on"] for one in history} == {
        str(loan.borrower): "2026-03-02", str(loan.co_borrower): None,
    }  # fmt: skip
    changes = [event.change for event in await told(loans, LoanChanged)]
    assert changes.count(LoanChange.AGREEMENT_ENDED) == 1


async def test_r_wdr_45_a_loan_of_the_dead_is_listed_until_staff_have_settled_it_or_the_person_lives(
    loans: LoansService,
) -> None:
    first, second = await lend(loans), await lend(loans)
    told = [
        DeathRecorded(
            death_id=uuid.uuid4(), person_id=person, died_on=date(2026, 2, 1),
            recorded_by=uuid.uuid4(),
        )
        for person in (first.borrower, second.co_borrower, uuid.uuid4())
    ]  # fmt: skip
    other = DeathRevoked.model_validate(told[1].model_dump())
    async with loans.context.unit() as unit:
        await deaths.recorded(unit, received(told))
        await deaths.recorded(unit, received(told[:1]))
    waiting = (await loans.checker.get("/deaths")).json()["items"]
    assert {(one["contract_number"], one["role_text"]) for one in waiting} == {
        (first.number, "借款人"), (second.number, "共同借款人"),
    }  # fmt: skip
    place = f"/deaths/{told[0].death_id}/contracts/{first.number}/answer"
    left = await loans.maker.post(place, {"text": "由共同借款人继续还款"})
    assert [one["contract_number"] for one in left.json()["items"]] == [second.number]
    again = await loans.checker.post(place, {"text": "由担保人还款"})
    assert (again.status_code, again.json()["title"]) == (409, "death-answered")
    strange = await loans.maker.post(
        f"/deaths/{told[0].death_id}/contracts/{second.number}/answer", {"text": "不相干"}
    )
    assert strange.status_code == 404
    async with loans.context.unit() as unit:
        await deaths.revoked(unit, received([other]))
        await deaths.recorded(unit, received([told[1]]))
    assert (await loans.checker.get("/deaths")).json()["items"] == []
