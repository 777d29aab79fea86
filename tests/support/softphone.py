"""Debian's baresip as a caller: dials, presses keys, keeps what it hears."""

import asyncio
import contextlib
import json
import struct
import wave
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.waiting import until

from hotline.media import g711

WAV_HEADER_BYTES = 44
SAYS_SECONDS = 240
CONFIG = """\
module_path /usr/lib/baresip/modules
sip_listen 127.0.0.1:0
audio_source {source}
audio_player aubridge,nowhere
audio_alert aubridge,nowhere
audio_buffer 20-160
rtp_ports {rtp}
ctrl_tcp_listen 127.0.0.1:{control}
snd_path {folder}
module g711.so
module aubridge.so
module aufile.so
module sndfile.so
module stdio.so
module_app account.so
module_app menu.so
module_app ctrl_tcp.so
"""


@dataclass
class Softphone:
    """A baresip that runs."""

    folder: Path
    log: list[str]
    process: asyncio.subprocess.Process
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def do(self, command: str, params: str = "") -> None:
        """Tell it something, as its own menu has it."""
        told = json.dumps({"command": command, "params": params})
        self.writer.write(f"{len(told)}:{told},".encode())
        await self.writer.drain()

    async def dial(self, address: str) -> None:
        """Call, and wait until it is answered."""
        await self.do("dial", address)
        await until(lambda: self.has("Call established"))

    async def press(self, keys: str) -> None:
        """Press keys, as a person does."""
        for key in keys:
            assert self.process.stdin is not None
            self.process.stdin.write(key.encode())
            await asyncio.sleep(0.15)

    async def hang_up(self) -> None:
        """Hang up."""
        await self.do("hangup")

    def kill(self) -> None:
        """Lose power: nothing is said to anybody."""
        self.process.kill()

    def has(self, words: str) -> bool:
        """Whether it has said this."""
        return any(words in line for line in self.log)

    def heard(self) -> list[int]:
        """Samples of what it has heard in its one call, so far."""
        found = list(self.folder.glob("dump-*-dec.wav"))
        raw = found[0].read_bytes()[WAV_HEADER_BYTES:] if found else b""
        (samples,) = samples_of(raw, 1)
        return samples


def samples_of(raw: bytes, channels: int) -> list[list[int]]:
    """The samples of each channel of 16-bit sound, as far as it is there."""
    count = len(raw) // 2 // channels * channels
    samples = struct.unpack(f"<{count}h", raw[: 2 * count])
    return [list(samples[channel::channels]) for channel in range(channels)]


CODES = {sample: code for code, sample in enumerate(g711.A_LAW)}
PIECE_SAMPLES = 400
"""50 ms: long enough to be of one prompt alone."""


def heard_share(samples: list[int], voice: bytes) -> float:
    """How much of a prompt (A-law) was heard, byte for byte; packets get lost on a busy machine."""
    heard = bytes(CODES.get(sample, 0) for sample in samples)
    pieces = [voice[at : at + PIECE_SAMPLES] for at in range(0, len(voice), PIECE_SAMPLES)]
    spoken = [piece for piece in pieces if len(set(piece)) > PIECE_SAMPLES // 10]
    return sum(piece in heard for piece in spoken) / max(len(spoken), 1)


FRAME_SAMPLES = 160
LOUD = 300
"""Mean absolute sample of 20 ms that is speech and not silence."""


def speech_seconds(samples: list[int]) -> float:
    """How much of what was heard is speech."""
    frames = [samples[at : at + FRAME_SAMPLES] for at in range(0, len(samples), FRAME_SAMPLES)]
    loud = [frame for frame in frames if sum(map(abs, frame)) > LOUD * FRAME_SAMPLES]
    return len(loud) * FRAME_SAMPLES / 8_000


def _microphone(folder: Path, voice: bytes | None) -> str:
    """What it says all the time: A-law, over and over for as long as a test may take; None is nothing."""
    if voice is None:
        return "aubridge,nowhere"
    path = folder / "says.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8_000, 0, "NONE", ""))
        samples = [g711.A_LAW[code] for code in voice]
        spoken = struct.pack(f"<{len(samples)}h", *samples)
        file.writeframes(spoken * (SAYS_SECONDS * 8_000 // len(voice) + 1))
    return f"aufile,{path}"


@contextlib.asynccontextmanager
async def softphone(
    folder: Path, control: int, rtp: str, caller: str, says: bytes | None = None
) -> AsyncIterator[Softphone]:
    """Start a baresip with a folder of its own."""
    source = _microphone(folder, says)
    (folder / "config").write_text(
        CONFIG.format(control=control, rtp=rtp, folder=folder, source=source)
    )
    (folder / "accounts").write_text(
        f"<sip:{caller}@127.0.0.1>;regint=0;dtmfmode=rtpevent;audio_codecs=pcma\n"
    )
    process = await asyncio.create_subprocess_exec(
        "baresip", "-f", str(folder),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        cwd=folder,
    )  # fmt: skip
    log: list[str] = []
    assert process.stdout is not None
    listening = asyncio.create_task(_keep(process.stdout, log))
    try:
        await until(lambda: any("baresip is ready" in line for line in log))
        reader, writer = await asyncio.open_connection("127.0.0.1", control)
        yield Softphone(folder, log, process, reader, writer)
        writer.close()
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        listening.cancel()


async def _keep(stream: asyncio.StreamReader, log: list[str]) -> None:
    while line := await stream.readline():
        log.append(line.decode(errors="replace").rstrip())
