"""What handing in, mending (补正), accepting and sending back make of a case; pure (R-WDR-21)."""

from dataclasses import replace

from withdrawals import announcements
from withdrawals.decisions import CITIZEN, SYSTEM, Moment, Move, advanced, ask_papers
from withdrawals.domain import Case, PapersWanted
from withdrawals.process import Step
from withdrawals.refusals import chinese_date


def hand_in(case: Case, papers: int, moment: Moment) -> Move:
    """Staff look at it; the promise counts from today, the first one stays in the history (R-WDR-8)."""
    step = Step.HAND_IN if case.reservation is None else Step.MEND
    promise = moment.book.promise(moment.today)
    promised = replace(case, complete_on=moment.today, promise=promise)
    after = advanced(promised, step, moment)
    text = f"您已提交{papers}份材料，最迟{chinese_date(promise.decide_by)}审核完毕。"
    event = announcements.papers_handed_in(after, papers, moment.today)
    return Move(after, step, text, event, CITIZEN, {"papers": papers})


def send_back(case: Case, wanted: PapersWanted, moment: Moment) -> Move:
    """A reviewer found something missing: the same application goes on when it is mended."""
    return ask_papers(case, Step.SEND_BACK, wanted, moment, f"staff:{wanted.asked_by}")


def ask_anew(case: Case, actor: str, moment: Moment) -> Move:
    """Two people agreed, but the facts are old: asked again, and paid at most what they agreed to."""
    after = advanced(replace(case, reviewed=True), Step.ASK_ANEW, moment)
    text = "审核通过；部门登记信息需要更新，正在重新核查。"
    return Move(after, Step.ASK_ANEW, text, None, actor)


def spouse_agreed(case: Case, moment: Moment) -> Move:
    """The spouse consented to look-ups: everything is asked anew, and then decided (R-WDR-20)."""
    after = advanced(case, Step.SPOUSE_AGREES, moment)
    text = "您的配偶已授权查询，正在重新核查。"
    return Move(after, Step.SPOUSE_AGREES, text, None, SYSTEM)


def accept(case: Case, actor: str, moment: Moment) -> Move:
    """Two people took the papers for facts: everything else is asked anew, and then decided (R-WDR-21)."""
    after = advanced(case, Step.ACCEPT_PAPERS, moment)
    return Move(after, Step.ACCEPT_PAPERS, "材料审核通过，正在核查其他条件。", None, actor)
