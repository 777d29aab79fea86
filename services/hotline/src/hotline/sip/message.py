"""SIP messages, read and written (RFC 3261 section 7); whatever comes from outside has bounds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

MESSAGE_MAX_BYTES: Final = 16_384
HEADERS_MAX: Final = 100
VERSION: Final = "SIP/2.0"
BRANCH: Final = "z9hG4bK"
"""How a branch of RFC 3261 begins."""

_COMPACT: Final = {
    "v": "via", "f": "from", "t": "to", "i": "call-id", "m": "contact", "c": "content-type",
    "l": "content-length", "s": "subject", "k": "supported", "e": "content-encoding", "x": "session-expires",
}  # fmt: skip
_TOKEN: Final = re.compile(r"[A-Za-z0-9.!%*_+`'~-]{1,64}")
_NEEDED: Final = ("via", "from", "to", "call-id", "cseq")

Headers = tuple[tuple[str, str], ...]
"""Names in lower case, in order; a header may come several times."""


class Malformed(Exception):
    """Not a SIP message, or one beyond its bounds; nobody answers it."""


@dataclass(frozen=True)
class Message:
    """What requests and responses have in common."""

    headers: Headers
    body: bytes = b""

    def all(self, name: str) -> list[str]:
        """All values of a header, in order; a list in one line is several (not of those that have commas)."""
        return [value for known, value in self.headers if known == name]

    def first(self, name: str) -> str:
        """The first value of a header; empty where there is none."""
        return next((value for known, value in self.headers if known == name), "")

    @property
    def call_id(self) -> str:
        """Names the call."""
        return self.first("call-id")

    @property
    def sequence(self) -> tuple[int, str]:
        """Number and method of CSeq."""
        number, _, method = self.first("cseq").partition(" ")
        return int(number), method.strip()

    @property
    def branch(self) -> str:
        """Names the transaction; empty for a peer of RFC 2543."""
        return parameter(self.first("via"), "branch")

    def tokens(self, name: str) -> set[str]:
        """The words of a header that lists words: Supported, Allow, Require."""
        return {word.strip() for value in self.all(name) for word in value.split(",")} - {""}


@dataclass(frozen=True)
class Request(Message):
    """A request."""

    method: str = ""
    uri: str = ""


@dataclass(frozen=True)
class Response(Message):
    """A response."""

    status: int = 0
    reason: str = ""


@dataclass
class Draft:
    """A message that is being written."""

    start: str
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    def add(self, name: str, value: str) -> "Draft":
        """Add a header; nothing that came from outside can add a second one."""
        if "\r" in value or "\n" in value:
            raise ValueError("a header is one line")
        self.headers.append((name, value))
        return self

    def carry(self, content_type: str, body: bytes) -> "Draft":
        """Give it a body."""
        self.body = body
        return self.add("Content-Type", content_type)

    def bytes(self) -> bytes:
        """As it goes over the wire."""
        lines = [self.start, *(f"{name}: {value}" for name, value in self.headers)]
        lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join([*lines, "", ""]).encode() + self.body


def parse(data: bytes) -> Request | Response:
    """Read a message; raises `Malformed`."""
    if len(data) > MESSAGE_MAX_BYTES:
        raise Malformed("too long")
    head, separator, body = data.partition(b"\r\n\r\n")
    if not separator:
        raise Malformed("no end of the headers")
    try:
        lines = re.sub(r"\r\n[ \t]+", " ", head.decode()).split("\r\n")
    except UnicodeDecodeError as error:
        raise Malformed("not UTF-8") from error
    headers = _headers(lines[1:])
    body = _body(headers, body)
    made = _started(lines[0], headers, body)
    _demand_complete(made)
    return made


def _headers(lines: Sequence[str]) -> Headers:
    if len(lines) > HEADERS_MAX:
        raise Malformed("too many headers")
    found = []
    for line in lines:
        name, colon, value = line.partition(":")
        name = name.strip().lower()
        if not colon or not _TOKEN.fullmatch(name) or not value.isprintable():
            raise Malformed("not a header")
        found.append((_COMPACT.get(name, name), value.strip()))
    return tuple(found)


def _body(headers: Headers, body: bytes) -> bytes:
    told = next((value for name, value in headers if name == "content-length"), None)
    if told is None:
        return body
    if not told.isascii() or not told.isdigit() or int(told) > len(body):
        raise Malformed("not as long as it says")
    return body[: int(told)]


def _started(line: str, headers: Headers, body: bytes) -> Request | Response:
    first, _, rest = line.partition(" ")
    second, _, third = rest.partition(" ")
    if first == VERSION:
        if not re.fullmatch(r"[1-6]\d\d", second):
            raise Malformed("no status")
        return Response(headers, body, int(second), third)
    if third != VERSION or not _TOKEN.fullmatch(first) or not second.isprintable():
        raise Malformed("no request line")
    return Request(headers, body, first, second)


def _demand_complete(message: Request | Response) -> None:
    if any(not message.first(name) for name in _NEEDED):
        raise Malformed("a header is missing")
    number, _, method = message.first("cseq").partition(" ")
    if not re.fullmatch(r"\d{1,10}", number) or int(number) >= 2**31:
        raise Malformed("no CSeq")
    if isinstance(message, Request) and method.strip() != message.method:
        raise Malformed("CSeq of another method")


def parameter(value: str, name: str) -> str:
    """A parameter of a header's value (`;name=…`); empty where there is none."""
    found = re.search(
        rf";\s*{name}\s*=\s*\"?([^;,\">\s]*)", value.rpartition(">")[2] or value, re.I
    )
    return found[1] if found else ""


def address_in(value: str) -> str:
    """The URI of From, To or Contact, without what stands around it."""
    found = re.search(r"<([^<>]*)>", value)
    return found[1] if found else value.partition(";")[0].strip()


def user_in(value: str) -> str:
    """The user part of an address: who calls, as the trunk says; empty where there is none."""
    found = re.match(r"(?:sips?|tel):([^@;>]{1,64})", address_in(value), re.I)
    return found[1] if found and (found[0].lower().startswith("tel") or "@" in value) else ""
