"""Settings of plain servers, one file a service, from the same compose.yaml and secrets as of containers."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from local.edge import render
from local.errors import CannotStart
from local.folder import LOOPBACK
from shared.base import given
from shared.messaging.topology import SERVICES

COMPOSE = Path(__file__).parents[4] / "deploy" / "compose.yaml"
FIRST_PORT = 8101
PORTS = {service: FIRST_PORT + number for number, service in enumerate(SERVICES)}
"""On every server the same, so that the edge finds several of them alike."""
BY_UNIT = frozenset(
    {
        "JOURNAL_FOLDER",
        "HTTP_CERT_FILE",
        "HTTP_KEY_FILE",
        "BANK_CA_FILE",
        "BANK_CERT_FILE",
        "BANK_KEY_FILE",
        "SIGNING_KEY_FILE",
        "SIGNING_CERT_FILE",
        "VOICE_FOLDER",
        "DEVICE_FILE",
    }
)
"""Files and folders: the units of deploy/systemd give them, each to the one service that may read them."""
CONTAINER_PORT = 8000
SIMULATORS = ("bank", "smsc", "registers", "national")
"""Of compose's profile `trial`, those that a trial on plain servers has as well."""
TRIAL_PORTS = {name: 8201 + number for number, name in enumerate(SIMULATORS)}
"""Where their pages are, and what they answer by HTTP."""
INSIDE = "/inside"
"""Where a container finds its certificate and whom to believe, in Kubernetes as in compose."""
ETC = {"postgres": "postgresql", "rabbitmq": "rabbitmq"}
"""Debian's folders of the two."""
OF_DEBIAN = {
    "user nginx;": "user www-data;",
    "/dev/stderr": "syslog:server=unix:/dev/log",
    "/dev/stdout": "syslog:server=unix:/dev/log",
    "/var/run/nginx.pid": "/run/nginx.pid",
}
"""nginx of Debian's package under systemd: whose it is, and that it logs to the journal."""
NGINX = COMPOSE.parent / "nginx"
OF_OTHERS = {
    "postgres": ("postgres/pg_hba.conf", "postgres/provident-fund.conf"),
    "rabbitmq": ("rabbitmq/tls.conf",),
}
"""What the two machines with PostgreSQL and RabbitMQ are given."""
BELIEVED = "/etc/ssl/provident-fund/ca.crt"
"""Whom a server believes about the links inside: the authority's certificate, for all to read."""
INSTALLED = "/opt/provident-fund"
"""Where the checkout lies that the units and nginx serve from."""


def write(folder: Path, values: Mapping[str, str]) -> list[Path]:
    """Write settings of services and of `prepare`, and nginx's, PostgreSQL's and RabbitMQ's, into a folder.

    `values` are those of compose.env. Raises `KeyError` for a variable that they lack.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    written = []
    settings = {"setup.env": setup(values)}
    settings |= {f"trial/{name}.env": simulator(name, values) for name in SIMULATORS}
    for service in SERVICES:
        settings[f"{service}.env"] = of(service, values)
        settings[f"{service}.owner.env"] = owner(service, values)
    for name, environment in settings.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(as_text(environment), encoding="utf-8")
        written.append(path)
    for name, text in {**_nginx(values), **_others()}.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _nginx(values: Mapping[str, str]) -> dict[str, str]:
    return {f"nginx/{name}": text for name, text in edge(values).items()}


def _others() -> dict[str, str]:
    """Files of PostgreSQL and RabbitMQ, whose certificates lie in `/etc/<server>/inside`."""
    return {
        f"{server}/{Path(name).name}": (COMPOSE.parent / name)
        .read_text("utf-8")
        .replace(f"{INSIDE}/", f"/etc/{ETC[server]}/inside/")
        for server, names in OF_OTHERS.items()
        for name in names
    }


def edge(values: Mapping[str, str]) -> dict[str, str]:
    """What nginx is given beside the services: compose.yaml's files with this machine's addresses."""
    told = {name: filled(text, values) for name, text in asked("edge").items()}
    told |= {f"{name.upper()}_ADDRESS": f"{LOOPBACK}:{port}" for name, port in PORTS.items()}
    told["HALL_FOLDER"] = f"{INSTALLED}/services/hall/dist"
    main = (NGINX / "main.conf").read_text("utf-8")
    for there, here in OF_DEBIAN.items():
        main = main.replace(there, here)
    return {
        "nginx.conf": re.sub(r"(?m)^ *# The network's own.*\n *resolver .*\n", "", main),
        "edge.conf": render((NGINX / "edge.conf.template").read_text("utf-8"), told),
        "tls.conf": (NGINX / "tls.conf").read_text("utf-8"),
        "services-tls.conf": _here((NGINX / "services-tls.conf").read_text("utf-8")),
    }


def of(service: str, values: Mapping[str, str]) -> dict[str, str]:
    """What a service is given on a server that has all of them, beside what its unit says."""
    found = {
        name: _here(filled(text, values))
        for name, text in asked(service).items()
        if name not in BY_UNIT
    }
    found["TRUSTED_PROXIES"] = LOOPBACK
    return {**found, "HTTP_HOST": LOOPBACK, "HTTP_PORT": str(PORTS[service])}


def owner(service: str, values: Mapping[str, str]) -> dict[str, str]:
    """What migrates its database is given."""
    owned = asked(f"{service}-migrate")
    return {name: _here(filled(text, values)) for name, text in owned.items()}


def setup(values: Mapping[str, str]) -> dict[str, str]:
    """What prepares PostgreSQL and RabbitMQ is given."""
    return {name: _here(filled(text, values)) for name, text in asked("setup").items()}


def simulator(name: str, values: Mapping[str, str]) -> dict[str, str]:
    """What a simulator is given, for a trial: its unit gives it the bank's certificate and a folder."""
    places = {
        "/books/": f"/var/lib/provident-fund-trial/{name}/",
        "/tls/": f"/run/credentials/provident-fund-trial@{name}.service/",
    }
    told = {name: _here(filled(text, values)) for name, text in asked(name).items()}
    for variable, text in told.items():
        for there, here in places.items():
            told[variable] = told[variable].replace(there, here)
        if variable.endswith("_PORT") and text == str(CONTAINER_PORT):
            told[variable] = str(TRIAL_PORTS[name])
        if variable.endswith("_HOST"):
            told[variable] = LOOPBACK
    return told


def asked(part: str) -> dict[str, str]:
    """What compose.yaml gives one of its parts, secrets included, with the variables as they stand there."""
    environment = _parts()[part].get("environment", {})
    told = {name: str(text) for name, text in environment.items() if name != given.FOLDER}
    return {**told, **secrets_of(part)}


def secrets_of(part: str) -> dict[str, str]:
    """What compose.yaml gives one of its parts as files."""
    return dict(_parts()[part].get("x-secrets", {}))


def parts() -> Iterable[str]:
    """Name the parts of compose.yaml."""
    return _parts().keys()


def user_of(service: str) -> int:
    """Whom a service's image runs as."""
    return int(_parts()[service]["build"]["args"]["UID"])


@cache
def _parts() -> Mapping[str, Any]:
    parts: Mapping[str, Any] = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]
    return parts


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put values in as compose does: `${NAME:?}` and `${NAME?}` must be there, `${NAME:-other}` may be."""

    def value(found: re.Match[str]) -> str:
        name, default = found["name"], found["default"]
        return values[name] if default is None else values.get(name) or default

    return re.sub(r"\$\{(?P<name>[A-Z_0-9]+):?(?:\?|-(?P<default>[^}]*))\}", value, text)


def _here(text: str) -> str:
    """Call another service on this server, not in its container; find the authority where it lies here."""
    text = text.replace(f"{INSIDE}/ca.crt", BELIEVED)
    place = urlsplit(text)
    here = (PORTS if place.scheme == "https" else TRIAL_PORTS).get(place.hostname or "")
    if here and place.scheme in ("http", "https") and place.port == CONTAINER_PORT:
        return place._replace(netloc=f"{LOOPBACK}:{here}").geturl()
    return text


def read(path: Path) -> dict[str, str]:
    """Read compose.env as it is now, with what a city has put into it; raises `CannotStart`."""
    if not path.exists():
        raise CannotStart(f"{path} is not there yet: python -m production secrets")
    lines = (line.partition("=") for line in path.read_text("utf-8").splitlines() if "=" in line)
    return {name: value.strip("'") for name, _, value in lines}


def as_text(environment: Mapping[str, str]) -> str:
    """Write an environment as systemd's `EnvironmentFile` reads it: nothing in '…' has a meaning."""
    return "".join(f"{name}='{value}'\n" for name, value in environment.items())
