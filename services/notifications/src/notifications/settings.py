"""Settings of the notifications service."""

from datetime import timedelta
from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, model_validator

from shared.base.settings import ServiceSettings
from shared.messaging.unit import Context, own_settings


class Settings(ServiceSettings):
    """The plumbing's settings and those of the SMPP link and the texts."""

    smpp_host: str
    """Host of the SMS centre."""
    smpp_port: int
    """Port of the SMS centre."""
    smpp_system_id: str = Field(max_length=15)
    """Account at the SMS centre (`system_id`), 15 characters at the most."""
    smpp_password: SecretStr = Field(max_length=8)
    """Password at the SMS centre, 8 characters at the most, as SMPP 3.4 has it."""
    smpp_ca_file: Path | None = None
    """With it SMPP goes by TLS, to an SMSC for which this authority vouches."""
    smpp_source_address: str = "12329"
    """Number that texts come from."""
    smpp_window_segments: int = Field(default=64, ge=1, le=1_000)
    """submit_sm without an answer at a time."""
    smpp_segments_per_second: float = Field(default=1_500.0, gt=0)
    """What the contract with the operator allows."""
    smpp_response_timeout_seconds: float = 10.0
    """How long the SMS centre may take to answer a request."""
    smpp_enquire_link_seconds: float = 30.0
    """After so much silence the link is tried (enquire_link)."""
    smpp_connect_timeout_seconds: float = 5.0
    """How long connecting and binding may take."""
    smpp_reconnect_max_seconds: float = 15.0
    """Longest pause between two attempts to bind."""
    smpp_throttle_pause_seconds: float = 1.0
    """How long the link rests after ESME_RTHROTTLED or ESME_RMSGQFUL."""

    text_claim_seconds: float = 30.0
    """A claimed text whose sender has died is found after this; longer than a response takes."""
    text_again_seconds: float = 5.0
    """From an attempt in doubt to the second one: time for the receipt that would tell."""
    text_validity_seconds: float = 86_400.0
    """How long the SMSC may try to reach a handset; then it says so in a final receipt."""
    text_receipt_slack_seconds: float = 600.0
    """How long after that the final receipt may still take, on a link that is up."""
    text_poll_seconds: float = 1.0
    """The sender is woken by NOTIFY; this is for texts whose time comes, and a notification that was lost."""
    text_collect_seconds: float = 0.02
    """How long the first new text waits for others."""
    text_watch_seconds: float = 2.0
    """How often lost, expired and unreceipted texts are looked for."""
    text_receipt_wait_seconds: float = 900.0
    """Without a receipt for so long, the SMSC is asked (query_sm)."""
    text_receipt_give_up_seconds: float = 3 * 86_400.0
    """Without any news for so long, a text counts as expired."""

    reply_repeat_seconds: float = 30.0
    """The same text from the same phone within this time is the same text, delivered twice."""
    menus_per_hour: int = Field(5, ge=1)
    """What 12329 does not understand is answered with the menu, so often to one phone; a command always."""
    replies_per_hour: int = 20
    """Answers to one phone: two machines must not text each other for ever."""

    wechat_send_seconds: float = 60.0
    """How long wechat may wait before it gives WeChat a text; later it refuses."""
    wechat_answer_seconds: float = 180.0
    """Without wechat's answer by then a text goes by SMS; longer than sending, doubt and the way back."""

    @model_validator(mode="after")
    def an_answer_takes_longer_than_sending(self) -> Self:
        """Else a text that WeChat has just taken would go by SMS, too."""
        if self.wechat_answer_seconds <= self.wechat_send_seconds:
            raise ValueError("wechat_answer_seconds must be more than wechat_send_seconds")
        return self

    @property
    def doubt(self) -> timedelta:
        """How long an attempt without an answer is in doubt."""
        return timedelta(seconds=self.text_validity_seconds + self.text_receipt_slack_seconds)


def settings_of(context: Context) -> Settings:
    """The notifications service's own settings, of a running service."""
    return own_settings(context, Settings)
