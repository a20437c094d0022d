# Everything starts from a machine with Python 3.11 or newer and make.
#
#   make demo    checks the drafts in examples/, prints what reslint finds and writes an HTML report of it
#   make test    installs what the tests need and runs all of them
#   make check   style, types, layers, tests and the comparison of the docs
#   make docs    writes the generated pages of docs/ anew
#   make bench   measures speed against other linters
#   make vscode  builds the extension for Visual Studio Code as build/reslint-VERSION.vsix, for which it needs Node.js
#   make libreoffice  builds the extension for LibreOffice Writer as build/reslint-VERSION.oxt

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
VSCODE := editors/vscode
# As many tests at once as there are processors; those of a file one after the other, since they share what they start.
AT_ONCE := -n auto --dist loadfile --no-loadscope-reorder

.PHONY: demo test check lint docs bench vscode libreoffice clean

demo: $(STAMP)
	@mkdir -p build
	@$(BIN)/reslint check examples --as-of 2024-10-15 \
	  --output-format full --output-format html -o build/report.html || test $$? -eq 1
	@echo
	@echo "The same to look at in a browser: $(CURDIR)/build/report.html"

test: $(STAMP)-test
	$(BIN)/python -m pytest $(AT_ONCE) $(PYTEST)

check: $(STAMP)-test lint
	$(BIN)/python -m pytest $(AT_ONCE) $(PYTEST)

lint: $(STAMP)-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m docs --check

docs: $(STAMP)-test
	$(BIN)/python -m docs

bench: $(STAMP)-test
	$(BIN)/python -m benchmarks

vscode: $(VSCODE)/node_modules/.package-lock.json
	@mkdir -p build
	cd $(VSCODE) && npm run --silent package -- --out ../../build/

$(VSCODE)/node_modules/.package-lock.json: $(VSCODE)/package-lock.json
	cd $(VSCODE) && npm ci
	touch $@

libreoffice:
	@mkdir -p build
	@$(PYTHON) editors/libreoffice/build.py build

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(STAMP): pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(STAMP)-test: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $(STAMP) $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
