"""Whatever staff may do, some page of theirs does: nobody works by HTTP calls."""

import re
from pathlib import Path

from tests.security.rights import operations

from shared.identity.principal import Role

HALL = Path(__file__).parents[2] / "services" / "hall"
ROOMS = ("api", "counter", "employers", "kit", "lib", "staff")
DESK = (Role.STAFF_MAKER, Role.STAFF_CHECKER, Role.STAFF_ADMIN)
NO_PAGE: dict[str, str] = {
    "POST /accounts/accounts/seal": "a list of seals is one of the changes made for an employer",
    "POST /accounts/accounts/unseal": "so is a list of unseals",
    "POST /accounts/accounts/base": "so is a list of bases",
    "GET /accounts/accounts/{account_number}/entries/totals": "stands in the file of all entries",
    "POST /accounts/employers/{employer_number}/accounts/search": "the desk finds people of all",
    "GET /accounts/employers/{employer_number}/opening-balances": "the batches of moving in show it",
    "POST /accounts/employers/{employer_number}/opening-balances": "a batch of one file does it",
    "GET /accounts/employers/{employer_number}/staff-changes": "it is taken as a file",
    "GET /accounts/list-files/{file_id}/events": "progress of what employers upload themselves",
    "GET /documents/readings/{reading_id}": "the list of readings shows it whole",
    "DELETE /gateway/sessions/current": "`logOut` calls it by itself, whatever becomes of the page",
    "POST /loans/moving-in": "a batch of one line does it",
    "POST /loans/moving-in/reports": "a batch reports the same of each line",
    "GET /withdrawals/applications/{application_id}/papers": "the pile of papers shows them",
}
"""What needs none, and why."""
OTHER_OFFICE = "/credit/"
"""The city's credit platform is another office's: of its interface the fund's desk uses a part."""
CALL = re.compile(r"\.(GET|POST|PUT|DELETE)\(\s*'/api(/[^']*)'")


def _called() -> set[str]:
    sources = (path for room in ROOMS for path in (HALL / room).rglob("*.[tv][su]*"))
    texts = (path.read_text("utf-8") for path in sources if "generated" not in path.parts)
    return {f"{method} {path}" for text in texts for method, path in CALL.findall(text)}


def test_whatever_staff_may_do_some_page_does() -> None:
    for_staff = {
        name
        for name, one in operations().items()
        if one.cells and any(one.cells[role] != "-" for role in DESK)
    }
    assert len(for_staff) > 200, "the table was read"
    missing = {
        name
        for name in for_staff - _called() - NO_PAGE.keys()
        if not name.split()[1].startswith(OTHER_OFFICE)
    }
    assert not missing, "\n".join(sorted(missing))
    assert not NO_PAGE.keys() & _called(), "it has a page now"
    assert NO_PAGE.keys() <= for_staff, "nobody may do it any more"
