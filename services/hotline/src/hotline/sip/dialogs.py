"""One call as SIP sees it (dialog, RFC 3261 section 12), and the messages that go within it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from hotline.sip.message import BRANCH, VERSION, Draft, Message, Request, address_in, parameter
from hotline.sip.message import user_in as user_of

ALLOW: Final = "INVITE, ACK, BYE, CANCEL, OPTIONS, UPDATE, INFO"
AGENT: Final = "12329"
MIN_SESSION_SECONDS: Final = 90
"""RFC 4028 section 5: no shorter session timer."""


@dataclass(frozen=True)
class Peer:
    """Where messages come from and go to."""

    host: str
    port: int
    transport: str = "udp"
    """`udp`, `tcp` or `tls`."""

    @property
    def reliable(self) -> bool:
        """Nothing is sent again over a stream."""
        return self.transport != "udp"


class Stage(StrEnum):
    """How far a call is, for SIP."""

    INVITED = "invited"
    """Not answered yet."""
    ANSWERED = "answered"
    """200 sent, ACK not seen."""
    CONFIRMED = "confirmed"
    CLOSED = "closed"


@dataclass
class Refreshing:
    """A session timer (RFC 4028): who must say that the call still is, and by when."""

    seconds: int
    ours: bool
    """We refresh; else the other side does."""
    due_at: float


@dataclass
class Dialog:
    """One call."""

    key: str
    """Call-ID and our tag."""
    call_id: str
    peer: Peer
    ours: str
    """Our side as From or To has it, with our tag."""
    theirs: str
    target: str
    """Where requests within the call are addressed to: their Contact."""
    routes: tuple[str, ...]
    """Through whom (Record-Route), nearest first."""
    contact: str
    stage: Stage = Stage.INVITED
    invite: Request | None = None
    """The INVITE that is being answered, first or later."""
    sequence: int = 0
    """Number of our last request."""
    their_sequence: int = 0
    version: int = 1
    """Of our description."""
    description: bytes = b""
    """What we answered last: repeated in a refresh."""
    updates: bool = False
    """They take UPDATE."""
    refreshing: Refreshing | None = None
    caller: str = field(default="", repr=False)
    """Number of whoever calls, as the trunk says; empty where it is withheld."""

    def request(self, method: str, branch: str, via: str) -> Draft:
        """Begin a request within the call."""
        if method not in {"ACK", "CANCEL"}:
            self.sequence += 1
        draft = Draft(f"{method} {self.target} {VERSION}")
        draft.add("Via", f"{via};branch={BRANCH}{branch};rport")
        draft.add("Max-Forwards", "70")
        draft.add("From", self.ours)
        draft.add("To", self.theirs)
        draft.add("Call-ID", self.call_id)
        draft.add("CSeq", f"{self.sequence} {method}")
        for route in self.routes:
            draft.add("Route", route)
        return draft.add("Contact", self.contact).add("User-Agent", AGENT)


def caller_of(invite: Request) -> str:
    """Who calls: what the trunk vouches for (P-Asserted-Identity, RFC 3325), else From."""
    return user_of(invite.first("p-asserted-identity") or invite.first("from"))


def called_of(invite: Request) -> str:
    """Which number is called."""
    return user_of(f"<{invite.uri}>")


def opened(invite: Request, peer: Peer, tag: str, contact: str) -> Dialog:
    """Begin a call from an INVITE."""
    to = invite.first("to")
    number, _ = invite.sequence
    return Dialog(
        key=f"{invite.call_id} {tag}",
        call_id=invite.call_id,
        peer=peer,
        ours=to if parameter(to, "tag") else f"{to};tag={tag}",
        theirs=invite.first("from"),
        target=address_in(invite.first("contact")) or address_in(invite.first("from")),
        routes=tuple(invite.all("record-route")),
        contact=contact,
        invite=invite,
        their_sequence=number,
        updates="UPDATE" in invite.tokens("allow"),
        caller=caller_of(invite),
    )


def reply(request: Request, status: int, reason: str, source: Peer, tag: str = "") -> Draft:
    """Begin a response; it names where the request really came from (RFC 3581)."""
    draft = Draft(f"{VERSION} {status} {reason}")
    vias = request.all("via")
    draft.add("Via", _via_seen(vias[0], source))
    for via in vias[1:]:
        draft.add("Via", via)
    draft.add("From", request.first("from"))
    to = request.first("to")
    draft.add("To", f"{to};tag={tag}" if tag and not parameter(to, "tag") else to)
    draft.add("Call-ID", request.call_id)
    return draft.add("CSeq", request.first("cseq")).add("Server", AGENT)


def _via_seen(via: str, source: Peer) -> str:
    seen = f"{via};received={source.host}"
    return seen.replace(";rport;", f";rport={source.port};", 1)


def transaction_of(message: Message) -> str:
    """Name the transaction of a request: an INVITE and its CANCEL have the same name."""
    branch = message.branch
    if branch.startswith(BRANCH):
        return f"{branch} {message.first('via').split(';')[0]}"
    number, _ = message.sequence
    return f"{message.call_id} {parameter(message.first('from'), 'tag')} {number}"


def reply_to(request: Request, source: Peer) -> Peer:
    """Where a response goes: back where the request came from, by its port unless the peer says another."""
    if source.reliable or ";rport" in request.first("via"):
        return source
    sent_by = request.first("via").split(";")[0].rpartition(" ")[2]
    port = sent_by.rpartition(":")[2]
    return Peer(source.host, int(port) if port.isdigit() and 0 < int(port) < 65_536 else 5_060)
