"""The analyser lives through what servers do with it."""

import subprocess
import sys

# A server loads the analyser, forks workers that use it, and stops them.
FORKED = """
import os, sys
from messages_app import korean
korean.warm_up()
worker = os.fork()
if not worker:
    korean.analyse("고객을 생각합니다")
    sys.exit(0)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]))
"""


def test_a_forked_worker_ends_in_peace() -> None:
    done = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")
