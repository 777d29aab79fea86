"""Settings of the accounts service."""

from pydantic import Field

from shared.base.settings import ServiceSettings


class Settings(ServiceSettings):
    """What accounts needs beside the plumbing."""

    day_seal_check_seconds: float = Field(600.0, gt=0)
    """How often finished days are looked for, to seal them into the hash chain."""
    ledger_verify_every_seconds: float = Field(86_400.0, gt=0)
    """How often the ledger is recomputed from its entries; one instance does it."""
    interest_poll_seconds: float = Field(2.0, gt=0)
    """How often an unfinished interest run is looked for."""
    interest_check_seconds: float = Field(60.0, gt=0)
    """How often it is looked for whether a fund year has ended that is not settled (R-INT-2)."""
    interest_chunk_accounts: int = Field(5_000, ge=1, le=100_000)
    """Accounts whose interest is settled in one transaction."""
    reminder_check_seconds: float = Field(1_800.0, gt=0)
    """How often it is looked for employers that are late and were not reminded yet (R-ACC-6, R-DEP-5)."""
