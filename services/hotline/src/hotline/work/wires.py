"""SIP on its sockets: UDP, TCP and TLS; whoever is no trunk of ours is not answered."""

import asyncio
import ipaddress
import re
import secrets
import ssl
from collections.abc import Callable, Iterable
from typing import Any, Final

from hotline import metrics
from hotline.settings import Settings, networks
from hotline.sip.dialogs import Peer
from hotline.sip.message import MESSAGE_MAX_BYTES
from hotline.sip.outputs import Output, Send
from hotline.sip.trunk import Limits, Trunk
from shared.base.telemetry import get_logger
from shared.base.waiting import first_of

TICK_SECONDS: Final = 0.1
STREAMS_MAX: Final = 64
"""Connections over TCP and TLS at a time."""
STREAM_IDLE_SECONDS: Final = 3_600.0
LENGTH: Final = re.compile(rb"\r\n(?:content-length|l)[ \t]*:[ \t]*(\d{1,6})\r\n", re.IGNORECASE)

Happened = Callable[[Output], None]

log = get_logger()


class Wires:
    """Where SIP comes in and goes out."""

    def __init__(self, settings: Settings, happened: Happened) -> None:
        """`happened` hears of calls; what goes out is sent here."""
        self._settings = settings
        self._happened = happened
        self._peers = [*networks(settings.sip_peers), *networks(settings.agent_peers)]
        self._udp: asyncio.DatagramTransport | None = None
        self._servers: list[asyncio.Server] = []
        self._streams: dict[Peer, asyncio.StreamWriter] = {}
        self._moved = asyncio.Event()
        self.port = settings.sip_port
        limits = Limits(settings.calls_max, settings.calls_a_second)
        self.trunk = Trunk(self._contact, self._via, lambda: secrets.token_hex(8), limits)

    @property
    def host(self) -> str:
        """The address that others reach us at."""
        return self._settings.sip_public_host or self._settings.sip_host

    def _port_of(self, peer: Peer) -> int:
        tls = self._settings.sip_tls_port
        return tls if peer.transport == "tls" and tls is not None else self.port

    def _contact(self, peer: Peer) -> str:
        return f"<sip:12329@{self.host}:{self._port_of(peer)};transport={peer.transport}>"

    def _via(self, peer: Peer) -> str:
        return f"SIP/2.0/{peer.transport.upper()} {self.host}:{self._port_of(peer)}"

    async def open(self) -> None:
        """Listen; raises `OSError` where somebody else does."""
        settings, loop = self._settings, asyncio.get_running_loop()
        self._udp, _ = await loop.create_datagram_endpoint(
            lambda: _Datagrams(self), local_addr=(settings.sip_host, settings.sip_port)
        )
        self.port = self._udp.get_extra_info("sockname")[1]
        self._servers.append(await self._serve("tcp", self.port, None))
        if settings.sip_tls_port is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            assert settings.sip_cert_file is not None, "settings say so"
            context.load_cert_chain(settings.sip_cert_file, settings.sip_key_file)
            self._servers.append(await self._serve("tls", settings.sip_tls_port, context))

    async def _serve(self, transport: str, port: int, tls: ssl.SSLContext | None) -> asyncio.Server:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self._stream(transport, reader, writer)

        return await asyncio.start_server(
            serve, self._settings.sip_host, port, ssl=tls, limit=MESSAGE_MAX_BYTES
        )

    def close(self) -> None:
        """Stop listening."""
        if self._udp is not None:
            self._udp.close()
        for server in self._servers:
            server.close()
        for writer in self._streams.values():
            writer.close()

    async def tick(self, stop: asyncio.Event) -> None:
        """Do what is due, until `stop`; the clock stands while nobody calls."""
        loop = asyncio.get_running_loop()
        while not stop.is_set():
            self.do(self.trunk.tick(loop.time()))
            self._moved.clear()
            if self.trunk.rests:
                await first_of(self._moved, stop)
            else:
                await asyncio.sleep(TICK_SECONDS)

    def do(self, outputs: Iterable[Output]) -> None:
        """Send what goes out, tell what happened."""
        self._moved.set()
        for output in outputs:
            if isinstance(output, Send):
                self._send(output)
            else:
                self._happened(output)

    def _send(self, sent: Send) -> None:
        if sent.to.transport == "udp":
            if self._udp is not None and not self._udp.is_closing():
                self._udp.sendto(sent.data, (sent.to.host, sent.to.port))
        elif (writer := self._streams.get(sent.to)) is not None:
            writer.write(sent.data)

    def take(self, data: bytes, peer: Peer) -> None:
        """Take a message from a trunk; nothing that it holds ends the service."""
        if not self.is_known(peer.host):
            metrics.SIP_STRANGERS.inc()
            return
        refused, malformed = self.trunk.refused, self.trunk.malformed
        self.do(self.trunk.receive(data, peer, asyncio.get_running_loop().time()))
        metrics.CALLS_REFUSED.inc(self.trunk.refused - refused)
        metrics.SIP_MALFORMED.inc(self.trunk.malformed - malformed)

    def is_known(self, host: str) -> bool:
        """Whether an address is one of a trunk, or of the office."""
        address = ipaddress.ip_address(host)
        return any(address in network for network in self._peers)

    async def _stream(
        self, transport: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        host, port = writer.get_extra_info("peername")[:2]
        peer = Peer(host, port, transport)
        if not self.is_known(host) or len(self._streams) >= STREAMS_MAX:
            metrics.SIP_STRANGERS.inc()
            writer.close()
            return
        self._streams[peer] = writer
        try:
            async with asyncio.timeout(None) as patience:
                while True:
                    patience.reschedule(asyncio.get_running_loop().time() + STREAM_IDLE_SECONDS)
                    self.take(await _message(reader), peer)
        except (OSError, EOFError, TimeoutError, asyncio.LimitOverrunError, ValueError) as error:
            log.info("a trunk's connection ended", peer=host, error=repr(error))
        finally:
            del self._streams[peer]
            writer.close()


async def _message(reader: asyncio.StreamReader) -> bytes:
    """Read one message off a stream (RFC 3261 section 18.3); raises `ValueError`."""
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.strip():
        return head
    found = LENGTH.search(head)
    if found is None or int(found[1]) > MESSAGE_MAX_BYTES:
        raise ValueError("a message on a stream says how long it is")
    return head.lstrip(b"\r\n") + await reader.readexactly(int(found[1]))


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, wires: Wires) -> None:
        self._wires = wires

    def datagram_received(self, data: bytes, addr: Any) -> None:
        self._wires.take(data, Peer(addr[0], addr[1]))
