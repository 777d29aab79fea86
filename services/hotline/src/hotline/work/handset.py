"""Speaking with one caller: prompts are said, keys are heard, a key ends what is being said."""

import asyncio
from collections.abc import Sequence
from typing import Final

from hotline.rules.proof import END
from hotline.work.stream import Stream
from hotline.work.voice import Voice

BETWEEN_KEYS_SECONDS: Final = 8.0
LAST_KEY_SECONDS: Final = 2.0


class Handset:
    """One caller's ear and fingers."""

    def __init__(self, stream: Stream, voice: Voice) -> None:
        self._stream = stream
        self._voice = voice
        self.spoken: list[str] = []
        """Every prompt that was said, in order; tests hold it against the books."""

    async def tell(self, prompts: Sequence[str]) -> None:
        """Say prompts; a key ends them, and waits for whoever asks."""
        stream = self._stream
        if not prompts or not stream.keys.empty():
            return
        sound = [await self._voice.say(prompt) for prompt in prompts]
        self.spoken += prompts
        stream.say(b"".join(sound))
        said = asyncio.create_task(stream.said.wait())
        pressed = asyncio.create_task(stream.pressed.wait())
        try:
            await asyncio.wait({said, pressed}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for waiting in (said, pressed):
                waiting.cancel()
            stream.hush()

    async def ask(self, prompts: Sequence[str], seconds: float) -> str | None:
        """Say prompts and wait for a key, so long after they have ended; None is silence."""
        await self.tell(prompts)
        return await self.next_key(seconds)

    async def ask_keys(self, prompts: Sequence[str], most: int, seconds: float) -> str | None:
        """Wait for several keys, up to # or so many; None where there was only silence."""
        await self.tell(prompts)
        keys = ""
        while len(keys) < most:
            key = await self.next_key(BETWEEN_KEYS_SECONDS if keys else seconds)
            if key is None:
                return keys or None
            if key == END:
                return keys
            keys += key
        # Nothing more is expected but the #, which must not answer the next question.
        await self.next_key(LAST_KEY_SECONDS)
        return keys

    def forget_keys(self) -> None:
        """Forget keys that were pressed while nobody asked: they answer nothing that is asked from now on."""
        keys = self._stream.keys
        while not keys.empty():
            keys.get_nowait()
        self._stream.pressed.clear()

    async def next_key(self, seconds: float | None) -> str | None:
        """Wait for a key, so long, or for ever; nothing is said."""
        try:
            async with asyncio.timeout(seconds):
                return await self._stream.next_key()
        except TimeoutError:
            return None
