"""Settings of the loans service: those that every service has."""

from shared.settings import ServiceSettings


class Settings(ServiceSettings):
    """Loans needs nothing of its own; its policy is data in its database."""
