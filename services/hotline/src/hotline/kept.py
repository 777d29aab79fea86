"""What the hotline keeps of whom, why and how long; read by the person and done by the job that forgets."""

from shared.privacy.kept import COMMON, TEXTS_YEARS, Fate, Kept, technical

OLD_CALL = "call_id IN (SELECT call_id FROM call WHERE began_at < $1)"
MY_CALL = "call_id IN (SELECT call_id FROM call WHERE person_id = $1)"
RECORDINGS_YEARS = 1
"""Of recordings: as long as somebody may ask what was said; then only the note is kept."""
WHY_RECORDED = "查证来电答复和服务质量；来电人可按键拒绝"
WHY = ("回电登记", "给来电人回电")
KEPT = (
    *COMMON,
    *technical("agent"),
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
        "recording_piece",
        "与坐席通话的录音（声音）",
        WHY_RECORDED,
        RECORDINGS_YEARS,
        Fate.DELETED,
        old="call_id IN (SELECT call_id FROM call_recording WHERE began_at < $1)",
    ),
    Kept(
        "call_recording",
        "与坐席通话的录音",
        WHY_RECORDED,
        RECORDINGS_YEARS,
        Fate.DELETED,
        old="began_at < $1 AND NOT EXISTS (SELECT FROM recording_piece AS piece"
        " WHERE piece.call_id = call_recording.call_id)",
        about=MY_CALL,
        shown=("began_at", "bytes"),
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
