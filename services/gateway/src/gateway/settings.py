"""The settings of the gateway, beside those of every service."""

from datetime import timedelta
from enum import StrEnum

from pydantic import Field, SecretStr

from shared.base.redrawing import RedrawingSettings
from shared.base.registers import RegistersSettings
from shared.messaging.unit import Context, own_settings

LEAST_PASSWORD_MEMORY_KIB = 19 * 1_024
"""OWASP's least for argon2id."""


DASHBOARD = r"^(https?://[A-Za-z0-9._~:/?#@=&%-]{1,200})?$"


class FirstLogin(StrEnum):
    """What a citizen's first login needs beside the ID number."""

    CARRIERS = "carriers"
    """The code, and the carriers' word that the phone is the person's; else the counter."""
    CODE = "code"
    """The code: whoever has the phone that the employer has handed in."""


class Settings(RegistersSettings, RedrawingSettings):
    """Names are those of the environment, in upper case."""

    signing_keys_key: SecretStr
    """base64 of 32 bytes: seals signing keys at rest; one that it does not open counts nothing."""
    signing_keys_old_key: SecretStr | None = None
    """The one before it, for an hour: without it the tokens of before end at once."""

    access_token_seconds: int = Field(600, ge=10, le=3_600)
    """Life of an access token."""
    refresh_idle_seconds: int = Field(1_800, ge=10)
    """A session ends when it was not continued for that long."""
    session_max_seconds: int = Field(12 * 3_600, ge=60)
    """A session ends after that, however often it is continued."""
    sessions_max: int = Field(10, ge=1)
    """Of one identity; another login ends the oldest."""
    refresh_grace_seconds: int = Field(10, ge=0, le=60)
    """A refresh whose answer was lost may be repeated within that time."""

    terminal_session_seconds: int = Field(600, ge=60, le=3_600)
    """What somebody opens at a self-service terminal ends after that; nothing continues it."""
    terminal_health_seconds: int = Field(30, ge=5, le=600)
    """How often a terminal says how it is."""
    terminal_silent_seconds: int = Field(300, ge=10)
    """A terminal that has said nothing for that long counts as silent."""
    terminals_check_seconds: float = Field(60.0, gt=0)
    """How often silent terminals are counted."""

    work_claim_seconds: int = Field(900, ge=60, le=28_800)
    """Work that somebody has taken up is free again after that, unless the page is still open."""
    work_handed_over_seconds: int = Field(14_400, ge=60, le=259_200)
    """Work that was handed over waits that long for the colleague."""

    grafana_url: str = Field("", pattern=DASHBOARD)
    """Where administrators open Grafana from the desk's page of the system's state; empty: no link."""
    broker_dashboard_url: str = Field("", pattern=DASHBOARD)
    """Where they open RabbitMQ's management page; empty: no link."""

    signing_key_days: float = Field(30.0, gt=0)
    """How long a key signs access tokens before the next one does."""
    signing_key_lead_seconds: int = Field(3_600, ge=0)
    """A new key is published that long before it signs."""
    keys_check_seconds: float = Field(60.0, gt=0)
    """How often it is looked for whether the signing key is to be rotated."""

    login_code_seconds: int = Field(300, ge=30, le=900)
    """Life of a one-time code."""
    login_code_pause_seconds: int = Field(60, ge=0)
    """Between two codes for one ID number, asked for by one device or from one address."""
    login_codes_per_hour: int = Field(6, ge=1)
    """For one ID number, asked for by one device or from one address."""
    login_codes_to_strangers_per_hour: int = Field(12, ge=1)
    """For one ID number, asked for from all addresses together; a device that is known has its own."""
    login_codes_per_address: int = Field(60, ge=1)
    """From one IP address in ten minutes."""
    logins_per_address: int = Field(300, ge=1)
    """Attempts from one IP address in ten minutes."""
    login_code_answer_seconds: float = Field(0.25, ge=0)
    """A request for a code is answered after that time, whether or not the ID number is known."""

    confirmation_code_seconds: int = Field(300, ge=30, le=900)
    """Life of a code by which an operation is confirmed."""
    confirmation_seconds: int = Field(300, ge=30, le=900)
    """Life of what is signed for it: until then the operation must be called."""
    confirmations_per_hour: int = Field(20, ge=1)
    """Codes to confirm something, for one person."""

    first_login: FirstLogin = FirstLogin.CARRIERS
    """What a citizen's first login needs beside the ID number; the counter's word always counts."""

    corrections_per_day: int = Field(3, ge=1)
    """Corrections of a name or ID number that one person asks the register for in 24 hours."""
    correction_check_seconds: float = Field(1.0, gt=0)
    """How often it is looked whether the register of identities is to be asked."""
    correction_batch: int = Field(20, ge=1, le=1_000)
    """Corrections that it is asked about at the same time."""
    correction_lease_seconds: float = Field(60.0, gt=0)
    """What a dead process was asking is asked again after this; an answer may take less."""
    correction_pause_max_seconds: float = Field(600.0, gt=0)
    """A register that does not answer is asked again after 2, 4, 8 … seconds, never later than this."""
    correction_patience_seconds: float = Field(86_400.0, gt=0)
    """Without an answer for that long a correction is referred to two people at the counter."""
    correction_referred_days: int = Field(30, ge=1)
    """A correction that was referred, and that nobody came for, ends after this."""
    corrections_end_seconds: float = Field(3_600.0, gt=0)
    """How often such corrections are looked for and counted."""

    activation_hours: int = Field(24, ge=1)
    """Life of an activation code for staff."""
    password_hashing_max: int = Field(2, ge=1)
    """Password hashes computed at once."""
    password_hashing_queue_max: int = Field(32, ge=2)
    """Logins that may wait for theirs; half of the places are kept for devices that are known."""
    password_memory_kib: int = Field(64 * 1_024, ge=LEAST_PASSWORD_MEMORY_KIB)
    """Memory for each; RFC 9106's second recommendation."""
    prune_every_seconds: float = Field(600.0, gt=0)
    """How often what has expired is deleted."""

    @property
    def access_token_lifetime(self) -> timedelta:
        """How long an access token works."""
        return timedelta(seconds=self.access_token_seconds)


def settings_of(context: Context) -> Settings:
    """The gateway's own settings, of a running service."""
    return own_settings(context, Settings)
