"""What an employer may be late with, in the words that accounts and the texts about it share."""

from enum import StrEnum


class EmployerReminder(StrEnum):
    """What an employer is late with."""

    ACCOUNTS_MISSING = "accounts_missing"
    """It has registered and opened no account for anybody (R-ACC-6)."""
    REMITTANCE_LATE = "remittance_late"
    """A month's list (汇缴清册) is not booked (R-DEP-5)."""


class Hardship(StrEnum):
    """What an employer in hardship asks for (R-DEP-9)."""

    DEFERRAL = "deferral"
    """To pay later (缓缴)."""
    LOWERING = "lowering"
    """A lower ratio (降低缴存比例)."""


class EmployerRequest(StrEnum):
    """What somebody waits for an employer to do."""

    SEAL = "seal"
    """A person has asked to be sealed, as the employment has ended (R-SEAL-7)."""
    TRANSFER = "transfer"
    """Another employer goes on with somebody's account: seal it, or confirm (R-TRF-3)."""
