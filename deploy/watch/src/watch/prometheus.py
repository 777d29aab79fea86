"""A Prometheus beside a running system: deploy/watch/prometheus with this system's addresses."""

import json
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from local.addresses import City

SOURCE = Path(__file__).parents[2] / "prometheus"


def configure(city: City) -> Path:
    """Write the configuration, the rules and who is scraped; give the configuration's file."""
    home = city.prometheus.parent
    shutil.rmtree(home / "rules", ignore_errors=True)
    shutil.copytree(SOURCE / "rules", home / "rules")
    shutil.copy(SOURCE / "prometheus.yml", city.prometheus)
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
