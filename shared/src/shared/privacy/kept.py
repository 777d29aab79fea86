"""What a service keeps, why and for how long: one declaration for each table, in the service's module `kept`.

What is here is read by the person (`shared.privacy.api`) and done by the job (`shared.privacy.retention`).
The law wants the shortest time that the purpose needs (个人信息保护法 art. 19); books and what proves them
stay as long as the law on accounting archives says (会计档案管理办法: 30 years), the audit trail for ever.
"""

from dataclasses import dataclass
from enum import StrEnum

BOOKS_YEARS = 30
"""Of accounting records (会计凭证、会计账簿), 会计档案管理办法 art. 14."""
TEXTS_YEARS = 3
"""Of texts: as long as a claim about them may be made (民法典 art. 188)."""
LOGINS_YEARS = 3
"""Of logins; 网络安全法 art. 21 wants six months at least."""
SEALED_ENDING = "_sealed"


class Fate(StrEnum):
    """What becomes of a row when its time is over."""

    DELETED = "到期删除"
    ANONYMISED = "到期去标识化"
    ARCHIVED = "到期移交档案"
    """Taken out of the system by the centre's archive, under its own rules; the books must stay provable."""
    FOR_EVER = "长期保存"
    WITH_THE_WORK = "办理完毕即清理"
    """Technical: goes when the work is done, within days."""


@dataclass(frozen=True)
class Kept:
    """One table."""

    table: str
    what: str
    """What stands in it, in Chinese."""
    why: str
    """The purpose, in Chinese."""
    years: int | None = None
    fate: Fate = Fate.FOR_EVER
    old: str = ""
    """SQL: the rows whose time is over; `$1` is the instant before which that is. Of what is deleted."""
    about: str = ""
    """SQL: the rows about a person, `$1`; empty where none is."""
    shown: tuple[str, ...] = ()
    """Columns that the person is shown; sealed ones are opened."""

    def __post_init__(self) -> None:
        """Raise `ValueError` where a line contradicts itself."""
        if (self.fate is Fate.DELETED) != bool(self.old):
            raise ValueError(f"{self.table}: what is deleted says when, and nothing else does")
        if bool(self.about) != bool(self.shown):
            raise ValueError(f"{self.table}: what is about a person is shown to the person")
        if (self.years is None) != (self.fate in (Fate.FOR_EVER, Fate.WITH_THE_WORK)):
            raise ValueError(f"{self.table}: years say when its fate comes")

    @property
    def how_long(self) -> str:
        """Say it to the person, in Chinese."""
        return f"{self.years}年，{self.fate.value}" if self.years else self.fate.value


def technical(*tables: str) -> tuple[Kept, ...]:
    """Declare tables that only keep the work going."""
    return tuple(
        Kept(table, "系统运行数据", "保证业务不丢失、不重复", fate=Fate.WITH_THE_WORK)
        for table in tables
    )


def rules(*tables: str) -> tuple[Kept, ...]:
    """Declare tables of policies, rates and calendars, in which nobody stands."""
    return tuple(Kept(table, "政策与参数", "办理依据") for table in tables)


def books(table: str, what: str, about: str = "", shown: tuple[str, ...] = ()) -> Kept:
    """Declare a table of the books."""
    return Kept(
        table, what, "资金核算与凭证保存", BOOKS_YEARS, Fate.ARCHIVED, about=about, shown=shown
    )


COMMON = (
    *technical(
        "audit_record_rest",
        "idempotency_key",
        "inbox",
        "inbox_rest",
        "job",
        "month_elsewhere",
        "outbox",
        "publication_told",
        "queue_waiting",
        "subject_sequence",
    ),
    *rules("proposal_policy", "adopted_policy", "policy_desk", "schema_migration", "working_year"),
    Kept("audit_record", "操作审计记录", "网络安全法第二十一条，等保三级安全审计"),
    Kept("audit_seal", "审计记录封存", "证明审计记录未被改动"),
    Kept("staff_standing", "工作人员岗位状态", "双人复核"),
    Kept(
        "parked_message",
        "停放的系统消息及移出存档",
        "保证业务不丢失、重大事项留痕",
        BOOKS_YEARS,
        Fate.ARCHIVED,
    ),
    Kept(
        "proposal",
        "双人复核事项",
        "重大事项留痕",
        BOOKS_YEARS,
        Fate.ARCHIVED,
        about="$1 = ANY(person_ids)",
        shown=("kind", "state", "summary", "proposed_at", "decided_at"),
    ),
    Kept("proposal_paper", "双人复核事项的扫描件", "重大事项留痕", BOOKS_YEARS, Fate.ARCHIVED),
)
"""What every service has."""
