"""What accounts tells strangers who register a company online; pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from accounts.sealed import REGISTRATION_PHONE
from shared.base.identifiers import Phone
from shared.messages.registrations import RegistrationAnswered, RegistrationCodeIssued
from shared.sealing.personal_data import PersonalData


def code_issued(
    code_id: UUID, phone: Phone, code: str, expires_at: datetime
) -> RegistrationCodeIssued:
    """A code is to reach the phone of somebody who registers a company."""
    return RegistrationCodeIssued(
        code_id=code_id, phone=phone.value, code=code, expires_at=expires_at
    )


def answered(
    data: PersonalData, row: Mapping[str, Any], name: str, employer_number: str | None, at: datetime
) -> RegistrationAnswered:
    """The centre has answered; without a number it was sent back."""
    return RegistrationAnswered(
        registration_id=row["id"],
        version=row["version"],
        name=name,
        phone=data.open(row["phone_sealed"], REGISTRATION_PHONE, row["id"]),
        employer_number=employer_number,
        answered_at=at,
    )
