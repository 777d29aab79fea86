"""Run on the machine itself: a city of three, through the edge, and the first withdrawal that is paid.

Usage: first_withdrawal.py <folder of its own> <settings of `prepare`>
"""

import asyncio
import sys
from pathlib import Path
from typing import Any

from city.clients import Bank, http_client
from city.demonstration import show_one
from city.seed import seed
from city.seed.people import person
from city.seed.plan import LAST, Plan, Resident
from local import staff
from local.addresses import City
from local.broker import VirtualHost
from local.folder import RunFolder
from local.rabbitmq import RabbitServer
from production import servers
from shared.messaging.definitions import OPERATOR, VHOST
from shared.messaging.topology import SERVICES

AUTHORITY = "/opt/provident-fund/deploy/production/secrets/tls/ca.pem"
RETIRED: dict[str, Any] = {"sealed_after_month": LAST, "seal_reason": "retired", "shows": "退休"}
PLAN = Plan(
    (
        Resident("retirement-1", person(901), 0, 500_000, **RETIRED),
        Resident("other", person(902), 1, 500_000),
        Resident("another", person(903), 2, 500_000),
    ),
    months=2,
)  # fmt: skip


async def main(folder: RunFolder, prepared: Path) -> None:
    """Found the office, make the city, withdraw; print how many payments the bank has executed."""
    settings = Path("/etc/provident-fund")
    gateway = servers.read(settings / "gateway.env")
    await staff.found(folder, {**gateway, "JOURNAL_FOLDER": str(folder.make("journal"))})
    values = servers.read(prepared)
    broker = VirtualHost(
        RabbitServer(values["BROKER_URL"], values["BROKER_MANAGEMENT_URL"], "the machine's")
    )
    pages = {name: f"http://127.0.0.1:{port}" for name, port in servers.TRIAL_PORTS.items()}
    city = City(
        edge_url="https://localhost",
        service_urls={name: f"https://127.0.0.1:{servers.PORTS[name]}" for name in SERVICES},
        bank_control_url=pages["bank"], smsc_control_url=pages["smsc"],
        letters_url="", national_url=pages["national"],
        registers_url=pages["registers"], wechat_phones_url="", dashboard_url="",
        broker_metrics_url=None, vhost=VHOST, operator_name=OPERATOR,
        operator_password=broker.password(OPERATOR), operator_broker_url=broker.url(OPERATOR),
        logs=folder.logs, authority=AUTHORITY,
    )  # fmt: skip
    print(await seed(city, folder, PLAN))
    await show_one(city, folder)
    async with http_client(AUTHORITY) as client:
        print("executed", (await Bank(client, city).totals())["executed_count"])


if __name__ == "__main__":
    asyncio.run(main(RunFolder(Path(sys.argv[1])), Path(sys.argv[2])))
