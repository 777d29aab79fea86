"""Settings of the accounts service."""

from pydantic import Field

from shared.base.redrawing import RedrawingSettings
from shared.reporting.settings import ReportingSettings


class Settings(ReportingSettings, RedrawingSettings):
    """What accounts needs beside the plumbing."""

    day_seal_check_seconds: float = Field(600.0, gt=0)
    """How often finished days are looked for, to seal them into the hash chain."""
    ledger_verify_every_seconds: float = Field(86_400.0, gt=0)
    """How often the ledger is verified: new sealed days, open ones, some again; one instance does it."""
    ledger_verify_again_days: int = Field(10, ge=1, le=1_000)
    """Sealed days that each verification reads again, the longest ago first: a year's in 37 nights."""
    interest_poll_seconds: float = Field(2.0, gt=0)
    """How often an unfinished interest run is looked for."""
    interest_check_seconds: float = Field(60.0, gt=0)
    """How often it is looked for whether a fund year has ended that is not settled (R-INT-2)."""
    interest_chunk_accounts: int = Field(5_000, ge=1, le=100_000)
    """Accounts whose interest is settled in one transaction."""
    interest_texts: bool = False
    """Whether people are told of their yearly interest (R-SMS-2), by WeChat or else by text; on where the
    centre pays for it."""
    deposit_texts: bool = False
    """Whether people are told of each deposit by text (R-SMS-2); on where the centre pays for it."""
    deposit_texts_check_seconds: float = Field(5.0, gt=0)
    """How often a booking is looked for whose people are to be told."""
    reminder_check_seconds: float = Field(1_800.0, gt=0)
    """How often it is looked for employers that are late and were not reminded yet (R-ACC-6, R-DEP-5)."""
    list_file_readers: int = Field(1, ge=1, le=8)
    """Uploaded lists that one instance reads at a time, each in a process of its own."""
    list_file_poll_seconds: float = Field(1.0, gt=0)
    """How often it is looked for an uploaded list that nobody reads."""
    list_file_memory_bytes: int = Field(1024 * 1024 * 1024, ge=256 * 1024 * 1024)
    """Address space that the process reading an uploaded list may use."""
    list_file_cpu_seconds: int = Field(120, ge=1)
    """Processor time that the process reading an uploaded list may use."""
    list_file_wall_seconds: float = Field(600.0, gt=0)
    """How long reading an uploaded list may take in all."""
    list_file_lease_seconds: float = Field(60.0, gt=0)
    """How long after its last sign of life a reader is taken for gone, and another one begins anew."""
    list_file_keep_days: int = Field(7, ge=1, le=30)
    """How long an uploaded list is kept that was not accepted; an accepted one is deleted at once."""
    list_file_streams_max: int = Field(50, ge=1)
    """Pages that follow the reading of a list at the same time, in each process."""
    moving_in_poll_seconds: float = Field(5.0, gt=0)
    """How often it is looked for an older system's file to be read, or accounts of one to be booked."""
    moving_in_portion_people: int = Field(2_000, ge=1, le=20_000)
    """Accounts of an older system that one transaction opens and books, about; an employer is never cut."""
    moving_in_keep_days: int = Field(90, ge=1, le=366)
    """How long an older system's files are kept that nobody has signed."""
    transfer_check_seconds: float = Field(60.0, gt=0)
    """How often it is looked for transfers that can go on, or that nobody answered in time (R-TRF-3)."""
    search_index_seconds: float = Field(2.0, gt=0)
    """How often it is looked for accounts that cannot be found by their names yet."""
    search_index_accounts: int = Field(1_000, ge=1, le=100_000)
    """Accounts whose names are hashed in one transaction."""
