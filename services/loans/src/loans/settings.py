"""Settings of the loans service, beside those of every service; its policy is data in its database."""

from pydantic import Field

from shared.reporting.settings import ReportingSettings


class Settings(ReportingSettings):
    """Names are those of the environment, in upper case."""

    day_chunk_loans: int = Field(2_000, ge=1, le=20_000)
    """Loans that the instalment day, a change of rate or the reminders handle in one transaction."""
    day_poll_seconds: float = Field(15.0, gt=0)
    """How often the business date is looked at."""
