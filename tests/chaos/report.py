"""What a run did and saw, in lines: also which kinds of messages it says nothing about."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from shared.messages import EVENTS

from .checker import HEARERS, OUTCOME_WORDS
from .evidence import Difference, Evidence, Way
from .running import Run


def figures(run: Run, evidence: Evidence, found: Sequence[Difference]) -> list[str]:
    """Say what happened, in lines."""
    monkey, mail = run.monkey, run.mail
    states = Counter(application.state for application in evidence.applications)
    letters = evidence.transfers.letters
    others = {item.key for item in evidence.loans.payouts}
    others |= {item.letter_id.replace("-", "") for item in letters}
    payments = [item for item in evidence.payments if item.key not in others]
    paid = [item for item in payments if item.status == "ACSC"]
    words = {word for told in OUTCOME_WORDS.values() for word in told}
    told = Counter(
        (text.phone, word) for text in evidence.texts for word in words if word in text.text
    )
    loans = evidence.loans
    early = Counter(debit.state for debit in loans.debits if debit.early)
    sources = Counter(entry.source for entry in loans.entries if entry.source != "disbursement")
    rare = {
        "sent": set(EVENTS) - mail.seen.keys(),
        "sent twice": HEARERS.keys() & mail.seen.keys() - mail.copied.keys(),
        "late": _never(evidence.late, mail.seen),
        "early": _never(evidence.early, mail.seen),
    }
    return [
        f"seed          {run.plan.seed}{', two instances of each' if run.plan.twice else ''}",
        f"kills         {monkey.kills.total()}: {_counts(monkey.kills)}; {monkey.freezes} freezes",
        f"links         {monkey.troubles.total()} troubles on {len(run.stage.links)} links: "
        f"{_counts(monkey.troubles)}; {monkey.connections_hit} connections hit",
        f"faults        {monkey.faults.total()} at the bank, the SMSC, the registers and the platform",
        f"messages      {run.disorder.sent.total()} of {len(mail.seen)} kinds; "
        f"{mail.copied.total()} duplicates; {run.holds.count} times held back, "
        f"{sum(evidence.late.values())} late, {sum(evidence.early.values())} early",
        *(f"never {how:<11} {', '.join(sorted(kinds)) or 'none'}" for how, kinds in rare.items()),
        *_by_kind(run, evidence),
        f"applications  {len(evidence.applications)}: {_counts(states)}",
        f"payments      {len(paid)} of {sum(item.amount_fen for item in paid)} fen, "
        f"{sum(item.returned for item in paid)} returned, "
        f"{len(payments) - len(paid)} refused",
        f"repaid early  {_counts(early)}",
        f"lent          {_counts(Counter(one.state for one in loans.disbursements))}",
        f"instalments   {_counts(sources)} entries",
        f"moved         {_counts(_moved(evidence))}",
        f"texts         {len(evidence.texts)}, {told.total()} of them of an outcome; "
        f"{sum(count > 1 for count in told.values())} outcomes told twice; "
        f"{evidence.doubted[0]} sent again, {evidence.doubted[1]} known by their receipts",
        f"ledger        {evidence.ledger_says.strip().splitlines()[-1]}",
        f"slowest       {monkey.slowest[1]} {monkey.slowest[0]:.0f} s",
        f"seconds       {', '.join(f'{name} {value:.0f}' for name, value in run.seconds.items())}",
        f"differences   {len(found)}",
    ]


def _moved(evidence: Evidence) -> Counter[str]:
    """How the letters of accounts that came and of those that left have ended."""
    comes = {answer for one in evidence.transfers.moves if one.comes for answer in one.answers}
    return Counter(
        f"{'in' if item.letter_id in comes else 'out'} {item.state}"
        for item in evidence.transfers.letters
    )


def _never(ways: Mapping[Way, int], sent: Mapping[str, int]) -> set[str]:
    """Kinds that were sent and did not come so to one of their queues, with that queue."""
    return {
        f"{kind} to {queue}"
        for kind, queues in HEARERS.items()
        for queue in queues
        if sent.get(kind) and not ways.get((queue, kind))
    }


def _by_kind(run: Run, evidence: Evidence) -> Iterator[str]:
    for kind, count in sorted(run.mail.seen.items()):
        if kind in HEARERS:
            late, early = (
                sum(ways.get((queue, kind), 0) for queue in HEARERS[kind])
                for ways in (evidence.late, evidence.early)
            )
            again = run.mail.copied[kind]
            yield f"  {kind:36} {count:5} sent, {again:5} again, {late:4} late, {early:4} early"
        else:
            yield f"  {kind:36} {count:5} sent, heard by nobody"


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counter.items()))
