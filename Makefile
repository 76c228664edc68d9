# Samverk: `make` alone tells what there is.
PYTHON ?= python3
PORT ?= 8000
VENV = .venv/bin
SET_UP = PYTHONPATH=src $(PYTHON) -B -m samverk.local.set_up
LOCK = $(VENV)/python -m uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-annotate --quiet pyproject.toml

.DEFAULT_GOAL = help
.PHONY: help run set-up test set-up-tests lint types contracts unit browser bench format messages lock
.NOTPARALLEL:

help: ## Tell what there is
	@echo "Samverk. Two commands are enough: make run, make test."
	@echo
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 22

run: set-up ## Start everything on this machine, at http://127.0.0.1:8000 (PORT=... changes it)
	@$(VENV)/python -B -m samverk.cli run --port $(PORT)

set-up: python ## Install what is needed to run
	@$(SET_UP)

.PHONY: python
python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "samverk: Python 3.11 or newer is needed, and $(PYTHON) is not: install it (sudo apt-get install python3)" \
	"or point at it: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }

test: set-up-tests ## Run every check and test
	@$(MAKE) --no-print-directory lint types contracts unit browser

set-up-tests: python ## Install what the tests need, the browser included
	@$(SET_UP) --for-tests

lint: ## Check style and spelling of code and templates
	@echo "== lint"
	@$(VENV)/ruff check
	@$(VENV)/ruff format --check
	@$(VENV)/djlint --lint --quiet src

types: ## Check types
	@echo "== types"
	@$(VENV)/mypy

contracts: ## Check who may know whom
	@echo "== contracts"
	@$(VENV)/lint-imports

unit: ## Run unit and database tests
	@echo "== unit and database tests"
	@$(VENV)/python -m pytest -n 2 --dist loadscope

browser: ## Run the journeys in a real browser
	@echo "== journeys in a browser"
	@$(VENV)/python -m pytest -m browser

bench: set-up-tests ## Measure speed, weight and memory, about half an hour
	@for what in start page cache_stampede queries weight lighthouse import_page comments language search search_quality registration attendees checkin streams; do \
	echo "== $$what"; $(VENV)/python -m bench.$$what || exit 1; done

format: ## Put code and templates in order
	@$(VENV)/ruff check --fix
	@$(VENV)/ruff format

messages: ## Gather the texts of the screen into the translation catalogues
	@$(VENV)/python -m samverk.config.catalogues extract

lock: ## Compile the lock files again (needs the network)
	@$(LOCK) --extra test -o requirements/test.txt
	@$(LOCK) -c requirements/test.txt -o requirements/runtime.txt
