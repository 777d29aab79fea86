"""docs/production.md followed on a bare machine with systemd, from the first line to a paid withdrawal.

The lines are the page's own: what stands there in ```…``` under Plain servers is run as it stands. Debian 12
has PostgreSQL 15 where the page says 18; PostgreSQL, RabbitMQ and the services are one machine.
"""

import os
import re
import shutil
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from tests.containers.machine import Machine
from tests.containers.test_compose import STORE
from tests.support.places import ROOT
from tests.support.waiting import until

from production import secrets, servers
from shared.messaging.topology import SERVICES

PAGE = (ROOT / "docs" / "production.md").read_text("utf-8")
CHECKOUT = Path("/opt/provident-fund")
SECRETS = CHECKOUT / "deploy" / "production" / "secrets"
CROWD = {"rate=20r/s": "rate=500r/s", "rate=1r/s": "rate=50r/s", "burst=60": "burst=1000"}
"""A whole city calls from one address."""
FAILED = "systemctl list-units --failed --plain --no-legend --no-pager 'provident-fund*'"
IN_CLEAR = (
    "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
    " WHERE NOT ssl AND client_addr IS NOT NULL"
)
READY_SECONDS = 180.0


def lines_of_the_page() -> dict[str, str]:
    """The blocks of Plain servers, by what each is about."""
    section = PAGE.partition("## Plain servers")[2].partition("\n## ")[0]
    blocks = [
        re.sub(r"(?m)^  ", "", block) for block in re.findall(r"(?s)```\n(.*?)\n *```", section)
    ]
    begins = {
        "install": "git clone",
        "postgres": "install -d -m 0755 /etc/postgresql",
        "rabbitmq": "install -d -m 0755 /etc/rabbitmq",
        "trial": "install -d -m 0700 /etc/provident-fund/trial",
        "services": "( set -a; . /etc/provident-fund/setup.env",
    }
    return {
        name: next(block for block in blocks if block.startswith(begin))
        for name, begin in begins.items()
    }


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    assert os.geteuid() == 0, "run this as root"
    assert shutil.which("mmdebstrap"), "apt-get install --no-install-recommends mmdebstrap"
    made = Machine(ROOT / ".run" / f"machine-{os.getpid()}", STORE / "machine.tar")
    try:
        made.make()
        yield made
    finally:
        made.cut_power()
        shutil.rmtree(made.folder, ignore_errors=True)


def ready(machine: Machine, service: str) -> bool:
    """Whether a service answers so, by TLS under the authority that servers believe."""
    address = f"https://127.0.0.1:{servers.PORTS[service]}/readyz"
    return machine.says(f"curl -sf --cacert {servers.BELIEVED} {address} && echo ready") != ""


async def all_ready(machine: Machine) -> None:
    for service in SERVICES:
        await until(partial(ready, machine, service), READY_SECONDS)


async def test_the_page_leads_from_a_bare_machine_to_a_paid_withdrawal(machine: Machine) -> None:
    page = lines_of_the_page()
    begin = page["install"].replace("git clone … /opt/provident-fund && ", "")
    assert begin != page["install"]
    machine.install(begin)
    values = servers.read(machine.root / str(SECRETS)[1:] / secrets.ENVIRONMENT_FILE)
    names = "postgres rabbitmq bank smsc logs"
    (machine.root / "etc" / "hosts").write_text(f"127.0.0.1 localhost machine {names}\n")
    await machine.boot()
    given = f"S={SECRETS}; "
    postgres = page["postgres"].replace("/18/", "/15/")
    machine.run(f"cd {SECRETS}\n{postgres.replace('…', values['POSTGRES_PASSWORD'])}")
    machine.run(f"cd {SECRETS}\n{page['rabbitmq'].replace('…', values['RABBITMQ_PASSWORD'])}")
    machine.run(f"cd {CHECKOUT}; {given}\n{page['trial']}")
    edge = machine.root / str(SECRETS)[1:] / "servers" / "nginx" / "edge.conf"
    text = edge.read_text("utf-8")
    for street, crowd in CROWD.items():
        text = text.replace(street, crowd)
    edge.write_text(text, "utf-8")
    machine.run(f"cd {CHECKOUT}; {given}\n{page['services']}")
    await all_ready(machine)
    script = CHECKOUT / "tests" / "containers" / "first_withdrawal.py"
    told = machine.run(
        f"{CHECKOUT}/.venv/bin/python {script} /root/trial /etc/provident-fund/setup.env"
    )
    assert "executed 1" in told.splitlines(), told
    assert machine.run(FAILED) == ""
    assert machine.run(f'sudo -u postgres psql -Atc "{IN_CLEAR}"').strip() == "0"
