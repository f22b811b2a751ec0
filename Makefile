# Everything sets itself up: Python 3.11 or newer and make are all that is needed.
.DEFAULT_GOAL := help
.PHONY: help setup demo gallery test test-system lint lock schemas clean

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DEMO   ?= build/demo
STAMP  := $(VENV)/.installed
WORKERS ?= auto

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(STAMP) ## Make the virtual environment and install everything that pip can

$(STAMP): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "propsummary needs Python 3.11 or newer; say which one: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup ## Check the examples and render the good ones to every format
	@$(BIN)/python scripts/demo.py $(DEMO)

gallery: setup ## Take the pictures of docs/gallery.md anew; needs what test-system installs
	@$(BIN)/python scripts/gallery.py

test: setup ## Run all tests that need nothing but what pip installs
	$(BIN)/python -m pytest -n $(WORKERS) -m "not system"

test-system: setup ## Run the tests that need LibreOffice, a browser, servers; installs them where it may
	@BIN=$(BIN) sh scripts/install-system.sh
	$(BIN)/python -m pytest -m system

lint: setup ## Style, types, layers, generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/schemas.py --check
	$(BIN)/python scripts/rule_pages.py --check
	$(BIN)/python scripts/traditional.py --check

lock: setup ## Write the locked development dependencies anew
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --group dev --no-emit-index-url \
	  --custom-compile-command "make lock" --output-file requirements-dev.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --constraint requirements-dev.txt \
	  --custom-compile-command "make lock" --output-file requirements-system.txt --group pyproject.toml:system

clean: ## Remove the virtual environment and everything that was made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
