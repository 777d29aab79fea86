"""What any simulator can be told to do wrong: numbers that say how many of the next occasions go wrong."""

import random

from pydantic import BaseModel, ConfigDict, Field

ALWAYS = -1
Times = Field(
    default=0, ge=ALWAYS, description="the next N times; 0 never, -1 until told otherwise"
)


class Levers(BaseModel):
    """Each number of a subclass says how many of the next occasions go wrong (-1: all)."""

    model_config = ConfigDict(extra="forbid")

    probability: float = Field(default=1.0, ge=0.0, le=1.0)

    def use_up(self, name: str) -> bool:
        """Use up one occasion of a fault; False when all goes well."""
        left: int = getattr(self, name)
        if left == 0:
            return False
        if self.probability < 1.0 and random.random() >= self.probability:  # noqa: S311
            return False
        if left > 0:
            setattr(self, name, left - 1)
        return True
