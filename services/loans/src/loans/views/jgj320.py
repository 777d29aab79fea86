"""Which tables of JGJ/T 320 loans reports, and what of them is opened for the ministry's platform."""

from collections.abc import Mapping

import asyncpg

from loans.sealed import PERSON_NAME
from shared.reporting.spool import Reported
from shared.sealing.personal_data import PersonalData


def _name(row: asyncpg.Record, data: PersonalData) -> str | None:
    sealed = row["name_sealed"]
    return data.open(sealed, PERSON_NAME, row["person_id"]) if sealed else None


def _borrower(row: asyncpg.Record, data: PersonalData) -> Mapping[str, str | None]:
    return {"JKRXM": _name(row, data)}


def _co_borrower(row: asyncpg.Record, data: PersonalData) -> Mapping[str, str | None]:
    return {"GTJKRXM": _name(row, data)}


TABLES = (
    Reported("st_housing_personal_loan", _borrower),
    Reported("st_housing_coborrower", _co_borrower),
    Reported("st_housing_personal_account"),
    Reported("st_housing_business_details"),
)
