"""What the press has done by another process: what prints and signs is loaded there alone."""

from documents.domain import Printed
from documents.work.keys import Press


def set_up(press: Press) -> None:
    """Prepare this process; it ends with the one that made it, however that one ends."""
    from documents.work import printing  # noqa: PLC0415

    printing.set_up(press)


def print_form(text: str) -> Printed:
    """Print and sign what a form says, JSON; the process must have been set up."""
    from documents.work import printing  # noqa: PLC0415

    return printing.print_form(text)
