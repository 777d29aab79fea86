"""Settings of the hotline."""

import ipaddress
from pathlib import Path
from typing import Self

from pydantic import Field, field_validator, model_validator

from shared.base.settings import ServiceSettings
from shared.messaging.unit import Context, own_settings

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def networks(peers: str) -> list[Network]:
    """Read networks, by commas; raises `ValueError`."""
    return [ipaddress.ip_network(peer.strip()) for peer in peers.split(",") if peer.strip()]


class Settings(ServiceSettings):
    """The plumbing's settings and those of the telephone."""

    sip_host: str = "127.0.0.1"
    """Address that SIP and voice listen on; an address of the network to the carrier, never of the street."""
    sip_port: int = Field(ge=0, le=65_535)
    """Port of SIP, UDP and TCP; 0 takes any."""
    sip_tls_port: int | None = Field(None, ge=1, le=65_535)
    """Port of SIP over TLS, where the trunk has it; with the two files below."""
    sip_cert_file: Path | None = None
    """Certificate chain for SIP over TLS, PEM."""
    sip_key_file: Path | None = None
    """Its private key, PEM."""
    sip_peers: str = "127.0.0.1/32"
    """Networks, by commas, of the carrier's SBC or our own kamailio; nobody else is answered."""
    sip_public_host: str | None = None
    """Address that the trunk reaches us at, where it is not the one we listen on (NAT)."""

    agent_extension: str = Field("8012329", pattern=r"[0-9]{3,20}")
    """Number that agents' telephones call to stand by."""
    agent_peers: str = ""
    """Networks, by commas, that agents' telephones are in; none: nobody is an agent."""
    agent_silence_seconds: float = Field(5.0, gt=0)
    """An agent's line from which no packet came for so long is over; its caller is the next one."""
    agent_line_max_seconds: float = Field(43_200.0, gt=0)
    """No agent's line is longer: a shift."""
    agent_answer_seconds: float = Field(15.0, gt=0)
    """An agent who does not answer for so long is away."""
    after_call_seconds: float = Field(120.0, gt=0)
    """For the note of a call; then the agent is free again."""
    recording: bool = False
    """Record what callers and agents say: announced before, and not where the caller refuses it by a key."""
    wait_max_seconds: float = Field(180.0, gt=0)
    """Whoever waits longer for an agent, or would, is offered to be called back."""

    sip_srtp_required: bool = False
    """Take no call whose voice is not encrypted (SRTP with keys in the description, over TLS)."""

    rtp_port_first: int = Field(40_000, ge=1_024, le=65_000)
    """First port of voice; every second one is taken."""
    rtp_port_last: int = Field(40_998, ge=1_024, le=65_534)
    """Last port of voice."""
    rtp_follow_source: bool = True
    """Send voice back to where it comes from, whatever the description says (a trunk behind NAT)."""
    dtmf_in_band: bool = True
    """Hear keys as tones in the voice, where the other side sends no events (RFC 4733)."""

    calls_max: int = Field(60, ge=1, le=400)
    """Calls at a time in one process; another one is told that all lines are busy."""
    calls_a_second: int = Field(20, ge=1)
    """New calls in a second."""
    call_max_seconds: float = Field(3_600.0, gt=0)
    """No call is longer."""
    voice_silence_seconds: float = Field(30.0, gt=0)
    """A call from which no packet came for so long is over: its BYE was lost."""

    voice_folder: Path = Path("/var/lib/hotline/voice")
    """Where synthesised prompts are kept: made again when they are gone."""
    recorded_folder: Path | None = None
    """Recordings that take the place of synthesis, one WAV file a prompt, by its id (`GET /prompts`)."""
    voice_name: str = "cmn"
    """Voice of espeak-ng."""
    voice_words_per_minute: int = Field(160, ge=80, le=300)
    """How fast it speaks."""

    gateway_url: str
    """Where the gateway is, without /api."""
    accounts_url: str
    """Where accounts is, without /api."""
    withdrawals_url: str
    """Where withdrawals is, without /api."""
    loans_url: str
    """Where loans is, without /api."""
    services_ca_file: Path | None = None
    """The authority that vouches for them, where it is a private one."""
    answer_seconds: float = Field(5.0, gt=0)
    """How long one of them may take."""
    device_file: Path
    """JSON: `client_id` and `client_secret` of the device of channel hotline, as it was registered."""

    @field_validator("sip_peers", "agent_peers")
    @classmethod
    def peers_are_named(cls, peers: str) -> str:
        """A trunk and an office have addresses; nobody listens to the whole street."""
        if any(network.prefixlen == 0 for network in networks(peers)):
            raise ValueError("peers must not be everybody")
        return peers

    @model_validator(mode="after")
    def tls_has_both_files(self) -> Self:
        """TLS is all or nothing."""
        if self.sip_tls_port is not None and not (self.sip_cert_file and self.sip_key_file):
            raise ValueError("sip_tls_port needs sip_cert_file and sip_key_file")
        return self


def settings_of(context: Context) -> Settings:
    """The hotline's own settings, of a running service."""
    return own_settings(context, Settings)
