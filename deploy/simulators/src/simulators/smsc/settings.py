"""Settings of the simulated SMSC, from SMSC_* in the environment."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class SmscSettings(BaseSettings):
    """Where it listens, whom it lets in, where it keeps its book."""

    model_config = SettingsConfigDict(env_prefix="SMSC_")

    host: str = "127.0.0.1"
    port: int = 2775
    control_port: int = 2780
    system_id: str = Field(max_length=15)
    password: str = Field(max_length=8)
    book_path: Path
    cert_file: Path | None = None
    key_file: Path | None = None
    """With both, nobody is let in without TLS."""
    cmpp_port: int | None = None
    """Where it is a carrier's gateway, too; without it nobody gets in by CMPP."""
    cmpp_source: str = Field(default="", max_length=6)
    cmpp_secret: str = ""
    cmpp_version: Literal["2.0", "3.0"] = "3.0"
    """Highest version that the gateway speaks."""
    short_number: str = "12329"
    handset_delay_seconds: float = 0.05
    """From acceptance to the handset's confirmation."""
    max_segments_per_second: int = 0
    """Above it submit_sm is throttled; 0 for no limit."""
    deliver_window_segments: int = 64
    """deliver_sm without an answer at a time, per session."""
    response_timeout_seconds: float = 30.0
    enquire_link_seconds: float = 30.0
