"""What the hotline keeps of whom, why and how long; read by the person and done by the job that forgets."""

from shared.privacy.kept import COMMON, TEXTS_YEARS, Fate, Kept

OLD_CALL = "call_id IN (SELECT call_id FROM call WHERE began_at < $1)"
MY_CALL = "call_id IN (SELECT call_id FROM call WHERE person_id = $1)"
WHY = ("回电登记", "给来电人回电")
KEPT = (
    *COMMON,
    Kept(
        "call_note",
        "来电事项的记录和答复",
        "答复来电，查证服务质量",
        TEXTS_YEARS,
        Fate.DELETED,
        old=OLD_CALL,
        about=MY_CALL,
        shown=("noted_at", "solved", "text_sealed", "closed_at", "answer_sealed"),
    ),
    Kept(
        "answer_text",
        "以短信发送的查询结果（不含内容）",
        "答复来电",
        TEXTS_YEARS,
        Fate.DELETED,
        old=OLD_CALL,
        about=MY_CALL,
        shown=("asked_at", "what"),
    ),
    Kept(
        "call_back",
        *WHY,
        TEXTS_YEARS,
        Fate.DELETED,
        old=OLD_CALL,
        about=MY_CALL,
        shown=("asked_at", "done_at", "outcome"),
    ),
    Kept(
        "call",
        "12329来电记录",
        "答复来电，查证服务质量",
        TEXTS_YEARS,
        Fate.DELETED,
        old="began_at < $1",
        about="person_id = $1",
        shown=("began_at", "ended_at", "caller_sealed", "asked", "ending"),
    ),
)
"""Children come before what they belong to: so they are deleted first."""
