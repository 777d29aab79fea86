"""Settings of the simulated national platform, from NATIONALSIM_* in the environment."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class NationalSettings(BaseSettings):
    """Where it listens, whom it answers, whom it asks, where it keeps its book."""

    model_config = SettingsConfigDict(env_prefix="NATIONALSIM_")

    host: str = "127.0.0.1"
    port: int = 8460
    token: str
    """Who may ask: the centre that shows it. The control needs none: it is the simulator's own."""
    book_path: Path
    centre_code: str = "371400"
    """Area of the one centre that is real here; codes of all others are in the book."""
    centre_url: str = ""
    """Where that centre is asked what a code of its stands for: `…/api/documents/national-readings`."""
    centre_token: str = ""
    """By which it knows the platform."""
    centre_ca_file: Path | None = None
    centre_seconds: float = 5.0
    """A centre that takes longer has not answered."""
