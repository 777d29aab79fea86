"""HTTP for staff: policy with effective days (政策管理). No rule here."""

from accounts.operations.policy_desk import DESK, ENACT
from shared.operations.policy_desk.api import router_of

router = router_of(ENACT, DESK.listed, DESK.preview)
