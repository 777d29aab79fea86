"""The settings of withdrawals, beside those of every service."""

from pydantic import Field

from shared.base.redrawing import RedrawingSettings
from shared.base.registers import RegistersSettings
from shared.messaging.unit import Context, own_settings


class Settings(RegistersSettings, RedrawingSettings):
    """Names are those of the environment, in upper case."""

    sweep_every_seconds: float = Field(5.0, gt=0)
    """How often steps past their deadline and promises on an old calendar are looked for."""
    sweep_batch_cases: int = Field(500, ge=1, le=5_000)
    """Cases that one sweep takes at the most."""

    credit_check_kinds: tuple[str, ...] = ()
    """Types of withdrawal, by code, in which credit is asked about who takes the money (R-CRD-3)."""
    credit_check_from_fen: int = Field(1_000_000, ge=0)
    """From this sum on; the withdrawal neither waits for the answer nor is refused for it."""

    undecided_applications_max: int = Field(500, ge=1)
    """Accepted and not yet decided, all together; more are told to come again in some seconds."""

    gather_every_seconds: float = Field(0.5, gt=0)
    """How often it is looked whether a register is to be asked."""
    gather_batch: int = Field(50, ge=1, le=1_000)
    """Inquiries that are asked about at the same time."""
    gather_lease_seconds: float = Field(120.0, gt=0)
    """What a dead process was asking is asked again after this; all registers together may take less."""
    gather_pause_max_seconds: float = Field(300.0, gt=0)
    """A register that does not answer is asked again after 2, 4, 8 … seconds, never later than this."""

    live_streams_max: int = Field(2_000, ge=1)
    """Live progress streams that one process keeps open."""
    live_heartbeat_seconds: float = Field(5.0, gt=0)
    """After so much silence a live stream says that it is alive, and looks whether its session still is."""
    live_poll_seconds: float = Field(5.0, gt=0)
    """Streams are woken by NOTIFY; this is for a notification that was lost."""
    live_stream_max_seconds: float = Field(1_800.0, gt=0)
    """A stream ends after that, so that the page comes back with a fresh token."""


def settings_of(context: Context) -> Settings:
    """The withdrawals service's own settings, of a running service."""
    return own_settings(context, Settings)
