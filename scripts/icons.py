"""Draw the pictures that cannot be SVG: `python scripts/icons.py` writes card.png and touch-icon.png.

Pages shared elsewhere are shown with a picture of 1200 by 630 pixels, and phones take their icons as PNG alone.
"""

from browser import find
from playwright.sync_api import sync_playwright
from screenshots import FLAGS
from serving import ROOT

STATIC = ROOT / "static" / "messages_app"
# The colours, fonts and figure are those of tokens.css and icon.svg.
CARD = """<!doctype html><html lang="ko" data-theme="light"><style>{tokens}
body {{ margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 76px 84px; background: var(--paper);
  color: var(--ink); font-family: var(--sans); border-bottom: 20px solid var(--accent); position: relative; }}
p {{ margin: 0; }} svg {{ width: 88px; display: block; border-radius: 18px; }}
.site {{ display: flex; align-items: center; gap: 28px; font-size: 52px; font-weight: 700; }}
.words {{ margin-top: 84px; font: 600 76px/1.4 var(--serif); letter-spacing: -0.02em; word-break: keep-all; }}
.what {{ position: absolute; bottom: 62px; color: var(--soft); font-size: 32px; }}
</style><p class="site">{icon}신년사</p><p class="words">경영인의 새해 첫말을<br>원문 그대로</p>
<p class="what">누가, 어느 해, 어떤 말을 했는지 출처와 함께 · New Year messages</p>"""
ICON = """<!doctype html><style>body {{ margin: 0; }} svg {{ width: 180px; display: block; }}</style>{icon}"""


def main() -> None:
    drawing = {
        "card.png": (1200, 630, CARD, "icon.svg"),
        "touch-icon.png": (180, 180, ICON, "touch-icon.svg"),
    }
    tokens = (STATIC / "tokens.css").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        for name, (width, height, html, icon) in drawing.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.set_content(html.format(tokens=tokens, icon=(STATIC / icon).read_text(encoding="utf-8")))
            page.screenshot(path=STATIC / name)
        browser.close()


if __name__ == "__main__":
    main()
