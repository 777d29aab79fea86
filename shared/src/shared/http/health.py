"""Whether a service may take traffic (`/readyz`)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field


@dataclass
class Health:
    """Whether the service may take traffic."""

    draining: bool = False
    checks: dict[str, Callable[[], Awaitable[bool]]] = field(default_factory=dict)

    async def failing(self) -> list[str]:
        """Name what is not ready."""
        if self.draining:
            return ["draining"]
        return [name for name, check in self.checks.items() if not await check()]
