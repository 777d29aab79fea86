"""Settings of the notifications service."""

from datetime import timedelta
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator

from notifications.carriers import Route
from shared.base.settings import ServiceSettings
from shared.messaging.unit import Context, own_settings


class Settings(ServiceSettings):
    """The plumbing's settings and those of the links and the texts."""

    smpp_host: str = ""
    """Host of the SMS centre; without it no text goes by SMPP. At least one of the two carriers is there."""
    smpp_port: int = 2775
    """Port of the SMS centre."""
    smpp_system_id: str = Field(default="", max_length=15)
    """Account at the SMS centre (`system_id`), 15 characters at the most."""
    smpp_password: SecretStr | None = Field(default=None, max_length=8)
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

    cmpp_host: str = ""
    """Host of the carrier's gateway (ISMG); without it no text goes by CMPP."""
    cmpp_port: int = 7890
    """Port of the gateway."""
    cmpp_source: str = Field(default="", max_length=6)
    """Account at the gateway (企业代码, SP_Id), 6 characters at the most."""
    cmpp_secret: SecretStr | None = None
    """What both sides know and neither ever sends (`shared secret`)."""
    cmpp_version: Literal["2.0", "3.0"] = "3.0"
    """Highest version to be spoken; a gateway that has only 2.0 is spoken to in that."""
    cmpp_ca_file: Path | None = None
    """With it CMPP goes by TLS, to a gateway for which this authority vouches."""
    cmpp_source_number: str = Field(default="12329", max_length=21)
    """Number that texts come from (`Src_Id`)."""
    cmpp_service_id: str = Field(default="12329", max_length=10)
    """What the contract calls the service (业务代码, `Service_Id`), 10 characters at the most."""
    cmpp_window_messages: int = Field(default=16, ge=1, le=1_000)
    """SUBMIT without an answer at a time; 16 is the standard's."""
    cmpp_messages_per_second: float = Field(default=200.0, gt=0)
    """What the contract with the carrier allows."""
    cmpp_response_timeout_seconds: float = 10.0
    """How long the gateway may take to answer a request."""
    cmpp_active_test_seconds: float = 60.0
    """After so much silence the link is tried (ACTIVE_TEST)."""
    cmpp_connect_timeout_seconds: float = 5.0
    """How long connecting may take."""
    cmpp_reconnect_max_seconds: float = 15.0
    """Longest pause between two attempts to log in."""
    cmpp_throttle_pause_seconds: float = 1.0
    """How long the link rests after a Result of 8 (流量控制)."""
    cmpp_again_seconds: float = 30.0
    """From an attempt in doubt to the second one: the report that would tell names the phone only."""

    text_default_route: Route | None = None
    """By which carrier goes what no row of the table of routes is about; unsaid: SMPP, if it is there."""
    text_detour_seconds: float = Field(default=60.0, gt=0)
    """A carrier away for so long: what waited as long and was never handed over goes by the other."""
    text_claim_seconds: float = 30.0
    """A claimed text whose sender has died is found after this; longer than a response takes."""
    text_again_seconds: float = 5.0
    """From an attempt by SMPP in doubt to the second one: time for the receipt that would tell."""
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
    long_text_wait_seconds: float = Field(default=120.0, gt=0)
    """How long parts of a long text wait for one that has not come, and one that came is known again."""
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

    @model_validator(mode="after")
    def a_claim_outlasts_an_answer(self) -> Self:
        """Else every claim has run out before anything may be sent under it."""
        slow = {
            Route.SMPP: self.smpp_response_timeout_seconds,
            Route.CMPP: self.cmpp_response_timeout_seconds,
        }
        if self.text_claim_seconds <= max((slow[route] for route in self.routes), default=0):
            raise ValueError("text_claim_seconds must be more than each carrier's response timeout")
        return self

    @model_validator(mode="after")
    def a_carrier_has_an_account(self) -> Self:
        """Else texts would wait for a link that nobody can make."""
        if not self.routes:
            raise ValueError("smpp_host or cmpp_host must be there")
        if self.smpp_host and not (self.smpp_system_id and self.smpp_password):
            raise ValueError("smpp_host needs smpp_system_id and smpp_password")
        if self.cmpp_host and not (self.cmpp_source and self.cmpp_secret):
            raise ValueError("cmpp_host needs cmpp_source and cmpp_secret")
        wanted = self.text_default_route
        if wanted is not None and wanted not in self.routes:
            raise ValueError(f"text_default_route {wanted} needs {wanted}_host")
        return self

    @property
    def routes(self) -> frozenset[Route]:
        """By which carriers texts can go."""
        there = {Route.SMPP: self.smpp_host, Route.CMPP: self.cmpp_host}
        return frozenset(route for route, host in there.items() if host)

    @property
    def default_route(self) -> Route:
        """By which carrier goes what no row of the table of routes is about."""
        return self.text_default_route or (Route.SMPP if self.smpp_host else Route.CMPP)

    @property
    def doubt(self) -> timedelta:
        """How long an attempt without an answer is in doubt."""
        return timedelta(seconds=self.text_validity_seconds + self.text_receipt_slack_seconds)


def settings_of(context: Context) -> Settings:
    """The notifications service's own settings, of a running service."""
    return own_settings(context, Settings)
