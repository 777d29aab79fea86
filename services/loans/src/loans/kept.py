"""What loans keeps of whom, why and how long; read by the person and done by the job that forgets."""

from shared.privacy.kept import COMMON, books, rules, technical

MINE = "contract_number IN (SELECT contract_number FROM party WHERE person_id = $1)"
KEPT = (
    *COMMON,
    books("person", "借款人姓名", "person_id = $1", ("opened_on",)),
    books("party", "贷款合同当事人", "person_id = $1", ("contract_number", "role")),
    books(
        "contract",
        "贷款合同",
        MINE,
        ("signed_on", "contract_number", "amount_fen", "periods", "method", "home", "state"),
    ),
    books("repayment_card", "还款银行卡", MINE, ("registered_at", "card_tail", "replaced_at")),
    books("payee", "收款人", MINE, ("entered_at", "account_tail", "kind")),
    books(
        "entry",
        "还款明细",
        MINE,
        (
            "booked_on",
            "contract_number",
            "kind",
            "amount_fen",
            "principal_fen",
            "interest_fen",
            "penalty_fen",
            "balance_after_fen",
        ),
    ),
    books("debit", "扣款", MINE, ("debit_on", "purpose", "amount_fen", "state", "reason_text")),
    books("counter_operation", "柜面业务", MINE, ("entered_at", "kind", "state", "decided_at")),
    books(
        "offset_agreement",
        "冲还贷协议",
        "person_id = $1",
        ("signed_on", "contract_number", "way", "ended_on", "terms_version"),
    ),
    books("offset_use", "冲还贷", "person_id = $1", ("run_on", "contract_number", "ended_at")),
    books("ban", "提取限制", "person_id = $1", ("found_on", "ends_on", "cause", "lifted")),
    books(
        "person_merge",
        "账户合并",
        "$1 IN (goes_person, stays_person)",
        ("heard_at", "merge_id", "state"),
    ),
    books("death", "死亡登记", "person_id = $1", ("died_on", "heard_on", "revoked")),
    books("death_answer", "死亡后的还款安排", MINE, ("answered_at", "contract_number", "text")),
    books("account", "贷款账户"),
    books("allocation", "还款分摊"),
    books("disbursement", "放款"),
    books("instalment", "还款计划"),
    books("plan_version", "还款计划版本"),
    books("receipt_claim", "到账认领"),
    books("moving_in_batch", "期初移入批次"),
    books("moving_in_loan", "原账贷款明细"),
    *rules("loan_policy", "loan_rate"),
    *technical("run", "totals_told", "moving_in_file", "moving_in_flaw", "moving_in_piece"),
)
