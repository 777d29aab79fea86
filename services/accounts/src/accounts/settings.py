"""Settings of the accounts service."""

from shared.settings import ServiceSettings


class Settings(ServiceSettings):
    """What accounts needs beside the plumbing."""

    day_seal_check_seconds: float = 600.0
    """How often finished days are looked for, to seal them into the hash chain."""
