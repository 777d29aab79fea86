"""The messages of the bank link (docs/bank-link.md) in ISO 20022 XML, made and read: bytes in and out."""

from settlement.iso20022.entries import read_notification, read_statement
from settlement.iso20022.requests import (
    Centre,
    debit_initiation,
    payment_initiation,
    status_request,
)
from settlement.iso20022.statuses import Report, read_report
from settlement.iso20022.verifications import read_verifications, verification_request
from settlement.iso20022.xml import BadMessage

__all__ = [
    "BadMessage",
    "Centre",
    "Report",
    "debit_initiation",
    "payment_initiation",
    "read_notification",
    "read_report",
    "read_statement",
    "read_verifications",
    "status_request",
    "verification_request",
]
