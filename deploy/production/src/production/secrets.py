"""Fresh secrets for deploy/compose.yaml, certificates for the links inside, and a private CA for a trial."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

from local import certificates, databases
from local.broker import VirtualHost
from local.environments import KEYS, own_keys, public_keys, wechat_account
from local.errors import CannotStart
from local.folder import RunFolder
from local.postgres import PostgresServer
from local.rabbitmq import RabbitServer
from production import files, inside, servers
from shared.messaging.topology import SERVICES

ENVIRONMENT_FILE = "compose.env"


def write(target: Path) -> Path:
    """Write `compose.env`, the private CA's files and each container's secrets and certificate into a folder.

    What a city has put into `compose.env` stays, and is what the containers' files are made of.
    """
    folder = RunFolder(target)
    made = certificates.provide(folder.make("tls"))
    path = folder.path / ENVIRONMENT_FILE
    known = servers.read(path) if path.exists() else {}
    values = {**environment(folder), **_still_meant(known)}
    path.touch(mode=0o600)
    path.write_text(servers.as_text(values), encoding="utf-8")
    try:
        for pair, service in ((made.settlement, "settlement"), (made.seal, "documents")):
            os.chown(pair.key, servers.user_of(service), servers.user_of(service))
        files.write(Path(values["SECRETS_FOLDER"]), values)
        inside.provide(Path(values["INSIDE_FOLDER"]))
    except PermissionError:
        raise CannotStart(
            f"What lies in {target} must belong to the users of the images: run this as root."
        ) from None
    return path


def _still_meant(known: Mapping[str, str]) -> dict[str, str]:
    """What a city has said, but for how a release before reached compose's own servers: in clear."""
    return {name: value for name, value in known.items() if not _IN_CLEAR.search(value)}


_IN_CLEAR = re.compile(
    r"^(postgresql://[^@]+@postgres:5432/\w+|amqp://[^@]+@rabbitmq:5672(/\S*)?|http://[^@]+@rabbitmq:15672)$"
)


def environment(folder: RunFolder) -> Mapping[str, str]:
    """Every variable that compose.yaml asks for."""
    postgres_password = folder.secret("postgres_admin")
    rabbitmq_password = folder.secret("rabbitmq_admin")
    postgres = PostgresServer(
        f"postgresql://postgres:{postgres_password}@postgres:5432/postgres?{inside.BY_POSTGRES}",
        "compose",
    )
    rabbitmq = RabbitServer(
        f"amqps://admin:{rabbitmq_password}@rabbitmq:5671?{inside.BY_BROKER}",
        f"https://admin:{rabbitmq_password}@rabbitmq:15671",
        "compose",
    )
    vhost = VirtualHost(rabbitmq)
    urls = {}
    for service in SERVICES:
        database = databases.describe(postgres, service, service)
        urls[f"{service.upper()}_DATABASE_URL"] = database.url
        urls[f"{service.upper()}_OWNER_DATABASE_URL"] = database.owner_url
        urls[f"{service.upper()}_BROKER_URL"] = vhost.url(service)
        own = own_keys(folder, service)
        urls.update({f"{service.upper()}_{name}": own[name] for name in KEYS})
    return {
        "SECRETS_FOLDER": str(folder.make("containers")),
        "INSIDE_FOLDER": str(folder.make("inside")),
        "POSTGRES_PASSWORD": postgres_password,
        "RABBITMQ_PASSWORD": rabbitmq_password,
        "GRAFANA_PASSWORD": folder.secret("grafana_admin"),
        "POSTGRES_URL": postgres.url,
        "BROKER_URL": rabbitmq.url,
        "BROKER_MANAGEMENT_URL": rabbitmq.management_url,
        **urls,
        "MESSAGE_PUBLIC_KEYS": json.dumps(public_keys(folder)),
        "SIGNING_KEYS_KEY": folder.secret_key("signing_keys"),
        "BANK_URL": "https://bank:8443",
        "BANK_TLS_FOLDER": str(folder.make("tls")),
        "SEAL_FOLDER": str(folder.make("tls")),
        "CENTRE_NAME": "示例市住房公积金管理中心",
        "CHECK_URL": "https://localhost/hall/check",
        "EDGE_NAME": "localhost",
        "EDGE_TLS_FOLDER": str(folder.make("edge-tls")),
        "SMPP_HOST": "smsc",
        "SMPP_PORT": "2775",
        "SMPP_SYSTEM_ID": "12329",
        "SMPP_PASSWORD": folder.secret("smpp")[:8],
        "CMPP_HOST": "smsc",
        "CMPP_PORT": "7890",
        "CMPP_SOURCE": "912329",
        "CMPP_SECRET": folder.secret("cmpp"),
        "SIP_PEERS": "172.16.0.0/12",
        "SIP_PUBLIC_HOST": "127.0.0.1",
        "HOTLINE_DEVICE_FOLDER": str(folder.make("hotline-device")),
        **wechat_account(folder),
        "WECHAT_URL": "http://wechat-platform:8000",
        "WECHAT_AUTHORIZE_URL": "http://localhost:8084/connect/oauth2/authorize",
        "HALL_URL": "https://localhost",
        "NATIONAL_URL": "http://national:8000",
        "NATIONAL_TOKEN": folder.secret("national"),
        "NATIONAL_INBOUND_TOKEN": folder.secret("national_inbound"),
        "SITE_URL": "https://localhost",
        "PLATFORM_HOST": "letters",
        "PLATFORM_PORT": "7890",
        "PLATFORM_PASSWORD": folder.secret("platform"),
        "REGISTERS_URL": "http://registers:8000",
        "REGISTERS_TOKEN": folder.secret("registers"),
    }
