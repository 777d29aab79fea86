"""The link that speaks SMPP 3.4: one transceiver bind."""

from contextlib import AbstractAsyncContextManager

from notifications import decisions
from notifications.carriers import Route
from notifications.decisions import Verdict
from notifications.metrics import LINK_UP, SEGMENTS_ANSWERED
from notifications.settings import Settings
from notifications.smpp import pdus
from notifications.smpp.pdus import InvalidPduError, MessageState
from notifications.work.connection import Answer, Brought, InDoubtError, Terms
from notifications.work.link import Contract, Link, Outgoing, tls_of
from notifications.work.smpp_session import Login, Session


class SmppLink(Link[Session]):
    """12329's account at the SMS centre."""

    route = Route.SMPP
    request = "submit_sm"

    def __init__(self, settings: Settings, brought: Brought) -> None:
        assert settings.smpp_password is not None, "settings demand it with the host"
        terms = Terms(
            host=settings.smpp_host,
            port=settings.smpp_port,
            connect_timeout_seconds=settings.smpp_connect_timeout_seconds,
            response_timeout_seconds=settings.smpp_response_timeout_seconds,
            keep_alive_seconds=settings.smpp_enquire_link_seconds,
            window_segments=settings.smpp_window_segments,
            tls=tls_of(settings.smpp_ca_file),
        )
        contract = Contract(
            segments_per_second=settings.smpp_segments_per_second,
            reconnect_max_seconds=settings.smpp_reconnect_max_seconds,
            throttle_pause_seconds=settings.smpp_throttle_pause_seconds,
            again_seconds=settings.text_again_seconds,
        )
        super().__init__(terms, contract, brought, LINK_UP)
        password = settings.smpp_password.get_secret_value()
        self._login = Login(terms, settings.smpp_system_id, password)
        self._source = settings.smpp_source_address

    def _connect(self) -> AbstractAsyncContextManager[Session]:
        return Session.bound(self._login, self.brought)

    def _frame(self, _session: Session, sequence: int, message: Outgoing) -> bytes:
        return pdus.submit(
            sequence, self._source, message.phone, message.part.payload,
            esm_class=pdus.UDHI if message.part.headed else 0, data_coding=pdus.UCS2,
            priority=message.urgency, validity=pdus.absolute_time(message.valid_until),
            reference=message.reference,
        )  # fmt: skip

    def _verdict(self, _session: Session, answer: Answer) -> tuple[Verdict, str]:
        SEGMENTS_ANSWERED.labels(f"0x{answer.status:02x}").inc()
        verdict, failure = decisions.answered(answer.status)
        return verdict, pdus.accepted_id(answer.body) if verdict is Verdict.ACCEPTED else failure

    async def ask(self, message_id: str) -> MessageState | None:
        """Ask what became of a message; None when the SMSC does not know it.

        Raises `NotSentError` or `InDoubtError` when there is no answer to be had.
        """
        session = self._there()
        answer = await session.request(
            lambda sequence: pdus.query(sequence, message_id, self._source)
        )
        if answer.status == pdus.UNKNOWN_MESSAGE:
            return None
        if answer.status != pdus.OK:
            raise InDoubtError(f"query_sm answered 0x{answer.status:02x}")
        try:
            return pdus.queried_state(answer.body)
        except InvalidPduError as error:
            raise InDoubtError(str(error)) from error
