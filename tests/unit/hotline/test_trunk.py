"""SIP as it comes: repeated, out of order, cancelled, never acknowledged, garbage, too much."""

from hypothesis import given
from hypothesis import strategies as st

from hotline.sip.description import NoSpeech, Ours, answer, read
from hotline.sip.dialogs import Peer
from hotline.sip.message import Malformed, Request, Response, parse
from hotline.sip.outputs import Changed, Invited, Output, Over, Pressed, Send
from hotline.sip.trunk import Limits, Trunk

PEER = Peer("192.0.2.9", 5_060)
SDP = (
    "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n"
    "m=audio 7000 RTP/AVP 0 8 101\r\na=rtpmap:101 telephone-event/8000\r\n"
    "m=video 7002 RTP/AVP 96\r\n"
)
OURS = answer(read(SDP.encode()), Ours("192.0.2.1", 40_000, 7))


def trunk(**limits: int) -> Trunk:
    numbers = iter(range(10**6))
    return Trunk(
        lambda _: "<sip:12329@192.0.2.1:5060>",
        lambda _: "SIP/2.0/UDP 192.0.2.1:5060",
        lambda: f"t{next(numbers)}",
        Limits(**limits),
    )


def request(
    method: str, number: int, *, branch: str = "", tag: str = "", body: str = "", **more: str
) -> bytes:
    """A message of the other side; `tag` is ours."""
    lines = [
        f"{method} sip:12329@192.0.2.1 SIP/2.0",
        f"Via: SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bK{branch or f'{method}{number}'};rport",
        'From: "x" <sip:13805340001@192.0.2.9>;tag=theirs',
        f"To: <sip:12329@192.0.2.1>{';tag=' + tag if tag else ''}",
        f"Call-ID: {more.pop('call', 'one')}",
        f"CSeq: {number} {method}",
        "Contact: <sip:13805340001@192.0.2.9:5060>",
        *(f"{name.replace('_', '-')}: {value}" for name, value in more.items()),
        *(["Content-Type: application/sdp"] if body else []),
        f"Content-Length: {len(body)}",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def invite(number: int = 1, **more: str) -> bytes:
    return request("INVITE", number, body=SDP, **more)


def statuses(outputs: list[Output]) -> list[int | str]:
    """What goes out: the status of a response, the method of a request."""
    found = [parse(one.data) for one in outputs if isinstance(one, Send)]
    return [
        one.status if isinstance(one, Response) else one.method
        for one in found
        if isinstance(one, Response | Request)
    ]


def tag_in(outputs: list[Output]) -> str:
    (sent,) = (one for one in outputs if isinstance(one, Send))
    return parse(sent.data).first("to").partition("tag=")[2]


def answered(one: Trunk, **more: str) -> tuple[str, str]:
    """A call that is up: its key, our tag."""
    (_, invited) = one.receive(invite(**more), PEER, 0.0)
    assert isinstance(invited, Invited)
    tag = tag_in(one.answer(invited.key, OURS, 0.0))
    assert one.receive(request("ACK", 1, branch="ack", tag=tag), PEER, 0.1) == []
    return invited.key, tag


def test_a_call_is_answered_and_ended_by_either_side() -> None:
    one = trunk()
    outputs = one.receive(invite(), PEER, 0.0)
    assert statuses(outputs) == [100]
    invited = outputs[1]
    assert isinstance(invited, Invited)
    assert invited.caller == "13805340001"
    assert (invited.offer.codec, invited.offer.events, invited.offer.port) == (8, 101, 7000)
    tag = tag_in(one.answer(invited.key, OURS, 0.0))
    one.receive(request("ACK", 1, branch="a", tag=tag), PEER, 0.1)
    bye = one.receive(request("BYE", 2, tag=tag), PEER, 1.0)
    assert statuses(bye) == [200]
    assert bye[1:] == [Over(invited.key)]
    assert statuses(one.receive(request("BYE", 2, tag=tag), PEER, 1.5)) == [200], (
        "its answer was lost"
    )

    other = trunk()
    key, _ = answered(other)
    hung_up = other.hang_up(key, 5.0)
    assert statuses(hung_up) == ["BYE"]
    assert hung_up[1:] == [Over(key)]


def test_an_invite_that_comes_again_is_the_same_call() -> None:
    one = trunk()
    one.receive(invite(), PEER, 0.0)
    assert statuses(one.receive(invite(), PEER, 0.4)) == [100]
    (key,) = one.dialogs
    first = one.answer(key, OURS, 0.5)
    assert one.receive(invite(), PEER, 0.6) == first


def test_an_answer_goes_again_until_it_is_acknowledged_and_then_the_call_is_lost() -> None:
    one = trunk()
    one.receive(invite(), PEER, 0.0)
    (key,) = one.dialogs
    one.answer(key, OURS, 0.0)
    again = [at for at in range(1, 40) if 200 in statuses(one.tick(float(at) - 0.4))]
    assert again[:3] == [1, 2, 4], "0.5 s, then twice as long each time, 4 s at the most"
    assert one.dialogs == {}
    one = trunk()
    one.receive(invite(), PEER, 0.0)
    (key,) = one.dialogs
    one.answer(key, OURS, 0.0)
    lost = one.tick(32.0)
    assert Over(key, lost=True) in lost
    assert "BYE" in statuses(lost)


def test_a_caller_who_gives_up_before_the_answer_cancels() -> None:
    one = trunk()
    one.receive(invite(branch="b"), PEER, 0.0)
    (key,) = one.dialogs
    cancelled = one.receive(request("CANCEL", 1, branch="b"), PEER, 0.2)
    assert statuses(cancelled) == [200, 487]
    assert cancelled[-1] == Over(key)
    assert statuses(one.tick(0.8)) == [487], "until its ACK comes"
    one.receive(request("ACK", 1, branch="b", tag="t1"), PEER, 0.9)
    assert one.tick(2.0) == []
    late = trunk()
    key, _ = answered(late, branch="c")
    assert statuses(late.receive(request("CANCEL", 1, branch="c"), PEER, 1.0)) == [200]
    assert key in late.dialogs, "it is up: a BYE ends it"


def test_a_re_invite_moves_the_voice_and_holds_it() -> None:
    one = trunk()
    key, tag = answered(one)
    held = SDP.replace("7000", "7100") + "a=sendonly\r\n"
    moved = one.receive(request("INVITE", 2, tag=tag, body=held), PEER, 2.0)
    assert [type(output) for output in moved] == [Changed]
    assert isinstance(moved[0], Changed)
    assert moved[0].offer.port == 7100
    assert statuses(one.answer(key, OURS, 2.0)) == [200]
    assert statuses(
        one.receive(request("INVITE", 2, tag=tag, body=held, branch="late"), PEER, 3.0)
    ) == [500]


def test_keys_may_come_as_messages() -> None:
    one = trunk()
    key, tag = answered(one)
    info = request("INFO", 2, tag=tag, body="Signal=5\r\nDuration=160\r\n")
    assert one.receive(info, PEER, 1.0)[1:] == [Pressed(key, "5")]


def test_a_session_that_nobody_renews_is_over_and_one_that_we_renew_goes_on() -> None:
    one = trunk()
    timer = {"Supported": "timer", "Session_Expires": "90;refresher=uac", "Allow": "UPDATE"}
    key, tag = answered(one, **timer)
    assert one.tick(50.0) == []
    update = request("UPDATE", 2, tag=tag, **timer)
    assert statuses(one.receive(update, PEER, 55.0)) == [200]
    assert one.tick(100.0) == []
    assert Over(key, lost=True) in one.tick(55.0 + 91.0)
    ours = trunk()
    key, _ = answered(ours, **(timer | {"Session_Expires": "100;refresher=uas"}))
    assert statuses(ours.tick(50.0)) == ["UPDATE"]
    assert key in ours.dialogs
    assert statuses(trunk().receive(invite(Session_Expires="30"), PEER, 0.0)) == [422]


def test_what_we_do_not_speak_is_refused_and_what_is_too_much_comes_later() -> None:
    one = trunk(calls=2, calls_a_second=10)
    assert statuses(one.receive(invite().replace(b"0 8 101", b"9 18 96"), PEER, 0.0)) == [488]
    assert statuses(one.receive(invite(call="r", branch="r", Require="100rel"), PEER, 0.0)) == [420]
    for number in range(4):
        outputs = one.receive(invite(call=f"c{number}", branch=f"c{number}"), PEER, 0.0)
        assert statuses(outputs) == [100 if number < 2 else 503]
    assert one.refused == 2
    quick = trunk(calls=50, calls_a_second=3)
    found = [
        statuses(quick.receive(invite(call=f"{n}", branch=f"{n}"), PEER, 0.0)) for n in range(5)
    ]
    assert found == [[100], [100], [100], [503], [503]]
    assert statuses(quick.receive(invite(call="x", branch="x"), PEER, 1.1)) == [100]


def test_what_belongs_to_no_call_is_said_to_belong_to_none() -> None:
    one = trunk()
    assert statuses(one.receive(request("BYE", 9, tag="unknown"), PEER, 0.0)) == [481]
    assert statuses(one.receive(request("OPTIONS", 1), PEER, 0.0)) == [200]
    assert statuses(one.receive(request("MESSAGE", 1), PEER, 0.0)) == [405]
    assert one.receive(b"\r\n\r\n", PEER, 0.0) == []
    assert one.malformed == 1


@given(st.binary(max_size=300) | st.integers(0, len(invite()) - 1).flatmap(
    lambda at: st.binary(min_size=1, max_size=3).map(lambda new: invite()[:at] + new + invite()[at + 1 :])
))  # fmt: skip
def test_garbage_ends_nothing(data: bytes) -> None:
    one = trunk()
    key, _ = answered(one)
    one.receive(data, PEER, 1.0)
    assert key in one.dialogs
    one.tick(2.0)


@given(st.text(max_size=400))
def test_no_description_is_more_than_refused(text: str) -> None:
    for body in (text, SDP[:80] + text):
        try:
            read(body.encode())
        except NoSpeech:
            continue


def test_two_lengths_and_broken_headers_are_no_message() -> None:
    for data in (
        invite().replace(b"Content-Length: ", b"Content-Length: 9"),
        invite().replace(b"CSeq: 1 INVITE", b"CSeq: 1 BYE"),
        invite().replace(b"Call-ID: one\r\n", b""),
        b"INVITE sip:x SIP/3.0\r\n\r\n",
        b"x" * 20_000,
    ):
        try:
            parse(data)
        except Malformed:
            continue
        raise AssertionError(data)


def test_an_answer_has_a_line_for_each_medium_and_refuses_the_others() -> None:
    text = OURS.decode()
    assert "m=audio 40000 RTP/AVP 8 101" in text
    assert "m=video 0 RTP/AVP 96" in text
    assert read(text.encode()).codec == 8
