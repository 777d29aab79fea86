"""The events by which the gateway tells the others what has happened, one function each; pure."""

from datetime import datetime
from uuid import UUID

from gateway.rules import operators
from gateway.rules.corrections import GROUND_TEXTS, Verdict
from shared.base.id_documents import IdDocument
from shared.messages.gateway import (
    ConfirmationCodeIssued,
    IdentityCorrectionTold,
    LoggedIn,
    LoginCodeIssued,
    OperatorChanged,
    PersonIdentityChanged,
    PersonPhoneChanged,
    StaffActivationIssued,
    StaffChanged,
)
from shared.proposals.rules import Standing


def code_issued(challenge_id: UUID, phone: str, code: str, expires_at: datetime) -> LoginCodeIssued:
    """A one-time code is to reach a phone."""
    return LoginCodeIssued(challenge_id=challenge_id, phone=phone, code=code, expires_at=expires_at)


def confirmation_issued(
    confirmation_id: UUID, phone: str, code: str, what: str, expires_at: datetime
) -> ConfirmationCodeIssued:
    """A code by which something is confirmed is to reach a phone."""
    return ConfirmationCodeIssued(
        confirmation_id=confirmation_id,
        phone=phone,
        code=code,
        what=what,
        expires_at=expires_at,
    )


def logged_in(identity_id: UUID, person_id: UUID | None, channel: str, now: datetime) -> LoggedIn:
    """Somebody has logged in, which its owner is told of (R-SMS-3)."""
    return LoggedIn(identity_id=identity_id, person_id=person_id, channel=channel, logged_in_at=now)


def activation_issued(
    identity_id: UUID, login: str, phone: str, code: str, expires_at: datetime
) -> StaffActivationIssued:
    """An activation code is to reach the phone of a member of staff."""
    return StaffActivationIssued(
        identity_id=identity_id,
        login=login,
        phone=phone,
        code=code,
        expires_at=expires_at,
    )


def staff_changed(identity_id: UUID, standing: Standing, now: datetime) -> StaffChanged:
    """How a member of staff stands from now on."""
    return StaffChanged(
        identity_id=identity_id,
        role=standing.role.value,
        active=standing.active,
        person_id=standing.person_id,
        since=standing.since,
        changed_at=now,
    )


def operator_changed(operator: operators.Standing, now: datetime) -> OperatorChanged:
    """How an employer's operator stands from now on."""
    return OperatorChanged(
        operator_id=operator.operator_id,
        employer_number=operator.employer_number,
        name=operator.name,
        id_type=operator.id_type,
        id_number=operator.id_number,
        phone=operator.phone,
        rights=sorted(operator.rights),
        active=operator.active,
        appointed_at=operator.appointed_at,
        changed_at=now,
    )


def phone_changed(
    change_id: UUID, person_id: UUID, *, phone: str, before: str | None, by_whom: str, now: datetime
) -> PersonPhoneChanged:
    """The phone on file of a citizen is another one."""
    return PersonPhoneChanged(
        change_id=change_id,
        person_id=person_id,
        phone=phone,
        phone_before=before or "",
        by_whom=by_whom,
        changed_at=now,
    )


def identity_changed(
    change_id: UUID,
    person_id: UUID,
    *,
    name: str,
    document: IdDocument,
    name_changed: bool,
    number_changed: bool,
    by_whom: str,
    now: datetime,
) -> PersonIdentityChanged:
    """A citizen is called otherwise, or has another number."""
    return PersonIdentityChanged(
        change_id=change_id,
        person_id=person_id,
        name=name,
        id_type=document.kind.value,
        id_number=document.value,
        name_changed=name_changed,
        number_changed=number_changed,
        by_whom=by_whom,
        changed_at=now,
    )


def correction_told(
    correction_id: UUID, person_id: UUID, by_whom: str, verdict: Verdict, now: datetime
) -> IdentityCorrectionTold:
    """What is on file of a citizen stays, for now or for good."""
    return IdentityCorrectionTold(
        correction_id=correction_id,
        person_id=person_id,
        by_whom=by_whom,
        outcome=verdict.state.value,
        reason=verdict.ground.value if verdict.ground else None,
        reason_text=GROUND_TEXTS[verdict.ground] if verdict.ground else None,
        told_at=now,
    )
