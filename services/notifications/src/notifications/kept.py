"""What notifications keeps of whom, why and how long; read by the person and done by the job that forgets."""

from shared.privacy.kept import COMMON, TEXTS_YEARS, Fate, Kept, rules, technical

OLD_TEXT = "text_number IN (SELECT number FROM text WHERE created_at < $1)"
MY_TEXT = "text_number IN (SELECT number FROM text WHERE person_id = $1)"
FROM_MY_PHONE = """
phone_hash IN (SELECT phone_hash FROM subscriber WHERE person_id = $1) AND $1 = (
    SELECT person_id FROM subscriber AS told
    WHERE told.phone_hash = mo_text.phone_hash
      AND told.known_since <= (received_at AT TIME ZONE 'Asia/Shanghai')::date
    ORDER BY known_since DESC, person_id = $1 DESC LIMIT 1
)"""
"""Numbers are given out again: a text is theirs who last had the phone when it came; a family shares."""
SENT = ("短信投递记录", "告知办理结果，查证投递")
KEPT = (
    *COMMON,
    Kept("text_segment", *SENT, TEXTS_YEARS, Fate.DELETED, old=OLD_TEXT),
    Kept(
        "delivery",
        *SENT,
        TEXTS_YEARS,
        Fate.DELETED,
        old=OLD_TEXT,
        about=MY_TEXT,
        shown=("submitted_at", "state", "ended_at"),
    ),
    Kept("push", *SENT, TEXTS_YEARS, Fate.DELETED, old=OLD_TEXT),
    Kept("spare", *SENT, TEXTS_YEARS, Fate.DELETED, old=OLD_TEXT),
    Kept(
        "preference",
        "各类消息的接收方式",
        "按本人选择的渠道告知",
        about="person_id = $1",
        shown=("topic", "first_channel", "optional", "changed_at"),
    ),
    Kept(
        "wechat_reach",
        "可通过微信接收的消息种类",
        "按本人订阅选择微信或短信",
        about="person_id = $1",
        shown=("templates",),
    ),
    Kept(
        "text",
        "发给本人的短信",
        "告知办理结果",
        TEXTS_YEARS,
        Fate.DELETED,
        old="created_at < $1",
        about="person_id = $1",
        shown=("created_at", "template", "phone_sealed", "body_sealed"),
    ),
    Kept(
        "mo_text",
        "本人手机发来的短信",
        "答复查询，记住退订",
        TEXTS_YEARS,
        Fate.DELETED,
        old="received_at < $1 AND command NOT IN ('stop', 'start')",
        about=FROM_MY_PHONE,
        shown=("received_at", "command", "phone_sealed", "body_sealed"),
    ),
    Kept(
        "subscriber",
        "接收短信的手机号和退订状态",
        "发送短信",
        about="person_id = $1",
        shown=("known_since", "phone_sealed", "opted_out_at"),
    ),
    Kept(
        "deceased",
        "死亡登记",
        "不再向已故人员发送短信",
        about="person_id = $1",
        shown=("revoked",),
    ),
    Kept(
        "erased_person",
        "已删除个人信息的记录（仅内部编号）",
        "个人信息保护法第四十七条：迟到的信息不再登记",
        about="person_id = $1",
        shown=("erased_at", "whole"),
    ),
    *rules("wording"),
    Kept("sms_route", "号段和携号转网号码的短信通道", "按号码所属运营商发送短信"),
    *technical("early_receipt", "mo_part", "wechat_inquiry"),
)
"""Children come before what they belong to: so they are deleted first."""
