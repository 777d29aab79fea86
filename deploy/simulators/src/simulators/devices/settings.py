"""Settings of the simulated parts, from DEVICES_* in the environment."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class DevicesSettings(BaseSettings):
    """Where the printer listens, and where the reader's line is found."""

    model_config = SettingsConfigDict(env_prefix="DEVICES_")

    host: str = "127.0.0.1"
    port: int = 8470
    """Of the printer (`/ipp/print`) and of the control."""
    reader_path: Path
    """The reader's serial line: a link to a pseudo-terminal."""
