"""Lighthouse on the first page of the portal and of each part of the web hall, as a phone and a desk see it.

Scores of 100, of performance and of accessibility; a phone is Lighthouse's usual one, four times as slow as
this machine and on a slow network. Fails where one is below 95. The cores must be quiet.
"""

import asyncio
import json
import sys
from pathlib import Path

from .stage import Stage

HERE = Path(__file__).parent / "lighthouse"
PLACES = ("/", "/hall/", "/hall/employers/", "/hall/staff/")
FORMS = ("phone", "desktop")
LEAST = 95
NODE = str(Path(sys.executable).with_name("node"))


async def figure(stage: Stage) -> None:
    """Measure and print."""
    async with stage.system() as running:
        base = running.system.city.edge_url
        asked = [f"{form} {base}{place}" for place in PLACES for form in FORMS]
        node = await asyncio.create_subprocess_exec(
            NODE, str(HERE / "measure.mjs"), *asked, stdout=asyncio.subprocess.PIPE
        )
        told, _ = await node.communicate()
    assert node.returncode == 0, "Lighthouse did not run"
    scores = [json.loads(line) for line in told.splitlines()]
    print("page                 form      performance  accessibility")
    for one in scores:
        place = one["url"].removeprefix(base)
        print(f"{place:20} {one['form']:8} {one['performance']:12} {one['accessibility']:14}")
    low = [one for one in scores if min(one["performance"], one["accessibility"]) < LEAST]
    for one in low:
        print(f"{one['url']} as {one['form']}: {'; '.join(one['bad'])}")
    assert not low, f"{len(low)} of {len(scores)} are below {LEAST}"
