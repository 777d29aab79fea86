"""What operators run that belongs to no service: `ops parked | resend | audit | months | definitions`."""

from shared.base.commands import Command, later, obey

COMMANDS = (
    Command(
        "parked",
        "list parked messages, or replay them (BROKER_URL, <SERVICE>_DATABASE_URL)",
        later("shared.operations.parked", "run"),
        later("shared.operations.parked", "options"),
    ),
    Command(
        "resend",
        "tell again what the journals know (BROKER_URL, JOURNAL_FOLDER)",
        later("shared.operations.resend", "run"),
        later("shared.operations.resend", "options"),
    ),
    Command(
        "audit",
        "verify the audit trail of DATABASE_URL; exit code 1 when anything differs",
        later("shared.operations.audit_chain", "run"),
        later("shared.operations.audit_chain", "options"),
    ),
    Command(
        "months",
        "take months of the audit trail off into files, or put them back (MIGRATION_DATABASE_URL)",
        later("shared.operations.month_files", "run"),
        later("shared.operations.month_files", "options"),
    ),
    Command(
        "definitions",
        "write RabbitMQ's definitions and the event catalogue anew",
        later("shared.messaging.definitions", "run"),
        later("shared.messaging.definitions", "options"),
    ),
)


def main() -> None:
    """Do what the command line says."""
    obey("ops", COMMANDS)
