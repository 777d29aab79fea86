"""Settings of the simulated transfer platform, from LETTERSIM_* in the environment."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class LetterSettings(BaseSettings):
    """Where it listens, whom it lets in, where it keeps its book, how its other centres behave."""

    model_config = SettingsConfigDict(env_prefix="LETTERSIM_")

    host: str = "127.0.0.1"
    port: int = 7890
    """0: any that is free."""
    control_port: int = 8461
    password: str
    """Of the one node that is real here."""
    book_path: Path
    node: str = "C37140"
    centre_code: str = "371400"
    """Of the one centre that is real here; all others are in the book."""
    cert_file: Path | None = None
    key_file: Path | None = None
    """With both, the line is spoken by TLS only."""
    bank_url: str | None = None
    """Control of the simulated bank: by it the other centres pay. With it they also answer by themselves."""
    answer_after_seconds: float = Field(2.0, ge=0)
    """How long another centre takes for each of its steps, where it answers by itself."""
    push_seconds: float = Field(2.0, gt=0)
    """A push that is not answered for so long is sent again."""
    tick_seconds: float = Field(0.05, gt=0)
    """How often it is looked whether something is to be pushed."""
