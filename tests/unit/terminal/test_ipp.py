"""IPP on the wire, byte by byte after RFC 8010."""

import pytest

from terminal.ipp import Group, Malformed, Operation, Tag, decode, encode
from terminal.printer import state_of

CHARSET = b"\x47\x00\x12attributes-charset\x00\x05utf-8"
LANGUAGE = b"\x48\x00\x1battributes-natural-language\x00\x05zh-cn"


def test_a_request_is_written_as_rfc_8010_shows_it() -> None:
    wanted = {
        "printer-uri": (Tag.URI, "ipp://h/p"),
        "job-id": (Tag.INTEGER, 147),
        "requested-attributes": (Tag.KEYWORD, ["job-id", "job-state"]),
    }
    written = encode(Operation.GET_JOB_ATTRIBUTES, 5, [(Group.OPERATION, wanted)], b"%PDF")
    assert written == (
        b"\x02\x00\x00\x09\x00\x00\x00\x05\x01" + CHARSET + LANGUAGE
        + b"\x45\x00\x0bprinter-uri\x00\x09ipp://h/p"
        + b"\x21\x00\x06job-id\x00\x04\x00\x00\x00\x93"
        + b"\x44\x00\x14requested-attributes\x00\x06job-id"
        + b"\x44\x00\x00\x00\x09job-state"
        + b"\x03%PDF"
    )  # fmt: skip


def test_an_answer_with_several_jobs_and_unknown_kinds_of_values_is_read() -> None:
    raw = (
        b"\x01\x01\x00\x00\x00\x00\x00\x01\x01" + CHARSET + LANGUAGE
        + b"\x02\x21\x00\x06job-id\x00\x04\x00\x00\x00\x01\x23\x00\x09job-state\x00\x04\x00\x00\x00\x06"
        + b"\x02\x21\x00\x06job-id\x00\x04\x00\x00\x00\x02\x31\x00\x04when\x00\x02\x07\xe0"
        + b"\x03"
    )  # fmt: skip
    read = decode(raw)
    assert (read.code, read.request_id) == (0, 1)
    assert read.every(Group.JOB) == [
        {"job-id": [1], "job-state": [6]}, {"job-id": [2], "when": [b"\x07\xe0"]},
    ]  # fmt: skip


@pytest.mark.parametrize("cut", [0, 7, 9, 20, 40])
def test_what_is_cut_off_is_malformed(cut: int) -> None:
    whole = encode(Operation.GET_JOBS, 1, [(Group.OPERATION, {})])
    with pytest.raises(Malformed):
        decode(whole[:cut])


@pytest.mark.parametrize(
    ("state", "reasons", "told"),
    [
        (3, ["none"], "ready"),
        (4, ["media-low-warning"], "ready"),
        (5, ["media-empty-error"], "out_of_paper"),
        (5, ["media-needed"], "out_of_paper"),
        (5, ["media-jam-error", "media-empty-error"], "out_of_paper"),
        (5, ["media-jam"], "jammed"),
        (5, ["cover-open-error"], "jammed"),
        (5, ["marker-supply-empty-error"], "away"),
        (5, ["paused"], "away"),
    ],
)
def test_a_printers_own_words_mean_paper_a_jam_or_that_it_is_away(
    state: int, reasons: list[str], told: str
) -> None:
    assert state_of({"printer-state": [state], "printer-state-reasons": [*reasons]}) == told
