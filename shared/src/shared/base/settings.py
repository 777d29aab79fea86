"""The settings that every service has; a service adds its own by subclassing.

Values come from the environment, names without prefix and in upper case (`DATABASE_URL`), or from files of
these names (`shared.base.given`); a secret has no default. Units are part of the names. `docs/settings.md` is
made of the docstrings.
"""

from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, PostgresDsn, SecretStr, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SecretsSettingsSource,
    SettingsConfigDict,
)

from shared.base import given

BROKER_SCHEMES = ("amqp", "amqps")


def broker_addresses(text: str) -> list[str]:
    """Read the addresses of a broker's nodes, by blanks; raises `ValueError`, which quotes no password."""
    found = text.split()
    if not found:
        raise ValueError("no broker address")
    for number, address in enumerate(found, 1):
        try:
            parts = urlsplit(address)
            wrong = parts.scheme not in BROKER_SCHEMES or not parts.hostname or parts.port == 0
        except ValueError:
            wrong = True
        if wrong or "," in parts.netloc:
            raise ValueError(
                f"broker address {number} of {len(found)} is not amqp(s)://user:password@host:port/vhost"
            )
    return found


class SealingSettings(BaseSettings):
    """The keys of personal data."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    personal_data_keys: dict[str, SecretStr]
    """Key id → `[aes-256-gcm:|sm4-gcm:]<base64>`; old keys stay until everything is sealed anew."""
    personal_data_active_key: str
    """Id of the key that seals from now on."""
    lookup_key: SecretStr
    """`[hmac-sha-256:|hmac-sm3:]<base64>` of 32 bytes, for the keyed hashes by which sealed data is found."""
    lookup_other_key: SecretStr | None = None
    """While the lookup key is replaced, the next one, then the former: what is under it is found, too."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then files."""
        return init_settings, env_settings, SecretsSettingsSource(settings_cls, given.folder())

    @field_validator("lookup_other_key", mode="before")
    @classmethod
    def _empty_is_none(cls, given: object) -> object:
        return given or None


class ServiceSettings(SealingSettings):
    """What the plumbing needs to know."""

    database_url: PostgresDsn
    """As the runtime role, password included; by TLS with `?sslmode=verify-full&sslrootcert=…`."""
    message_private_keys: list[SecretStr]
    """base64 of 32 bytes each (X25519): open what others seal to this service; an old one stays as long as
    journals and queues may hold what was sealed to it."""
    message_public_keys: dict[str, str]
    """Service → base64 of its public message key: to it is sealed what the service is told, by it is proved
    what the service tells. Behind it, by blanks, former ones, for what was told before."""
    message_unproved: bool = False
    """Take what does not prove who told it, as earlier releases told it; for an upgrade, then no more."""
    broker_url: SecretStr
    """amqp://user:password@host:port/vhost, or amqps://…?cafile=<file>; the nodes of a cluster by blanks."""

    http_host: str = "127.0.0.1"
    """Address that HTTP listens on."""
    http_port: int
    """Port that HTTP listens on."""
    http_requests_max: int = Field(256, ge=1)
    """Requests in hand at a time; more are told to come again. Live streams have a bound of their own."""
    http_cert_file: Path | None = None
    """Certificate chain for HTTP, PEM; with the key, HTTP is spoken by TLS only."""
    http_key_file: Path | None = None
    """Private key of that certificate, PEM."""
    trusted_proxies: str = "127.0.0.1,::1"
    """Addresses or networks, by commas, whose `X-Forwarded-For` is believed; nobody else's is."""

    jwks_url: str
    """Where the gateway publishes the keys that access tokens are verified with (JWKS)."""
    jwks_ca_file: Path | None = None
    """The authority that vouches for the gateway, where it is a private one."""
    token_issuer: str = "provident-fund-gateway"  # noqa: S105
    """Who must have issued an access token (`iss`)."""

    business_clock_offset_seconds: int = 0
    """Moves the business clock, for demonstrations and tests."""

    pool_min_connections: int = 1
    """Connections to the database that are always open."""
    pool_max_connections: int = 8
    """Connections to the database at the most, in each process."""
    statement_timeout_seconds: float = 30.0
    """A statement that takes longer is given up by the database."""

    batch_max_messages: int = Field(200, ge=1, le=2_000)
    """Messages that a consumer handles in one transaction at the most."""
    batch_max_wait_ms: int = Field(250, ge=0, le=1_000)
    """How long a batch waits for more at the most; a quiet queue waits not at all."""
    outbox_batch_max_events: int = Field(500, ge=1, le=5_000)
    """Events that the relay publishes together at the most."""
    outbox_max_wait_ms: int = Field(250, ge=0, le=1_000)
    """How long the relay waits for more events at the most; a quiet outbox waits not at all."""
    outbox_poll_seconds: float = 5.0
    """The relay is woken by NOTIFY; this is for a notification that was lost."""
    broker_reconnect_max_seconds: float = 5.0
    """Longest pause between two attempts to reach the broker again."""
    drain_timeout_seconds: float = 20.0
    """After SIGTERM, how long what is in hand may take to finish."""
    inbox_keep_days: int = 60
    """How long a handled message is remembered, so that a repeat does nothing."""
    subject_keep_days: int = Field(400, ge=60)
    """How long a subject is counted that nobody speaks of; then it is forgotten."""
    journal_folder: Path | None = None
    """Where events are kept as they leave (shared.messaging.journal), on another disk than the database."""
    journal_keep_days: int = Field(30, ge=1)
    """How long events stay in the journal; less than an inbox remembers."""
    audit_seal_seconds: float = Field(10.0, gt=0)
    """How long a record of the audit trail may wait for its seal, as a rule."""

    log_level: str = "INFO"
    """Least level that is logged: DEBUG, INFO, WARNING or ERROR."""
    otlp_endpoint: str | None = None
    """Where OpenTelemetry spans go; none are recorded without it."""

    @field_validator("broker_url")
    @classmethod
    def _broker_addresses(cls, value: SecretStr) -> SecretStr:
        broker_addresses(value.get_secret_value())
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def proxies_are_named_one_by_one(cls, proxies: str) -> str:
        """A proxy has an address; nobody believes the whole street."""
        for proxy in proxies.split(","):
            if ip_network(proxy.strip()).prefixlen == 0:
                raise ValueError("trusted_proxies must not be everybody")
        return proxies

    @model_validator(mode="after")
    def an_inbox_remembers_longer_than_a_journal_can_repeat(self) -> Self:
        """What is told again must meet whoever has handled it."""
        if self.journal_keep_days >= self.inbox_keep_days:
            raise ValueError("journal_keep_days must be less than inbox_keep_days")
        return self

    @property
    def business_clock_offset(self) -> timedelta:
        """How far the business clock stands from the real one."""
        return timedelta(seconds=self.business_clock_offset_seconds)
