"""Settings of the simulated registers, from REGISTERS_* in the environment."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class RegistersSettings(BaseSettings):
    """Where it listens, whom it answers, where it keeps its book."""

    model_config = SettingsConfigDict(env_prefix="REGISTERS_")

    host: str = "127.0.0.1"
    port: int = 8450
    token: str
    """Who may ask: whoever shows it. The control needs none: it is the simulator's own."""
    book_path: Path
