"""Why proposing or deciding is refused, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why it is refused (拒绝的原因)."""

    UNKNOWN_PROPOSAL = "not-found"
    """No such proposal in this service."""
    ALREADY_PROPOSED = "already-proposed"
    """The same is proposed of the same subject, and not decided yet."""
    ALREADY_DECIDED = "already-decided"
    """Executed, rejected or withdrawn before."""
    PROPOSAL_EXPIRED = "proposal-expired"
    """Nobody decided in time."""
    SAME_PERSON = "same-person"
    """Who proposed decides nothing, by whatever login."""
    OWN_AFFAIR = "own-affair"
    """Nobody acts on what is their own."""
    NOT_ENTITLED = "not-entitled"
    """The policy asks for somebody else."""
    NEWCOMER = "newcomer"
    """Created or let in again too lately for such a sum."""
    MAKER_GONE = "maker-gone"
    """Who proposed it has been shut out or has another role since."""
    EVIDENCE_NEEDED = "evidence-needed"
    """The policy asks for documents."""
    NOT_THE_MAKER = "not-the-maker"
    """Only who proposed takes it back, or attaches a scan."""
    SCAN_NEEDED = "scan-needed"
    """The rule asks for a paper, and no scan of it lies with the proposal."""
    TOO_MANY_SCANS = "too-many-scans"
    """More than one proposal may have."""
    SCAN_DAMAGED = "scan-damaged"
    """Nothing can be seen of a file, or not in time."""
    SCAN_LOCKED = "scan-locked"
    """A file that wants a password."""
    SCAN_TOO_LARGE = "scan-too-large"
    """A picture of too many pixels."""
    SCAN_TOO_LONG = "scan-too-long"
    """A file of too many pages."""
    SCANS_BUSY = "scans-busy"
    """No worker is free to redraw a file."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.UNKNOWN_PROPOSAL: NOT_FOUND,
    Reason.ALREADY_PROPOSED: Wording(409, None, "同一事项已有待复核的申请，请先处理该申请。"),
    Reason.ALREADY_DECIDED: Wording(409, None, "该申请已处理，不能重复办理。"),
    Reason.PROPOSAL_EXPIRED: Wording(409, None, "该申请已超过复核期限，请重新提出。"),
    Reason.SAME_PERSON: Wording(403, None, "经办人不能复核自己提出的申请。"),
    Reason.OWN_AFFAIR: Wording(403, None, "不能办理与本人有关的业务，请由其他人员办理。"),
    Reason.NOT_ENTITLED: Wording(403, None, "您没有复核此类申请的权限。"),
    Reason.NEWCOMER: Wording(403, None, "账号启用时间较短，暂不能办理此金额的业务。"),
    Reason.MAKER_GONE: Wording(
        409, None, "提出申请的人员已被停用或变更岗位，请退回后由其他人员重新提出。"
    ),
    Reason.EVIDENCE_NEEDED: Wording(422, None, "此类申请须填写依据材料的编号。"),
    Reason.NOT_THE_MAKER: Wording(403, None, "只有提出申请的人员可以撤回申请或附扫描件。"),
    Reason.SCAN_NEEDED: Wording(422, None, "此类业务须附证明材料的扫描件，请经办人附上后再复核。"),
    Reason.TOO_MANY_SCANS: Wording(409, None, "一项申请最多附{most}份扫描件。"),
    Reason.SCAN_DAMAGED: Wording(422, None, "扫描件已损坏或无法打开，请重新扫描后再附。"),
    Reason.SCAN_LOCKED: Wording(422, None, "扫描件有密码保护，请去除密码后再附。"),
    Reason.SCAN_TOO_LARGE: Wording(422, None, "扫描件的图片尺寸过大，请降低分辨率后再附。"),
    Reason.SCAN_TOO_LONG: Wording(422, None, "扫描件超过20页，请分成几份再附。"),
    Reason.SCANS_BUSY: Wording(503, None, "正在处理的扫描件较多，请稍后再附。"),
}


class Refused(WordedError):
    """The mechanism of two people refuses it (拒绝)."""

    wordings = WORDINGS
