# Two commands do everything on a fresh machine with Python 3.11+, pip and make:
#   make brief    sets up, runs the main job on the example, says where the page is
#   make test     sets up, passes lint, types, import contract, tests and doctests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
EXAMPLE := examples/korea-2019

.PHONY: brief test lint check-types contract unit format bench lock clean

brief: $(READY)
	$(BIN)/dragoman brief $(EXAMPLE)/articles --case $(EXAMPLE)/case.yaml \
		--statements $(EXAMPLE)/statements.jsonl -o out/korea-2019.html
	@echo "Open $(CURDIR)/out/korea-2019.html in a browser."

test: lint check-types contract unit

unit: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check-types: $(READY)
	$(BIN)/mypy

contract: $(READY)
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)
	$(BIN)/python -m benchmarks

# Hashes pin what is installed; no address of a package index is recorded.
lock:
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --python-version 3.11 \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate -o requirements.lock

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

clean:
	rm -rf $(VENV) out
