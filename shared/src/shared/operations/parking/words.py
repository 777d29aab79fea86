"""Parked messages in words: what a queue is for, what stands still meanwhile, why a message waits."""

from dataclasses import dataclass

from shared.messaging.delivery import EARLY_MAX_ATTEMPTS


@dataclass(frozen=True)
class Words:
    """Of a queue, in Chinese."""

    title: str
    """What is done there."""
    stands_still: str
    """What does not go on for whoever the message is about."""


STAFF = Words(
    "得知工作人员变动", "本服务还不知道这位工作人员已停用或换岗，复核时仍按变动前的岗位判断。"
)

QUEUE_WORDS = {
    "accounts.reserve-withdrawal-funds": Words(
        "冻结提取资金", "该笔提取停在等待资金，钱没有动，到时限会列入超时步骤。"
    ),
    "accounts.settle-withdrawal-funds": Words(
        "提取资金记账或解冻", "该笔提取的结果已定，但账簿还没有记账或解冻，余额暂不正确。"
    ),
    "accounts.book-bank-receipts": Words(
        "银行来款入账", "单位交来的钱已到银行，账簿还没有记，汇缴清册停在待到账。"
    ),
    "accounts.offset-loan-repayments": Words(
        "公积金冲还贷", "这一期冲还贷的资金没有冻结、记账或解冻，贷款等待结果。"
    ),
    "accounts.allot-receipts": Words("暂收款转还贷款", "这笔来款仍在暂收，没有用于它要还的贷款。"),
    "accounts.book-loan-money": Words(
        "贷款资金记账", "发放或收回的贷款资金没有记入账簿，次日对账会出现差异。"
    ),
    "accounts.settle-refunds": Words(
        "退款记账", "从暂收退回的款项结果已定，账簿还没有记账或解冻。"
    ),
    "accounts.settle-estates": Words(
        "死亡登记和继承资金", "已故职工的账户没有封存，或者继承份额没有留出。"
    ),
    "accounts.hear-merge-answers": Words(
        "合并账户：登记各业务答复", "两个账户的合并停在等待答复，到时限自动终止，账户照常使用。"
    ),
    "accounts.hear-erasure-answers": Words(
        "删除个人信息：登记贷款业务答复", "此人的个人信息还没有按期或按本人请求删除。"
    ),
    "accounts.answer-balance-inquiries": Words("答复余额短信", "这条余额查询短信没有得到答复。"),
    "accounts.know-operators": Words(
        "得知经办人、手机号码和姓名变动", "归集业务仍按变动前的经办人、手机号码或姓名办理。"
    ),
    "accounts.tell-document-facts": Words("提供缴存证明内容", "该份证明等待缴存内容，没有出具。"),
    "accounts.tell-withdrawal-facts": Words("提供提取所需账户情况", "该笔提取或测算等待账户情况。"),
    "accounts.tell-transfer-facts": Words("提供异地转移所需账户情况", "该份联系函等待账户情况。"),
    "accounts.move-accounts": Words(
        "异地转移资金记账", "转入的钱没有入账，或者转出的钱没有冻结、记账或解冻。"
    ),
    "accounts.know-working-days": Words(
        "得知工作日历变动", "单位转移和异议的期限仍按变动前的工作日历计算。"
    ),
    "credit.know-working-days": Words(
        "得知工作日历变动", "信用信息公示和修复的期限仍按变动前的工作日历计算。"
    ),
    "withdrawals.gather-facts": Words("汇集提取所需情况", "该笔提取或测算等待其他业务的答复。"),
    "withdrawals.follow-applications": Words(
        "推进提取申请", "该笔提取停在上一步；如果银行已付款，申请仍显示未到账。"
    ),
    "withdrawals.learn-of-cards": Words(
        "得知银行卡核验结果和手机、姓名变动", "该银行卡仍按未核验处理，或者变更后的限制期没有开始。"
    ),
    "withdrawals.know-sheets": Words("得知其他中心的材料", "该笔提取还看不到已交来的异地材料。"),
    "withdrawals.follow-merges": Words(
        "合并账户：答复有无提取在办",
        "合并停在等待提取业务答复；合并完成的，提取记录还没有并到保留账户。",
    ),
    "loans.answer-withdrawal-questions": Words("答复提取对贷款的查询", "该笔提取等待贷款情况。"),
    "loans.tell-document-facts": Words("提供贷款证明内容", "该份证明等待贷款内容，没有出具。"),
    "loans.know-borrowers": Words(
        "得知职工开户、姓名变动和死亡", "贷款业务还不知道此人可以贷款、已更名或已死亡。"
    ),
    "loans.follow-merges": Words(
        "合并账户：答复有无贷款在办",
        "合并停在等待贷款业务答复；合并完成的，贷款还没有并到保留账户的本人名下。",
    ),
    "loans.know-bans": Words("得知提取限制", "贷款业务还不知道此人已被限制，或者限制已解除。"),
    "loans.follow-debits-and-offsets": Words(
        "登记贷款发放和还款结果", "该笔发放或还款的结果没有登记，贷款余额暂不正确。"
    ),
    "loans.answer-transfer-questions": Words(
        "答复异地转移对贷款的查询", "该份联系函等待贷款情况。"
    ),
    "settlement.pay-approved-withdrawals": Words(
        "提取付款", "该笔提取已审批，但没有生成付款指令，钱没有付出。"
    ),
    "settlement.check-cards": Words("核验银行卡", "该银行卡没有向银行核验，用它办理的业务在等待。"),
    "settlement.pay-disbursements": Words(
        "贷款发放付款", "该笔贷款已批准，但没有生成付款指令，钱没有付出。"
    ),
    "settlement.pay-refunds": Words("暂收款退回付款", "该笔退款已批准，但没有生成付款指令。"),
    "settlement.debit-repayment-cards": Words(
        "还款扣款", "这一期还款没有向银行扣款，可能因此逾期。"
    ),
    "settlement.compare-with-ledger": Words(
        "登记账簿所记，供对账", "资金已经记账，只是对账时缺这一笔，会列为差异。"
    ),
    "settlement.compare-services": Words(
        "登记各业务合计，供服务间核对", "当日的服务间核对缺这一方的数。"
    ),
    "settlement.pay-transfers": Words("异地转出付款", "该账户已同意转出，但没有生成付款指令。"),
    "notifications.know-subscribers": Words(
        "得知接收短信的人", "短信仍发往变动前的手机号码，或者仍发给已故的人。"
    ),
    "notifications.text-login-codes": Words(
        "发送验证码", "该验证码没有发出；过期后重放也不再发送。"
    ),
    "notifications.text-citizens": Words(
        "发送业务短信", "业务照常办理，只是本人没有收到这条短信。"
    ),
    "notifications.text-reminders": Words("发送批量提醒", "本人没有收到这条提醒。"),
    "notifications.text-deposits": Words("发送汇缴和结息短信", "本人没有收到这条到账短信。"),
    "notifications.text-merges": Words(
        "合并账户：通知两个手机号", "账户已合并，只是手机没有收到通知，本人可能不知情。"
    ),
    "notifications.answer-wechat": Words("答复微信消息", "这条微信消息没有得到答复。"),
    "notifications.follow-wechat": Words(
        "登记微信送达结果", "微信没有送达的通知可能没有改发短信。"
    ),
    "wechat.deliver-notices": Words("发送微信通知", "该通知没有交给微信，到时限后改发短信。"),
    "wechat.deliver-bulk-notices": Words(
        "发送微信批量通知", "该通知没有交给微信，到时限后改发短信。"
    ),
    "wechat.unbind-changed-phones": Words(
        "换号后解除微信绑定", "原手机号码绑定的微信仍能收到此人的通知，应尽快处理。"
    ),
    "documents.gather-facts": Words("汇集证明内容", "该份证明等待内容，没有出具。"),
    "documents.write-dunning-letters": Words("制作催缴函", "欠缴单位的催缴函没有制作，不会寄出。"),
    "credit.know-subjects": Words(
        "得知职工及姓名变动", "信用平台还不知道此人，或者仍用变动前的姓名。"
    ),
    "credit.answer-checks": Words(
        "答复业务办理中的信用核查", "该笔业务没有得到信用核查结果，到时限后按没有答复办理。"
    ),
    "credit.draft-decisions": Words("起草信用信息", "中心作出的限制或处罚没有形成待审的信用信息。"),
    "portal.keep-guides": Words("更新网站办事指南", "网站仍显示更新前的办事指南和标准。"),
    "portal.keep-figures": Words("更新网站数据", "网站仍显示更新前的统计数据。"),
    "transfers.follow-letters": Words("推进异地转移联系函", "该份联系函停在上一步。"),
    "transfers.match-receipts": Words("核对异地转移来款", "这笔来款没有对到联系函，转入没有入账。"),
    "gateway.end-merged-identities": Words(
        "合并账户：停用并入的登录", "账户已合并，但并入的登录还没有停用，应尽快处理。"
    ),
    "gateway.know-identities": Words(
        "得知单位、职工开户和死亡", "此人或该单位还不能登录，或者已故者的登录没有停用。"
    ),
}
"""By the name of the queue; `<service>.know-staff` is the same in each."""


def words_of(queue: str) -> Words:
    """Say what a queue is for."""
    return STAFF if queue.endswith(".know-staff") else QUEUE_WORDS[queue]


UNKNOWN_TYPE = "no handler for type"
FOREIGN_SEAL = "personal data for this service"


def why(error: str, attempts: int) -> str:
    """Say why a message was parked, and what helps."""
    if error.startswith(UNKNOWN_TYPE):
        return "本服务不认识这种消息，通常是各服务版本不一致。升级后重放；重放之前不会办理。"
    if error.startswith(FOREIGN_SEAL):
        return "消息中的个人信息用本服务的密钥打不开。补上密钥后重放。"
    if error.startswith("[{"):
        return "消息的内容不符合约定的格式。重放结果相同，先由开发人员查明是谁发出的。"
    if attempts >= EARLY_MAX_ATTEMPTS:
        return "它所依据的上一步一直没有到来。查明上一步并补办后重放。"
    return "多次办理都没有成功。查明并排除原因后重放；已经办过的不会重复办理。"
