# Needs Python 3.11 or later, make and PyPI. `make run` shows the sample report, `make test` runs the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
CODE := src tests benchmarks docs training

.DEFAULT_GOAL := help
.PHONY: help setup run test lint score fit bench docs screens train model clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("claimcheck needs Python 3.11 or later: make PYTHON=python3.12 ..." if sys.version_info < (3, 11) else 0)'
	@echo "making $(VENV)"; $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

$(RUN_STAMP): pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --editable ".[semantic]" 2>/dev/null || \
		{ echo "search --semantic is left out: its vectors cannot be installed here"; $(BIN)/python -m pip install --quiet --editable .; }
	@touch $@

$(DEV_STAMP): pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --editable ".[html]" --group dev
	@touch $@ $(RUN_STAMP)

setup: $(DEV_STAMP) ## install everything needed to work on claimcheck into .venv

run: $(RUN_STAMP) ## compare the five sample articles
	@$(BIN)/claimcheck demo

test: $(DEV_STAMP) ## run the tests
	@$(BIN)/python -m pytest

lint: $(DEV_STAMP) ## check style and types
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/mypy

score: $(DEV_STAMP) ## score the sample articles against their hand annotation (or GOLD=folder with articles/ and gold/)
	@$(BIN)/python benchmarks/score.py $(or $(GOLD),data)

fit: $(DEV_STAMP) ## fit the weights of alignment, cross-validated over events: make fit EVENTS="folder folder ..."
	@test -n "$(EVENTS)" || { echo 'usage: make fit EVENTS="folder folder ..."'; exit 2; }
	@$(BIN)/python benchmarks/fit.py $(EVENTS)

bench: $(DEV_STAMP) ## time per article, as a ratio to the bare spaCy pipeline
	@$(BIN)/python benchmarks/speed.py

docs: $(DEV_STAMP) ## fill the README and the pages under docs from real commands
	@$(BIN)/python docs/fill.py

screens: $(DEV_STAMP) ## make the screenshots of the docs, with Chromium
	@CLAIMCHECK_SCREENS=docs/screens $(BIN)/python -m pytest tests/report/html/test_screens.py

train: $(DEV_STAMP) ## rebuild the bundled pipeline: make train TREEBANK=folder NER=folder NEWS=articles.jsonl.xz
	@test -n "$(TREEBANK)" -a -n "$(NER)" -a -n "$(NEWS)" || { echo "usage: make train TREEBANK=folder NER=folder NEWS=articles.jsonl.xz"; exit 2; }
	@$(BIN)/python -m pip install --quiet --requirement training/requirements.txt
	PYTHON="$(CURDIR)/$(BIN)/python" bash training/train.sh "$(abspath $(TREEBANK))" "$(abspath $(NER))" "$(abspath $(NEWS))"

model: $(RUN_STAMP) ## install the published pipeline it_core_news_sm, which is then used instead of the bundled one
	@$(BIN)/python -m spacy download it_core_news_sm

clean: ## remove .venv and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
