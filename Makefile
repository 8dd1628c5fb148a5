# SPDX-License-Identifier: MIT
# Everything a person does here by name; each target sets up what it needs.

.DEFAULT_GOAL := help
.PHONY: help run test check format bench screenshots translations pins build package clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 20

run: ## open the reader; ARGS="FILE…" opens files
	@sh packaging/run.sh $(ARGS)

test: ## all tests, core first in an environment without Qt; ARGS="-k name" goes to pytest
	@sh packaging/test.sh $(ARGS)

check: ## format, lint, types, import contract, translations
	@sh packaging/check.sh

format: ## put the code into the project's format
	@sh packaging/set-up.sh dev
	@.venv/bin/ruff check --fix-only --quiet . && .venv/bin/ruff format --quiet .

bench: ## the benchmarks of docs/BENCHMARKS.md
	@sh packaging/bench.sh $(ARGS)

screenshots: ## the pictures of the README, taken by the reader itself
	@sh packaging/screenshots.sh

translations: ## collect new texts into resources/translations and compile them
	@sh packaging/set-up.sh dev
	@.venv/bin/python packaging/translations.py update

pins: ## renew requirements/*.txt; ARGS=--upgrade takes newest releases
	@sh packaging/set-up.sh dev
	@.venv/bin/python packaging/pins.py $(ARGS)

build: ## a wheel under dist/
	@sh packaging/set-up.sh dev
	@.venv/bin/python -m build --wheel --no-isolation

package: ## wheel, source, tarball, .deb, bill of materials, checksums under dist/ (Linux)
	@sh packaging/package.sh

clean: ## remove what was made, the environments too
	@rm -rf build dist .venv .venv-core .pytest_cache .ruff_cache .hypothesis .import_linter_cache
