"""Several instances of each service behind one edge, as a city runs them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from local.edge import edge_part
from local.folder import LOOPBACK, RunFolder
from local.processes import python
from local.readiness import answers
from local.supervisor import Part, Supervisor
from local.system import System
from shared.messaging.topology import SERVICES


@asynccontextmanager
async def beside(system: System, folder: RunFolder, more: int) -> AsyncIterator[str]:
    """Start so many instances more of each service, and an edge that knows all; give its address."""
    supervisor = Supervisor(folder, print)
    ports = {name: [folder.port(f"{name}-{n}") for n in range(more)] for name in SERVICES}
    own = system.environments.ports.services
    everywhere = {
        name: ",".join(f"{LOOPBACK}:{port}" for port in (own[name], *ports[name]))
        for name in SERVICES
    }
    edge_port = folder.port("edge_of_all")
    try:
        await supervisor.start(
            _part(system, folder, name, port) for name in SERVICES for port in ports[name]
        )
        await supervisor.start([edge_part(folder, edge_port, everywhere)])
        yield f"http://{LOOPBACK}:{edge_port}"
    finally:
        await supervisor.stop(list(supervisor.parts))


def _part(system: System, folder: RunFolder, service: str, port: int) -> Part:
    name = f"{service}-{port}"
    environment = {
        **system.environments.service(service),
        "HTTP_PORT": str(port),
        "SIP_PORT": str(folder.port(f"sip-{port}")),
    }
    command = python(name, service, environment)
    return Part(command, answers(f"http://{LOOPBACK}:{port}/readyz"))
