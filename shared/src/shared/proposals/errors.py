"""What proposing and deciding refuses."""

from shared.base.errors import ServiceError


class UnknownProposal(ServiceError):
    """No such proposal in this service."""

    status = 404
    code = "not-found"
    detail = "没有找到您要的内容。"


class AlreadyProposed(ServiceError):
    """The same is proposed of the same subject, and not decided yet."""

    code = "already-proposed"
    detail = "同一事项已有待复核的申请，请先处理该申请。"


class AlreadyDecided(ServiceError):
    """Executed, rejected or withdrawn before."""

    code = "already-decided"
    detail = "该申请已处理，不能重复办理。"


class ProposalExpired(ServiceError):
    """Nobody decided in time."""

    code = "proposal-expired"
    detail = "该申请已超过复核期限，请重新提出。"


class SamePerson(ServiceError):
    """Who proposed decides nothing, by whatever login."""

    status = 403
    code = "same-person"
    detail = "经办人不能复核自己提出的申请。"


class OwnAffair(ServiceError):
    """Nobody acts on what is their own."""

    status = 403
    code = "own-affair"
    detail = "不能办理与本人有关的业务，请由其他人员办理。"


class NotEntitled(ServiceError):
    """The policy asks for somebody else."""

    status = 403
    code = "not-entitled"
    detail = "您没有复核此类申请的权限。"


class Newcomer(ServiceError):
    """Created or let in again too lately for such a sum."""

    status = 403
    code = "newcomer"
    detail = "账号启用时间较短，暂不能办理此金额的业务。"


class MakerGone(ServiceError):
    """Who proposed it has been shut out or has another role since."""

    code = "maker-gone"
    detail = "提出申请的人员已被停用或变更岗位，请退回后由其他人员重新提出。"


class EvidenceNeeded(ServiceError):
    """The policy asks for documents."""

    status = 422
    code = "evidence-needed"
    detail = "此类申请须填写依据材料的编号。"


class NotTheMaker(ServiceError):
    """Only who proposed takes it back."""

    status = 403
    code = "not-the-maker"
    detail = "只有提出申请的人员可以撤回。"
