"""Settings of the wechat service."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field, SecretStr

from shared.base.settings import ServiceSettings
from shared.messaging.unit import Context, own_settings


class Settings(ServiceSettings):
    """The plumbing's settings and those of the official account."""

    wechat_app_id: str = Field(max_length=32)
    """AppID of the official account."""
    wechat_app_secret: SecretStr
    """AppSecret of the official account; no other service has it."""
    wechat_callback_token: SecretStr = Field(min_length=3, max_length=32)
    """Token by which WeChat signs what it sends here."""
    wechat_callback_key: SecretStr | None = Field(None, min_length=43, max_length=43)
    """EncodingAESKey: with it only encrypted callbacks are taken (安全模式), without it plain ones."""
    wechat_url: str = "https://api.weixin.qq.com"
    """Where WeChat's API is."""
    wechat_authorize_url: str = "https://open.weixin.qq.com/connect/oauth2/authorize"
    """Where a WeChat user agrees to be known (网页授权)."""
    wechat_ca_file: Path | None = None
    """The authority that vouches for that API, where it is a private one."""
    wechat_timeout_seconds: float = Field(5.0, gt=0)
    """How long WeChat may take to answer a call."""
    wechat_templates: dict[str, str] = Field(default_factory=dict)
    """Class of notices (`progress`, `money`, `repayment`, `account`) → id of the template that WeChat has
    approved for it; a class without one is not sent by WeChat."""
    hall_url: str = "https://localhost"
    """Where the hall is for citizens; its pages are added to it."""

    callback_age_seconds: float = Field(300.0, gt=0)
    """How far a callback's own time may be from ours; a signature counts once in that time."""
    authorisation_seconds: float = Field(600.0, gt=0)
    """How long a one-time state of web authorisation is good for."""
    send_claim_seconds: float = Field(20.0, gt=0)
    """What a dead sender had in hand is in doubt after this; longer than WeChat may take."""
    send_doubt_seconds: float = Field(40.0, gt=0)
    """How long WeChat's own word about a notice in doubt is waited for; then it is refused."""
    send_at_once: int = Field(32, ge=1, le=500)
    """Calls to WeChat at a time, in each process."""
    send_poll_seconds: float = Field(1.0, gt=0)
    """The sender is woken by NOTIFY; this is for what comes due, and a notification that was lost."""
    busy_rest_seconds: float = Field(1.0, gt=0)
    """How long nothing is sent after WeChat said that it is busy or asked too often."""
    quota_rest_seconds: float = Field(600.0, gt=0)
    """How long notices are refused at once, so that texts go, after the day's quota was used up."""
    texts_per_hour: int = Field(60, ge=1)
    """Texts of one WeChat user that are answered in an hour."""
    answer_seconds: float = Field(3_600.0, gt=0)
    """How long an answer to what somebody typed is worth sending; WeChat takes it for 48 hours."""
    holder_lease_seconds: float = Field(15.0, gt=0)
    """When the holder of the token has died, another takes over after this."""
    token_renew_seconds: float = Field(600.0, gt=0)
    """How long before its end a token is renewed."""

    @property
    def claim(self) -> timedelta:
        """How long a sender has what it took."""
        return timedelta(seconds=self.send_claim_seconds)

    @property
    def doubt(self) -> timedelta:
        """How long something is in doubt."""
        return timedelta(seconds=self.send_doubt_seconds)


def settings_of(context: Context) -> Settings:
    """The wechat service's own settings, of a running service."""
    return own_settings(context, Settings)
