"""How right and how fast the parser is: ``python benchmarks/parsing/run.py GOLD [--only scores|perturbed|speed]``.

GOLD is a folder with dev.jsonl (articles with their answers) and score.py (which compares). Nothing of it is kept.
"""

import argparse
import importlib.util
import itertools
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import kiwipiepy  # noqa: E402
from perturbations import PERTURBATIONS  # noqa: E402

from messages_app import korean  # noqa: E402
from messages_app.parsing import parse_article  # noqa: E402

Article = dict[str, Any]
FIGURES = (
    "span_f1",
    "speaker_accuracy",
    "attributed_f1",
    "organisation_accuracy",
    "title_accuracy",
    "sure_share",
    "sure_accuracy",
    "outlet_accuracy",
    "date_accuracy",
    "year_accuracy",
)


def predict(article: Article) -> Article:
    """What the parser finds in an article, in the fields that score.py compares."""
    parsed = parse_article(article["text"])
    return {
        "id": article["id"],
        "message_year": parsed.message_year,
        "outlet": parsed.outlet,
        "published_date": parsed.published_date.isoformat() if parsed.published_date else None,
        "quotes": [
            {
                "start": quote.start,
                "end": quote.end,
                "text": quote.text,
                "kind": quote.kind,
                "confidence": quote.confidence,
                "speakers": [
                    {"name": one.name, "organisation": one.organisation, "title": one.title} for one in quote.speakers
                ],
            }
            for quote in parsed.quotes
        ],
    }


def score(scorer: ModuleType, articles: list[Article], *, show: bool = False) -> dict[str, float]:
    """The figures of score.py over some articles; ``show`` prints each error."""
    gold = {article["id"]: article for article in articles}
    predicted = {article["id"]: predict(article) for article in articles}
    found: dict[str, float] = scorer.score(gold, predicted, lambda *words: print("   ", *words) if show else None)
    return found


def report_scores(scorer: ModuleType, articles: list[Article], *, show: bool) -> None:
    """Scores of the half developed on (even numbers), of the other half, and of all."""
    even = [article for article in articles if article["id"][-1] in "02468"]
    odd = [article for article in articles if article not in even]
    print("figure".ljust(24), "even".rjust(8), "odd".rjust(8), "all".rjust(8))
    columns = [score(scorer, even), score(scorer, odd), score(scorer, articles, show=show)]
    for figure in columns[0]:
        print(figure.ljust(24), *(f"{column[figure]:8.4f}" for column in columns))


def report_perturbed(scorer: ModuleType, articles: list[Article], only: str | None) -> None:
    """Scores of the articles changed in one respect each."""
    print("changed".ljust(20), *(figure[:11].rjust(11) for figure in FIGURES))
    unchanged: tuple[str, Callable[[Article], Article]] = ("nothing", lambda article: article)
    for name, change in (unchanged, *((change.__name__, change) for change in PERTURBATIONS)):
        if only in (None, name):
            found = score(scorer, [change(article) for article in articles], show=only == name)
            print(name.ljust(20), *(f"{found[figure]:11.4f}" for figure in FIGURES))


def _fastest(work: Callable[[], object], times: int = 5) -> float:
    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(times))


def _peak() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report_speed(articles: list[Article]) -> None:
    """Parse time against one tokenize of the same text, memory beyond Kiwi's, and growth with length."""
    texts = [article["text"] for article in articles]
    ratios, seconds = [], 0.0
    for text in texts:
        parsing = _fastest(lambda text=text: parse_article(text))
        ratios.append(parsing / _fastest(lambda text=text: korean.analyse(text)))
        seconds += parsing
    print(f"characters a second           {sum(map(len, texts)) / seconds:,.0f}")
    print(f"parse / tokenize, median      {statistics.median(ratios):.2f} (largest {max(ratios):.2f})")
    paragraphs = [line for text in texts for line in text.split("\n") if len(line) > 60 and line.endswith(".")]
    whole = _of_length("\n\n".join(paragraphs), SIZES[-1])
    before = _peak()  # the analyser has read every article by now
    parse_article(whole)
    print(f"memory beyond Kiwi's, MB      {_peak() - before:.0f} (one paste of {len(whole):,} characters)")
    print("text".ljust(14), *(f"{size:>9,}" for size in SIZES), "seconds")
    for name, unit in {
        "paragraphs": whole,
        "many people": _crowd(),
        **{repr(unit)[:14]: unit for unit in HOSTILE},
    }.items():
        pastes = [_of_length(unit, size) for size in SIZES]
        taken = [_fastest(lambda paste=paste: parse_article(paste), 1) for paste in pastes]
        print(name.ljust(14), *(f"{second:9.2f}" for second in taken))


def _crowd() -> str:
    """Another person and another company in each of a thousand sentences, put together from syllables."""
    named = itertools.product("김이박최정강조윤장임", "가나다라마바사아자하", "나다라마바사아자하가")
    return "\n".join(
        f"{given}{middle}{family}전자는 3일 시무식을 열었다. {family}{middle}{given} 군수는 “길은 있다고 본다”고 했다."
        for family, middle, given in named
    )


def _of_length(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


SPOKEN = "한가온 누리전자 사장은 “우리가 먼저 달라져야 한다”고 말했다. "
HOSTILE = (SPOKEN, '"', "“", "‘", "회장", "회장 ", "(", "1", "1.", "· ", "ⓒ ", "다. ", "가")
SIZES = (25_000, 50_000, 100_000, 200_000)


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--only", choices=("scores", "perturbed", "speed"))
    parser.add_argument("--errors", action="store_true", help="show each error")
    parser.add_argument("--change", help="one perturbation only, with its errors")
    options = parser.parse_args()
    with (options.gold / "dev.jsonl").open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    spec = importlib.util.spec_from_file_location("score", options.gold / "score.py")
    scorer = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    spec.loader.exec_module(scorer)  # type: ignore[union-attr]
    print(f"kiwipiepy {kiwipiepy.__version__}, {len(articles)} articles")
    korean.warm_up()
    if options.only in (None, "scores"):
        report_scores(scorer, articles, show=options.errors)
    if options.only in (None, "perturbed"):
        report_perturbed(scorer, articles, options.change)
    if options.only in (None, "speed"):
        report_speed(articles)


if __name__ == "__main__":
    main()
