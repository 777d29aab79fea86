"""The SIP side of the telephone (user agent core): what comes in, is due, goes out. No sockets, no clock."""

import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from hotline.sip.description import NoSpeech, read
from hotline.sip.dialogs import (
    ALLOW,
    MIN_SESSION_SECONDS,
    Dialog,
    Peer,
    Refreshing,
    Stage,
    called_of,
    opened,
    reply,
    reply_to,
    transaction_of,
)
from hotline.sip.message import BRANCH, Draft, Malformed, Request, Response, parameter, parse
from hotline.sip.outputs import Changed, Invited, Output, Over, Pressed, Send

T1_SECONDS: Final = 0.5
T2_SECONDS: Final = 4.0
GIVE_UP_SECONDS: Final = 64 * T1_SECONDS
TRANSACTIONS_MAX: Final = 4_096
"""Answers that are kept, to be given again; the oldest goes."""
SESSION_MAX_SECONDS: Final = 1_800


@dataclass
class _Again:
    """What is sent again until somebody answers, or it is given up."""

    sent: Send
    at: float
    interval: float
    until: float
    dialog: Dialog | None


@dataclass(frozen=True)
class Limits:
    """What one process takes."""

    calls: int = 60
    calls_a_second: int = 20


@dataclass
class Trunk:
    """All calls of one process."""

    contact: Callable[[Peer], str]
    """Our address, as a peer reaches it: `<sip:12329@host:port>`."""
    via: Callable[[Peer], str]
    """Our line of Via, without a branch."""
    token: Callable[[], str]
    """Something random, of 16 characters or so: tags and branches."""
    limits: Limits = field(default_factory=Limits)
    dialogs: dict[str, Dialog] = field(default_factory=dict)
    _answers: "OrderedDict[str, Send]" = field(default_factory=OrderedDict)
    _again: dict[str, _Again] = field(default_factory=dict)
    _asked: dict[str, tuple[str, Dialog]] = field(default_factory=dict)
    """Branch of a request of ours → its method and call."""
    _begun: list[float] = field(default_factory=list)
    refused: int = 0
    """Calls that were too many."""
    malformed: int = 0

    # What comes in.

    def receive(self, data: bytes, source: Peer, now: float) -> list[Output]:
        """Take a message."""
        try:
            message = parse(data)
        except Malformed:
            self.malformed += 1
            return []
        if isinstance(message, Response):
            return self._response(message, now)
        return self._request(message, source, now)

    def _request(self, request: Request, source: Peer, now: float) -> list[Output]:
        name = transaction_of(request)
        if request.method == "ACK":
            return self._acknowledged(request, name)
        if request.method == "CANCEL":
            return self._cancelled(request, name, source, now)
        if (known := self._answers.get(f"{request.method} {name}")) is not None:
            return [known]
        dialog = self._dialog_of(request)
        if dialog is not None:
            return self._within(dialog, request, source, now)
        tagged = bool(parameter(request.first("to"), "tag"))
        if request.method == "INVITE" and not tagged:
            return self._invited(request, source, now)
        return [self._outside(request, source, tagged=tagged)]

    def _outside(self, request: Request, source: Peer, *, tagged: bool) -> Send:
        """Answer what belongs to no call."""
        if request.method == "OPTIONS" and not tagged:
            return self._say(request, 200, "OK", source)
        if tagged or request.method in {"BYE", "UPDATE", "INFO"}:
            return self._say(request, 481, "Call Does Not Exist", source)
        return self._say(request, 405, "Method Not Allowed", source)

    def _dialog_of(self, request: Request) -> Dialog | None:
        tag = parameter(request.first("to"), "tag")
        found = self.dialogs.get(f"{request.call_id} {tag}") if tag else None
        if found is None:
            return None
        theirs = parameter(found.theirs, "tag")
        return found if theirs == parameter(request.first("from"), "tag") else None

    def _invited(self, request: Request, source: Peer, now: float) -> list[Output]:
        self._begun = [at for at in self._begun if now - at < 1.0]
        if len(self.dialogs) >= self.limits.calls or len(self._begun) >= self.limits.calls_a_second:
            self.refused += 1
            busy = self._reply(request, 503, "Service Unavailable", source).add("Retry-After", "30")
            return [Send(busy.bytes(), reply_to(request, source))]
        if unknown := request.tokens("require") - {"timer"}:
            bad = self._reply(request, 420, "Bad Extension", source)
            return [
                self._final(
                    request, bad.add("Unsupported", ", ".join(sorted(unknown))), source, now
                )
            ]
        if (seconds := _session_seconds(request)) is not None and seconds < MIN_SESSION_SECONDS:
            small = self._reply(request, 422, "Session Interval Too Small", source)
            return [
                self._final(request, small.add("Min-SE", str(MIN_SESSION_SECONDS)), source, now)
            ]
        try:
            offer = read(request.body)
        except NoSpeech:
            return [self._not_acceptable(request, source, now)]
        self._begun.append(now)
        dialog = opened(request, source, self.token(), self.contact(source))
        self.dialogs[dialog.key] = dialog
        self._remember(
            request, trying := self._send(request, reply(request, 100, "Trying", source), source)
        )
        called = called_of(request)
        return [trying, Invited(dialog.key, offer, dialog.caller, called, source.host)]

    def _within(self, dialog: Dialog, request: Request, source: Peer, now: float) -> list[Output]:
        number, _ = request.sequence
        if number <= dialog.their_sequence:
            return [self._say(request, 500, "Server Internal Error", source)]
        dialog.their_sequence, dialog.peer = number, source
        match request.method:
            case "BYE":
                return [self._say(request, 200, "OK", source), *self._close(dialog)]
            case "INVITE" | "UPDATE":
                return self._changed(dialog, request, source, now)
            case "INFO":
                said = self._say(request, 200, "OK", source)
                found = re.search(rb"Signal\s*=\s*([0-9*#A-D])", request.body)
                return [said, Pressed(dialog.key, found[1].decode())] if found else [said]
            case "OPTIONS":
                return [self._say(request, 200, "OK", source)]
        return [self._say(request, 405, "Method Not Allowed", source)]

    def _changed(self, dialog: Dialog, request: Request, source: Peer, now: float) -> list[Output]:
        """Take a re-INVITE or an UPDATE: a new offer is answered by whoever knows where we hear."""
        if dialog.stage is Stage.INVITED or (
            request.method == "INVITE" and dialog.stage is Stage.ANSWERED
        ):
            return [self._say(request, 491, "Request Pending", source)]
        if contact := request.first("contact"):
            found = re.search(r"<([^<>]+)>", contact)
            dialog.target = found[1] if found else contact
        self._refresh(dialog, request, now)
        if not request.body:
            return [self._accept(dialog, request, dialog.description, source, now)]
        try:
            offer = read(request.body)
        except NoSpeech:
            return [self._not_acceptable(request, source, now)]
        dialog.invite = request
        return [Changed(dialog.key, offer)]

    def _acknowledged(self, request: Request, name: str) -> list[Output]:
        self._again.pop(name, None)
        dialog = self._dialog_of(request)
        if dialog is None or dialog.stage is not Stage.ANSWERED:
            return []
        dialog.stage = Stage.CONFIRMED
        if dialog.invite is not None:
            self._again.pop(transaction_of(dialog.invite), None)
        return []

    def _cancelled(self, request: Request, name: str, source: Peer, now: float) -> list[Output]:
        dialog = next(
            (
                one
                for one in self.dialogs.values()
                if one.invite is not None and transaction_of(one.invite) == name
            ),
            None,
        )
        if dialog is None:
            return [self._say(request, 481, "Call Does Not Exist", source)]
        done = self._say(request, 200, "OK", source)
        if dialog.stage is not Stage.INVITED or dialog.invite is None:
            return [done]
        ended = self._reply(dialog.invite, 487, "Request Terminated", source)
        return [done, self._final(dialog.invite, ended, source, now), *self._close(dialog)]

    # What we say.

    def answer(self, key: str, description: bytes, now: float) -> list[Output]:
        """Answer a call, or what was changed in it."""
        dialog = self.dialogs.get(key)
        if dialog is None or dialog.invite is None:
            return []
        dialog.description = description
        if dialog.stage is Stage.INVITED:
            self._refresh(dialog, dialog.invite, now)
        return [self._accept(dialog, dialog.invite, description, dialog.peer, now)]

    def refuse(self, key: str, status: int, reason: str, now: float) -> list[Output]:
        """Refuse a call that was not answered."""
        dialog = self.dialogs.get(key)
        if dialog is None or dialog.stage is not Stage.INVITED or dialog.invite is None:
            return []
        no = self._reply(dialog.invite, status, reason, dialog.peer)
        return [self._final(dialog.invite, no, dialog.peer, now), *self._close(dialog)]

    def hang_up(self, key: str, now: float) -> list[Output]:
        """End a call that was answered; refuse one that was not."""
        dialog = self.dialogs.get(key)
        if dialog is None:
            return []
        if dialog.stage is Stage.INVITED:
            return self.refuse(key, 480, "Temporarily Unavailable", now)
        return [self._ask(dialog, "BYE", now), *self._close(dialog)]

    @property
    def rests(self) -> bool:
        """Whether time brings nothing: no call, and nothing that is to be sent again."""
        return not self._again and not self.dialogs

    def tick(self, now: float) -> list[Output]:
        """Do what is due: send again, refresh, give up."""
        out: list[Output] = []
        for key, again in list(self._again.items()):
            if now >= again.until:
                del self._again[key]
                self._asked.pop(key, None)
                if again.dialog is not None and again.dialog.key in self.dialogs:
                    out += [
                        self._ask(again.dialog, "BYE", now),
                        *self._close(again.dialog, lost=True),
                    ]
            elif now >= again.at:
                again.interval = min(again.interval * 2, T2_SECONDS)
                again.at = now + again.interval
                out.append(again.sent)
        for dialog in list(self.dialogs.values()):
            out += self._session_due(dialog, now)
        return out

    def _session_due(self, dialog: Dialog, now: float) -> list[Output]:
        timer = dialog.refreshing
        if timer is None or now < timer.due_at or dialog.stage is not Stage.CONFIRMED:
            return []
        if not timer.ours:
            return [self._ask(dialog, "BYE", now), *self._close(dialog, lost=True)]
        timer.due_at = now + timer.seconds / 2
        return [self._ask(dialog, "UPDATE" if dialog.updates else "INVITE", now)]

    # The means.

    def _refresh(self, dialog: Dialog, request: Request, now: float) -> None:
        """Begin a session timer anew, as both sides can (RFC 4028 section 9)."""
        seconds, can = _session_seconds(request), "timer" in request.tokens("supported")
        if seconds is None and not can:
            return
        seconds = min(seconds or SESSION_MAX_SECONDS, SESSION_MAX_SECONDS)
        asked = parameter(f"<x>;{request.first('session-expires').partition(';')[2]}", "refresher")
        ours = asked == "uas" or not can
        margin = seconds / 2 if ours else seconds - min(32.0, seconds / 3)
        dialog.refreshing = Refreshing(seconds, ours, now + margin)

    def _accept(
        self, dialog: Dialog, request: Request, description: bytes, source: Peer, now: float
    ) -> Send:
        draft = self._reply(request, 200, "OK", source, dialog)
        for route in request.all("record-route"):
            draft.add("Record-Route", route)
        draft.add("Contact", dialog.contact)
        if (timer := dialog.refreshing) is not None:
            draft.add(
                "Session-Expires", f"{timer.seconds};refresher={'uas' if timer.ours else 'uac'}"
            )
            if not timer.ours:
                draft.add("Require", "timer")
        if request.method == "INVITE" or request.body:
            draft.carry("application/sdp", description)
        sent = self._send(request, draft, source)
        self._remember(request, sent)
        if request.method == "INVITE":
            dialog.stage = Stage.ANSWERED
            # A 200 goes again until its ACK comes, over streams too (RFC 3261 section 13.3.1.4).
            name = transaction_of(request)
            self._again[name] = _Again(
                sent, now + T1_SECONDS, T1_SECONDS, now + GIVE_UP_SECONDS, dialog
            )
        return sent

    def _ask(self, dialog: Dialog, method: str, now: float) -> Send:
        branch = self.token()
        draft = dialog.request(method, branch, self.via(dialog.peer))
        if method in {"UPDATE", "INVITE"}:
            draft.add("Supported", "timer").add("Allow", ALLOW)
            if dialog.refreshing is not None:
                draft.add("Session-Expires", f"{dialog.refreshing.seconds};refresher=uac")
            if method == "INVITE":
                draft.carry("application/sdp", dialog.description)
        sent = Send(draft.bytes(), dialog.peer)
        name = f"{BRANCH}{branch}"
        self._asked[name] = (method, dialog)
        first = GIVE_UP_SECONDS if dialog.peer.reliable else T1_SECONDS
        self._again[name] = _Again(sent, now + first, first, now + GIVE_UP_SECONDS, dialog)
        return sent

    def _response(self, response: Response, now: float) -> list[Output]:
        _, method = response.sequence
        asked = self._asked.get(response.branch)
        if asked is None or asked[0] != method:
            return []
        self._again.pop(response.branch, None)
        if response.status < 200:
            return []
        del self._asked[response.branch]
        _, dialog = asked
        out: list[Output] = []
        if method == "INVITE":
            draft = dialog.request("ACK", self.token(), self.via(dialog.peer))
            out.append(Send(draft.bytes(), dialog.peer))
        if response.status in {408, 481} and dialog.key in self.dialogs:
            out += [self._ask(dialog, "BYE", now), *self._close(dialog, lost=True)]
        return out

    def _close(self, dialog: Dialog, *, lost: bool = False) -> list[Output]:
        dialog.stage = Stage.CLOSED
        if self.dialogs.pop(dialog.key, None) is None:
            return []
        for name, again in list(self._again.items()):
            if again.dialog is dialog and name not in self._asked:
                del self._again[name]
        return [Over(dialog.key, lost)]

    def _reply(
        self, request: Request, status: int, reason: str, source: Peer, dialog: Dialog | None = None
    ) -> Draft:
        tag = parameter(dialog.ours, "tag") if dialog else self.token()
        draft = reply(request, status, reason, source, tag).add("Allow", ALLOW)
        return draft.add("Supported", "timer")

    def _say(self, request: Request, status: int, reason: str, source: Peer) -> Send:
        sent = self._send(request, self._reply(request, status, reason, source), source)
        if request.method != "OPTIONS":
            self._remember(request, sent)
        return sent

    def _not_acceptable(self, request: Request, source: Peer, now: float) -> Send:
        no = self._reply(request, 488, "Not Acceptable Here", source)
        return self._final(request, no, source, now)

    def _final(self, request: Request, draft: Draft, source: Peer, now: float) -> Send:
        """Refuse an INVITE: said again until its ACK comes (RFC 3261 section 17.2.1)."""
        sent = self._send(request, draft, source)
        self._remember(request, sent)
        if request.method == "INVITE" and not source.reliable:
            name = transaction_of(request)
            self._again[name] = _Again(
                sent, now + T1_SECONDS, T1_SECONDS, now + GIVE_UP_SECONDS, None
            )
        return sent

    def _send(self, request: Request, draft: Draft, source: Peer) -> Send:
        return Send(draft.bytes(), reply_to(request, source))

    def _remember(self, request: Request, sent: Send) -> None:
        self._answers[f"{request.method} {transaction_of(request)}"] = sent
        if len(self._answers) > TRANSACTIONS_MAX:
            self._answers.popitem(last=False)


def _session_seconds(request: Request) -> int | None:
    told = request.first("session-expires").partition(";")[0].strip()
    return int(told) if re.fullmatch(r"\d{1,7}", told) else None
