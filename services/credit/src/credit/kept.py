"""What credit keeps of whom, why and how long; read by the person and done by the job that forgets."""

from shared.privacy.kept import BOOKS_YEARS, COMMON, Fate, Kept, rules, technical

MINE = """subject_id IN (SELECT subject_id FROM subject JOIN person_link USING (code_hash)
    WHERE person_link.person_id = $1)"""
MY_RECORDS = f"record_id IN (SELECT record_id FROM record WHERE {MINE})"  # noqa: S608
WHY = "社会信用信息管理"

KEPT = (
    *COMMON,
    *rules("period_policy", "gravity_policy", "list_kind", "measure"),
    *technical("import_piece", "import_row", "import_flaw"),
    Kept("import_file", "批量导入的文件", WHY, BOOKS_YEARS, Fate.ARCHIVED),
    Kept(
        "subject",
        "信用主体",
        WHY,
        about=MINE,
        shown=("kind", "state", "registered_at", "source"),
    ),
    Kept(
        "subject_history",
        "主体名称代码沿革",
        WHY,
        about=MINE,
        shown=("changed_at", "what", "reason"),
    ),
    Kept(
        "person_link",
        "身份证件号码的哈希值",
        "办理业务时查询信用信息",
        about="person_id = $1",
        shown=("person_id",),
    ),
    Kept(
        "credit_check",
        "办理业务时的信用查询",
        "逢办必查，查询留痕",
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about="person_id = $1",
        shown=("asked_by", "matter", "purpose", "asked_on", "result", "match", "answered_at"),
    ),
    Kept(
        "list_entry",
        "列入的名单",
        WHY,
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about=MINE,
        shown=("list_code", "document_no", "authority_name", "basis", "in_on", "out_on", "left_at"),
    ),
    Kept(
        "list_use",
        "奖惩措施反馈",
        "联合奖惩，反馈结果",
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about=f"entry_id IN (SELECT entry_id FROM list_entry WHERE {MINE})",  # noqa: S608
        shown=("measure_code", "applied", "why", "used_on"),
    ),
    Kept("credit_user", "授权用户", "信用查询授权", BOOKS_YEARS, Fate.ARCHIVED),
    Kept(
        "look_up",
        "信用查询留痕",
        "查询可追溯，接受主体查阅",
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about=MINE,
        shown=("looked_at", "unit_code", "matter_id", "purpose", "shown"),
    ),
    Kept(
        "credit_report",
        "信用报告",
        "出具和核验信用报告",
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about=MINE,
        shown=("number", "ground", "purpose", "as_of", "content_sealed"),
    ),
    Kept(
        "repair",
        "信用修复申请",
        WHY,
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about=MY_RECORDS,
        shown=("applied_on", "state", "result_due_on", "decided_at", "decision"),
    ),
    Kept(
        "objection",
        "信用信息异议",
        WHY,
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about=MY_RECORDS,
        shown=("raised_on", "about", "state", "result_due_on", "decided_at", "decision"),
    ),
    Kept(
        "record",
        "行政许可和行政处罚信息",
        WHY,
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about=MINE,
        shown=(
            "kind",
            "authority_name",
            "document_no",
            "decided_on",
            "state",
            "public_until",
            "content_sealed",
        ),
    ),
    Kept(
        "record_version",
        "行政许可和行政处罚信息的各个版本",
        WHY,
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about=MY_RECORDS,
        shown=("version", "changed_at", "step", "public_until", "reason", "content_sealed"),
    ),
)
