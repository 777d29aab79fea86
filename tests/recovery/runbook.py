"""The steps of docs/runbook.md, run as they stand there."""

import asyncio
import os
import re
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.support.waiting import until

ROOT = Path(__file__).parents[2]
RUNBOOK = ROOT / "docs" / "runbook.md"
BACKUP = "A database comes from an older backup"
BROKER = "The broker's disk is gone"
CHECK = "Check the books"


def steps(section: str) -> list[str]:
    """The commands of a section, a block a step."""
    text = RUNBOOK.read_text("utf-8")
    found = re.search(rf"^### {re.escape(section)}\n(.*?)(?=^##|\Z)", text, re.M | re.S)
    assert found, f"the runbook has no section {section!r}"
    return re.findall(r"^```sh\n(.*?)^```", found[1], re.M | re.S)


@dataclass
class Operator:
    """Types the runbook's commands."""

    run: Path
    """Where the environments are."""

    async def do(self, step: str, **variables: str) -> str:
        """Type a step; it must succeed."""
        code, said = await self.try_to(step, **variables)
        assert code == 0, f"{step}\n{said}"
        return said

    async def try_to(self, step: str, **variables: str) -> tuple[int, str]:
        """Type a step; give its exit code and what it said."""
        binaries = Path(sys.executable).parent
        process = await asyncio.create_subprocess_exec(
            "bash", "-euc", step,
            cwd=ROOT,
            env={**os.environ, "PATH": f"{binaries}:{os.environ['PATH']}", "RUN": str(self.run), **variables},
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await process.communicate()
        assert process.returncode is not None
        return process.returncode, said.decode()

    async def books_agree(self, since: datetime, **variables: str) -> None:
        """Check the books, three ways, until nothing is on its way; then the rest, once."""
        three_ways, within = steps(CHECK)
        day = f"{since:%Y-%m-%d}"
        seen: list[str] = []

        async def agree() -> bool:
            code, said = await self.try_to(three_ways, SINCE_DAY=day, **variables)
            seen[:] = [said]
            return code == 0

        try:
            await until(agree)
        except TimeoutError:
            raise AssertionError(seen) from None
        assert " 0 differences" in seen[0]
        said = await self.do(within)
        assert said.rstrip().endswith("0 differences"), f"parked or different: {said}"
