"""Everything that must hold: `python scripts/test.py` for all of it, `python scripts/test.py lint` without the tests."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable
# What a server would have: the checks below are about that.
PRODUCTION = {
    "SECRET_KEY": "only-for-checks-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "messages.example",
    "HTTPS": "on",
    "ENV_FILE": os.devnull,
}
PYTEST = [PYTHON, "-m", "pytest", "--quiet", "-p", "no:cacheprovider"]
IN_PARALLEL = ["-n", "2", "-m", "not browser"]

LINT = {
    "style": [BIN / "ruff", "check", "."],
    "format": [BIN / "ruff", "format", "--check", "--quiet", "."],
    "types": [BIN / "mypy"],
    "layers": [BIN / "lint-imports"],
    "migrations": [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"],
    "settings": [PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
    "translations": [PYTHON, "manage.py", "compile_translations", "--check"],
}
TESTS = {
    "SQLite": [*PYTEST, *IN_PARALLEL],
    "PostgreSQL": [PYTHON, "scripts/postgres.py", *PYTEST, *IN_PARALLEL],
    "browser": [*PYTEST, "-m", "browser"],
}


def run(name: str, command: list[str | Path], environment: dict[str, str]) -> bool:
    """Run one check and say how it went."""
    print(f"--- {name}", flush=True)
    began = time.monotonic()
    passed = subprocess.call(list(map(str, command)), cwd=ROOT, env=environment) == 0
    print(f"--- {name}: {'passed' if passed else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
    return passed


def main() -> int:
    only_lint = sys.argv[1:] == ["lint"]
    checks = {name: run(name, command, os.environ | PRODUCTION) for name, command in LINT.items()}
    if not only_lint:
        environment = dict(os.environ)
        subprocess.check_call([PYTHON, "manage.py", "compile_translations"], cwd=ROOT, env=environment | PRODUCTION)
        found = subprocess.run([PYTHON, "scripts/browser.py"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        environment["CHROMIUM"] = found.stdout.strip()
        checks["Chromium"] = found.returncode == 0
        checks |= {name: run(name, command, environment) for name, command in TESTS.items()}
    failed = [name for name, passed in checks.items() if not passed]
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
