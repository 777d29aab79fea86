"""Session descriptions: what a caller offers to send and hear, and what we answer (RFC 8866, 3264, 4568)."""

import base64
import ipaddress
import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

LINES_MAX: Final = 200
EVENT_FORMAT: Final = "telephone-event/8000"


class Codec(IntEnum):
    """What we speak, by its payload type (RFC 3551)."""

    PCMA = 8
    PCMU = 0


NAMES: Final = {Codec.PCMA: "PCMA/8000", Codec.PCMU: "PCMU/8000"}
SUITES: Final = ("AES_CM_128_HMAC_SHA1_80",)
"""Of SRTP keys in the description (RFC 4568)."""


class NoSpeech(Exception):
    """Nothing in it that we can speak: 488."""


@dataclass(frozen=True)
class SrtpKey:
    """Master key and salt of one direction (RFC 3711)."""

    tag: str
    suite: str
    key_and_salt: bytes
    """16 and 14 bytes."""


@dataclass(frozen=True)
class Offer:
    """What the other side offers."""

    address: str
    """Where it hears; `0.0.0.0` is an old way to hold."""
    port: int
    codec: Codec
    events: int | None
    """Payload type of its keys (RFC 4733); None: they come as tones in its voice."""
    held: bool = False
    """It does not want to hear now."""
    srtp: SrtpKey | None = None
    media: int = 0
    """Which of its media lines; the others are refused."""
    lines: tuple[str, ...] = ()
    """Its media lines, as they came: the answer has as many."""


def read(body: bytes) -> Offer:
    """Read an offer; raises `NoSpeech`."""
    try:
        lines = [line for line in body.decode().splitlines() if line]
    except UnicodeDecodeError as error:
        raise NoSpeech("not UTF-8") from error
    if len(lines) > LINES_MAX or any(not re.match(r"[a-z]=", line) for line in lines):
        raise NoSpeech("not a description")
    session, media = _split(lines)
    for index, section in enumerate(media):
        if found := _audio(session, section, index, tuple(part[0] for part in media)):
            return found
    raise NoSpeech("no G.711")


def _split(lines: list[str]) -> tuple[list[str], list[list[str]]]:
    session: list[str] = []
    media: list[list[str]] = []
    for line in lines:
        if line.startswith("m="):
            media.append([line])
        else:
            (media[-1] if media else session).append(line)
    return session, media


def _audio(
    session: list[str], section: list[str], index: int, lines: tuple[str, ...]
) -> Offer | None:
    found = re.fullmatch(
        r"m=audio (\d{1,5})(?:/1)? RTP/(S?)AVPF? ((?:\d{1,3} ?){1,40})", section[0].strip()
    )
    if found is None or not 0 < int(found[1]) < 65_536:
        return None
    types = [int(number) for number in found[3].split()]
    codec = next((one for one in Codec if one in types), None)
    key = _srtp_key(section) if found[2] else None
    if codec is None or (found[2] and key is None):
        return None
    connection = _last("c=IN IP4 ", section) or _last("c=IN IP4 ", session)
    try:
        address = str(ipaddress.IPv4Address(connection))
    except ValueError:
        return None
    direction = {line[2:] for line in (*session, *section) if line.startswith("a=")}
    held = address == "0.0.0.0" or bool(direction & {"sendonly", "inactive"})
    return Offer(address, int(found[1]), codec, _events(section), held, key, index, lines)


def _last(start: str, lines: list[str]) -> str:
    return next(
        (line[len(start) :].strip() for line in reversed(lines) if line.startswith(start)), ""
    )


def _events(section: list[str]) -> int | None:
    for line in section:
        if found := re.fullmatch(r"a=rtpmap:(\d{1,3}) telephone-event/8000", line, re.I):
            number = int(found[1])
            return number if number < 128 else None
    return None


def _srtp_key(section: list[str]) -> SrtpKey | None:
    for line in section:
        found = re.match(r"a=crypto:(\d{1,9}) (\S+) inline:([A-Za-z0-9+/=]{40})", line)
        if found and found[2] in SUITES:
            return SrtpKey(found[1], found[2], base64.b64decode(found[3]))
    return None


@dataclass(frozen=True)
class Ours:
    """Our side of a call."""

    address: str
    port: int
    session: int
    version: int = 1
    """One more with each description that differs."""
    srtp: SrtpKey | None = None
    """Our key, where the offer has one."""


def answer(offer: Offer, ours: Ours) -> bytes:
    """Answer an offer: one codec, its keys, where we hear."""
    lines = [
        "v=0",
        f"o=- {ours.session} {ours.version} IN IP4 {ours.address}",
        "s=12329",
        f"c=IN IP4 {ours.address}",
        "t=0 0",
    ]
    for index, line in enumerate(offer.lines):
        lines += _spoken(offer, ours) if index == offer.media else _refused(line)
    return ("\r\n".join(lines) + "\r\n").encode()


def _spoken(offer: Offer, ours: Ours) -> list[str]:
    types = [str(int(offer.codec))] + ([str(offer.events)] if offer.events is not None else [])
    lines = [
        f"m=audio {ours.port} RTP/{'S' if ours.srtp else ''}AVP {' '.join(types)}",
        f"a=rtpmap:{int(offer.codec)} {NAMES[offer.codec]}",
    ]
    if offer.events is not None:
        lines += [f"a=rtpmap:{offer.events} {EVENT_FORMAT}", f"a=fmtp:{offer.events} 0-15"]
    if (key := ours.srtp) is not None:
        inline = base64.b64encode(key.key_and_salt).decode()
        lines.append(f"a=crypto:{key.tag} {key.suite} inline:{inline}")
    return [*lines, "a=ptime:20", "a=recvonly" if offer.held else "a=sendrecv"]


def _refused(line: str) -> list[str]:
    """A medium that we do not take keeps its place with port 0 (RFC 3264 section 6)."""
    return [re.sub(r"^(m=\S+) \S+", r"\1 0", line)]
