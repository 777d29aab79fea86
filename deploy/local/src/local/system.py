"""The system itself: every service, both simulators and the edge, on a platform that is ready."""

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from local import certificates, kiosk, staff
from local.addresses import City
from local.broker import VirtualHost
from local.databases import ServiceDatabase, let_desk_of
from local.edge import edge_part
from local.environments import Environments, Ports
from local.folder import LOOPBACK, RunFolder
from local.processes import python
from local.readiness import after, answers
from local.supervisor import Part, Report, Supervisor, at_once
from shared.messaging.definitions import OPERATOR
from shared.messaging.topology import SERVICES

SIMULATORS = ("bank", "smsc", "registers", "wechat-platform", "national", "letters")
EDGE, KIOSK_HELPER, DEVICES = "edge", "kiosk-helper", "devices"


class System:
    """All processes above the platform. Services can be killed and started one by one."""

    def __init__(
        self,
        folder: RunFolder,
        vhost: VirtualHost,
        databases: Mapping[str, ServiceDatabase],
        *,
        report: Report,
        edge_port: int | None = None,
        extra: Mapping[str, str] | None = None,
        edge_finds: Mapping[str, int] | None = None,
        tls: bool = False,
    ) -> None:
        """Choose ports and settings; `edge_finds` are the ports where nginx looks for services, if others."""
        self._folder = folder
        self.vhost = vhost
        self._edge_finds = edge_finds
        self._ports = Ports.chosen(folder, edge_port, tls=tls)
        made = certificates.provide_in(folder)
        self._tls = made if tls else None
        self.environments = Environments(
            folder,
            self._ports,
            vhost,
            databases,
            made,
            extra or {},
            tls,
        )
        self._supervisor = Supervisor(folder, report)
        self.city = self._city()

    async def start_simulators(self) -> None:
        """Start the bank, the SMSC, the registers, WeChat and both national platforms."""
        bank = python("bank", "simulators.bank", self.environments.bank())
        smsc = python("smsc", "simulators.smsc", self.environments.smsc())
        registers = python("registers", "simulators.registers", self.environments.registers())
        wechat = python("wechat-platform", "simulators.wechat", self.environments.wechat_platform())
        national = python("national", "simulators.national", self.environments.national())
        letters = python("letters", "simulators.letters", self.environments.letters())
        await self._supervisor.start(
            [
                Part(letters, answers(f"{self.city.letters_url}/healthz")),
                Part(national, answers(f"{self.city.national_url}/healthz")),
                Part(wechat, answers(f"{self.city.wechat_phones_url}/healthz")),
                Part(registers, answers(f"{self.city.registers_url}/healthz")),
                Part(bank, answers(f"{self.city.bank_control_url}/")),
                Part(smsc, answers(f"{self.city.smsc_control_url}/")),
            ]
        )

    async def start_services(self, broker: asyncio.Event | None = None) -> None:
        """Start every service, each until it is ready for work.

        Where it is still to be said that the broker is up, it has a core of its own until then: services load
        on the others, in turns, and none is asked whether it is ready.
        """
        await asyncio.gather(
            *(
                let_desk_of(database, self.environments.service(name))
                for name, database in self.environments.databases.items()
            )
        )
        parts = [self._service_part(name, broker) for name in SERVICES]
        if broker is None or broker.is_set():
            await self._supervisor.start(parts)
            return
        turns = asyncio.Semaphore(max(1, (os.cpu_count() or 1) - 1))
        await at_once(self._supervisor.start(parts, turns), _all_at_once_after(broker, turns))

    def _service_part(self, name: str, broker: asyncio.Event | None) -> Part:
        url = f"{self._ports.url(name)}/readyz"
        return Part(
            python(name, name, self.environments.service(name)),
            after(broker, answers(url, self._authority)),
            loaded=answers(url, self._authority, at_all=True),
        )

    async def found_staff(self) -> None:
        """Make the first staff of a new system."""
        await staff.found(self._folder, self.environments.service("gateway"))

    async def start_edge(self) -> None:
        """Start nginx in front of the services."""
        ports = self._edge_finds or self._ports.services
        addresses = {name: f"{LOOPBACK}:{port}" for name, port in ports.items()}
        helper = f"http://{LOOPBACK}:{self._ports.kiosk_helper}"
        part = edge_part(self._folder, self._ports.edge, addresses, self._tls, helper)
        await self._supervisor.start([part])

    async def start_terminal(self) -> None:
        """Start what stands around one self-service terminal: its parts, then its helper."""
        ports, folder = self._ports, self._folder
        parts = python(DEVICES, "simulators.devices", kiosk.devices(folder, ports.devices))
        await self._supervisor.start([Part(parts, answers(f"{self.city.devices_url}/healthz"))])
        told = kiosk.helper(folder, self.city.edge_url, ports.kiosk_helper, ports.devices)
        alive = answers(f"http://{LOOPBACK}:{ports.kiosk_helper}/healthz")
        await self._supervisor.start([Part(python(KIOSK_HELPER, "terminal", told), alive)])

    async def start(self) -> None:
        """Start everything but a terminal, all at once: nobody needs another one to come up."""
        await at_once(
            self.start_services(), self.start_simulators(), self.found_staff(), self.start_edge()
        )

    async def stop(self) -> None:
        """Stop everything: first nothing new comes in, then the services drain, then the neighbours go."""
        for stage in ((KIOSK_HELPER, DEVICES), (EDGE,), SERVICES, SIMULATORS):
            await self._supervisor.stop(name for name in stage if name in self._supervisor.parts)

    async def kill(self, name: str) -> None:
        """Kill a process as a power cut would; it stays down until `bring_back`."""
        await self._supervisor.parts[name].kill()

    async def halt(self, name: str) -> None:
        """Stop a process in order; it stays down until `bring_back`."""
        await self._supervisor.parts[name].stop()

    async def bring_back(self, name: str) -> None:
        """Start a killed or stopped process again and wait until it is ready."""
        await self._supervisor.parts[name].start()

    async def restart(self, name: str) -> None:
        """Kill a process and start it again."""
        await self.kill(name)
        await self.bring_back(name)

    async def restart_with(self, name: str, settings: Mapping[str, str]) -> None:
        """Stop a process in order and start it with these settings on top of its own."""
        supervised = self._supervisor.parts[name]
        await supervised.stop()
        command = supervised.part.command
        told = replace(command, environment={**command.environment, **settings})
        supervised.part = replace(supervised.part, command=told)
        await supervised.start()

    def pids(self) -> dict[str, int]:
        """The process id of everything that runs."""
        return {
            name: part.pid for name, part in self._supervisor.parts.items() if part.pid is not None
        }

    @property
    def _authority(self) -> Path | None:
        return self._tls.authority if self._tls else None

    def _city(self) -> City:
        return City(
            edge_url=f"{self._ports.scheme}://{LOOPBACK}:{self._ports.edge}",
            service_urls={name: self._ports.url(name) for name in SERVICES},
            bank_control_url=f"http://{LOOPBACK}:{self._ports.bank_control}",
            national_url=f"http://{LOOPBACK}:{self._ports.national}",
            letters_url=f"http://{LOOPBACK}:{self._ports.letters_control}",
            wechat_phones_url=f"http://{LOOPBACK}:{self._ports.wechat_platform}",
            registers_url=f"http://{LOOPBACK}:{self._ports.registers}",
            smsc_control_url=f"http://{LOOPBACK}:{self._ports.smsc_control}",
            devices_url=f"http://{LOOPBACK}:{self._ports.devices}",
            dashboard_url=self.vhost.server.dashboard,
            broker_metrics_url=self.vhost.server.metrics_url,
            vhost=self.vhost.name,
            operator_name=self.vhost.user(OPERATOR),
            operator_password=self.vhost.password(OPERATOR),
            operator_broker_url=self.vhost.url(OPERATOR),
            logs=self._folder.logs,
            hotline_address=f"sip:12329@{LOOPBACK}:{self._ports.sip}",
            authority=str(self._authority) if self._authority else None,
        )


async def _all_at_once_after(event: asyncio.Event, turns: asyncio.Semaphore) -> None:
    await event.wait()
    for _ in SERVICES:
        turns.release()


@asynccontextmanager
async def running(system: System) -> AsyncIterator[System]:
    """Stop the system when the block is left, whatever was started of it by then."""
    try:
        yield system
    finally:
        await system.stop()
