"""The queues of what accounts asks, tells of people and has written beside its daily business; in `topology`.

Merging one person's two accounts (合并): who is asked, and who follows. Erasing who is gone for long.
Dunning letters (催缴函).
"""

from shared.messages import accounts as a
from shared.messages import dunning as d
from shared.messages import erasures as er
from shared.messages import gateway as g
from shared.messages import merges as m
from shared.messaging.queue import Queue

HEAR_MERGE_ANSWERS = Queue(
    "accounts.hear-merge-answers",
    (m.WithdrawalsMergeTold, m.LoansMergeTold),
    "merge two accounts of one person once everybody is free, or end it",
)
HEAR_ERASURE_ANSWERS = Queue(
    "accounts.hear-erasure-answers",
    (er.LoansErasureTold,),
    "erase who is free of loans, or say until when the law keeps them",
)
FOLLOW_MERGES_IN_WITHDRAWALS = Queue(
    "withdrawals.follow-merges",
    (m.MergeAsked, m.MergeEnded, m.PersonMerged),
    "say whether somebody has a withdrawal under way, and let the history be the other's",
)
FOLLOW_MERGES_IN_LOANS = Queue(
    "loans.follow-merges",
    (m.MergeAsked, m.MergeEnded, m.PersonMerged),
    "say whether somebody has a loan under way, and let the loans be the other's",
)
TEXT_MERGES = Queue(
    "notifications.text-merges", (m.PersonMerged,), "tell both phones of two merged accounts"
)
END_MERGED_IDENTITIES = Queue(
    "gateway.end-merged-identities", (m.PersonMerged,), "let nobody log in as who has gone"
)
WRITE_DUNNING_LETTERS = Queue(
    "documents.write-dunning-letters",
    (d.DunningLetterDue,),
    "have the letters printed that employers in arrears get",
)
KNOW_SUBJECTS = Queue(
    "credit.know-subjects",
    (a.IndividualAccountOpened, g.PersonIdentityChanged, er.PersonErased),
    "know people, and forget who was erased",
)

QUEUES = (
    HEAR_MERGE_ANSWERS,
    HEAR_ERASURE_ANSWERS,
    FOLLOW_MERGES_IN_WITHDRAWALS,
    FOLLOW_MERGES_IN_LOANS,
    TEXT_MERGES,
    END_MERGED_IDENTITIES,
    WRITE_DUNNING_LETTERS,
    KNOW_SUBJECTS,
)
