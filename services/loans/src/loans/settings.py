"""Settings of the loans service, beside those of every service; its policy is data in its database."""

from pydantic import Field

from shared.base.redrawing import RedrawingSettings
from shared.reporting.settings import ReportingSettings


class Settings(ReportingSettings, RedrawingSettings):
    """Names are those of the environment, in upper case."""

    day_chunk_loans: int = Field(2_000, ge=1, le=20_000)
    """Loans that the instalment day, a change of rate or the reminders handle in one transaction."""
    day_poll_seconds: float = Field(15.0, gt=0)
    """How often the business date is looked at."""
    moving_in_poll_seconds: float = Field(5.0, gt=0)
    """How often files of an older system's loans (期初) are looked for, to be read or booked."""
    moving_in_portion_loans: int = Field(100, ge=1, le=2_000)
    """Loans of an older system that one transaction books."""
    moving_in_keep_days: int = Field(30, ge=1, le=365)
    """Files that nobody has signed are deleted after so many days."""
    moving_in_lease_seconds: float = Field(120.0, gt=0)
    """Whoever reads such a file and says nothing for so long is gone; another one begins it anew."""
    moving_in_wall_seconds: float = Field(3_600.0, gt=0)
    """A file that takes longer is given up; it comes in several."""
