"""Settings of the simulated WeChat, from WECHATSIM_* in the environment."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class WechatSettings(BaseSettings):
    """Where it listens, which account there is, where it keeps its book."""

    model_config = SettingsConfigDict(env_prefix="WECHATSIM_")

    host: str = "127.0.0.1"
    port: int = 8460
    app_id: str
    app_secret: str
    callback_token: str
    callback_key: str | None = Field(default=None, min_length=43, max_length=43)
    """With it callbacks are encrypted (安全模式)."""
    callback_url: str
    callback_ca_file: Path | None = None
    """The authority behind the callback's certificate, where it is a private one."""
    callback_seconds: float = 5.0
    """How long an answer may take, before it is sent again."""
    callback_tries: int = 3
    templates: dict[str, str] = {}
    """Title → id of each template of the account."""
    book_path: Path
    tells_ids: bool = False
    """Whether the answer to a notice has its `msgid`; WeChat's has none for subscribed notices."""
    notices_per_day: int = 1_000_000
    calls_for_tokens_per_day: int = 2_000
    token_seconds: int = 7_200
