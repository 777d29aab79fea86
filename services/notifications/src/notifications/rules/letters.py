"""The texts about accounts that move between centres (异地转移接续, R-TRF-4, R-SMS-2)."""

from collections.abc import Mapping

from notifications.rules import words
from notifications.rules.template import Template
from shared.base.money import yuan
from shared.messages import Event
from shared.messages.transfers import Direction, TransferNews, TransferTold

IN_WORDS: Mapping[TransferNews, str] = {
    TransferNews.SENT: "您申请将{centre}的公积金账户转入本中心，联系函已发出{sum}",
    TransferNews.RECEIVED: "{centre}已接收您的异地转入联系函{sum}",
    TransferNews.ON_THE_WAY: "{centre}已审核您的账户信息并划转资金{sum}，到账后将记入您的账户",
    TransferNews.BOOKED: "{centre}转来的公积金{sum}已记入您的账户",
    TransferNews.REFUSED: "您从{centre}转入公积金的申请未能办理{sum}：{reason}",
    TransferNews.CANCELLED: "您从{centre}转入公积金的申请已撤销{sum}",
}
OUT_WORDS: Mapping[TransferNews, str] = {
    TransferNews.ASKED_FOR: "{centre}来函申请转出您在本中心的公积金账户{sum}，如非本人申请请立即致电12329",
    TransferNews.PAID_OUT: "您的公积金{sum}已划转至{centre}，本中心账户已办理转出",
    TransferNews.REFUSED: "{centre}申请转出您的公积金账户，未予办理{sum}：{reason}",
    TransferNews.CANCELLED: "{centre}已撤销转出您公积金账户的申请{sum}",
    TransferNews.CAME_BACK: "您的公积金{sum}未能划转至{centre}：{reason}，资金仍在您的账户",
}


def transfer_told(event: TransferTold) -> words.Facts:
    """What became of a letter, in one sentence without the other centre's digits."""
    chosen = IN_WORDS if event.direction is Direction.IN else OUT_WORDS
    money = "" if event.amount_fen is None else f"{yuan(event.amount_fen)}元"
    return {
        "told": chosen[event.what].format(
            centre=event.centre_name, sum=money, reason=words.sentence(event.reason_text)
        )
    }


LETTERS: Mapping[type[Event], Template] = {
    TransferTold: Template(
        "transfer_told",
        "{told}，详询12329。",
        facts=transfer_told,
        key=lambda e: f"{e.letter_id}/{e.what}",
    ),
}
