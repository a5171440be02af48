"""Find a Chromium to test with, or install one, and print its path.

CHROMIUM names one. Otherwise one on PATH or Playwright's own is taken; failing that one is installed, by apt-get
as root and by Playwright elsewhere.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HELP = "No Chromium found and none could be installed: install the package chromium, or set CHROMIUM to its path."


def find() -> str | None:
    """The path of a Chromium that is there, or None."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given if shutil.which(given) else None
    return next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install one; what the installers say goes to standard error."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        commands = [["apt-get", "update", "-q"], ["apt-get", "install", "-yq", "chromium", "fonts-noto-cjk"]]
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    else:
        commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
        environment = dict(os.environ)
    for command in commands:
        if subprocess.call(command, stdout=sys.stderr, env=environment) != 0:
            return


def main() -> int:
    path = find()
    if not path:
        install()
        path = find()
    if not path:
        print(HELP, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
