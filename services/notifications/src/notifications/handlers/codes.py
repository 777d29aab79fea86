"""Codes in: each is texted to the phone that its event names, as long as it is good."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from notifications.handlers.texts import new_text, queue, recipient_by_phone, source_of
from notifications.rules.registrations import REGISTRATION_CODE, RegistrationCode
from notifications.rules.template import Template
from notifications.rules.templates import (
    CONFIRMATION_CODE,
    LOGIN_CODE,
    STAFF_ACTIVATION,
    ConfirmationCode,
    LoginCode,
    StaffActivation,
)
from shared.messages.gateway import (
    ConfirmationCodeIssued,
    LoginCodeIssued,
    StaffActivationIssued,
)
from shared.messages.registrations import RegistrationCodeIssued
from shared.messaging.unit import Received, Unit


async def text_logins(unit: Unit, batch: Sequence[Received[LoginCodeIssued]]) -> None:
    """Queue one-time codes that are still good."""
    now = unit.clock.now()
    await _text_codes(
        unit,
        batch,
        LOGIN_CODE,
        lambda event, code: LoginCode(code, _minutes_left(event, now)),
    )


async def text_confirmations(unit: Unit, batch: Sequence[Received[ConfirmationCodeIssued]]) -> None:
    """Queue codes by which something is confirmed, that are still good; the text says what."""
    now = unit.clock.now()
    await _text_codes(
        unit,
        batch,
        CONFIRMATION_CODE,
        lambda event, code: ConfirmationCode(event.what, code, _minutes_left(event, now)),
    )


async def text_activations(unit: Unit, batch: Sequence[Received[StaffActivationIssued]]) -> None:
    """Queue the activation codes of staff that are still good."""
    await _text_codes(
        unit,
        batch,
        STAFF_ACTIVATION,
        lambda event, code: StaffActivation(event.login, code, event.expires_at),
    )


async def text_registrations(unit: Unit, batch: Sequence[Received[RegistrationCodeIssued]]) -> None:
    """Queue the codes of whoever registers a company, that are still good."""
    now = unit.clock.now()
    await _text_codes(
        unit,
        batch,
        REGISTRATION_CODE,
        lambda event, code: RegistrationCode(code, _minutes_left(event, now)),
    )


C = TypeVar(
    "C", LoginCodeIssued, ConfirmationCodeIssued, StaffActivationIssued, RegistrationCodeIssued
)


async def _text_codes(
    unit: Unit,
    batch: Sequence[Received[C]],
    template: Template,
    fact: Callable[[C, str], object],
) -> None:
    """Queue codes to the phones that their events name, as long as they are good."""
    now, data = unit.clock.now(), unit.personal_data
    codes = [
        new_text(
            unit,
            template,
            source=source_of(template, event),
            about=event.subject,
            traceparent=received.traceparent,
            recipient=recipient_by_phone(data, event.phone),
            fact=fact(event, event.code),
            expires_at=event.expires_at,
        )
        for received in batch
        if (event := received.event).expires_at > now
    ]
    await queue(unit, codes)


def _minutes_left(
    event: LoginCodeIssued | ConfirmationCodeIssued | RegistrationCodeIssued, now: datetime
) -> int:
    """How many minutes a code is still good for, a begun minute counted."""
    return -((now - event.expires_at) // timedelta(minutes=1))
