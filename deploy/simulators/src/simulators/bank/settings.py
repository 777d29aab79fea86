"""Settings of the simulated bank, from BANK_* in the environment."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

HUNDRED_BILLION_YUAN_FEN = 100_000_000_000_00
"""More than any demonstration pays out."""


class BankSettings(BaseSettings):
    """Where it listens, whom it trusts, where it keeps its book, what the special account holds."""

    model_config = SettingsConfigDict(env_prefix="BANK_", populate_by_name=True)

    host: str = "127.0.0.1"
    port: int = 8443
    control_port: int = 8444
    book_path: Path
    ca_file: Path
    """Who may call: those with a certificate of this authority."""
    cert_file: Path
    key_file: Path
    opening_balance_fen: int = Field(default=HUNDRED_BILLION_YUAN_FEN, ge=0)
    """Of a new book only; an existing book keeps its own."""
    special_account: str = Field(default="1612002009200000018", pattern=r"^\d{1,34}$")
    """Number of the special account 专户."""
    clock_offset_seconds: int = Field(default=0, validation_alias="BUSINESS_CLOCK_OFFSET_SECONDS")
    """How far the bank's business clock is from the machine's."""
    settle_tick_seconds: float = Field(default=0.1, gt=0)
    """How often it looks for what is pending or on its way back."""
    stop_patience_seconds: int = 2
