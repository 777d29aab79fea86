"""The texts about consents to look-ups: to givers, invited spouses and applicants (R-WDR-20)."""

from collections.abc import Mapping

from notifications.rules import words
from notifications.rules.template import Template
from shared.messages import Event
from shared.messages.consents import ConsentNews, LookUpConsentTold

NEWS = {
    ConsentNews.GIVEN: "您已同意配偶申请提取时查询您本人的登记信息，{until}前有效，"
    "可随时在网上服务“提取安全设置”中撤回。如非本人操作，请立即撤回并致电12329。",
    ConsentNews.WITHDRAWN: "您已撤回配偶申请提取时查询您本人登记信息的授权，即时生效。"
    "如非本人操作，请致电12329。",
    ConsentNews.INVITED: "您的配偶{applicant}某申请提取住房公积金，须您授权查询您本人的登记信息。"
    "同意的，请登录网上服务在“提取安全设置”中授权，或到柜台提交书面授权；不同意的不必办理，详询12329。",
    ConsentNews.SPOUSE_AGREED: "您的配偶已授权查询，您的提取申请继续办理，详询12329。",
    ConsentNews.SPOUSE_WITHDREW: "您的配偶已撤回授权查询。已查明的情况仍用于正在办理的申请，"
    "今后申请提取须重新授权，详询12329。",
}


def consent(event: LookUpConsentTold) -> words.Facts:
    """What became of it, as whoever is told should hear it; of the applicant no more than a character."""
    until = words.day(event.ends_on) if event.ends_on else ""
    return {"news": NEWS[event.what].format(until=until, applicant=event.applicant or "")}


CONSENTS: Mapping[type[Event], Template] = {
    LookUpConsentTold: Template(
        "withdrawal_consent",
        "{news}",
        facts=consent,
        key=lambda event: str(event.telling_id),
    ),
}
