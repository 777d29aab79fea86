"""HTTP for staff: policy with effective days (政策管理). No rule here."""

from shared.operations.policy_desk.api import router_of
from withdrawals.handlers import policies as handlers
from withdrawals.operations import ENACT
from withdrawals.views import policies as views

router = router_of(ENACT, views.in_force, handlers.preview)
