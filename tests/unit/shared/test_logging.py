"""Each event is one line of JSON, whatever it says and whoever says it (R-CHK-4)."""

import json
import subprocess
import sys

SAYS = {
    "an event": 'get_logger().info("heard", said="a\\u2028b\\x85c\\u2029d\\ne")',
    "a warning": 'import warnings; warnings.warn("two\\nlines", ResourceWarning)',
    "a thread": """
import threading
def work():
    raise ValueError("in a\\nthread")
thread = threading.Thread(target=work)
thread.start()
thread.join()
""",
    "a finalizer": """
class Left:
    def __del__(self):
        raise ValueError("left\\nbehind")
Left()
""",
    "the last words": 'raise ValueError("no\\nmore")',
}


def lines_after(says: str) -> list[str]:
    program = f"""
from shared.base.telemetry import configure_logging, get_logger
configure_logging("accounts", "INFO")
{says}
"""
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", program], capture_output=True, text=True, check=False
    )
    return done.stderr.splitlines()


def test_r_chk_4_whatever_is_said_is_one_line_of_json() -> None:
    for who, says in SAYS.items():
        (line,) = lines_after(says)
        assert json.loads(line)["level"] in ("info", "warning", "error", "critical"), who


def test_r_chk_4_what_ends_a_line_elsewhere_comes_back_as_it_was_said() -> None:
    (line,) = lines_after(SAYS["an event"])
    assert json.loads(line)["said"] == "a\u2028b\x85c\u2029d\ne"
