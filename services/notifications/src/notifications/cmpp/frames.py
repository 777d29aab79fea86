"""CMPP frames of a service provider: laid out to the octet, read with care; pure.

By China Mobile's 中国移动通信互联网短信网关接口协议, 2.0 and 3.0. All numbers are big-endian; strings stand
on the left, filled up with zeros. What differs between the two is the width of telephone numbers (21 and
32), of results (1 and 4) and of what stands behind a content (8 and 20).
"""

import hashlib
import struct
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from notifications.carriers import UnreadableError
from shared.base.clock import BUSINESS_ZONE

HEADER = struct.Struct(">III")
MAX_FRAME_OCTETS = 4_096
RESPONSE = 0x8000_0000
MAX_SEQUENCE = 0xFFFF_FFFF
NINE_ZEROS = bytes(9)
DIGEST_OCTETS = 16
OK, THROTTLED = 0, 8
"""Results of SUBMIT_RESP: taken; over what the contract allows (流量控制错): to be sent again later."""
WRONG_STRUCTURE, ANYTHING_ELSE = 1, 9
"""Results of ours: a DELIVER that cannot be read; one that cannot be kept."""
VERSION_TOO_HIGH = 4
"""Status of CONNECT_RESP: the gateway speaks older versions only (版本太高)."""
FINAL_REPORT = 1
CONTENT_OCTETS_MAX = 140
REPORT_OCTETS = 8 + 7 + 10 + 10 + 4
"""A report without its number."""
ASCII, UCS2, GBK = 0, 8, 15
"""Msg_Fmt."""


class Version(IntEnum):
    """As CONNECT names it: four bits each of the two numbers."""

    V20 = 0x20
    V30 = 0x30


class Command(IntEnum):
    """Command_Id; an answer's has the highest bit as well."""

    CONNECT = 1
    TERMINATE = 2
    SUBMIT = 4
    DELIVER = 5
    ACTIVE_TEST = 8


@dataclass(frozen=True)
class Widths:
    """Octets of what differs between the versions."""

    number: int
    number_type: int
    result: int
    reserve: int


WIDTHS = {Version.V20: Widths(21, 0, 1, 8), Version.V30: Widths(32, 1, 4, 20)}


class InvalidFrameError(UnreadableError):
    """What the gateway sent cannot be read."""


@dataclass(frozen=True)
class Header:
    """A frame's header."""

    length: int
    command: int
    sequence: int


def header(buffer: bytes | bytearray, at: int) -> Header:
    """Read the header at an offset; raises `InvalidFrameError` when the length is impossible."""
    found = Header(*HEADER.unpack_from(buffer, at))
    if not HEADER.size <= found.length <= MAX_FRAME_OCTETS:
        raise InvalidFrameError(f"Total_Length {found.length}")
    return found


def frame(command: int, sequence: int, body: bytes = b"") -> bytes:
    """Lay out a frame."""
    return HEADER.pack(HEADER.size + len(body), command, sequence) + body


@dataclass(frozen=True, repr=False)
class Account:
    """As whom an SP connects."""

    source: str
    """SP_Id (企业代码), 6 characters."""
    secret: str
    version: Version

    @property
    def widths(self) -> Widths:
        """What its version has."""
        return WIDTHS[self.version]


def authenticator(account: Account, timestamp: str) -> bytes:
    """Sign a CONNECT: MD5 is the protocol's choice."""
    told = (
        account.source.encode("ascii") + NINE_ZEROS + _secret(account) + timestamp.encode("ascii")
    )
    return hashlib.md5(told, usedforsecurity=False).digest()


def _secret(account: Account) -> bytes:
    return account.secret.encode("utf-8")


def timestamp(now: datetime) -> str:
    """Month to second in China, ten digits."""
    return f"{now.astimezone(BUSINESS_ZONE):%m%d%H%M%S}"


def connect(sequence: int, account: Account, at: str) -> bytes:
    """Ask to send and to receive over this connection, 39 octets."""
    body = _padded(account.source, 6) + authenticator(account, at)
    return frame(Command.CONNECT, sequence, body + struct.pack(">BI", account.version, int(at)))


@dataclass(frozen=True)
class Connected:
    """A CONNECT_RESP."""

    status: int
    """0: let in; 1 structure, 2 source address, 3 authentication, 4 version, 5 something else."""
    gateway_digest: bytes
    version: int


def answering_version(body: bytes) -> Version:
    """Tell by the length of a CONNECT_RESP which version answers; raises `InvalidFrameError`."""
    for version, widths in WIDTHS.items():
        if len(body) == widths.result + DIGEST_OCTETS + 1:
            return version
    raise InvalidFrameError(f"CONNECT_RESP of {len(body)} octets")


def connected(body: bytes, account: Account) -> Connected:
    """Read a CONNECT_RESP; raises `InvalidFrameError`."""
    width = account.widths.result
    _demand(body, width + DIGEST_OCTETS + 1, "CONNECT_RESP")
    digest = body[width : width + DIGEST_OCTETS]
    return Connected(int.from_bytes(body[:width], "big"), digest, body[width + DIGEST_OCTETS])


def is_the_gateways(answer: Connected, account: Account, at: str) -> bool:
    """Whether who answered knows the secret as well."""
    status = answer.status.to_bytes(account.widths.result, "big")
    told = status + authenticator(account, at) + _secret(account)
    return hashlib.md5(told, usedforsecurity=False).digest() == answer.gateway_digest


@dataclass(frozen=True, repr=False)
class Message:
    """One short message to one phone."""

    phone: str
    content: bytes
    part: int
    total: int
    udhi: bool
    """The content begins with a user data header."""
    urgency: int
    """Msg_level, 0 to 9; the highest first."""
    source_number: str
    """Src_Id: the number that it comes from."""
    service: str
    """Service_Id, 10 characters at the most."""
    valid_until: datetime
    msg_fmt: int = UCS2


def submit(sequence: int, account: Account, message: Message) -> bytes:
    """Ask for a message to be sent, free for whoever gets it, with a report; raises `ValueError`."""
    if len(message.content) > CONTENT_OCTETS_MAX:
        raise ValueError(f"{len(message.content)} octets in one short message")
    widths = account.widths
    number_type = bytes(widths.number_type)
    urgency = min(9, max(0, message.urgency))
    body = b"".join(
        (
            bytes(8),
            bytes((message.total, message.part, FINAL_REPORT, urgency)),
            _padded(message.service, 10),
            bytes((2,)),
            _padded("", widths.number),
            number_type,
            bytes((0, message.udhi, message.msg_fmt)),
            _padded(account.source, 6),
            _padded("01", 2),
            _padded("000000", 6),
            _padded(absolute_time(message.valid_until), 17),
            _padded("", 17),
            _padded(message.source_number, 21),
            bytes((1,)),
            _padded(message.phone, widths.number),
            number_type,
            bytes((len(message.content),)),
            message.content,
            bytes(widths.reserve),
        )
    )
    return frame(Command.SUBMIT, sequence, body)


def absolute_time(at: datetime) -> str:
    """Write a ValId_Time, in China's zone: 32 quarters of an hour ahead of UTC (SMPP 3.3, 7.1.1)."""
    here = at.astimezone(BUSINESS_ZONE)
    return f"{here:%y%m%d%H%M%S}{here.microsecond // 100_000}32+"


@dataclass(frozen=True)
class Submitted:
    """A SUBMIT_RESP."""

    message_id: str
    result: int


def submitted(body: bytes, account: Account) -> Submitted:
    """Read a SUBMIT_RESP; raises `InvalidFrameError`."""
    width = account.widths.result
    _demand(body, 8 + width, "SUBMIT_RESP")
    return Submitted(_message_id(body[:8]), int.from_bytes(body[8 : 8 + width], "big"))


@dataclass(frozen=True, repr=False)
class Delivered:
    """A DELIVER: what somebody wrote, or a report."""

    raw_id: bytes
    destination: str
    source: str
    udhi: bool
    msg_fmt: int
    is_report: bool
    content: bytes


def delivered(body: bytes, account: Account) -> Delivered:
    """Read a DELIVER; raises `InvalidFrameError`."""
    widths = account.widths
    fixed = 8 + 21 + 10 + 3 + widths.number + widths.number_type + 2
    _demand(body, fixed, "DELIVER", exactly=False)
    source_at = 8 + 21 + 10 + 3
    report_at = source_at + widths.number + widths.number_type
    length = body[report_at + 1]
    if len(body) < fixed + length:
        raise InvalidFrameError(f"a DELIVER of {len(body)} octets with {length} of content")
    return Delivered(
        raw_id=body[:8],
        destination=_text(body[8:29]),
        source=_text(body[source_at : source_at + widths.number]),
        udhi=bool(body[40]),
        msg_fmt=body[41],
        is_report=body[report_at] == 1,
        content=body[fixed : fixed + length],
    )


def deliver_answer(sequence: int, account: Account, raw_id: bytes, result: int = OK) -> bytes:
    """Tell the gateway that a DELIVER is kept, or not."""
    body = raw_id + result.to_bytes(account.widths.result, "big")
    return frame(Command.DELIVER | RESPONSE, sequence, body)


@dataclass(frozen=True)
class Report:
    """What became of a message, as the content of a DELIVER."""

    message_id: str
    state: str
    """DELIVRD, EXPIRED, DELETED, UNDELIV, ACCEPTD, UNKNOWN, REJECTD, or a code of the network's own."""
    phone: str


def report(content: bytes) -> Report:
    """Read a report of 60 octets, or 71, whichever version it comes by; raises `InvalidFrameError`."""
    wide = len(content) >= REPORT_OCTETS + WIDTHS[Version.V30].number
    width = WIDTHS[Version.V30 if wide else Version.V20].number
    _demand(content, REPORT_OCTETS + width, "report", exactly=False)
    return Report(_message_id(content[:8]), _text(content[8:15]), _text(content[35 : 35 + width]))


def active_test(sequence: int) -> bytes:
    """Ask whether the other side is there."""
    return frame(Command.ACTIVE_TEST, sequence)


def active_test_answer(sequence: int) -> bytes:
    """Say that we are; one octet is reserved."""
    return frame(Command.ACTIVE_TEST | RESPONSE, sequence, b"\0")


def terminate(sequence: int) -> bytes:
    """Say good-bye."""
    return frame(Command.TERMINATE, sequence)


def terminate_answer(sequence: int) -> bytes:
    """Answer a good-bye."""
    return frame(Command.TERMINATE | RESPONSE, sequence)


def _message_id(octets: bytes) -> str:
    """Name a message as everywhere here: sixteen digits of base 16."""
    return octets.hex().upper()


def _padded(text: str, octets: int) -> bytes:
    raw = text.encode("ascii")
    if len(raw) > octets:
        raise ValueError(f"{text!r} has more than {octets} octets")
    return raw.ljust(octets, b"\0")


def _text(octets: bytes) -> str:
    """Read a string, which ends at its first zero; some gateways fill up with blanks."""
    return octets.partition(b"\0")[0].decode("ascii", "replace").strip()


def _demand(octets: bytes, wanted: int, what: str, *, exactly: bool = True) -> None:
    if len(octets) < wanted or (exactly and len(octets) != wanted):
        raise InvalidFrameError(f"{what} of {len(octets)} octets instead of {wanted}")
