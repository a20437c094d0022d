# Everything starts from a machine with make and one of the Pythons that requirements.txt is for.
#
#   make demo    checks the drafts in examples/, prints what reslint finds and writes an HTML report of it
#   make test    installs what the tests need and runs all of them
#   make test-newest  runs them on the newest packages, in a folder of its own
#   make check   style, types, layers, tests and the comparison of the docs
#   make docs    writes the generated pages of docs/ anew
#   make catalogues  brings the messages in other languages up to date with the code, and says what is to be translated
#   make accuracy  counts what is read right and writes docs/accuracy.md
#   make audit   looks at the licences and the known faults of what reslint depends on
#   make fuzz    tries inputs made by chance for SECONDS=60, those of SEED=1, and keeps in build/fuzz what breaks a promise
#   make bench   measures speed against other linters
#   make vscode  builds the extension for Visual Studio Code as build/reslint-VERSION.vsix, for which it needs Node.js
#   make libreoffice  builds the extension for LibreOffice Writer as build/reslint-VERSION.oxt
#   make page    builds dist/reslint.html, a page that needs nothing, and dist/page/, the same for a web server; by Node.js
#   make release  builds what users install, of a clean working tree, into dist/ with checksums; it needs Node.js
#   make lock    writes requirements.txt anew: the newest packages, for the Pythons that pyproject.toml names
#
# PYTHON=/path/to/python says which Python to take.

# Only a Python that requirements.txt is for is taken; Debian's has venv without ensurepip until python3-venv is there.
LOCK := requirements.txt
PYTHONS := $(shell sed -n 's/^. For Python //p' $(LOCK))
CANDIDATES = $(or $(PYTHON),python3 $(PYTHONS:%=python%))
SUITS := import ensurepip, sys, venv; sys.exit("%d.%d" % sys.version_info[:2] not in sys.argv)
FOUND = $(or $(shell for one in $(CANDIDATES); do \
  "$$one" -c '$(SUITS)' $(PYTHONS) 2>/dev/null && echo "$$one" && break; done),$(error $(MISSING)))
MISSING = $(if $(PYTHON),$(PYTHON) is no Python,there is no Python) of these versions with its module venv: $(PYTHONS); \
  install one, or name it: make PYTHON=/path/to/python

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
NEWEST := .venv-newest
LOCKING := build/locking
AUDITING := build/auditing
VSCODE := editors/vscode
SECONDS := 60
SEED := 1
# As many tests at once as there are processors; those of a file one after the other, since they share what they start.
AT_ONCE := -n auto --dist loadfile --no-loadscope-reorder

.PHONY: demo test test-newest check lint docs catalogues accuracy audit fuzz bench vscode libreoffice page release lock clean

demo: $(STAMP)
	@mkdir -p build
	@$(BIN)/reslint check examples --as-of 2024-10-15 \
	  --output-format full --output-format html -o build/report.html || test $$? -eq 1
	@echo
	@echo "The same to look at in a browser: $(CURDIR)/build/report.html"

test: $(STAMP)-test
	$(BIN)/python -m pytest $(AT_ONCE) $(PYTEST)

test-newest:
	$(FOUND) -m venv --clear $(NEWEST)
	$(NEWEST)/bin/python -m pip install --quiet --editable '.[test]'
	$(NEWEST)/bin/python -m pytest $(PYTEST)

check: $(STAMP)-test lint
	$(BIN)/python -m pytest $(AT_ONCE) $(PYTEST)

lint: $(STAMP)-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m catalogues --check
	$(BIN)/python -m docs --check

docs: $(STAMP)-test
	$(BIN)/python -m docs

catalogues: $(STAMP)-test
	@$(BIN)/python -m catalogues

accuracy: $(STAMP)-test
	$(BIN)/python -m accuracy

# pip-audit stands apart from what it looks at; where it cannot be had, that is said.
audit: $(STAMP)-test
	@test -x $(AUDITING)/bin/pip-audit || { $(FOUND) -m venv $(AUDITING) && \
	  $(AUDITING)/bin/python -m pip install --quiet pip-audit; } || true
	@$(BIN)/python -m audit $(AUDITING)/bin/pip-audit

fuzz: $(STAMP)-test
	$(BIN)/python -m fuzz --seconds $(SECONDS) --seed $(SEED)

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
	@$(FOUND) editors/libreoffice/build.py build

page: $(STAMP)
	@$(BIN)/python -m page

release: $(STAMP)-test
	@$(BIN)/python -m release

lock: PYTHONS := $(shell sed -n 's/.*Programming Language :: Python :: \(3\.[0-9]*\)".*/\1/p' pyproject.toml)
lock:
	$(FOUND) -m venv --clear $(LOCKING)
	$(LOCKING)/bin/python -m pip install --quiet uv
	(echo "# Written by make lock: what the tests and tools run on."; echo "# For Python $(PYTHONS)"; \
	  $(LOCKING)/bin/python -m uv --quiet pip compile --universal --python-version $(firstword $(PYTHONS)) \
	  --no-python-downloads --no-header --no-annotate --all-extras --group build pyproject.toml) >$(LOCKING)/lock
	mv $(LOCKING)/lock $(LOCK)

$(VENV)/bin/python:
	$(FOUND) -m venv $(VENV)

# What builds a package comes from the lock too: older versions of pip hear of it by the first name, newer by the second.
LOCKED := PIP_CONSTRAINT=$(LOCK) PIP_BUILD_CONSTRAINT=$(LOCK)

$(STAMP): pyproject.toml $(LOCK) | $(VENV)/bin/python
	$(LOCKED) $(BIN)/python -m pip install --quiet --editable .
	touch $@

$(STAMP)-test: pyproject.toml $(LOCK) | $(VENV)/bin/python
	$(LOCKED) $(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $(STAMP) $@

clean:
	rm -rf $(VENV) $(NEWEST) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
