"""Real workers on a real database, one of them killed."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def test_a_worker_killed_half_way_loses_and_doubles_nothing(tmp_path: Path) -> None:
    script = Path(settings.BASE_DIR) / "benchmarks" / "uploads" / "run.py"
    database = {"DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}", "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(script), "40", "20"],
        env=os.environ | database,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("| 40 | 20 | 20 | 0 |") == 2
