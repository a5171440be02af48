"""Pictures of every kind of page, three widths, light and dark: `python scripts/screenshots.py [FOLDER]`."""

import sys
from pathlib import Path

from browser import find
from playwright.sync_api import Browser, Page, sync_playwright
from serving import ROOT, running_site

WIDTHS = (390, 768, 1440)
SCHEMES = ("light", "dark")
FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
# What the sample has; {quote}, {article} and {executive} are taken from the first results of a search.
PAGES = {
    "home": "/",
    "home-english": "/en/",
    "companies": "/companies/",
    "company": "/companies/가람텔레콤/",
    "company-filtered": "/companies/가람그룹/?q=고객&year=2026",
    "executives": "/executives/",
    "executive": "{executive}",
    "article": "{article}",
    "quote": "{quote}",
    "search": "/search/?q=고객",
    "nothing-found": "/search/?q=없는낱말&year=2025",
    "word": "/keywords/고객/",
    "comparison": "/compare/?words=고객,AI,안전&companies=가람텔레콤,도담금융그룹",
    "rankings": "/compare/",
    "editions": "/editions/",
    "edition": "/editions/2026/1/",
    "help": "/help/",
    "about": "/about/",
    "correction": "/corrections/",
    "not-found": "/nowhere/",
}


def addresses(page: Page, site: str) -> dict[str, str]:
    """The address of each page on a running site."""
    page.goto(f"{site}/search/?q=고객")
    first = {
        "quote": page.locator(".permalink").first.get_attribute("href"),
        "article": page.locator(".quote-source a").first.get_attribute("href"),
        "executive": page.locator("a.speaker-name").first.get_attribute("href"),
    }
    return {name: site + path.format(**first) for name, path in PAGES.items()}


def photograph(browser: Browser, site: str, folder: Path) -> int:
    """Write one picture for each page, width and scheme; the number written."""
    taken = 0
    for scheme in SCHEMES:
        for width in WIDTHS:
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="ko-KR")
            page = context.new_page()
            for name, address in addresses(page, site).items():
                page.goto(address)
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
                taken += 1
            context.close()
    return taken


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "var" / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with running_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        taken = photograph(browser, site, folder)
        browser.close()
    print(f"{taken} pictures in {folder}")


if __name__ == "__main__":
    main()
