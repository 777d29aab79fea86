"""The settings of settlement, beside those of every service."""

from datetime import date, timedelta
from pathlib import Path
from typing import Self

from pydantic import Field, HttpUrl, model_validator

from settlement.domain import Living
from shared.reporting.settings import ReportingSettings


class Settings(ReportingSettings):
    """Names are those of the environment, in upper case."""

    bank_url: HttpUrl
    """Address of the bank's interface."""
    bank_ca_file: Path
    """The private authority that both sides' certificates come from."""
    bank_cert_file: Path
    """Our certificate for mutual TLS, PEM."""
    bank_key_file: Path
    """Private key of that certificate, PEM."""

    centre_name: str = "德州市住房公积金管理中心"
    """Name of the centre in messages to the bank."""
    special_account: str = Field("1612002009200000018", pattern=r"^[0-9]{1,34}$")
    """The special account (专户): payments leave it, debits arrive on it."""

    bank_connect_timeout_seconds: float = Field(3.0, gt=0)
    """How long connecting to the bank may take."""
    bank_request_timeout_seconds: float = Field(15.0, gt=0)
    """From the first byte to the last of the answer; then nobody waits for it any more."""
    bank_record_timeout_seconds: float = Field(5.0, gt=0)
    """From the claim of an order until its request has begun; and how much longer than a request may take
    it may be without an outcome until it counts as unknown."""
    bank_request_life_seconds: float = Field(120.0, gt=0)
    """Longest life of a request: so long after it was sent it can no longer reach the bank."""
    bank_keepalive_seconds: float = Field(4.0, gt=0)
    """An idle connection is not used again after that; shorter than the bank's own limit."""
    bank_answer_max_bytes: int = Field(16 * 1024 * 1024, ge=1_024)
    """Longest answer of the bank that is read."""
    bank_statement_max_bytes: int = Field(256 * 1024 * 1024, ge=1_024)
    """Longest bank statement that is read."""
    bank_pause_first_seconds: float = Field(0.5, gt=0)
    """After a failed request new orders rest; doubled with each failure in a row."""
    bank_pause_max_seconds: float = Field(10.0, gt=0)
    """Longest of these rests."""

    payment_life_days: int = Field(15, ge=1)
    """A payment that waits longer, in days after it was wanted, is not sent any more and fails."""
    debit_life_days: int = Field(5, ge=1)
    """The same of a debit: loans asks for another one then."""

    card_check_life_hours: int = Field(24, ge=1)
    """A question whose card it is that the bank has not answered by then is told as unanswered."""

    send_batch_max_orders: int = Field(500, ge=1, le=1_000)
    """Orders in one request to the bank at the most."""
    send_collect_ms: int = Field(10, ge=0, le=1_000)
    """How long the first order of a batch waits for others."""
    send_overlap_after_ms: int = Field(250, ge=0)
    """A request that takes longer does not keep the next batch waiting."""
    send_requests_max: int = Field(4, ge=1, le=100)
    """Requests with orders of one kind on their way at a time."""
    send_poll_seconds: float = Field(1.0, gt=0)
    """The sender is woken by NOTIFY; this is for a notification that was lost."""

    ask_first_seconds: float = Field(1.0, gt=0)
    """From the doubt to the first question; doubled with each question."""
    ask_max_seconds: float = Field(60.0, gt=0)
    """Longest time between two questions about an order."""
    ask_batch_max_orders: int = Field(500, ge=1, le=1_000)
    """Orders that are asked for in one go at the most."""
    watch_every_seconds: float = Field(0.5, gt=0)
    """How often overdue answers, due questions and waiting evidence are looked for."""

    notifications_wait_seconds: int = Field(20, ge=0, le=20)
    """How long the bank holds a request for notifications until something is booked."""
    notifications_max_entries: int = Field(500, ge=1, le=1_000)
    """Entries that one answer to a request for notifications brings at the most."""

    reconcile_after_minutes: int = Field(30, ge=0, le=1_439)
    """After midnight in Asia/Shanghai the day before is compared."""
    reconcile_late_days: int = Field(1, ge=0, le=31)
    """A side may book so many days later before it counts as missing."""
    reconcile_poll_seconds: float = Field(60.0, gt=0)
    """How often it is looked for a day that waits for its comparison."""
    reconcile_batch_days: int = Field(31, ge=1, le=366)
    """Days that are compared in one go at the most."""

    def living(self, today: date) -> Living:
        """Say which orders still live on a business date."""
        return Living(
            today - timedelta(days=self.payment_life_days),
            today - timedelta(days=self.debit_life_days),
        )

    @model_validator(mode="after")
    def a_request_dies_before_it_is_repeated(self) -> Self:
        """R-WDR-13: nobody may send a key again while the first request can still arrive."""
        shortest = self.bank_request_timeout_seconds + self.bank_record_timeout_seconds
        if self.bank_request_life_seconds < shortest:
            raise ValueError(f"bank_request_life_seconds must be at least {shortest}")
        return self
