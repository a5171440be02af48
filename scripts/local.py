"""Run a management command on this machine's own site: `python scripts/local.py run_local --port 8000`.

The secret is made once and kept in var/; whatever the environment or .env says goes before.
"""

import os
import secrets
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def local_environment() -> dict[str, str]:
    """The settings of a site that is reached over plain http from this machine only."""
    secret = ROOT / "var" / "secret"
    if not secret.exists():
        secret.parent.mkdir(exist_ok=True)
        secret.touch(mode=0o600)
        secret.write_text(secrets.token_urlsafe(60))
    return {"SECRET_KEY": secret.read_text(), "HTTPS": "off"}


def main() -> None:
    environment = local_environment() | os.environ
    os.execve(sys.executable, [sys.executable, str(ROOT / "manage.py"), *sys.argv[1:]], environment)


if __name__ == "__main__":
    main()
