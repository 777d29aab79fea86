"""Fields of requests that people type or paste into: cleaned first, then checked, never cut."""

from pydantic import AfterValidator, BeforeValidator

from shared.base.cleaning import clean_name, clean_number


def _cleaned(typed: object) -> object:
    return clean_number(typed, hyphens=True) if isinstance(typed, str) else typed


CLEANED_NUMBER = BeforeValidator(_cleaned)
"""Before a pattern of ASCII digits: what is seen is what is matched."""
CLEANED_NAME = AfterValidator(clean_name)
"""A name of a person or an organisation, as the bank has it too."""
