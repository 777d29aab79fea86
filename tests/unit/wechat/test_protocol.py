"""WeChat's wire: the vector of its public documents, and what is not WeChat's."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.wechat import crypto
from wechat.protocol import callbacks, envelope, signatures
from wechat.protocol.callbacks import BadCallback
from wechat.protocol.envelope import BadEnvelope

KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
APP_ID = "wx5823bf96d3bd56c7"
ENCRYPTED = (
    "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=="
)


def test_the_public_vector_is_signed_and_opened_as_its_documents_say() -> None:
    signed = signatures.callback_signature("QDG6eK", "1409659589", "263014780", ENCRYPTED)
    assert signed == "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3"
    assert envelope.opened(ENCRYPTED, envelope.key_of(KEY), APP_ID) == b"1616140317555161061"


def test_a_page_is_signed_as_the_documents_of_the_js_sdk_have_it() -> None:
    """The example of WeChat's appendix on jsapi_ticket."""
    ticket = (
        "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg"
    )
    signed = signatures.page_signature(
        ticket, "Wm3WZYTPz0wzccnW", 1414587457, "http://mp.weixin.qq.com?params=value"
    )
    assert signed == "0f9de62fce790f9a083d5c99e95740ceb90c27ed"


@pytest.mark.parametrize(
    "encrypted",
    [
        "",
        "A",
        "not base64!",
        base64.b64encode(b"15 bytes of it.").decode(),
        "A" * 44,
        ENCRYPTED[:64],
    ],
)
def test_what_is_not_sealed_for_us_does_not_open(encrypted: str) -> None:
    with pytest.raises(BadEnvelope):
        envelope.opened(encrypted, envelope.key_of(KEY), APP_ID)


def test_an_envelope_for_another_account_does_not_open() -> None:
    with pytest.raises(BadEnvelope, match="another account"):
        envelope.opened(ENCRYPTED, envelope.key_of(KEY), "wx5823bf96d3bd56c8")


@given(st.text(max_size=200))
def test_what_is_sealed_by_another_program_opens(text: str) -> None:
    sealed = crypto.encrypted(text, KEY, APP_ID)
    assert envelope.opened(sealed, envelope.key_of(KEY), APP_ID) == text.encode()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with pytest.raises(BadCallback):
        callbacks.read(raw)


@pytest.mark.parametrize(
    "body",
    [
        "<xml><MsgType>text</MsgType><CreateTime>1</CreateTime></xml>",
        "<xml><FromUserName>oABCDEFGH</FromUserName><CreateTime>1e9</CreateTime></xml>",
        "<xml><FromUserName>oABCDEFGH</FromUserName><CreateTime>9999999999999</CreateTime></xml>",
        "<xml><FromUserName>a b</FromUserName><CreateTime>1</CreateTime></xml>",
        "<!DOCTYPE xml><xml><FromUserName>oABCDEFGH</FromUserName><CreateTime>1</CreateTime></xml>",
    ],
)
def test_what_names_no_sender_or_time_is_refused(body: str) -> None:
    with pytest.raises(BadCallback):
        callbacks.read(body.encode())
