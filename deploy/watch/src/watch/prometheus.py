"""A Prometheus beside a running system: deploy/watch/prometheus with this system's addresses."""

import json
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from local.addresses import City

SOURCE = Path(__file__).parents[2] / "prometheus"

BY_TLS = """\
    scheme: https
    tls_config: { ca_file: /inside/ca.crt }
"""
"""How compose's services, and then its broker, are asked."""


def _asking(authority: str | None) -> str:
    """Ask the services of this system by TLS if they speak it, and its broker, on this machine, in clear."""
    head, *others = (SOURCE / "prometheus.yml").read_text("utf-8").split(BY_TLS)
    by_tls = BY_TLS.replace("/inside/ca.crt", authority) if authority else ""
    return head + by_tls + "".join(others)


def configure(city: City) -> Path:
    """Write the configuration, the rules and who is scraped; give the configuration's file."""
    home = city.prometheus.parent
    shutil.rmtree(home / "rules", ignore_errors=True)
    shutil.copytree(SOURCE / "rules", home / "rules")
    city.prometheus.write_text(_asking(city.authority), "utf-8")
    services = [
        {"targets": [urlsplit(url).netloc], "labels": {"service": service}}
        for service, url in city.service_urls.items()
    ]
    broker = [
        {"targets": [urlsplit(url).netloc], "labels": {"__param_vhost": city.vhost}}
        for url in (city.broker_metrics_url,)
        if url is not None
    ]
    targets = home / "targets"
    targets.mkdir(exist_ok=True)
    (targets / "services.json").write_text(json.dumps(services, indent=2))
    (targets / "rabbitmq.json").write_text(json.dumps(broker, indent=2))
    return city.prometheus
