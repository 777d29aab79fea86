"""The link that speaks CMPP, 3.0 or what the gateway has: one connection to send and to receive."""

from contextlib import AbstractAsyncContextManager
from dataclasses import replace

from notifications import decisions
from notifications.carriers import Route
from notifications.cmpp import frames, incoming
from notifications.cmpp.frames import Account, InvalidFrameError, Message, Version
from notifications.decisions import Verdict
from notifications.metrics import CMPP_ANSWERED, CMPP_LINK_UP
from notifications.settings import Settings
from notifications.work.cmpp_session import Session, VersionRefusedError
from notifications.work.connection import Answer, Brought, InDoubtError, RefusedError, Terms
from notifications.work.link import Contract, Link, Outgoing, tls_of
from shared.base.telemetry import get_logger

VERSIONS = {"2.0": Version.V20, "3.0": Version.V30}

log = get_logger()


class CmppLink(Link[Session]):
    """12329's account as a service provider at a carrier's gateway."""

    route = Route.CMPP
    request = "SUBMIT"

    def __init__(self, settings: Settings, brought: Brought) -> None:
        host, secret = settings.cmpp_host, settings.cmpp_secret
        assert secret is not None, "settings demand both or neither"
        terms = Terms(
            host=host,
            port=settings.cmpp_port,
            connect_timeout_seconds=settings.cmpp_connect_timeout_seconds,
            response_timeout_seconds=settings.cmpp_response_timeout_seconds,
            keep_alive_seconds=settings.cmpp_active_test_seconds,
            window_segments=settings.cmpp_window_messages,
            tls=tls_of(settings.cmpp_ca_file),
        )
        contract = Contract(
            segments_per_second=settings.cmpp_messages_per_second,
            reconnect_max_seconds=settings.cmpp_reconnect_max_seconds,
            throttle_pause_seconds=settings.cmpp_throttle_pause_seconds,
            again_seconds=settings.cmpp_again_seconds,
        )
        gauge = CMPP_LINK_UP.labels(f"{host}:{settings.cmpp_port}")
        super().__init__(terms, contract, brought, gauge)
        version = VERSIONS[settings.cmpp_version]
        self._account = Account(settings.cmpp_source, secret.get_secret_value(), version)
        self._number = settings.cmpp_source_number
        self._service = settings.cmpp_service_id

    def _connect(self) -> AbstractAsyncContextManager[Session]:
        return Session.opened(self.terms, self._account, self.brought)

    def _refused(self, error: RefusedError) -> None:
        """Speak 2.0 to a gateway that has nothing newer, until this process ends."""
        if isinstance(error, VersionRefusedError) and self._account.version is not Version.V20:
            log.info("the gateway speaks CMPP 2.0 only")
            self._account = replace(self._account, version=Version.V20)

    def _frame(self, session: Session, sequence: int, message: Outgoing) -> bytes:
        return frames.submit(
            sequence,
            session.account,
            Message(
                phone=message.phone,
                content=message.part.payload,
                part=message.part.number,
                total=message.part.total,
                udhi=message.part.headed,
                urgency=message.urgency,
                source_number=self._number,
                service=self._service,
                valid_until=message.valid_until,
            ),
        )

    def _verdict(self, session: Session, answer: Answer) -> tuple[Verdict, str]:
        try:
            told = frames.submitted(answer.body, session.account)
        except InvalidFrameError as error:
            raise InDoubtError(str(error)) from error
        CMPP_ANSWERED.labels(str(told.result)).inc()
        verdict, failure = decisions.cmpp_answered(told.result)
        return verdict, incoming.own_id(told.message_id) if verdict is Verdict.ACCEPTED else failure
