"""Audit the pages: `python benchmarks/audit/run.py` prints results.md. See README.md."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from browser import find  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from screenshots import FLAGS, addresses  # noqa: E402
from serving import running_site  # noqa: E402

TOOLS = ROOT / "var" / "audit"
HEAVY = "/companies/가람그룹/"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
JUDGED = ("home", "company", "search", "quote")
CHROME = "--headless=new " + " ".join(FLAGS)


def main() -> int:
    """Print the results; 1 where a bar is missed."""
    missing = [name for name in ("node", "npm", "java") if not shutil.which(name)]
    for name in missing:
        print(f"{name} is not installed: what needs it is left out", file=sys.stderr)
    if "npm" not in missing:
        install("vnu-jar", "lighthouse")
    with running_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        page = browser.new_page()
        pages = addresses(page, site)
        print("# Results\n")
        passed = [report_weight(browser, site + HEAVY)]
        browser.close()
        if not {"java", "npm"}.intersection(missing):
            passed.append(report_validity(pages))
        if not {"node", "npm"}.intersection(missing):
            passed.append(report_lighthouse({name: pages[name] for name in JUDGED}))
    return 0 if all(passed) else 1


def install(*packages: str) -> None:
    """Put npm packages into var/audit, where they are not there yet."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    if not all((TOOLS / "node_modules" / name).exists() for name in packages):
        command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(TOOLS), *packages]
        subprocess.run(command, check=True, stdout=sys.stderr)


def report_weight(browser: Browser, address: str) -> bool:
    """What a first visit transfers: compressed bytes with headers, by file, and the hosts."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    urls: dict[str, str] = {}
    sizes: dict[str, int] = {}
    client.on("Network.requestWillBeSent", lambda event: urls.update({event["requestId"]: event["request"]["url"]}))
    client.on(
        "Network.loadingFinished", lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])})
    )
    page.goto(address, wait_until="networkidle")
    quotes = page.locator(".quote").count()
    total = sum(sizes.values())
    hosts = {urlsplit(url).hostname for url in urls.values() if not url.startswith("data:")}
    print(f"## Weight of a company page with {quotes} quotes, first visit\n")
    print("| file | bytes transferred |\n| --- | ---: |")
    for request, size in sizes.items():
        print(f"| {Path(urlsplit(urls[request]).path).name or 'the page'} | {size:,} |")
    print(f"| **in all** | **{total:,}** |\n\nHosts asked: {', '.join(sorted(map(str, hosts)))}.\n")
    context.close()
    return total <= 60_000 and len(hosts) == 1


def report_validity(pages: dict[str, str]) -> bool:
    """What the Nu checker says about each page."""
    with tempfile.TemporaryDirectory() as folder:
        for name, address in pages.items():
            for language, url in (("ko", address), ("en", english(address))):
                Path(folder, f"{name}.{language}.html").write_bytes(fetch(url))
        jar = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
        command = ["java", "-jar", str(jar), "--format", "json", "--skip-non-html", folder]
        said = json.loads(subprocess.run(command, capture_output=True, check=False).stderr)["messages"]
    print("## Nu HTML checker\n")
    print(f"vnu-jar {version('vnu-jar')}: {2 * len(pages)} pages, {len(said)} messages.\n")
    for (page, text), times in Counter((Path(message["url"]).name, message["message"]) for message in said).items():
        print(f"- {page}: {text} ({times})")
    return not said


def report_lighthouse(pages: dict[str, str]) -> bool:
    """Lighthouse's marks for each page, with the layout shift, and what cost a mark."""
    print(f"## Lighthouse {version('lighthouse')}, mobile\n")
    print(f"| page | {' | '.join(CATEGORIES)} | layout shift | largest paint |\n| --- |{' ---: |' * 6}")
    passed, lost = True, []
    for name, address in pages.items():
        result = lighthouse(address)
        marks = {key: round((result["categories"][key]["score"] or 0) * 100) for key in CATEGORIES}
        shift = result["audits"]["cumulative-layout-shift"]["numericValue"]
        paint = result["audits"]["largest-contentful-paint"]["displayValue"]
        print(f"| {name} | {' | '.join(str(marks[key]) for key in CATEGORIES)} | {shift:.3f} | {paint} |")
        passed = (
            passed and shift == 0 and all(mark >= (95 if key == "performance" else 100) for key, mark in marks.items())
        )
        lost += [f"- {name}: {line}" for line in lost_marks(result)]
    print("\n" + "\n".join(lost) if lost else "")
    return passed


def lost_marks(result: dict[str, Any]) -> list[str]:
    """The audits below their best in the categories that must be perfect."""
    wanted = {ref["id"] for key in CATEGORIES[1:] for ref in result["categories"][key]["auditRefs"] if ref["weight"]}
    return [
        f"{audit['title']} ({audit['score']})"
        for name, audit in result["audits"].items()
        if name in wanted and audit["score"] not in (None, 1)
    ]


def lighthouse(address: str) -> dict[str, Any]:
    program = TOOLS / "node_modules" / ".bin" / "lighthouse"
    command = [str(program), address, "--output=json", "--quiet", f"--chrome-flags={CHROME}"]
    environment = os.environ | {"CHROME_PATH": find() or ""}
    return json.loads(subprocess.run(command, capture_output=True, check=True, env=environment).stdout)


def fetch(address: str) -> bytes:
    """A page as it comes, error pages too."""
    try:
        with urllib.request.urlopen(quote(address, safe=":/?&=%")) as answer:  # noqa: S310 - our own address
            return answer.read()
    except HTTPError as error:
        return error.read()


def english(address: str) -> str:
    parts = urlsplit(address)
    path = parts.path if parts.path.startswith("/en/") else f"/en{parts.path}"
    return parts._replace(path=path).geturl()


def version(package: str) -> str:
    return json.loads((TOOLS / "node_modules" / package / "package.json").read_text())["version"]


if __name__ == "__main__":
    sys.exit(main())
