"""A trace as a picture: one line a span, below its parent, its bar where it was in time (SVG)."""

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from tools.spans import Span, in_order

ROW_PX = 20
HEAD_PX = 64
NAMES_PX = 660
TIME_PX = 640
INDENT_PX = 10
MARGIN_PX = 16
SMALLEST_BAR_PX = 2
NAME_CHARACTERS = 84
TICKS = 8
FAILED = ' stroke="#d00000" stroke-width="2"'
COLOURS = {
    "withdrawals": "#3b6fb6",
    "loans": "#8a5fb5",
    "accounts": "#3f8f5f",
    "settlement": "#c0762b",
    "notifications": "#b5485d",
    "documents": "#7a7336",
    "credit": "#a3456f",
    "hotline": "#a0522d",
    "wechat": "#2e7d4f",
    "portal": "#7a5c00",
    "transfers": "#356a9c",
    "gateway": "#5d7f8c",
}


def draw(spans: Sequence[Span], title: str) -> str:
    """Draw the spans of one trace."""
    rows = in_order(spans)
    start_ns = min(span.start_ns for span in spans)
    length_ns = max(span.end_ns for span in spans) - start_ns
    width = NAMES_PX + TIME_PX + 3 * MARGIN_PX
    height = HEAD_PX + ROW_PX * len(rows) + MARGIN_PX

    def x(at_ns: int) -> float:
        return NAMES_PX + 2 * MARGIN_PX + (at_ns - start_ns) / length_ns * TIME_PX

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{MARGIN_PX}" y="20" font-size="14" font-weight="bold">{escape(title)}</text>',
        *_legend(rows),
        *_ticks(x, start_ns, length_ns, height),
    ]
    for row, (depth, span) in enumerate(rows):
        parts += _line(span, depth, HEAD_PX + row * ROW_PX, x(span.start_ns), x(span.end_ns))
    return "\n".join([*parts, "</svg>", ""])


def _legend(rows: Sequence[tuple[int, Span]]) -> list[str]:
    present = {span.service for _, span in rows}
    shown = [service for service in COLOURS if service in present]
    return [
        f'<rect x="{MARGIN_PX + 100 * place}" y="32" width="10" height="10" fill="{COLOURS[service]}"/>'
        f'<text x="{MARGIN_PX + 100 * place + 14}" y="41">{service}</text>'
        for place, service in enumerate(shown)
    ]


def _ticks(x: Callable[[int], float], start_ns: int, length_ns: int, height: int) -> list[str]:
    """Vertical lines with the time since the start."""
    step_ms = _round_ms(length_ns / 1e6 / TICKS)
    ticks = []
    for number in range(int(length_ns / 1e6 / step_ms) + 1):
        at_ms = number * step_ms
        place = x(start_ns + int(at_ms * 1e6))
        ticks.append(
            f'<line x1="{place:.1f}" y1="{HEAD_PX - 6}" x2="{place:.1f}" y2="{height}" stroke="#e4e4e4"/>'
            f'<text x="{place:.1f}" y="{HEAD_PX - 10}" fill="#666666" text-anchor="middle">{at_ms} ms</text>'
        )
    return ticks


def _round_ms(least: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50 … milliseconds."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor >= least:
                return step * factor
        step *= 10


def _line(span: Span, depth: int, top: float, left: float, right: float) -> list[str]:
    name = (
        span.name if len(span.name) <= NAME_CHARACTERS else f"{span.name[: NAME_CHARACTERS - 1]}…"
    )
    colour = COLOURS.get(span.service, "#888888")
    milliseconds = (span.end_ns - span.start_ns) / 1e6
    bar = max(SMALLEST_BAR_PX, right - left)
    inside = right + 40 < NAMES_PX + TIME_PX + 3 * MARGIN_PX
    at, anchor = (left + bar + 4, "start") if inside else (left - 4, "end")
    indent = MARGIN_PX + depth * INDENT_PX
    return [
        f'<rect x="{indent}" y="{top + 4:.1f}" width="4" height="12" fill="{colour}"/>',
        f'<text x="{indent + 9}" y="{top + 14:.1f}">{escape(name)}</text>',
        f'<rect x="{left:.1f}" y="{top + 4:.1f}" width="{bar:.1f}" height="12" fill="{colour}"'
        f"{FAILED if span.failed else ''}/>",
        f'<text x="{at:.1f}" y="{top + 14:.1f}" fill="#444444" text-anchor="{anchor}">'
        f"{milliseconds:.1f}</text>",
    ]
