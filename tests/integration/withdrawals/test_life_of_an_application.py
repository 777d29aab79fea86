"""From the request to the end: what is stored, what is told, step by step, on a real database."""

import asyncio
import uuid
from datetime import UTC, date, datetime
from typing import Any

import asyncpg
import pytest

from shared.messages.accounts import SealReason
from shared.messages.settlement import PaymentFailed, PaymentReturned, PaymentUnknown
from shared.messages.withdrawals import LoanQuestion
from withdrawals.handlers import applications as handlers

from .conftest import (
    CARD,
    OTHER_CARD,
    Withdrawals,
    asked,
    days,
    debt_checked,
    funds_refused,
    funds_reserved,
    payment_succeeded,
)

CLOSING_TYPES = {
    "retirement": SealReason.RETIRED,
    "contract_ended": SealReason.TERMINATED,
    "settled_abroad": SealReason.ABROAD,
}


@pytest.mark.parametrize(("kind", "seal_reason"), CLOSING_TYPES.items())
async def test_r_wdr_1_a_closing_type_goes_straight_to_the_money(
    withdrawals: Withdrawals, kind: str, seal_reason: SealReason
) -> None:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply(kind)
    await withdrawals.remember_cards()
    (submitted,) = await withdrawals.events(application_id)
    assert (submitted.kind, submitted.loan_question) == (kind, LoanQuestion.UNPAID)

    await withdrawals.debt_checked(application_id)
    conditions = asked(await withdrawals.events(application_id)).conditions
    assert conditions.closing
    assert conditions.sealed_required

    await withdrawals.reserved(application_id, seal_reason=seal_reason)
    await withdrawals.succeeded(application_id)
    assert await withdrawals.event_types(application_id) == [
        "submitted",
        "funds_requested",
        "approved",
        "paid",
    ]
    shown = (await citizen.get(f"/applications/{application_id}")).json()
    assert (shown["state"], shown["state_text"]) == ("paid", "已到账")
    assert shown["amount_text"] == "60,012.34"
    assert [line["state"] for line in shown["history"]] == [
        "submitted",
        "funds_requested",
        "approved",
        "paid",
    ]


async def test_r_wdr_4_r_wdr_5_a_repaid_loan_from_end_to_end(withdrawals: Withdrawals) -> None:
    application_id = await withdrawals.citizen().apply("loan_repaid")
    (submitted,) = await withdrawals.events(application_id)
    assert submitted.loan_question is LoanQuestion.PAYOFF
    await withdrawals.payoff_certified(application_id)
    conditions = asked(await withdrawals.events(application_id)).conditions
    assert conditions.cap_fen == 22_125_422  # E28
    assert (conditions.retained_months, conditions.retained_before) == (3, "2019-08")
    await withdrawals.reserved(
        application_id,
        closing=False,
        principal_fen=5_712_000,  # E29
        interest_fen=0,
        balance_after_fen=288_000,
        retained_fen=288_000,
        seal_reason=None,
    )
    await withdrawals.succeeded(application_id, 5_712_000)
    paid = (await withdrawals.events(application_id))[-1]
    assert (paid.amount_fen, paid.balance_after_fen) == (5_712_000, 288_000)


async def test_r_wdr_3_the_card_is_sealed_and_never_shown(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply(card="6222 0216 1200 3456 788")
    row = await withdrawals.case(application_id)
    assert (
        withdrawals.context.personal_data.open(
            row["card_sealed"], "application.card_sealed", row["id"]
        )
        == CARD
    )
    assert row["card_hash"] == withdrawals.context.personal_data.lookup_hash(CARD)
    assert row["card_tail"] == "6788"
    shown = (await citizen.get(f"/applications/{application_id}")).text
    assert CARD not in shown
    assert '"card_tail":"6788"' in shown
    stored = await withdrawals.context.pool.fetch("SELECT body FROM outbox")
    assert all(CARD not in row["body"] for row in stored)


@pytest.mark.parametrize(
    ("card", "words"),
    [
        ("6222021612003456789", "校验位不正确"),
        ("62220216", "16至19位"),
        ("not a card", "16至19位"),
        ("6225750000000006", "信用卡"),
    ],
)
async def test_r_wdr_3_r_chk_2_a_wrong_card_is_refused_and_nothing_is_stored(
    withdrawals: Withdrawals, card: str, words: str
) -> None:
    answer = await withdrawals.citizen().post(
        "/applications", {"kind": "retirement", "card_number": card}
    )
    assert answer.status_code == 422
    assert words in answer.json()["detail"]
    assert await withdrawals.context.pool.fetchval("SELECT count(*) FROM application") == 0


async def test_r_wdr_3_an_unknown_kind_is_refused(withdrawals: Withdrawals) -> None:
    answer = await withdrawals.citizen().post(
        "/applications", {"kind": "lottery", "card_number": CARD}
    )
    assert (answer.status_code, answer.json()["title"]) == (422, "unknown-kind")
    assert answer.json()["rule"] == "R-WDR-3"


async def test_r_wdr_10_one_open_application_per_person(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    first = await citizen.apply("retirement")
    answer = await citizen.post("/applications", {"kind": "sentenced", "card_number": CARD})
    assert (answer.status_code, answer.json()["title"]) == (409, "application-open")
    assert answer.json()["application_id"] == first
    assert answer.json()["rule"] == "R-WDR-10"
    await citizen.post(f"/applications/{first}/cancel")
    await citizen.apply("sentenced")


async def test_r_wdr_10_the_database_keeps_one_open_application_too(
    withdrawals: Withdrawals,
) -> None:
    citizen = withdrawals.citizen()
    first = await citizen.apply()
    await citizen.post(f"/applications/{first}/cancel")
    await citizen.apply()
    with pytest.raises(asyncpg.UniqueViolationError, match="r_wdr_10_one_open_application"):
        await withdrawals.context.pool.execute(
            """
            INSERT INTO application (id, person_id, kind, state, channel, card_sealed, card_hash,
                card_tail, accepted_on, submitted_at, decide_by, pay_by, provisional,
                calendar_version, step_due_at)
            SELECT gen_random_uuid(), person_id, kind, 'submitted', channel, card_sealed, card_hash,
                card_tail, accepted_on, submitted_at, decide_by, pay_by, provisional,
                calendar_version, now()
            FROM application LIMIT 1
            """
        )


async def test_submitting_again_with_the_same_key_changes_nothing(
    withdrawals: Withdrawals,
) -> None:
    citizen = withdrawals.citizen()
    body = {"kind": "retirement", "card_number": CARD}
    first = await citizen.post("/applications", body, key="k1")
    again = await citizen.post("/applications", body, key="k1")
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert first.headers["location"] == again.headers["location"]
    assert first.headers["location"] == f"/api/withdrawals/applications/{first.json()['id']}"
    assert len(await withdrawals.events()) == 1
    other = await citizen.post("/applications", {**body, "card_number": OTHER_CARD}, key="k1")
    assert (other.status_code, other.json()["title"]) == (422, "idempotency-key-reused")


REFUSED_BY_ACCOUNTS: dict[str, dict[str, Any]] = {
    "not_sealed": {"rule": "R-WDR-1"},
    "stop_period_not_over": {"rule": "R-WDR-2", "eligible_from": date(2027, 3, 1)},
    "account_frozen": {"rule": "R-WDR-10"},
    "account_closed": {"rule": "R-WDR-10"},
    "no_account": {"rule": "R-WDR-10"},
    "change_request_open": {"rule": "R-WDR-10"},
    "funds_already_reserved": {"rule": "R-WDR-10"},
    "nothing_to_withdraw": {"rule": "R-WDR-11"},
}


@pytest.mark.parametrize("reason", REFUSED_BY_ACCOUNTS)
async def test_r_wdr_8_a_refusal_of_accounts_reaches_the_citizen_in_words(
    withdrawals: Withdrawals, reason: str
) -> None:
    expected = REFUSED_BY_ACCOUNTS[reason]
    citizen = withdrawals.citizen()
    application_id = await citizen.apply("contract_ended")
    await withdrawals.debt_checked(application_id)
    event = funds_refused(application_id, reason, eligible_from=expected.get("eligible_from"))
    await withdrawals.deliver(handlers.funds_refused, event)
    told = (await citizen.get(f"/applications/{application_id}")).json()["reason"]
    assert (told["code"], told["rule"]) == (reason, expected["rule"])
    if "eligible_from" in expected:
        assert told["eligible_from"] == "2027-03-01"
        assert "2027年3月1日" in told["text"]
    rejected = (await withdrawals.events(application_id))[-1]
    assert rejected.type == "withdrawal.rejected.v1"
    assert rejected.reason_text == told["text"]


async def test_r_wdr_10_an_unpaid_loan_is_refused(withdrawals: Withdrawals) -> None:
    application_id = await withdrawals.citizen().apply()
    await withdrawals.debt_checked(application_id, owed=1)
    rejected = (await withdrawals.events(application_id))[-1]
    assert (rejected.reason_code, rejected.rule) == ("unpaid_loan", "R-WDR-10")


@pytest.mark.parametrize("reason", ["no_loan", "loan_not_paid_off"])
async def test_r_wdr_4_loans_denies_the_payoff(withdrawals: Withdrawals, reason: str) -> None:
    from shared.messages.loans import LoanPayoffDenied

    application_id = await withdrawals.citizen().apply("loan_repaid")
    event = LoanPayoffDenied(
        application_id=uuid.UUID(application_id), person_id=uuid.uuid4(), reason_code=reason
    )
    await withdrawals.deliver(handlers.loan_payoff_denied, event)
    rejected = (await withdrawals.events(application_id))[-1]
    assert (rejected.reason_code, rejected.rule) == (reason, "R-WDR-4")


async def test_r_wdr_4_an_offset_agreement_is_refused(withdrawals: Withdrawals) -> None:
    application_id = await withdrawals.citizen().apply("loan_repaid")
    await withdrawals.payoff_certified(application_id, offset_agreement_ever=True)
    rejected = (await withdrawals.events(application_id))[-1]
    assert (rejected.reason_code, rejected.rule) == ("offset_agreement", "R-WDR-4")


async def test_r_wdr_15_death_is_refused_and_the_money_is_released(
    withdrawals: Withdrawals,
) -> None:
    application_id = await withdrawals.citizen().apply()
    await withdrawals.debt_checked(application_id)
    await withdrawals.reserved(application_id, seal_reason=SealReason.DECEASED)
    rejected = (await withdrawals.events(application_id))[-1]
    assert (rejected.type, rejected.rule) == ("withdrawal.rejected.v1", "R-WDR-15")


async def test_r_wdr_13_failure_of_the_bank_is_told_in_words(withdrawals: Withdrawals) -> None:
    application_id = await withdrawals.approved()
    event = PaymentFailed(
        application_id=uuid.UUID(application_id), reason_code="AC04", reason_text="closed"
    )
    await withdrawals.deliver(handlers.payment_failed, event)
    failed = (await withdrawals.events(application_id))[-1]
    assert failed.type == "withdrawal.failed.v1"
    assert "收款账户已经销户" in failed.reason_text


async def test_r_wdr_13_unknown_then_paid_then_returned(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    application_id = await withdrawals.approved(citizen)
    unknown = PaymentUnknown(
        application_id=uuid.UUID(application_id), since=datetime(2026, 10, 12, 1, tzinfo=UTC)
    )
    await withdrawals.deliver(handlers.payment_unknown, unknown, unknown)
    shown = (await citizen.get(f"/applications/{application_id}")).json()
    assert shown["payment_unknown"]
    assert [line["step"] for line in shown["history"]].count("payment_unknown") == 1

    returned = PaymentReturned(
        application_id=uuid.UUID(application_id),
        amount_fen=6_001_234,
        bank_serial="R1",
        reason_code="AC01",
        reason_text="wrong account",
        returned_on=date(2026, 10, 14),
    )
    postponed, _ = await withdrawals.deliver(handlers.payment_returned, returned)
    assert postponed == ["payment_returned came in state approved"]
    await withdrawals.succeeded(application_id)
    await withdrawals.deliver(handlers.payment_returned, returned)
    await withdrawals.deliver(handlers.payment_returned, returned)
    assert await withdrawals.event_types(application_id) == [
        "submitted",
        "funds_requested",
        "approved",
        "paid",
        "returned",
    ]
    assert not (await citizen.get(f"/applications/{application_id}")).json()["payment_unknown"]
    await citizen.apply()


async def test_r_wdr_13_an_amount_that_is_not_ours_is_parked(withdrawals: Withdrawals) -> None:
    application_id = await withdrawals.approved()
    _, parked = await withdrawals.succeeded(application_id, amount_fen=1)
    assert parked == ["paid 1 fen, not 6001234"]
    assert await withdrawals.state(application_id) == "approved"


async def test_facts_about_an_application_that_does_not_exist_are_parked(
    withdrawals: Withdrawals,
) -> None:
    _, parked = await withdrawals.debt_checked(str(uuid.uuid4()))
    assert parked == ["there is no such application"]


async def test_every_fact_may_come_twice_and_late(withdrawals: Withdrawals) -> None:
    application_id = await withdrawals.citizen().apply()
    await withdrawals.remember_cards()
    name = "张三丰"
    steps = (
        (handlers.loan_debt_checked, debt_checked(application_id)),
        (handlers.funds_reserved, funds_reserved(application_id, name)),
        (handlers.payment_succeeded, payment_succeeded(application_id)),
    )
    for handler, event in steps:
        assert await withdrawals.deliver(handler, event, event) == ([], [])
        for earlier_handler, earlier in steps:
            if earlier is event:
                break
            assert await withdrawals.deliver(earlier_handler, earlier) == ([], [])
    refused = funds_refused(application_id, "not_sealed")
    assert await withdrawals.deliver(handlers.funds_refused, refused) == ([], [])
    assert await withdrawals.event_types(application_id) == [
        "submitted",
        "funds_requested",
        "approved",
        "paid",
    ]


async def test_r_wdr_13_a_contradiction_of_the_bank_is_parked(withdrawals: Withdrawals) -> None:
    application_id = await withdrawals.paid()
    event = PaymentFailed(
        application_id=uuid.UUID(application_id), reason_code="AC01", reason_text=""
    )
    _, parked = await withdrawals.deliver(handlers.payment_failed, event)
    assert parked == ["payment_failed cannot be true in state paid"]


async def test_a_citizen_cancels_before_the_money_moves(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply()
    await withdrawals.debt_checked(application_id)
    answer = await citizen.post(f"/applications/{application_id}/cancel")
    assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
    assert await withdrawals.event_types(application_id) == [
        "submitted",
        "funds_requested",
        "cancelled",
    ]
    await withdrawals.reserved(application_id)
    assert await withdrawals.state(application_id) == "cancelled"
    again = await citizen.post(f"/applications/{application_id}/cancel")
    assert (again.status_code, again.json()["state"]) == (200, "cancelled")


async def test_cancelling_too_late_says_so(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    application_id = await withdrawals.approved(citizen)
    answer = await citizen.post(f"/applications/{application_id}/cancel")
    assert (answer.status_code, answer.json()["title"]) == (409, "not-cancellable")
    assert answer.json()["detail"] == "资金已经在付款途中，不能撤销。"
    await withdrawals.succeeded(application_id)
    answer = await citizen.post(f"/applications/{application_id}/cancel")
    assert answer.json()["detail"] == "该申请已经办结（已到账），不能撤销。"


async def test_a_cancelled_review_leaves_the_list(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    application_id = await withdrawals.in_review(citizen)
    await citizen.post(f"/applications/{application_id}/cancel")
    closed = await withdrawals.context.pool.fetchval("SELECT closed_at FROM review")
    assert closed is not None


async def test_own_applications_newest_first_page_by_page(withdrawals: Withdrawals) -> None:
    citizen, stranger = withdrawals.citizen(), withdrawals.citizen()
    await stranger.apply()
    made = []
    for _ in range(5):
        made.append(await citizen.apply())
        await citizen.post(f"/applications/{made[-1]}/cancel")
        withdrawals.clock.advance(days(1))
    seen: list[str] = []
    cursor = None
    while True:
        query: dict[str, str] = {"cursor": cursor} if cursor else {}
        page = (await citizen.get("/applications", limit=2, **query)).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == made[::-1]
    assert (await citizen.get("/applications", cursor="x")).status_code == 400
    assert (await citizen.get("/applications", cursor="WzEsMl0")).status_code == 400


async def test_history_cannot_be_rewritten_nor_states_forced(withdrawals: Withdrawals) -> None:
    application_id = await withdrawals.paid()
    pool = withdrawals.context.pool
    for statement in (
        "UPDATE application_history SET text = 'x'",
        "DELETE FROM application_history",
        "DELETE FROM application",
        "UPDATE policy SET document_number = 'x'",
        "DELETE FROM calendar_day",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await pool.execute(statement)
    for state in ("submitted", "approved", "failed", "cancelled"):
        with pytest.raises(asyncpg.CheckViolationError):
            await pool.execute(
                "UPDATE application SET state = $2, step_due_at = NULL WHERE id = $1",
                uuid.UUID(application_id),
                state,
            )
    with pytest.raises(asyncpg.UniqueViolationError, match="r_wdr_13_paid_once"):
        await pool.execute(
            "INSERT INTO application_history (application_id, at, step, state, text, actor)"
            " VALUES ($1, now(), 'paid', 'paid', '', 'system')",
            uuid.UUID(application_id),
        )


async def test_r_wdr_10_of_many_requests_at_once_one_is_accepted(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    body = {"kind": "retirement", "card_number": CARD}
    answers = await asyncio.gather(*(citizen.post("/applications", body) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [202, *[409] * 7]
    assert len(await withdrawals.events()) == 1


async def test_the_same_key_at_once_creates_one_application(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    body = {"kind": "retirement", "card_number": CARD}
    answers = await asyncio.gather(
        *(citizen.post("/applications", body, key="k1") for _ in range(8))
    )
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["id"] for answer in answers}) == 1


async def test_cancelling_against_an_answer_at_the_same_time_ends_in_one_of_both(
    withdrawals: Withdrawals,
) -> None:
    for _ in range(5):
        citizen = withdrawals.citizen()
        application_id = await citizen.apply()
        await withdrawals.debt_checked(application_id)
        answer, _ = await asyncio.gather(
            citizen.post(f"/applications/{application_id}/cancel"),
            withdrawals.reserved(application_id),
        )
        state = await withdrawals.state(application_id)
        assert (state, answer.status_code) in {("cancelled", 200), ("approved", 409)}
