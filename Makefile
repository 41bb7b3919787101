# Everything needs only python3 (3.11 or newer), make and git: the first target that runs sets up .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

TOOLS := tests/tools/node_modules

.PHONY: site test lint format types check tools bench weight all clean help

help: ## show the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "llmtimeline needs Python 3.11 or newer; say which: make PYTHON=python3.13 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python came without venv; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

site: $(READY) ## build our own site into public/
	@$(BIN)/llmtimeline build --strict
	@echo "Open it with: $(PYTHON) -m http.server --directory public 8000"

test: $(READY) ## run the tests
	@$(BIN)/python -m pytest -n auto

tools: $(TOOLS) ## install what judges the pages from outside (needs npm; the tests then use it)

$(TOOLS): tests/tools/package.json tests/tools/package-lock.json
	@npm --prefix tests/tools ci --silent --ignore-scripts
	@touch $@

lint: $(READY) ## check style and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: $(READY) ## write the format
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

types: $(READY) ## check types
	@$(BIN)/mypy

check: $(READY) ## check our own site without writing it
	@$(BIN)/llmtimeline check --strict

bench: $(READY) ## measure against Pelican, in one run
	@$(PYTHON) -m venv $(VENV)/pelican
	@$(VENV)/pelican/bin/python -m pip install --quiet --disable-pip-version-check 'pelican[markdown]==4.12.0'
	@$(BIN)/python bench/run.py --llmtimeline $(BIN)/llmtimeline --pelican $(VENV)/pelican/bin/pelican

weight: $(READY) $(TOOLS) ## weigh the first pages and ask Lighthouse
	@$(BIN)/python bench/weight.py

all: lint types test site ## everything the gate asks, except the wheel

clean: ## remove what was built
	@rm -rf $(VENV) public dist .llmtimeline
