"""What withdrawals keeps of whom, why and how long; read by the person and done by the job that forgets."""

from shared.privacy.kept import BOOKS_YEARS, COMMON, Fate, Kept, books, rules, technical

MINE = "application_id IN (SELECT id FROM application WHERE person_id = $1)"
KEPT = (
    *COMMON,
    books(
        "application",
        "提取申请和收款银行卡",
        "person_id = $1",
        (
            "submitted_at",
            "id",
            "kind",
            "state",
            "channel",
            "card_sealed",
            "amount_fen",
            "refusal_text",
            "paid_on",
            "bank_serial",
        ),
    ),
    books("application_history", "提取办理过程", MINE, ("at", "application_id", "state", "text")),
    books("review", "提取审核", MINE, ("opened_at", "application_id", "reasons", "closed_at")),
    Kept(
        "inquiry",
        "办理前试算和情形核查",
        "核查提取依据",
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about="person_id = $1",
        shown=("asked_at", "purpose", "kind", "subject", "on_day"),
    ),
    books(
        "paper_request",
        "补正材料通知",
        MINE,
        ("asked_at", "application_id", "text", "by_on", "handed_in_at"),
    ),
    books(
        "paper",
        "上传的证明材料",
        MINE,
        (
            "uploaded_at",
            "application_id",
            "name",
            "media_type",
            "sent_bytes",
            "content_sealed",
            "gone_at",
        ),
    ),
    books(
        "sheet",
        "亮码可办信息表",
        MINE,
        ("filed_at", "application_id", "number", "centre_name"),
    ),
    books(
        "counter_act",
        "柜台代办人及其证明材料",
        MINE,
        ("application_id", "acting", "agent_name_sealed", "agent_id_sealed", "evidence"),
    ),
    books("death", "死亡登记", "person_id = $1", ("died_on", "recorded_on", "revoked_at")),
    books(
        "estate",
        "继承、受遗赠提取",
        "person_id = $1",
        ("claimed_on", "basis", "state", "set_aside_fen"),
    ),
    books("estate_heir", "继承人、受遗赠人"),
    books("estate_payment", "继承份额的支付"),
    books("review_opinion", "审核意见"),
    books("claim", "提取额度占用", MINE, ("application_id", "period", "fen")),
    *technical("claim_lock", "reminder"),
    books(
        "agreement",
        "约定提取和收款银行卡",
        "person_id = $1",
        ("signed_on", "kind", "card_sealed", "every_months", "state", "ended_on"),
    ),
    books(
        "couple",
        "夫妻约定：提取顺序或者比例",
        "EXISTS (SELECT FROM agreement WHERE agreement.id IN (proposer_id, partner_id) AND person_id = $1)",
        ("proposed_on", "manner", "proposer_first", "proposer_bp", "sign_by", "state"),
    ),
    books(
        "agreement_run",
        "约定提取办理记录",
        "agreement_id IN (SELECT id FROM agreement WHERE person_id = $1)",
        ("run_on", "outcome", "text", "concluded_at"),
    ),
    books(
        "card",
        "收款银行卡及银行核验结果",
        "person_id = $1",
        ("asked_at", "card_sealed", "state", "verified_on", "kept_at"),
    ),
    books(
        "look_up_consent",
        "授权配偶申请时查询本人信息",
        "person_id = $1",
        ("given_on", "ends_on", "way", "withdrawn_at"),
    ),
    books(
        "brake",
        "本人安全设置：提取锁定、每日限额",
        "person_id = $1",
        (
            "locked_at",
            "lifts_at",
            "limit_fen",
            "next_limit_fen",
            "next_limit_at",
            "phone_changed_at",
        ),
    ),
    books(
        "ban", "提取限制", "person_id = $1", ("found_on", "ends_on", "confirmed_at", "lifted_at")
    ),
    Kept(
        "staff_view",
        "工作人员查看申请的记录",
        "网络安全法第二十一条",
        about=MINE,
        shown=("viewed_at", "application_id"),
    ),
    *rules("calendar_day", "policy", "rule_book", "loan_cap"),
)
