"""What a terminal says of itself, and hears."""

from typing import Literal

from gateway.shapes.fields import Body
from shared.base.shape import Shape

Printer = Literal["ready", "out_of_paper", "jammed", "away", "none"]
Reader = Literal["ready", "away", "none"]


class Health(Body):
    """How the terminal that calls is."""

    printer: Printer
    """`out_of_paper` 缺纸, `jammed` 卡纸, `away` the printer does not answer, `none` it has none."""
    reader: Reader
    """Of ID cards; `away` it does not answer, `none` it has none."""


class Heard(Shape):
    """What a terminal is to do next."""

    name: str
    """Where it stands, as it was registered."""
    again_after_seconds: int
    """When to say so again; whoever is silent much longer is looked after."""
