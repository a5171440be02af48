# Two commands do all set-up on a machine with Python 3.11, git and make: `make run` and `make test`.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run import test lint format translations screenshots audit

help: ## show what can be done
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: .venv/run.stamp ## serve the site with sample data (PORT=8000)
	@$(BIN)/python scripts/local.py run_local --port $(PORT)

import: .venv/run.stamp ## import and publish an article: make import FILE=article.txt
	@test -n "$(FILE)" || { echo "which file? make import FILE=article.txt" >&2; exit 2; }
	@$(BIN)/python scripts/local.py import_articles --publish "$(FILE)"

test: .venv/test.stamp ## run everything: lint, tests on SQLite and PostgreSQL, browser tests
	@$(BIN)/python scripts/test.py

lint: .venv/test.stamp ## check style, types, layers, migrations, settings and translations
	@$(BIN)/python scripts/test.py lint

format: .venv/test.stamp ## put the code in order
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

translations: .venv/test.stamp ## bring the English catalogue up to date with the sources
	@$(BIN)/python scripts/local.py update_translations

screenshots: .venv/test.stamp ## take pictures of every page: three widths, light and dark (var/screenshots)
	@$(BIN)/python scripts/screenshots.py

audit: .venv/test.stamp ## validity, Lighthouse and weight of the pages (needs Node and Java)
	@$(BIN)/python benchmarks/audit/run.py > benchmarks/audit/results.md; status=$$?; cat benchmarks/audit/results.md; exit $$status

.venv/run.stamp: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/test.stamp: requirements.txt requirements-dev.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ .venv/run.stamp
