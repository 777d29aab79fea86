"""Which tables of JGJ/T 320 settlement reports, and what of them is opened for the ministry's platform."""

from collections.abc import Mapping

import asyncpg

from settlement.sealed import CARD, HOLDER
from shared.reporting.spool import Reported
from shared.sealing.personal_data import PersonalData


def _flow(row: asyncpg.Record, data: PersonalData) -> Mapping[str, str | None]:
    """Whose account it was: the payer's where money came in, else the payee's."""
    if row["order_id"] is None or not row["card_sealed"]:
        return {}
    account, name = ("FKZHHM", "FKZHMC") if row["credit"] else ("SKZHHM", "SKZHMC")
    return {
        account: data.open(row["card_sealed"], CARD, row["order_id"]),
        name: data.open(row["holder_sealed"], HOLDER, row["order_id"]),
    }


TABLES = (
    Reported("st_settlement_daybook", _flow),
    Reported("st_finance_bank_deposit_journal"),
)
