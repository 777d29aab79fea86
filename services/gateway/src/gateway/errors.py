"""Why the gateway refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why somebody cannot log in, or staff cannot be changed (拒绝的原因)."""

    TOO_MANY_REQUESTS = "too-many-requests"
    """From one address, or for one ID number."""
    CODE_TOO_SOON = "code-sent-just-now"
    """A code was sent just now."""
    LOCKED = "login-locked"
    """Failures in a row."""
    WRONG_CODE = "wrong-code"
    """There are tries left."""
    CODE_EXHAUSTED = "code-exhausted"
    """The challenge is dead."""
    CODE_EXPIRED = "code-expired"
    """Too late, used, replaced, or never issued; nobody can tell which."""
    WRONG_CREDENTIALS = "wrong-credentials"
    """Login, password, one-time password or secret; nobody can tell which."""
    ACTIVATION_FAILED = "activation-failed"
    """The activation code is wrong, used or too old; nobody can tell which."""
    SESSION_ENDED = "session-ended"
    """The refresh token continues nothing."""
    REFRESH_REUSED = "refresh-reused"
    """A refresh token was used twice: one of the two is a thief's."""
    PASSWORD_COMMON = "password-easily-guessed"  # noqa: S105
    """NIST SP 800-63B: it is common, or made of what everybody knows."""
    PASSWORD_USED_BEFORE = "password-used-before"  # noqa: S105
    """One of the last ones."""
    QUERY_PASSWORD_TRIVIAL = "query-password-easily-guessed"  # noqa: S105
    """Six digits that somebody tries first."""
    NOT_CONFIRMABLE = "not-confirmable"
    """The operation needs no confirmation, or nobody knows a phone."""
    CONFIRMATIONS_EXHAUSTED = "confirmations-exhausted"
    """So many wrong codes that the session is somebody else's."""
    NOT_READY = "try-again"
    """There is no signing key yet."""
    LOGIN_TAKEN = "login-taken"
    """Logins are unique."""
    PHONE_TAKEN = "phone-taken"
    """Codes reach one member of staff."""
    PHONE_OF_SOMEBODY_ELSE = "phone-of-somebody-else"
    """Codes would reach somebody else."""
    PHONE_NOT_PROVEN = "phone-not-proven"
    """No code of that phone was entered in this session."""
    PHONE_NOT_OWN = "phone-not-own"
    """Nobody but an employer says that the phone on file is the person's."""
    CARRIERS_AWAY = "carriers-away"
    """Whose the phone is could not be asked."""
    PHONE_ON_FILE = "phone-on-file"
    """It is the phone on file already."""
    NOTHING_TO_CORRECT = "nothing-to-correct"
    """Name and number are on file so already."""
    TOO_MANY_CORRECTIONS = "too-many-corrections"
    """The register is no means to try names and numbers."""
    NUMBER_TAKEN = "id-number-taken"
    """Somebody else has the number, in the same capacity: two accounts are merged."""
    NUMBER_NOT_KEPT = "id-number-not-kept"
    """Of a login of an earlier release only the hash of the number was kept: nobody could compare."""
    ONE_ROLE_PER_PERSON = "one-role-per-person"
    """Maker and checker are different people."""
    NOT_YOURSELF = "not-yourself"
    """An administrator cannot lock themselves out."""
    ALREADY_FOUNDED = "already-founded"
    """There is staff already: two administrators make more."""
    TWO_ADMINISTRATORS_NEEDED = "two-administrators-needed"
    """One alone could do nothing."""
    OPERATOR_KNOWN = "operator-known"
    """That person is an operator of the employer already."""
    TOO_MANY_OPERATORS = "too-many-operators"
    """An employer has had so many that it must ask the centre."""
    LAST_OPERATOR = "last-operator"
    """Nobody would be left who can bind the employer."""
    BY_AUTHENTICATOR = "login-by-authenticator"
    """Operators log in by password and authenticator."""
    OTHER_VERSION = "other-version"
    """The text that somebody consents to is not the one in force."""
    NOT_GENUINE = "login-not-genuine"
    """Somebody else has written or changed what gives the right."""
    DECEASED = "deceased"
    """R-WDR-45: a death is recorded."""
    CLAIMED = "claimed"
    """A colleague is at it."""
    OWN_PROPOSAL = "own-proposal"
    """Nothing is decided by who proposed it."""
    NOT_FOR_THIS_POST = "not-for-this-post"
    """Somebody else's kind of work."""
    TOO_MANY_CLAIMS = "too-many-claims"
    """Nobody lays hands on the whole desk."""
    NOT_HELD = "not-held"
    """Only who is at something hands it over."""
    NO_SUCH_COLLEAGUE = "no-such-colleague"
    """Nobody who is in and may do it."""
    NUMBER_IN_NOTE = "number-in-note"
    """Of an ID document, a phone or a card."""
    TOO_MANY_NOTES = "too-many-notes"
    """About one piece of work."""
    OFFICE_NAME_TAKEN = "office-name-taken"
    """An open office is called so."""
    OFFICE_HAS_STAFF = "office-has-staff"
    """They are moved before it is closed."""
    NO_SUCH_OFFICE = "no-such-office"
    """None that is open."""
    UNKNOWN = "not-found"
    """It does not exist."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.TOO_MANY_REQUESTS: Wording(429, None, "操作过于频繁，请{wait}后再试。"),
    Reason.CODE_TOO_SOON: Wording(429, None, "验证码刚刚发送过，请{wait}后再重新获取。"),
    Reason.LOCKED: Wording(
        429,
        None,
        "登录失败次数过多，为保护您的账户已暂停登录，请{wait}后再试。如非本人操作，请致电12329。",
    ),
    Reason.WRONG_CODE: Wording(401, None, "验证码不正确，还可以尝试{tries_left}次。"),
    Reason.CODE_EXHAUSTED: Wording(401, None, "验证码输入错误次数过多，已作废，请重新获取。"),
    Reason.CODE_EXPIRED: Wording(401, None, "验证码已失效，请重新获取。"),
    Reason.WRONG_CREDENTIALS: Wording(401, None, "账号、密码或动态口令不正确。"),
    Reason.ACTIVATION_FAILED: Wording(
        401, None, "账号或激活码不正确，或激活码已失效，请联系管理员。"
    ),
    Reason.SESSION_ENDED: Wording(401, None, "登录已失效，请重新登录。"),
    Reason.REFRESH_REUSED: Wording(
        401, None, "检测到登录凭证被重复使用，为保护您的账户已退出登录，请重新登录。"
    ),
    Reason.PASSWORD_COMMON: Wording(
        422, None, "该密码过于常见或容易被猜到，请换一个更长、更少见的密码，例如几个互不相关的词。"
    ),
    Reason.PASSWORD_USED_BEFORE: Wording(422, None, "不能使用最近用过的密码。"),
    Reason.QUERY_PASSWORD_TRIVIAL: Wording(
        422, None, "查询密码不能是连续、重复的数字，也不能是证件号码或手机号中的数字，请换一个。"
    ),
    Reason.NOT_CONFIRMABLE: Wording(422, None, "该业务无须验证码确认，或没有可接收验证码的手机。"),
    Reason.CONFIRMATIONS_EXHAUSTED: Wording(
        401, None, "确认验证码错误次数过多，为保护您的账户已退出登录，请重新登录。"
    ),
    Reason.NOT_READY: Wording(503, None, "系统正在启动，请稍后重试。"),
    Reason.LOGIN_TAKEN: Wording(409, None, "该登录账号已被使用。"),
    Reason.PHONE_TAKEN: Wording(409, None, "该手机号码已被另一名工作人员使用。"),
    Reason.PHONE_OF_SOMEBODY_ELSE: Wording(
        409, None, "该手机号码已登记在他人名下，请使用本人的手机号码。"
    ),
    Reason.PHONE_NOT_PROVEN: Wording(
        422, "R-INF-2", "请先获取并输入新手机号收到的验证码，再提交更换。"
    ),
    Reason.PHONE_NOT_OWN: Wording(
        403,
        "R-INF-2",
        "首次登录须核验预留手机号为本人实名登记，该号码未能核验通过。请本人带身份证件到公积金中心柜台确认或更换"
        "预留手机号后再登录。",
    ),
    Reason.CARRIERS_AWAY: Wording(
        503,
        "R-INF-2",
        "首次登录须向运营商核验预留手机号，暂时没有得到答复，请稍后用同一验证码重试。",
    ),
    Reason.PHONE_ON_FILE: Wording(409, "R-INF-2", "该手机号就是当前的预留手机号，无须更换。"),
    Reason.NOTHING_TO_CORRECT: Wording(
        409, "R-INF-2", "现登记的姓名和证件号码就是这样，无须更正。"
    ),
    Reason.TOO_MANY_CORRECTIONS: Wording(
        429, "R-INF-2", "一天内最多提交{most}次更正，请稍后再试，或带身份证件到柜台办理。"
    ),
    Reason.NUMBER_TAKEN: Wording(
        409, "R-ACC-8", "该证件号码已登记在另一人名下；同一人有两个账户的，请先办理账户合并。"
    ),
    Reason.NUMBER_NOT_KEPT: Wording(
        409,
        "R-INF-2",
        "您的登录登记较早，网上没有可供核对的证件号码；更正姓名、证件号码，请本人带身份证件到柜台办理。",
    ),
    Reason.ONE_ROLE_PER_PERSON: Wording(
        409,
        None,
        "该人员已有一个有效的工作人员岗位，一人只能担任一个岗位；如需换岗，请先停用原账号。",
    ),
    Reason.NOT_YOURSELF: Wording(409, None, "不能停用或重置本人的账号，请由其他管理员操作。"),
    Reason.ALREADY_FOUNDED: Wording(409, None, "系统已有工作人员，请由两名管理员在系统内新增。"),
    Reason.TWO_ADMINISTRATORS_NEEDED: Wording(409, None, "首批工作人员至少须有两名管理员。"),
    Reason.DECEASED: Wording(
        403,
        "R-WDR-45",
        "该身份已登记死亡，登录已停用。登记有误的，请本人持身份证件到公积金中心柜台更正；办理继承或受遗赠提取，"
        "请继承人到柜台办理。",
    ),
    Reason.NOT_GENUINE: Wording(
        403, None, "该登录信息校验未通过，已停止使用，请联系住房公积金中心的系统管理员核查。"
    ),
    Reason.OTHER_VERSION: Wording(409, None, "内容已更新，请阅读最新内容后再确认。"),
    Reason.CLAIMED: Wording(409, None, "{name}正在办理，还有{wait}；如需接手，请其转交。"),
    Reason.OWN_PROPOSAL: Wording(409, None, "这是您本人提出的申请，须由另一人复核，不能由您认领。"),
    Reason.NOT_FOR_THIS_POST: Wording(
        409, None, "您的岗位不办理这项工作：提出申请的是经办，认领复核的是复核员或管理员。"
    ),
    Reason.TOO_MANY_CLAIMS: Wording(409, None, "您已认领{most}项，请先办理或放下一些。"),
    Reason.NOT_HELD: Wording(409, None, "您没有认领这项工作，或认领已经到时，请先认领。"),
    Reason.NO_SUCH_COLLEAGUE: Wording(
        409, None, "只能转交给在岗、已激活登录并且岗位可以办理的另一位同事。"
    ),
    Reason.NUMBER_IN_NOTE: Wording(
        422, "R-CHK-4", "备注中不能写证件号码、手机号码或银行卡号，请写申请编号。"
    ),
    Reason.TOO_MANY_NOTES: Wording(409, None, "一项工作最多写{most}条备注。"),
    Reason.OFFICE_NAME_TAKEN: Wording(409, None, "已有同名的管理部。"),
    Reason.OFFICE_HAS_STAFF: Wording(409, None, "该管理部还有工作人员，请先调到其他管理部再撤销。"),
    Reason.NO_SUCH_OFFICE: Wording(409, None, "没有这个管理部，或者已经撤销，请刷新后重新选择。"),
    Reason.UNKNOWN: NOT_FOUND,
    Reason.OPERATOR_KNOWN: Wording(409, "R-ACC-1", "该人员已是本单位的经办人。"),
    Reason.TOO_MANY_OPERATORS: Wording(
        409, "R-ACC-1", "本单位登记过的经办人已达上限，请联系住房公积金中心。"
    ),
    Reason.LAST_OPERATOR: Wording(
        409, "R-ACC-1", "单位须至少保留一名有确认权限的经办人，请改为更换经办人。"
    ),
    Reason.BY_AUTHENTICATOR: Wording(
        422,
        None,
        "单位经办人请使用登录账号、密码和动态口令登录；尚未激活的，激活码已发至经办人手机。",
    ),
}


class Refused(WordedError):
    """The gateway refuses it (拒绝).

    A failed login is returned, not raised, by what must commit its count of failures; the edge raises it.
    """

    wordings = WORDINGS


def must_wait(reason: Reason, wait: timedelta) -> Refused:
    """Refuse what was tried too often, and say until when."""
    told = {"retry_after_seconds": whole_seconds(wait)}
    return Refused(reason, told=told, wait=spoken(wait))


def wrong_code(tries_left: int) -> Refused:
    """Refuse a one-time code, and say how many tries are left."""
    return Refused(Reason.WRONG_CODE, told={"tries_left": tries_left}, tries_left=tries_left)


def whole_seconds(wait: timedelta) -> int:
    """Round a wait up, so that whoever waits that long is let in."""
    return max(1, -(-wait // timedelta(seconds=1)))


def spoken(wait: timedelta) -> str:
    """Say a wait in Chinese, rounded up."""
    seconds = whole_seconds(wait)
    if seconds < 60:
        return f"{seconds}秒"
    minutes = -(-seconds // 60)
    return f"{minutes}分钟" if minutes < 120 else f"{-(-minutes // 60)}小时"
