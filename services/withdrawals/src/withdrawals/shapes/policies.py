"""What policies are called, by their kind."""

from withdrawals.rules.book import AGREED, ALL_KINDS, BRAKES, ESTATE, PAPERS
from withdrawals.shapes.citizens import KIND_NAMES

POLICY_NAMES = {
    **KIND_NAMES,
    ALL_KINDS: "各类提取通用",
    AGREED: "约定提取",
    PAPERS: "补正材料",
    BRAKES: "本人安全设置",
    ESTATE: "继承提取",
}
"""What a policy is about, by its kind, in the order of the list."""
