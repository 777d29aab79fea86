"""A case as a row of `application`, and back."""

from collections.abc import Callable

import asyncpg

from shared.messages.accounts import SealReason
from withdrawals.domain import (
    ApplicationId,
    Case,
    Payoff,
    PersonId,
    Promise,
    Refusal,
    Reservation,
    State,
)
from withdrawals.store.brakes import brakes_in


def case_of(row: "asyncpg.Record") -> Case:
    """Read a case from a row of `application`."""
    return Case(
        id=ApplicationId(row["id"]),
        person_id=PersonId(row["person_id"]),
        kind=row["kind"],
        state=State(row["state"]),
        channel=row["channel"],
        card_sealed=row["card_sealed"],
        card_tail=row["card_tail"],
        accepted_on=row["accepted_on"],
        submitted_at=row["submitted_at"],
        promise=Promise(
            row["decide_by"], row["pay_by"], row["provisional"], row["calendar_version"]
        ),
        step_due_at=row["step_due_at"],
        loan_contract_number=row["loan_contract_number"],
        overdue_at=row["overdue_at"],
        complete_on=row["complete_on"],
        round=row["round"],
        reviewed=row["reviewed"],
        payoff=_payoff_of(row),
        loan_claim_fen=row["loan_claim_fen"],
        reservation=_reservation_of(row),
        refusal=_refusal_of(row),
        unknown_since=row["unknown_since"],
        paid_on=row["paid_on"],
        bank_serial=row["bank_serial"],
        doubts=tuple(row["doubts"].split()),
        card_verified_on=row.get("card_verified_on"),
        brakes=brakes_in(row),
        another_card_since=row.get("another_card_since"),
        paid_last_on=row.get("paid_last_on"),
        paid_last_fen=row.get("paid_last_fen") or 0,
    )


def _payoff_of(row: "asyncpg.Record") -> Payoff | None:
    if row["payoff_contract"] is None:
        return None
    return Payoff(
        row["payoff_contract"],
        row["payoff_settled_on"],
        row["payoff_repaid_fen"],
        row["payoff_offset_ever"],
    )


def _reservation_of(row: "asyncpg.Record") -> Reservation | None:
    if row["amount_fen"] is None:
        return None
    return Reservation(
        reserved_on=row["reserved_on"],
        account_tail=row["account_tail"],
        holder_name_sealed=row["holder_name_sealed"],
        closing=row["closing"],
        principal_fen=row["principal_fen"],
        interest_fen=row["interest_fen"],
        amount_fen=row["amount_fen"],
        balance_after_fen=row["balance_after_fen"],
        retained_fen=row["retained_fen"],
        seal_reason=SealReason(row["seal_reason"]) if row["seal_reason"] else None,
        sealed_on=row["sealed_on"],
        paid_up_to=row["paid_up_to"],
        months_behind=row["months_behind"],
    )


def _refusal_of(row: "asyncpg.Record") -> Refusal | None:
    if row["refusal_code"] is None:
        return None
    return Refusal(
        row["refusal_code"],
        row["refusal_rule"],
        row["refusal_text"],
        row["eligible_from"],
        row["decided_by"],
    )


def _of_payoff(field: str) -> Callable[[Case], object]:
    return lambda case: getattr(case.payoff, field) if case.payoff else None


def _of_reservation(field: str) -> Callable[[Case], object]:
    return lambda case: getattr(case.reservation, field) if case.reservation else None


def _of_refusal(field: str) -> Callable[[Case], object]:
    return lambda case: getattr(case.refusal, field) if case.refusal else None


CHANGING: tuple[tuple[str, str, Callable[[Case], object]], ...] = (
    ("state", "text", lambda case: case.state.value),
    ("decide_by", "date", lambda case: case.promise.decide_by),
    ("pay_by", "date", lambda case: case.promise.pay_by),
    ("provisional", "boolean", lambda case: case.promise.provisional),
    ("calendar_version", "integer", lambda case: case.promise.calendar_version),
    ("step_due_at", "timestamptz", lambda case: case.step_due_at),
    ("overdue_at", "timestamptz", lambda case: case.overdue_at),
    ("complete_on", "date", lambda case: case.complete_on),
    ("round", "integer", lambda case: case.round),
    ("reviewed", "boolean", lambda case: case.reviewed),
    ("payoff_contract", "text", _of_payoff("contract_number")),
    ("payoff_settled_on", "date", _of_payoff("settled_on")),
    ("payoff_repaid_fen", "bigint", _of_payoff("repaid_fen")),
    ("payoff_offset_ever", "boolean", _of_payoff("offset_agreement_ever")),
    ("loan_claim_fen", "bigint", lambda case: case.loan_claim_fen),
    ("reserved_on", "date", _of_reservation("reserved_on")),
    ("account_tail", "text", _of_reservation("account_tail")),
    ("holder_name_sealed", "text", _of_reservation("holder_name_sealed")),
    ("closing", "boolean", _of_reservation("closing")),
    ("principal_fen", "bigint", _of_reservation("principal_fen")),
    ("interest_fen", "bigint", _of_reservation("interest_fen")),
    ("amount_fen", "bigint", _of_reservation("amount_fen")),
    ("balance_after_fen", "bigint", _of_reservation("balance_after_fen")),
    ("retained_fen", "bigint", _of_reservation("retained_fen")),
    ("seal_reason", "text", _of_reservation("seal_reason")),
    ("sealed_on", "date", _of_reservation("sealed_on")),
    ("paid_up_to", "text", _of_reservation("paid_up_to")),
    ("months_behind", "integer", _of_reservation("months_behind")),
    ("refusal_code", "text", _of_refusal("code")),
    ("refusal_rule", "text", _of_refusal("rule")),
    ("refusal_text", "text", _of_refusal("text")),
    ("eligible_from", "date", _of_refusal("eligible_from")),
    ("decided_by", "text", _of_refusal("decided_by")),
    ("unknown_since", "timestamptz", lambda case: case.unknown_since),
    ("paid_on", "date", lambda case: case.paid_on),
    ("bank_serial", "text", lambda case: case.bank_serial),
    ("doubts", "text", lambda case: " ".join(case.doubts)),
)
"""Columns that steps change: name, type, and where the value is in a case."""

_KNOWN_AT_ONCE = {
    *("state", "decide_by", "pay_by", "provisional", "calendar_version", "step_due_at", "round"),
    *("refusal_code", "refusal_rule", "refusal_text", "eligible_from", "decided_by"),
}

NEW: tuple[tuple[str, str, Callable[[Case], object]], ...] = (
    ("id", "uuid", lambda case: case.id),
    ("person_id", "uuid", lambda case: case.person_id),
    ("kind", "text", lambda case: case.kind),
    ("channel", "text", lambda case: case.channel),
    ("card_sealed", "text", lambda case: case.card_sealed),
    ("card_tail", "text", lambda case: case.card_tail),
    ("loan_contract_number", "text", lambda case: case.loan_contract_number),
    ("accepted_on", "date", lambda case: case.accepted_on),
    ("submitted_at", "timestamptz", lambda case: case.submitted_at),
    *(column for column in CHANGING if column[0] in _KNOWN_AT_ONCE),
)
"""Columns of a new application, besides the hash of its card."""
