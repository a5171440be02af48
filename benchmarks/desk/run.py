"""Paste, publish, count and time: see README.md. Prints the table of results.md."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    test = ROOT / "messages_app" / "tests" / "browser" / "test_timed.py"
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", str(test)]
    sys.exit(subprocess.call(command, cwd=ROOT, env=os.environ | {"DESK_ARTICLES": "all"}))  # noqa: S603
