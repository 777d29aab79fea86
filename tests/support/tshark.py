"""tshark as an independent judge of frames: what it reads in them, and what it calls malformed."""

import json
import struct
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

RAW_IP = 101
PCAP_HEAD = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65_535, RAW_IP)
TCP_PORT, OTHER_PORT = 7890, 40_000
PROTOCOL_TCP, TIME_TO_LIVE, PSH_ACK = 6, 64, 0x18


def capture(frames: Sequence[bytes]) -> bytes:
    """Put frames into a capture, each in a packet of its own."""
    packets, sent = [], 1
    for number, payload in enumerate(frames):
        tcp = struct.pack(
            ">HHIIBBHHH", OTHER_PORT, TCP_PORT, sent, 1, 5 << 4, PSH_ACK, 65_535, 0, 0
        )
        length = 20 + len(tcp) + len(payload)
        ip = struct.pack(
            ">BBHHHBBH4s4s", 0x45, 0, length, number, 0, TIME_TO_LIVE, PROTOCOL_TCP, 0,
            bytes((127, 0, 0, 1)), bytes((127, 0, 0, 2)),
        )  # fmt: skip
        packets.append(struct.pack("<IIII", number, 0, length, length) + ip + tcp + payload)
        sent += len(payload)
    return PCAP_HEAD + b"".join(packets)


def judged(folder: Path, frames: Sequence[bytes], protocol: str) -> list[dict[str, Any]]:
    """What tshark reads in each frame: its layer of the protocol; a malformed one fails."""
    file = folder / "frames.pcap"
    file.write_bytes(capture(frames))
    command = [
        "tshark", "-n", "-r", str(file), "-d", f"tcp.port=={TCP_PORT},{protocol}", "-T", "json",
        "-J", protocol, "-o", "tcp.check_checksum:false",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    packets = [packet["_source"]["layers"] for packet in json.loads(done.stdout)]
    assert len(packets) == len(frames)
    for layers in packets:
        assert "_ws.malformed" not in layers, layers
    return [layers[protocol] for layers in packets]
