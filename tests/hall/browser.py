"""A browser as people have it: Debian's Chromium, a page of some width, and what it complains about."""

import asyncio
import json
import os
import random
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Route,
    async_playwright,
    expect,
)
from tests.support import midnight
from tests.support.callers import photograph

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "services" / "hall" / "dist" / "hall"
AXE = ROOT / "services" / "hall" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = "/usr/bin/chromium-headless-shell"
"""Chromium's pages without its window around them, which takes as much processor time as the pages."""
WHOLE_CHROMIUM = "/usr/bin/chromium"
"""For what is measured: as people have it."""
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
PATIENCE_MS = 30_000
NO_PAGE = "/hall/kiosk/helper"
"""A line of text in the hall's origin: there what a page will find is put, without loading a whole page."""
PHONE, DESK = 360, 1280
"""Widths in CSS pixels between which everything must work."""
HEIGHTS = {PHONE: 760, DESK: 860}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AHEAD = """
const Machine = Date;
globalThis.Date = class extends Machine {
  constructor(...given) { given.length ? super(...given) : super(Machine.now() + MILLISECONDS); }
  static now() { return Machine.now() + MILLISECONDS; }
};
"""
"""Gives a page the clock of the run's services, when that is not the machine's."""
READING = re.compile("正在读取.*…")
"""What stands where something is not read yet."""
SLOW_MS = int(os.environ.get("HALL_SLOW_MS", "0"))
"""How late each call of a page that changes something is, and at most a fifth of it each that reads: a test
that does not wait for what it needs fails then, and not on a busy day."""
A_REFUSAL = "Failed to load resource"
"""What Chromium logs for every 4xx and 5xx: the page's own business."""


@dataclass
class Complaints:
    """What a browser said against a page: errors on its console, uncaught ones, violations of the policy."""

    said: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Hear everything that one page is told."""
        page.on("pageerror", lambda error: self.said.append(f"uncaught: {error}"))
        page.on(
            "console",
            lambda told: (
                self.said.append(told.text)
                if told.type == "error" and not told.text.startswith(A_REFUSAL)
                else None
            ),
        )


@asynccontextmanager
async def chromium(program: str = CHROMIUM) -> AsyncIterator[Browser]:
    """Start it once."""
    assert BUILT.is_dir(), "the hall is not built: make web"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        try:
            yield browser
        finally:
            await browser.close()


async def context_of(browser: Browser, width: int, base: str, **more: Any) -> BrowserContext:
    """A fresh browser profile with windows of a width."""
    context = await browser.new_context(
        base_url=base, locale="zh-CN", timezone_id="Asia/Shanghai",
        viewport={"width": width, "height": HEIGHTS.get(width, 800)}, **more,
    )  # fmt: skip
    if midnight.OFFSET:
        milliseconds = int(midnight.OFFSET.total_seconds() * 1000)
        await context.add_init_script(AHEAD.replace("MILLISECONDS", str(milliseconds)))
    if SLOW_MS:
        await context.route("**/api/**", _late)
    context.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    return context


async def _late(route: Route) -> None:
    late_ms = SLOW_MS if route.request.method != "GET" else random.uniform(0, SLOW_MS / 5)
    await asyncio.sleep(late_ms / 1000)
    await route.fallback()


async def enter(page: Page, entry: str, base: str, tokens: Mapping[str, Any]) -> None:
    """Open an entry's first page as somebody who has logged in: `entry` is citizens, employers or staff."""
    await page.goto(NO_PAGE)
    await page.evaluate(
        "([key, tokens]) => sessionStorage.setItem(key, tokens)",
        [f"provident-fund-session-{entry}", json.dumps({**tokens, "device": None})],
    )
    await page.goto(base)


async def scan(scope: Locator, name: str) -> None:
    """Choose a scan of a paper, the first of a form, and call it something."""
    file = {"name": "scan0001.jpg", "mimeType": "image/jpeg", "buffer": photograph()}
    await scope.locator("input[type=file]").set_input_files(file)
    await scope.get_by_label("第1份材料名称").fill(name)


async def drawn(page: Page) -> None:
    """Wait until a page stands with all that it reads."""
    for part in ("main", "h1"):
        await page.locator(part).first.wait_for(state="attached")
    await expect(page.get_by_text(READING)).to_have_count(0)


async def faults(page: Page) -> list[str]:
    """What axe finds wrong with the page once it is drawn, and whether it has to be moved sideways."""
    await drawn(page)
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text("utf-8"))
    found = await page.evaluate(
        "rules => axe.run(document, {runOnly: rules}).then(r => r.violations.map("
        "v => `${v.id}: ${v.help} — ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`))",
        list(RULES),
    )
    broader: int = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [*found, *([f"{broader} px broader than the window"] if broader > 0 else [])]
