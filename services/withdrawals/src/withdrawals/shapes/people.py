"""What withdrawals know of one person, as staff see it."""

from shared.base.shape import Shape
from withdrawals.shapes.agreements import Agreement
from withdrawals.shapes.brakes import BrakesShown
from withdrawals.shapes.cards import KeptCard
from withdrawals.shapes.citizens import Application
from withdrawals.shapes.consents import ConsentShown
from withdrawals.shapes.deaths import DeathAnswer
from withdrawals.shapes.staff import Ban


class PersonShown(Shape):
    """Everything of a person's withdrawals on one page (职工提取全貌); empty of whom there is nothing."""

    applications: list[Application]
    """The newest first, `APPLICATIONS_MAX` at the most."""
    agreements: list[Agreement]
    """Agreed withdrawals (约定提取), the newest first; what is agreed with a spouse is not shown here."""
    cards: list[KeptCard]
    """Cards that the person keeps."""
    brakes: BrakesShown
    """Lock and daily limit that the person has set."""
    consent: ConsentShown
    """Whether registers may be asked about the person when the spouse applies (R-WDR-20)."""
    bans: list[Ban]
    """Withdrawal bans (限制提取), the newest first."""
    deaths: list[DeathAnswer]
    """The person's own death, where one is recorded (R-WDR-45)."""
