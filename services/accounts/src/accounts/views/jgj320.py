"""Which tables of JGJ/T 320 accounts reports, and what of them is opened for the ministry's platform."""

from collections.abc import Mapping

from accounts.domain import Row
from accounts.sealed import (
    OPERATOR_ID_NUMBER,
    OPERATOR_NAME,
    OPERATOR_PHONE,
    id_number_in,
    name_in,
    phone_in,
)
from shared.reporting.spool import Reported
from shared.sealing.personal_data import PersonalData


def _unit(row: Row, data: PersonalData) -> Mapping[str, str | None]:
    """The operator (经办人), sealed to the employer's credit code."""
    sealed = {
        "JBRXM": ("operator_name_sealed", OPERATOR_NAME),
        "JBRSJHM": ("operator_phone_sealed", OPERATOR_PHONE),
        "JBRZJHM": ("operator_id_number_sealed", OPERATOR_ID_NUMBER),
    }
    return {
        field: data.open(row[column], place, row["ZZJGDM"]) if row[column] else None
        for field, (column, place) in sealed.items()
    }


def _person(row: Row, data: PersonalData) -> Mapping[str, str | None]:
    return {
        "XingMing": name_in(row, data),
        "SJHM": (phone_in(row, data) or None) if row["phone_sealed"] else None,
        "ZJHM": id_number_in(row, data),
    }


TABLES = (
    Reported("st_common_unit", _unit),
    Reported("st_common_person", _person),
    Reported("st_common_policy"),
    Reported("st_collection_unit_account"),
    Reported("st_collection_unit_business_details"),
    Reported("st_collection_personal_account"),
    Reported("st_collection_personal_business_details"),
)
