"""Settings of a terminal's helper, from TERMINAL_* in the environment."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

LOOPBACK = "127.0.0.1"


class Settings(BaseSettings):
    """Which page it serves, and where its parts are."""

    model_config = SettingsConfigDict(env_prefix="TERMINAL_")

    origin: str
    """Of the hall (`https://gjj.example.cn`): no other page may read a card or print."""
    port: int = 8390
    """On the loopback address alone; the edge's KIOSK_HELPER names it."""
    printer_url: str = ""
    """IPP address of the printer (`http://127.0.0.1:631/printers/hall`); empty: it has none."""
    reader_device: Path | None = None
    """Serial line of the card reader (`/dev/ttyUSB0`); none: it has none."""
    card_seconds: float = Field(20.0, gt=0, le=60)
    """How long a card is waited for."""
    print_seconds: float = Field(120.0, gt=0, le=600)
    """A print that takes longer is taken back."""
    poll_seconds: float = Field(0.3, gt=0, le=5)
    """How often printer and reader are looked at while something is under way."""

    @field_validator("origin")
    @classmethod
    def _is_an_origin(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path:
            raise ValueError("an origin: scheme and host, without a path")
        return value
