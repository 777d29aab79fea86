"""The settings of withdrawals, beside those of every service."""

from pydantic import Field

from shared.base.settings import ServiceSettings


class Settings(ServiceSettings):
    """Names are those of the environment, in upper case."""

    sweep_every_seconds: float = Field(5.0, gt=0)
    """How often steps past their deadline and promises on an old calendar are looked for."""
    sweep_batch_cases: int = Field(500, ge=1, le=5_000)
    """Cases that one sweep takes at the most."""

    undecided_applications_max: int = Field(500, ge=1)
    """Accepted and not yet decided, all together; more are told to come again in some seconds."""

    live_streams_max: int = Field(2_000, ge=1)
    """Live progress streams that one process keeps open."""
    live_heartbeat_seconds: float = Field(15.0, gt=0)
    """After so much silence a live stream says that it is alive."""
    live_poll_seconds: float = Field(5.0, gt=0)
    """Streams are woken by NOTIFY; this is for a notification that was lost."""
    live_stream_max_seconds: float = Field(1_800.0, gt=0)
    """A stream ends after that, so that the page comes back with a fresh token."""
