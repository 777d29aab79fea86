"""Why credit refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why it is refused (拒绝的原因)."""

    NOT_FOUND = "not-found"
    """It does not exist, or is nobody's business."""
    SUBJECT_KNOWN = "subject-known"
    """The code stands in a register already."""
    SUBJECT_UNKNOWN = "subject-unknown"
    """No such subject, or name and code do not belong together: code 1001 of the platforms."""
    SUBJECT_MERGED = "subject-merged"
    """Its records are another's now."""
    SAME_SUBJECT = "same-subject"
    """Nothing is merged into itself."""
    OTHER_REGISTER = "other-register"
    """A subject does not move between registers."""
    FLAWED = "record-flawed"
    """Some cells cannot be right."""
    RECORD_KNOWN = "record-known"
    """The authority has a record under this number already."""
    RECORD_STATE = "record-state"
    """How the record stands allows no such step."""
    OWN_ENTRY = "own-entry"
    """Who entered a record does not have it published."""
    NOTHING_TO_REPAIR = "nothing-to-repair"
    """Permits are no breach."""
    REPAIR_TOO_EARLY = "repair-too-early"
    """The least time of publication is not over."""
    REPAIR_OPEN = "repair-open"
    """One application at a time."""
    REPAIR_STATE = "repair-state"
    """How the application stands allows no such step."""
    OBJECTION_OPEN = "objection-open"
    """One objection at a time."""
    IMPORT_STATE = "import-state"
    """How the file stands allows no such step."""
    IMPORT_DIGEST = "import-digest"
    """What is accepted is what was previewed."""
    OWN_IMPORT = "own-import"
    """Who handed a file in does not have it taken."""
    LIST_UNKNOWN = "list-unknown"
    """No law knows such a list."""
    LISTED_ALREADY = "listed-already"
    """The membership is known."""
    NOT_LISTED = "not-listed"
    """There is no such membership, or it has ended."""
    MEASURE_BEYOND = "measure-beyond"
    """The national list has no such measure for this membership in this matter."""
    FED_BACK = "fed-back"
    """What became of it was told already."""
    NO_USER = "no-credit-user"
    """Nobody has authorised them to ask, report or repair."""
    USER_SHUT = "credit-user-shut"
    """Dormant, not confirmed by the unit, or shut."""
    OWN_USER = "own-credit-user"
    """Nobody stands for themselves."""
    OTHER_UNIT = "other-unit"
    """Each unit has its own administrator."""
    UNIT_ADMIN_BY_TWO = "unit-admin-by-administrators"
    """Whoever lets in others is let in by two administrators of the platform."""
    AUDITOR_LOOKS_ONLY = "auditor-looks-only"
    """Who looks over everybody's shoulder does nothing that would have to be looked at."""
    NO_SHIELD = "no-shield"
    """Only a firm is reorganised, by a ruling of before, for a plan that is not over."""
    SHIELD_KNOWN = "shield-known"
    """The ruling shields the firm already."""
    POLICIES_FLAWED = "policies-flawed"
    """Some cells of the file cannot be right: none of it is shown."""
    POLICY_KNOWN = "policy-known"
    """A document is shown under the number."""
    NOT_IN_REGISTER = "not-in-register"
    """Nobody has told the register of this person."""
    OWN_REPORT = "own-report"
    """Staff do not look themselves up."""
    REPORT_CHANGED = "report-changed"
    """What it says is not so any more."""
    REPORTS_A_DAY = "reports-a-day"
    """Enough for one day."""
    SEARCH_TOO_SHORT = "search-too-short"
    """Two characters find half of the register."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.SUBJECT_KNOWN: Wording(409, "R-CRD-6", "该代码已在主体库中，请查询后办理更名或合并。"),
    Reason.SUBJECT_UNKNOWN: Wording(
        409, "R-CRD-10", "主体不存在，或名称与代码不一致（1001），请先在主体库中核对。"
    ),
    Reason.SUBJECT_MERGED: Wording(409, "R-CRD-6", "该主体已合并，请使用合并后的主体。"),
    Reason.SAME_SUBJECT: Wording(422, "R-CRD-6", "主体不能与自身合并。"),
    Reason.OTHER_REGISTER: Wording(422, "R-CRD-6", "不同主体库的主体不能互相变更或合并。"),
    Reason.FLAWED: Wording(422, "R-CRD-14", "信息不符合要求，请按标出的栏目修改。"),
    Reason.RECORD_KNOWN: Wording(409, "R-CRD-14", "该机关已报送同一文书号的信息。"),
    Reason.RECORD_STATE: Wording(409, "R-CRD-15", "信息当前状态为“{state}”，不能办理此操作。"),
    Reason.OWN_ENTRY: Wording(403, "R-CRD-11", "录入人不能复核自己录入的信息。"),
    Reason.NOTHING_TO_REPAIR: Wording(409, "R-CRD-19", "行政许可信息不需要信用修复。"),
    Reason.REPAIR_TOO_EARLY: Wording(409, "R-CRD-20", "最短公示期未满，{day}起可以申请信用修复。"),
    Reason.REPAIR_OPEN: Wording(409, "R-CRD-22", "该信息已有正在办理的信用修复申请。"),
    Reason.REPAIR_STATE: Wording(409, "R-CRD-25", "该修复申请当前不能办理此操作。"),
    Reason.OBJECTION_OPEN: Wording(409, "R-CRD-23", "该信息已有正在核查的异议。"),
    Reason.IMPORT_STATE: Wording(409, "R-CRD-35", "文件当前状态为“{state}”，不能办理此操作。"),
    Reason.IMPORT_DIGEST: Wording(409, "R-CRD-35", "摘要与预览不一致，请重新查看预览后再提交。"),
    Reason.OWN_IMPORT: Wording(403, "R-CRD-11", "上传人不能复核自己上传的文件。"),
    Reason.LIST_UNKNOWN: Wording(
        422, "R-CRD-27", "没有这个名单：只登记法律、法规和中央文件设立的名单，本平台不自设名单。"
    ),
    Reason.LISTED_ALREADY: Wording(409, "R-CRD-26", "该认定文书已登记在此名单中。"),
    Reason.NOT_LISTED: Wording(404, "R-CRD-26", "没有这条名单记录，或已移出名单。"),
    Reason.MEASURE_BEYOND: Wording(
        422, "R-CRD-26", "该事项中没有这项措施：措施以全国基础清单为限，不得自行增加。"
    ),
    Reason.FED_BACK: Wording(409, "R-CRD-28", "该措施已反馈过结果。"),
    Reason.NO_USER: Wording(403, "R-CRD-32", "未获得信用平台的“{role}”授权，请由单位申请授权。"),
    Reason.USER_SHUT: Wording(
        403, "R-CRD-32", "授权已停用、未按季确认或长期未使用，请重新申请授权。"
    ),
    Reason.OWN_USER: Wording(403, "R-CRD-32", "不能办理自己的授权。"),
    Reason.OTHER_UNIT: Wording(403, "R-CRD-32", "只能办理本单位用户的授权。"),
    Reason.UNIT_ADMIN_BY_TWO: Wording(
        403, "R-CRD-32", "单位管理员的授权由平台的两位系统管理员办理。"
    ),
    Reason.AUDITOR_LOOKS_ONLY: Wording(
        403, "R-CRD-33", "审计人员只能查看查询留痕，不能办理其他业务。"
    ),
    Reason.NO_SHIELD: Wording(
        422, "R-CRD-24", "只屏蔽企业和其他组织；裁定日期不能晚于今天，重整计划执行期不能已满。"
    ),
    Reason.SHIELD_KNOWN: Wording(409, "R-CRD-24", "该裁定已登记。"),
    Reason.POLICIES_FLAWED: Wording(422, "R-CRD-35", "文件不符合要求，请按标出的行列修改。"),
    Reason.POLICY_KNOWN: Wording(409, "R-CRD-15", "该文号的政策文件已发布。"),
    Reason.NOT_IN_REGISTER: Wording(
        409, "R-CRD-10", "自然人主体库中没有您的信息，请携带身份证件到信用窗口核对。"
    ),
    Reason.OWN_REPORT: Wording(
        403, "R-CRD-32", "工作人员不能在柜台查询本人的信用报告，请以个人身份登录办理。"
    ),
    Reason.REPORT_CHANGED: Wording(409, "R-CRD-19", "报告所载信息已有变化，不再提供，请重新查询。"),
    Reason.REPORTS_A_DAY: Wording(429, "R-CRD-33", "今天已查询{most}次，请明天再查询。"),
    Reason.SEARCH_TOO_SHORT: Wording(422, "R-CRD-18", "名称过短，请多输入几个字。"),
}


class Refused(WordedError):
    """Credit refuses it (拒绝)."""

    wordings = WORDINGS
