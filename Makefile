# `make help` lists what there is.
PORT ?= 8000
ARGS ?=
PYTHON := .venv/bin/python
COMPILE = uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"
TEMPLATES = $(shell find templates -name '*.html')

.DEFAULT_GOAL := help
.PHONY: help run dev test check static-check format shots bench oracles lock clean environment

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

run: ## Set up and serve the demo as in production, on PORT (8000)
	@tools/environment requirements.txt
	@exec $(PYTHON) tools/run.py $(PORT)

dev: ## The same with reloading and error pages for developers
	@tools/environment requirements.txt
	@exec $(PYTHON) tools/run.py $(PORT) --dev

test: environment ## Run every test on SQLite and on PostgreSQL (ARGS="-k word" for some)
	@trap 'exit 130' INT; status=0; \
	for database in sqlite postgresql; do \
	    echo "On $$database:"; \
	    TEST_DATABASE=$$database $(PYTHON) -m pytest -q $(ARGS) || [ $$? = $(if $(ARGS),5,-) ] || status=1; \
	done; exit $$status

check: static-check ## Before each commit: the static checks, and the tests on SQLite without the browser
	@TEST_DATABASE=sqlite $(PYTHON) -m pytest -q -m "not browser" $(ARGS)

static-check: environment ## Lint, formats, types, import contracts, migrations in step
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	@echo djade --check templates; $(if $(TEMPLATES),.venv/bin/djade --check --target-version 5.2 $(TEMPLATES))
	$(PYTHON) -m mypy
	$(PYTHON) .venv/bin/lint-imports --no-logo
	$(PYTHON) manage.py makemigrations --check --dry-run

format: environment ## Put Python and templates into shape
	$(PYTHON) -m ruff check --fix-only --quiet .
	$(PYTHON) -m ruff format .
	-@$(if $(TEMPLATES),.venv/bin/djade --target-version 5.2 $(TEMPLATES))

shots: environment ## Take screenshots of every page in every role and phase, into shots/
	@$(PYTHON) tools/shots.py $(ARGS)

bench: ## Measure speed and memory against baselines (ARGS="name" for some)
	@tools/environment benchmarks/requirements.txt .venv-bench
	@.venv-bench/bin/python -m benchmarks.bench $(ARGS)

oracles: ## Compare the tally with other people's programs (downloads some 700 MB for them)
	@tools/environment benchmarks/oracles.txt .venv-oracles
	@.venv-oracles/bin/python -m benchmarks.oracles

lock: ## Pin the newest allowed versions in requirements*.txt, with hashes (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/"; exit 1; }
	$(COMPILE) requirements.in -o requirements.txt
	$(COMPILE) requirements-dev.in -o requirements-dev.txt
	$(COMPILE) benchmarks/requirements.in -o benchmarks/requirements.txt
	$(COMPILE) benchmarks/oracles.in -o benchmarks/oracles.txt

clean: ## Forget the demo, screenshots and caches (not var/ itself, where a real site may live)
	rm -rf var/demo shots .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

environment:
	@tools/environment requirements-dev.txt
