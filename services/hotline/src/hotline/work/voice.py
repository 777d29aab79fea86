"""Prompts as sound: a person's recording where there is one, else espeak-ng's, made once and kept."""

import asyncio
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hotline import metrics
from hotline.rules.phrases import PROMPTS
from hotline.settings import Settings
from shared.base.telemetry import get_logger

ID_DIGITS: Final = 16
SYNTHESIS_SECONDS: Final = 20.0
AT_A_TIME: Final = 2
TO_A_LAW: Final = (
    "sox", "-q", "-t", "wav", "-", "-r", "8000", "-c", "1", "-e", "a-law", "-t", "raw", "-",
    "gain", "-n", "-6",
)  # fmt: skip

log = get_logger()


class NoVoice(Exception):
    """A prompt could not be made into sound; says which."""


def prompt_id(text: str) -> str:
    """Name a prompt by its words: another wording is another recording."""
    return hashlib.sha256(text.encode()).hexdigest()[:ID_DIGITS]


@dataclass(frozen=True)
class PromptStanding:
    """How a prompt is spoken now."""

    prompt_id: str
    text: str
    recorded: bool


class Voice:
    """Says prompts."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: dict[str, bytes] = {}
        self._room = asyncio.Semaphore(AT_A_TIME)

    async def say(self, text: str) -> bytes:
        """A-law of a prompt, 8 kHz; raises `NoVoice`."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = await self._found(text)
        return known

    async def make_all(self) -> None:
        """Make what is not there yet, so that no caller waits for it."""
        for text in PROMPTS:
            await self.say(text)
        metrics.PROMPTS_SYNTHETIC.set(sum(not one.recorded for one in self.standing()))

    def standing(self) -> list[PromptStanding]:
        """Every prompt, and whether a person has recorded it."""
        return [
            PromptStanding(prompt_id(text), text, self._recording(text) is not None)
            for text in PROMPTS
        ]

    def _recording(self, text: str) -> Path | None:
        folder = self._settings.recorded_folder
        path = folder / f"{prompt_id(text)}.wav" if folder is not None else None
        return path if path is not None and path.is_file() else None

    async def _found(self, text: str) -> bytes:
        if (recording := self._recording(text)) is not None:
            return await self._made(text, ("cat", str(recording)))
        speed = self._settings.voice_words_per_minute
        kept = (
            self._settings.voice_folder
            / f"{prompt_id(text)}-{self._settings.voice_name}-{speed}.al"
        )
        if kept.is_file():
            return kept.read_bytes()
        speak = (
            "espeak-ng",
            "-v",
            self._settings.voice_name,
            "-s",
            str(speed),
            "--stdout",
            "--",
            text,
        )
        made = await self._made(text, speak)
        await asyncio.to_thread(_keep, kept, made)
        return made

    async def _made(self, text: str, source: tuple[str, ...]) -> bytes:
        """Run a program that writes WAV, and make A-law of it."""
        try:
            async with self._room, asyncio.timeout(SYNTHESIS_SECONDS):
                made = await _output(TO_A_LAW, await _output(source, b""))
        except (OSError, TimeoutError, ChildProcessError) as error:
            raise NoVoice(text) from error
        if not made:
            raise NoVoice(text)
        return made


async def _output(command: tuple[str, ...], given: bytes) -> bytes:
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        out, complaint = await process.communicate(given)
    finally:
        if process.returncode is None:
            process.kill()
    if process.returncode:
        raise ChildProcessError(f"{command[0]}: {complaint.decode(errors='replace')[:200]}")
    return out


def _keep(path: Path, voice: bytes) -> None:
    """Keep it whole or not at all; two processes may make the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_bytes(voice)
    draft.replace(path)
