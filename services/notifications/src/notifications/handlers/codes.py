"""Codes in: each is texted to the phone that its event names, as long as it is good."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar

from notifications.handlers import wordings
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
    await _text_codes(
        unit, batch, LOGIN_CODE, lambda event, minutes: LoginCode(event.code, minutes)
    )


async def text_confirmations(unit: Unit, batch: Sequence[Received[ConfirmationCodeIssued]]) -> None:
    """Queue codes by which something is confirmed, that are still good; the text says what."""
    await _text_codes(
        unit,
        batch,
        CONFIRMATION_CODE,
        lambda event, minutes: ConfirmationCode(event.what, event.code, minutes),
    )


async def text_activations(unit: Unit, batch: Sequence[Received[StaffActivationIssued]]) -> None:
    """Queue the activation codes of staff that are still good."""
    await _text_codes(
        unit,
        batch,
        STAFF_ACTIVATION,
        lambda event, _minutes: StaffActivation(event.login, event.code, event.expires_at),
    )


async def text_registrations(unit: Unit, batch: Sequence[Received[RegistrationCodeIssued]]) -> None:
    """Queue the codes of whoever registers a company, that are still good."""
    await _text_codes(
        unit, batch, REGISTRATION_CODE, lambda event, minutes: RegistrationCode(event.code, minutes)
    )


C = TypeVar(
    "C", LoginCodeIssued, ConfirmationCodeIssued, StaffActivationIssued, RegistrationCodeIssued
)


async def _text_codes(
    unit: Unit,
    batch: Sequence[Received[C]],
    template: Template,
    fact: Callable[[C, int], object],
) -> None:
    """Queue codes to the phones that their events name, as long as they are good.

    `fact` is given an event and how many minutes its code is still good for, a begun minute counted.
    """
    now, data = unit.clock.now(), unit.personal_data
    template = (await wordings.in_force(unit)).of(template)
    codes = [
        new_text(
            unit,
            template,
            source=source_of(template, event),
            about=event.subject,
            traceparent=received.traceparent,
            recipient=recipient_by_phone(data, event.phone),
            fact=fact(event, -((now - event.expires_at) // timedelta(minutes=1))),
            expires_at=event.expires_at,
        )
        for received in batch
        if (event := received.event).expires_at > now
    ]
    await queue(unit, codes)
