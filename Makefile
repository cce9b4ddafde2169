# Needs Python 3.11 or newer, make, and whatever package registry pip is set up for.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
UPGRADE ?=

# Stamps: done once, and again only when what they depend on has changed.
RUN := $(VENV)/.run
PROJECT := $(VENV)/.project
DEV := $(VENV)/.dev

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint check format bench torture screenshots lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

setup: $(PROJECT) ## a ready .venv: .venv/bin/sellerdesk

demo: $(PROJECT) ## the whole desk on this machine, without Telegram
	$(BIN)/sellerdesk demo

test: $(DEV) ## the tests
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

lint: $(DEV) ## format, rules and types, without changing anything
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/deptry .

check: $(DEV) ## all that CI checks: lint, then the tests and what they cover
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory test ARGS="--cov --cov-report=term:skip-covered"

format: $(DEV) ## put the code into its one form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(DEV) ## measure
	$(BIN)/python -m bench $(ARGS)

torture: $(DEV) ## kill it, cut its connections, count what was lost
	$(BIN)/python -m tests.torture $(ARGS)

screenshots: $(DEV) ## the pictures of README and guides, taken anew; needs Chromium
	$(BIN)/python docs/screenshots.py

lock: $(DEV) ## pin requirements/*.in; UPGRADE=--upgrade takes newer versions
	$(call compile,build)
	$(call compile,run)
	$(call compile,dev)

clean: ## remove .venv and everything that was made
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

compile = $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	$(UPGRADE) --output-file requirements/$(1).txt requirements/$(1).in

# Half of a .venv (Debian without python3-venv leaves one) would be taken for a whole.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "SellerDesk needs Python 3.11 or newer; name one with: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(RUN): requirements/build.txt requirements/run.txt | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/build.txt -r requirements/run.txt
	@touch $@

# No build isolation: the build backend is the one that the lock pins.
$(PROJECT): pyproject.toml requirements/run.in $(RUN)
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements/dev.txt $(PROJECT)
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
