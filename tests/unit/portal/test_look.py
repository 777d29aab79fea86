"""The portal looks as the halls do: its sheet has their tokens, to the letter."""

from pathlib import Path

from portal.rendering import style

TOKENS = Path(__file__).parents[3] / "services" / "hall" / "kit" / "tokens.css"


def test_the_sheet_has_the_tokens_of_the_halls() -> None:
    tokens = TOKENS.read_text("utf-8").partition("*/")[2].strip()
    assert tokens in style().decode()
