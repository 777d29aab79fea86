"""R-ACC-8: the loans of somebody known as two people are those of the one who stays."""

import uuid
from datetime import UTC, date, datetime

import asyncpg
import pytest
from tests.integration.loans.conftest import LoansService, contract_body, lend
from tests.integration.loans.money import deliver, told

from loans.handlers import merges
from shared.messages.merges import LoansMergeTold, MergeAsked, MergeEnded, PersonMerged

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def asked(goes: uuid.UUID, stays: uuid.UUID | None = None) -> MergeAsked:
    return MergeAsked(
        merge_id=uuid.uuid4(),
        goes_person_id=goes,
        stays_person_id=stays or uuid.uuid4(),
        answer_by=AT,
    )


def merged(one: MergeAsked) -> PersonMerged:
    return PersonMerged(
        **one.model_dump(exclude={"answer_by"}), goes_account_tail="0016", stays_account_tail="0017",
        principal_fen=192_000, interest_fen=764, balance_after_fen=288_764,
        merged_on=date(2026, 3, 2), merged_at=AT,
    )  # fmt: skip


async def test_r_acc_8_a_running_loan_and_its_agreement_go_over(loans: LoansService) -> None:
    loan = await lend(loans)
    await loan.sign(loan.borrower)
    one = asked(loan.borrower)
    await deliver(loans, merges.asked, one, one)
    assert [(e.free, e.reason_text) for e in await told(loans, LoansMergeTold)] == [(True, "")]
    assert await deliver(loans, merges.merged, merged(one), merged(one)) == ([], [])
    pool = loans.context.pool
    for table in ("party", "offset_agreement"):
        people = await pool.fetch(
            f"SELECT person_id FROM {table} WHERE contract_number = $1",
            loan.number,
        )
        known = {row["person_id"] for row in people}
        assert one.stays_person_id in known
        assert loan.borrower not in known
    shown = f"/contracts/{loan.number}"
    assert (await loans.person(one.stays_person_id).get(shown)).status_code == 200
    assert (await loans.person(loan.borrower).get(shown)).status_code == 404
    with pytest.raises(asyncpg.RestrictViolationError):
        await pool.execute("UPDATE party SET person_id = $1", uuid.uuid4())


async def test_r_acc_8_both_in_one_contract_or_a_loan_not_paid_out_are_busy(
    loans: LoansService,
) -> None:
    loan = await lend(loans)
    await deliver(loans, merges.asked, asked(loan.borrower, loan.co_borrower))
    waiting = contract_body()
    assert (await loans.by_two("/contracts", waiting)).status_code == 201
    await deliver(loans, merges.asked, asked(uuid.UUID(waiting["borrower"])))
    assert [(e.free, e.reason_text) for e in await told(loans, LoansMergeTold)] == [
        (False, "两方在同一贷款合同中"),
        (False, "有贷款待审批或待放款"),
    ]


async def test_r_acc_8_who_goes_signs_nothing_new_until_it_has_ended(loans: LoansService) -> None:
    body = contract_body(signed_on="2026-03-02")
    one = asked(uuid.UUID(body["borrower"]))
    await deliver(loans, merges.asked, one)
    barred = await loans.maker.post("/contracts", body)
    assert (barred.status_code, barred.json()["title"]) == (409, "being-merged")
    over = MergeEnded(**one.model_dump(exclude={"answer_by"}), ended_at=AT)
    await deliver(loans, merges.ended, over)
    await deliver(loans, merges.asked, one)
    assert (await loans.maker.post("/contracts", body)).status_code == 202
    assert len(await told(loans, LoansMergeTold)) == 1
