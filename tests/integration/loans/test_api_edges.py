"""Who may do what, and what bad input is answered."""

import uuid
from typing import Any

import pytest
from tests.integration.loans.conftest import LoansService, contract_body, lend, repayment

READS = ("", "/plan", "/repayments", "/payoff-quote", "/payoff-certificate", "/agreements")


@pytest.mark.parametrize("read", READS)
async def test_a_stranger_gets_the_same_answer_as_for_a_loan_that_is_not_there(
    loans: LoansService, read: str
) -> None:
    loan = await lend(loans)
    for stranger in (loans.person(uuid.uuid4()), loans.person(loan.guarantor)):
        theirs = await stranger.get(f"{loan.path}{read}")
        nobodys = await stranger.get(f"/contracts/DZ-0000-000000{read}")
        assert theirs.status_code == nobodys.status_code == 404
        assert theirs.json() == nobodys.json()


@pytest.mark.parametrize("read", READS)
async def test_borrower_co_borrower_and_staff_may_look(loans: LoansService, read: str) -> None:
    loan = await lend(loans)
    for caller in (
        loans.person(loan.borrower),
        loans.person(loan.co_borrower),
        loans.maker,
        loans.checker,
    ):
        assert (await caller.get(f"{loan.path}{read}")).status_code in (200, 409)


async def test_a_person_lists_only_what_is_theirs(loans: LoansService) -> None:
    loan = await lend(loans)
    await lend(loans)
    for person in (loan.borrower, loan.co_borrower):
        listed = (await loans.person(person).get("/contracts")).json()["contracts"]
        assert [one["contract_number"] for one in listed] == [loan.number]
        peeked = await loans.person(person).get("/contracts", person_id=str(uuid.uuid4()))
        assert [one["contract_number"] for one in peeked.json()["contracts"]] == [loan.number]
    assert (await loans.person(loan.guarantor).get("/contracts")).json()["contracts"] == []
    by_staff = await loans.maker.get("/contracts", person_id=str(loan.borrower))
    assert len(by_staff.json()["contracts"]) == 1
    assert (await loans.maker.get("/contracts")).status_code == 422


async def test_the_same_key_gives_the_same_answer_and_another_body_is_refused(
    loans: LoansService,
) -> None:
    maker, body = loans.maker, contract_body()
    first = await maker.post("/contracts", body, key="k1")
    second = await maker.post("/contracts", body, key="k1")
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    third = await maker.post("/contracts", contract_body(), key="k1")
    assert (third.status_code, third.json()["title"]) == (422, "idempotency-key-reused")
    checker, path = loans.checker, f"/proposals/{first.json()['proposal_id']}/decision"
    answers = [await checker.post(path, {"agree": True}, key="k2") for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert await loans.context.pool.fetchval("SELECT count(*) FROM contract") == 1


async def test_a_post_without_a_key_is_refused(loans: LoansService) -> None:
    maker = loans.maker
    answer = await loans.client.post("/contracts", json=contract_body(), headers=maker.headers)
    assert (answer.status_code, answer.json()["title"]) == (400, "idempotency-key-required")


async def test_a_contract_number_is_taken_once(loans: LoansService) -> None:
    body = contract_body()
    assert (await loans.by_two("/contracts", body)).status_code == 201
    again = await loans.maker.post("/contracts", contract_body(body["contract_number"]))
    assert (again.status_code, again.json()["title"]) == (409, "contract-number-taken")


async def test_a_person_has_one_role_in_a_contract(loans: LoansService) -> None:
    body = contract_body()
    body["guarantors"] = [body["borrower"]]
    answer = await loans.maker.post("/contracts", body)
    assert (answer.status_code, answer.json()["title"]) == (422, "person-twice")


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount_fen": -1},
        {"amount_fen": 0},
        {"amount_fen": 10**18},
        {"amount_fen": 300000.5},
        {"amount_fen": "30000000"},
        {"periods": 0},
        {"periods": 361},
        {"method": "03"},
        {"contract_number": "x'; DROP TABLE contract"},
        {"signed_on": "2016-02-30"},
        {"signed_on": "2026-03-03"},
        {"borrower": "37140219900101123X"},
        {"unknown": 1},
    ],
)
async def test_a_contract_that_cannot_be_is_refused(
    loans: LoansService, wrong: dict[str, Any]
) -> None:
    answer = await loans.maker.post("/contracts", contract_body() | wrong)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert await loans.context.pool.fetchval("SELECT count(*) FROM contract") == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount_fen": -170_159},
        {"amount_fen": 10**30},
        {"kind": "09"},
        {"paid_on": "yesterday"},
        {"paid_on": "2026-03-03"},
        {"serial": ""},
        {"effect": "both"},
    ],
)
async def test_a_repayment_that_cannot_be_is_refused(
    loans: LoansService, wrong: dict[str, Any]
) -> None:
    loan = await lend(loans)
    answer = await loan.repay(repayment("2016-09-20", 170_159) | wrong)
    assert answer.status_code == 422


async def test_malformed_json_is_refused(loans: LoansService) -> None:
    headers = {**loans.maker.headers, "Idempotency-Key": "k", "Content-Type": "application/json"}
    answer = await loans.client.post("/contracts", content=b'{"amount', headers=headers)
    assert (answer.status_code, answer.json()["title"]) == (400, "malformed-json")


async def test_an_agreement_of_another_contract_is_not_found(loans: LoansService) -> None:
    loan, other = await lend(loans), await lend(loans)
    signed = (await loan.sign(loan.borrower)).json()
    assert (await other.end(signed["agreement_id"], "2018-01-01")).status_code == 404
