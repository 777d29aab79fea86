"""The queues of what accounts asks and has written beside its daily business; in `topology`.

Merging one person's two accounts (合并): who is asked, and who follows. Dunning letters (催缴函).
"""

from shared.messages import dunning as d
from shared.messages import merges as m
from shared.messaging.queue import Queue

HEAR_MERGE_ANSWERS = Queue(
    "accounts.hear-merge-answers",
    (m.WithdrawalsMergeTold, m.LoansMergeTold),
    "merge two accounts of one person once everybody is free, or end it",
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

QUEUES = (
    HEAR_MERGE_ANSWERS,
    FOLLOW_MERGES_IN_WITHDRAWALS,
    FOLLOW_MERGES_IN_LOANS,
    TEXT_MERGES,
    END_MERGED_IDENTITIES,
    WRITE_DUNNING_LETTERS,
)
