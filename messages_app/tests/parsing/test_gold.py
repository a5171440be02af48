"""The bars on real articles, as written and told of other people: run where GOLD_DIR names their folder."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from messages_app.tests.conftest import GOLD_DIR

pytestmark = pytest.mark.gold
BENCHMARK = Path(__file__).parents[3] / "benchmarks" / "parsing"
BARS = {
    "span_f1": 0.99,
    "speaker_accuracy": 0.98,
    "attributed_f1": 0.97,
    "organisation_accuracy": 0.97,
    "title_accuracy": 0.97,
    "year_accuracy": 0.98,
    "outlet_accuracy": 0.98,
    "date_accuracy": 0.98,
    "sure_share": 0.85,
    "sure_accuracy": 0.995,
    "verbatim": 1.0,
}


def module(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    sys.path.insert(0, str(BENCHMARK))
    return module("parsing_benchmark", BENCHMARK / "run.py")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    return module("gold_score", Path(GOLD_DIR) / "score.py")


@pytest.mark.parametrize("change", ["nothing", "people", "double_surnames", "companies", "bare_companies", "entities"])
def test_every_bar_is_reached(
    change: str, benchmark: ModuleType, scorer: ModuleType, gold_rows: dict[str, dict[str, Any]]
) -> None:
    changes = {found.__name__: found for found in benchmark.PERTURBATIONS} | {"nothing": lambda article: article}
    articles = [changes[change](article) for article in gold_rows.values()]
    found = benchmark.score(scorer, articles)
    bars = BARS if change == "nothing" else {**BARS, "sure_accuracy": 0.99}
    assert {name: found[name] for name, bar in bars.items() if found[name] < bar} == {}
