"""Settings of the transfers service."""

from pathlib import Path

from pydantic import Field

from shared.base.settings import ServiceSettings
from shared.messaging.unit import Context, own_settings


class Settings(ServiceSettings):
    """The plumbing's settings and those of the line to the national platform."""

    centre_code: str = Field("371400", pattern=r"^\d{6}$")
    """Area of the centre (GB/T 2260), which the numbers of its letters begin with."""
    centre_name: str = "示例市住房公积金管理中心"
    """Who writes the letters."""
    contact: str = "12329"
    """Whom another centre calls about a letter (联系方式)."""

    platform_host: str | None = None
    """Where the national transfer platform listens; none: no letter can be sent or received."""
    platform_port: int = Field(7890, ge=1, le=65535)
    """Port that it listens on."""
    platform_node: str = Field("C37140", pattern=r"^[A-Z0-9]{6}$")
    """Our node at the platform (节点号)."""
    platform_password: str = Field("", repr=False)
    """By which the platform knows the node."""
    platform_ca_file: Path | None = None
    """Whose certificate the platform must show; none: the line is in clear, as inside a closed network."""
    platform_answer_seconds: float = Field(10.0, gt=0)
    """A message that is not answered for longer is in doubt, and asked about."""
    platform_rest_seconds: float = Field(5.0, gt=0)
    """Pause before the platform is called again after the line was lost."""
    platform_probe_seconds: float = Field(60.0, gt=0)
    """How often a quiet line is probed."""

    dispatch_poll_seconds: float = Field(2.0, gt=0)
    """How often it is looked whether something is to be sent."""
    dispatch_batch: int = Field(20, ge=1, le=500)
    """Messages that are sent at the same time."""
    dispatch_pause_max_seconds: float = Field(300.0, gt=0)
    """Longest pause between two attempts to send a message."""
    progress_ask_seconds: float = Field(3600.0, gt=0)
    """How often the platform is asked how far an open letter of ours is, since what it pushes may be lost."""
    progress_batch: int = Field(100, ge=1, le=1000)
    """Letters that are asked about in a round."""
    centres_refresh_seconds: float = Field(86_400.0, gt=0)
    """How often the national list of centres is fetched."""
    figures_seconds: float = Field(30.0, gt=0)
    """How often the figures of letters are counted."""


def settings_of(context: Context) -> Settings:
    """The transfers service's own settings, of a running service."""
    return own_settings(context, Settings)
