"""Where everything of a running system is reached: what seeding, the demonstration and tests work with."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class City:
    """A running system's addresses and the credentials of those who start it."""

    edge_url: str
    """The one address that citizens use: portal at `/`, web hall at `/hall/`, `/api/<service>/…`."""
    service_urls: Mapping[str, str]
    """Each service's own address, behind the edge (metrics, readiness)."""
    bank_control_url: str
    """Control and page of the simulated bank."""
    smsc_control_url: str
    """Control and page of the simulated SMSC."""
    letters_url: str
    """Control of the simulated transfer platform."""
    wechat_phones_url: str
    national_url: str
    """Control and page of the simulated WeChat."""
    dashboard_url: str
    """RabbitMQ's management plugin."""
    broker_metrics_url: str | None
    """RabbitMQ's metrics for Prometheus, if it has that plugin."""
    vhost: str
    operator_name: str
    """The broker's operator: may see and read everything."""
    operator_password: str
    operator_broker_url: str
    logs: Path
    registers_url: str = ""
    """Control of the simulated registers."""
    hotline_address: str = ""
    """SIP address of 12329."""
    devices_url: str = ""
    """Control of a self-service terminal's simulated printer and card reader."""
    authority: str | None = None
    """File of the private authority behind the edge's certificate, where it speaks TLS."""

    def metrics_urls(self) -> dict[str, str]:
        """Where Prometheus reads, by who is read."""
        urls = {service: f"{url}/metrics" for service, url in self.service_urls.items()}
        if self.broker_metrics_url is not None:
            urls["RabbitMQ"] = f"{self.broker_metrics_url}/metrics"
        return urls

    @property
    def prometheus(self) -> Path:
        """The configuration of a Prometheus that reads all of these (`watch.prometheus`)."""
        return self.logs.parent / "prometheus" / "prometheus.yml"

    def docs_url(self, service: str) -> str:
        """The API documentation of a service, through the edge."""
        return f"{self.edge_url}/api/{service}/docs"

    def as_json(self) -> dict[str, Any]:
        """For `city.json`, from which `make demo` finds a running system."""
        return {**asdict(self), "logs": str(self.logs)}

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> "City":
        """Read what `as_json` wrote."""
        return cls(**{**found, "logs": Path(found["logs"])})
