"""The picture of a trace: a line a span, below its parent, and bars where they were in time."""

from xml.etree import ElementTree

from tools.spans import Span, in_order, orphans
from tools.waterfall import draw

SVG = "{http://www.w3.org/2000/svg}"
MS = 1_000_000


def span(span_id: str, parent_id: str, start_ms: int, end_ms: int) -> Span:
    return Span(
        "t", span_id, parent_id, "accounts", f"work <{span_id}>", "INTERNAL",
        start_ms * MS, end_ms * MS, {}, (), failed=False,
    )  # fmt: skip


TREE = [
    span("d", "c", 30, 40),
    span("c", "a", 20, 50),
    span("b", "a", 5, 10),
    span("a", "", 0, 100),
]


def test_a_parent_stands_before_its_children_and_siblings_in_time() -> None:
    assert [(depth, one.span_id) for depth, one in in_order(TREE)] == [
        (0, "a"), (1, "b"), (1, "c"), (2, "d"),
    ]  # fmt: skip
    assert orphans(TREE) == []
    assert [one.span_id for one in orphans(TREE[:1])] == ["d"]


def test_every_span_has_its_line_and_a_bar_as_long_as_it_took() -> None:
    picture = ElementTree.fromstring(draw(TREE, "One & all"))
    texts = [element.text for element in picture.iter(f"{SVG}text")]
    assert texts[0] == "One & all"
    names = [text for text in texts if text and text.startswith("work")]
    assert names == [f"work <{name}>" for name in "abcd"]
    bars = [
        float(element.attrib["width"])
        for element in picture.iter(f"{SVG}rect")
        if element.attrib["height"] == "12" and element.attrib["width"] != "4"
    ]
    assert [round(bar / bars[0], 2) for bar in bars] == [1, 0.05, 0.3, 0.1]
