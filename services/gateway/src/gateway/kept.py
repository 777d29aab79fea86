"""What the gateway keeps of whom, why and how long; read by the person and done by the job that forgets."""

from shared.privacy.kept import BOOKS_YEARS, COMMON, LOGINS_YEARS, Fate, Kept, rules, technical

MINE = "identity_id IN (SELECT id FROM identity WHERE person_id = $1)"
KEPT = (
    *COMMON,
    Kept(
        "identity",
        "登录身份：姓名、手机号",
        "登录和验证身份",
        BOOKS_YEARS,
        Fate.ANONYMISED,
        about="person_id = $1",
        shown=("created_at", "role", "name_sealed", "phone_sealed"),
    ),
    Kept(
        "login_attempt",
        "登录记录",
        "网络安全法第二十一条，查证冒用",
        LOGINS_YEARS,
        Fate.DELETED,
        old="at < $1",
        about=MINE,
        shown=("at", "outcome", "channel", "address"),
    ),
    Kept(
        "consent",
        "对个人信息处理的同意和撤回",
        "个人信息保护法第十四条、第十五条",
        about="person_id = $1",
        shown=("at", "purpose", "version", "given", "channel"),
    ),
    Kept(
        "deceased",
        "死亡登记",
        "停用已故人员的登录",
        about="person_id = $1",
        shown=("died_on", "revoked"),
    ),
    Kept(
        "phone_change",
        "预留手机号的更换（仅尾号）",
        "查证冒用",
        LOGINS_YEARS,
        Fate.DELETED,
        old="at < $1",
        about=MINE,
        shown=("at", "by_whom", "tail_before", "tail_after"),
    ),
    Kept("staff_action", "管理员的操作", "网络安全法第二十一条"),
    Kept("staff_credential", "工作人员的登录凭证", "验证身份"),
    Kept("password_history", "用过的密码（仅散列值）", "不重复使用密码"),
    Kept("device_credential", "自助终端凭证", "验证终端"),
    *rules("signing_key"),
    *technical(
        "challenge",
        "confirmation",
        "known_device",
        "login_lock",
        "rate_limit",
        "refresh_token",
        "session",
    ),
)
