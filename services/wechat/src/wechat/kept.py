"""What wechat keeps of whom, why and how long; read by the person and done by the job that forgets."""

from shared.privacy.kept import COMMON, TEXTS_YEARS, Fate, Kept, technical

MY_OPENIDS = (
    "openid_hash IN (SELECT openid_hash FROM binding WHERE person_id = $1 AND ended_at IS NULL)"
)
NOTICES = ("created_at", "kind", "state", "content_sealed", "ended_at")
KEPT = (
    *COMMON,
    *technical("authorisation", "callback", "incoming", "receipt", "credential", "holder", "reach"),
    Kept(
        "outgoing",
        "发给本人的微信消息",
        "告知办理结果",
        TEXTS_YEARS,
        Fate.DELETED,
        old="created_at < $1",
        about="person_id = $1",
        shown=NOTICES,
    ),
    Kept(
        "binding",
        "微信绑定记录",
        "确认微信用户身份，查证绑定和解绑",
        TEXTS_YEARS,
        Fate.DELETED,
        old="ended_at < $1",
        about="person_id = $1",
        shown=("bound_at", "ended_at", "ended_by"),
    ),
    Kept(
        "subscription",
        "微信消息订阅",
        "只发送本人订阅的消息",
        about=MY_OPENIDS,
        shown=("class", "wanted", "changed_at"),
    ),
    Kept(
        "follower",
        "微信用户标识（openid）",
        "发送微信消息",
        about=MY_OPENIDS,
        shown=("openid_sealed", "following", "changed_at"),
    ),
)
"""Children come before what they belong to: so they are deleted first."""
