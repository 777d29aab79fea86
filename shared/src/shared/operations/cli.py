"""What operators run that belongs to no service: `ops parked | resend | audit | definitions`."""

from shared.base.commands import Command, obey
from shared.messaging import definitions
from shared.operations import audit_chain, parked, resend

COMMANDS = (
    Command(
        "parked",
        "list parked messages, or replay them (BROKER_URL, <SERVICE>_DATABASE_URL)",
        parked.run,
        parked.options,
    ),
    Command(
        "resend",
        "tell again what the journals know (BROKER_URL, JOURNAL_FOLDER)",
        resend.run,
        resend.options,
    ),
    Command(
        "audit",
        "verify the audit trail of DATABASE_URL; exit code 1 when anything differs",
        audit_chain.run,
        audit_chain.options,
    ),
    Command(
        "definitions",
        "write RabbitMQ's definitions and the event catalogue anew",
        definitions.run,
        definitions.options,
    ),
)


def main() -> None:
    """Do what the command line says."""
    obey("ops", COMMANDS)
