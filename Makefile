# What a developer types. `make run` and `make test` need Debian 12 with python3 and make, and nothing else.

VENV  := .venv
BIN   := $(VENV)/bin
# The members of the workspace: folders with a pyproject.toml of their own.
MEMBERS  := shared $(patsubst %/pyproject.toml,%,$(sort $(wildcard services/*/pyproject.toml deploy/*/pyproject.toml)))
SERVICES := $(notdir $(filter services/%,$(MEMBERS)))
TYPED    := $(patsubst %,-p %,$(notdir $(MEMBERS)))
# A checkout that was moved installs anew: editable installs and scripts hold absolute paths.
STAMP := $(VENV)/installed-$(shell printf %s "$(CURDIR)" | cksum | cut -d' ' -f1)

VALIDATOR := tests/contract/asyncapi/node_modules/.package-lock.json
PROMTOOL  := $(BIN)/promtool
BARMAN    := $(VENV)/barman/bin/barman
PATRONI   := $(VENV)/patroni/bin/patroni
# The web hall: its packages, its pages as the edge serves them, and all that they are made of.
HALL      := services/hall
LIGHTHOUSE := tests/bench/lighthouse/node_modules/.package-lock.json
HALL_NODE := $(HALL)/node_modules/.package-lock.json
HALL_WEB  := $(HALL)/dist/hall/manifest.json
HALL_FROM := $(shell find $(HALL) \( -name node_modules -o -name dist -o -name README.md \) -prune -o -type f -print)
NODE      := PATH="$(CURDIR)/$(BIN):$$PATH"

export EDGE_PORT ?= 8329
# What was compiled once is kept, whatever the machine thinks of that: a third of what collecting tests costs.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run web demo trace chaos large-city bench overload idle recovery ha containers test check-money mutate lint fmt generate lock install clean help

help:
	@echo "make run       start everything, seed a small city, show one withdrawal, stay up"
	@echo "make web       build the web hall's pages, which the edge serves"
	@echo "make demo      show a withdrawal in the running system"
	@echo "make trace     record one withdrawal through all services and draw it"
	@echo "make check     lint, types and the tests that need no server: what one runs all day"
	@echo "make test      the whole suite, on servers of its own (ARGS='-k rule' for a part)"
	@echo "make check-money  recompute money in fractions by a second implementation (ARGS=2000 cases each)"
	@echo "make mutate    change a module bit by bit, see what no test notices (ARGS='loans.rules.early tests/unit/loans')"
	@echo "make large-city  fill the databases of make run with a city of a million (ARGS='--accounts 100000')"
	@echo "make bench     measure against floors (ARGS='reads bulk' for parts)"
	@echo "make overload  ten times that, and what is refused, what grows and what is finished"
	@echo "make idle      memory and processor time of the services while nobody wants anything"
	@echo "make recovery  seconds until full speed after each kind of fault"
	@echo "make ha        lose whole machines and come back: the database server with its disk, one of three of the broker, of the database"
	@echo "make containers  build compose's images and start them in its order; follow docs/production.md on a bare machine; as root"
	@echo "make chaos     kill, cut, repeat and shuffle everything while people withdraw (ARGS='--seed 7')"
	@echo "make lint      ruff, mypy, import contracts, licences, known vulnerabilities"
	@echo "make generate  openapi.json, asyncapi.json, definitions.json, settings.md, Kubernetes, schema.sql, dashboards, sbom.json"
	@echo "make lock      requirements.lock anew after a dependency was changed"
	@echo "make clean     stop and remove everything that these commands made"

# The pages are built while the rest comes up: the edge serves them from then on. Plain `make`: a line with the
# variable is run by `make -n`, too.
run: install
	@make --silent web & exec $(BIN)/python -m city run

demo: install
	@exec $(BIN)/python -m city demo

web: install $(HALL_WEB)

trace: install
	@exec $(BIN)/python -m tools trace

# `make test` has a short form of it, tests/chaos/test_chaos.py.
chaos: install
	@exec $(BIN)/python -m tests.chaos $(ARGS)

# What is measured is started as in production, each with an interpreter of its own.
bench recovery idle overload: export NURSERY := off

large-city: install
	@exec $(BIN)/python -m tests.bench.generated $(ARGS)

bench: install $(LIGHTHOUSE) $(HALL_WEB)
	@exec $(BIN)/python -m tests.bench $(ARGS)

recovery: install
	@exec $(BIN)/python -m tests.chaos.recovery_times

idle: install
	@exec $(BIN)/python -m tests.bench.idle

# Machines are lost here, each drill on servers of its own; `make test` has a small part of it.
ha: install $(BARMAN) $(PATRONI)
	@HA=1 $(BIN)/python -m pytest -v -n 0 tests/ha $(ARGS)

# Needs root, buildah and mmdebstrap, and no engine; `make test` compares what compose.yaml says.
containers: install
	@CONTAINERS=1 $(BIN)/python -m pytest -v -n 0 --timeout 3600 tests/containers $(ARGS)

# What happens at ten times the rate that the system keeps up with.
overload: install
	@exec $(BIN)/python -m tests.bench.overload


# Three workers on two cores: a quarter of their time they wait for processes that start or are silent on purpose.
test: install $(VALIDATOR) $(PROMTOOL) $(BARMAN) $(HALL_WEB)
	@$(BIN)/python -m pytest $(or $(ARGS),-n 3 --no-loadscope-reorder --durations=10)

# ruff and mypy remember what they have seen.
check: install
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy $(TYPED)
	@told=$$($(BIN)/lint-imports --no-logo) || { echo "$$told"; exit 1; }
	@$(BIN)/python -m pytest -q -n 2 tests/unit tests/architecture

# The daily suite recomputes a few cases of each kind, the same ones every day; this as many as are asked for.
check-money: install
	@MONEY_CASES=$(or $(ARGS),1000) $(BIN)/python -m pytest -q -n 2 --timeout 0 tests/money \
	    tests/integration/loans/test_any_day.py tests/integration/accounts/test_interest.py \
	    tests/integration/accounts/test_ledger_in_any_order.py \
	    tests/integration/accounts/test_a_year_of_everything.py

# Not in the suite: every change costs a run of the named tests. A change that lives is a test that is missing.
mutate: install
	@$(BIN)/python -m tools.mutate $(ARGS)

# The AsyncAPI specification's own parser, for the test that validates the event catalogue.
$(VALIDATOR): tests/contract/asyncapi/package-lock.json $(STAMP)
	@cd $(@D)/.. && $(NODE) npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# Google's judge of pages, for `make bench ARGS=pages`.
$(LIGHTHOUSE): tests/bench/lighthouse/package-lock.json $(STAMP)
	@cd tests/bench/lighthouse && $(NODE) npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(HALL_NODE): $(HALL)/package-lock.json $(STAMP)
	@cd $(HALL) && $(NODE) npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(HALL_WEB): $(HALL_NODE) $(HALL_FROM)
	@cd $(HALL) && $(NODE) npm run --silent build -- --logLevel error
	@touch $@

# Prometheus's own tools, for the tests of rules and dashboards.
$(PROMTOOL): deploy/watch/prometheus/unpack.sh $(STAMP)
	@sh deploy/watch/prometheus/unpack.sh $(BIN)
	@touch $@

# Makes and restores backups; in an environment of its own, with Debian's driver of PostgreSQL.
$(BARMAN): deploy/backup/barman.txt $(STAMP)
	@/usr/bin/python3 -m venv --system-site-packages $(VENV)/barman
	@$(VENV)/barman/bin/pip install --quiet --no-deps --require-hashes -r deploy/backup/barman.txt
	@touch $@

# Decides which of three machines PostgreSQL is written to; as barman, in an environment of its own.
$(PATRONI): deploy/patroni/patroni.txt $(STAMP)
	@/usr/bin/python3 -m venv --system-site-packages $(VENV)/patroni
	@$(VENV)/patroni/bin/pip install --quiet --no-deps --require-hashes -r deploy/patroni/patroni.txt
	@touch $@

lint: install $(HALL_NODE)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(TYPED)
	$(BIN)/lint-imports
	$(BIN)/python -m tools.components check
	$(BIN)/python -m tools.components audit
	cd $(HALL) && $(NODE) npm run --silent types
	cd $(HALL) && $(NODE) npm run --silent api -- --check

fmt: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

generate: install $(HALL_NODE)
	$(BIN)/ops definitions
	for service in $(SERVICES); do \
	    $(BIN)/$$service openapi services/$$service/openapi.json || exit 1; done
	cd $(HALL) && $(NODE) npm run --silent api
	$(BIN)/python -m tools.settings_page
	$(BIN)/python -m tools.manifests
	$(BIN)/python -m tools schema
	$(BIN)/python -m watch dashboards
	$(BIN)/python -m tools.components write

lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --all-extras \
	    $(patsubst %,--no-emit-package %,shared local city terminal watch) --group dev $(MEMBERS:%=%/pyproject.toml) -o requirements.lock

install: $(STAMP)

$(STAMP): requirements.lock deploy/local/install.sh $(MEMBERS:%=%/pyproject.toml)
	@sh deploy/local/install.sh $(VENV) $(MEMBERS)
	@rm -f $(VENV)/installed-* && touch $@

clean:
	@if [ -x $(BIN)/python ] && [ -d .run ]; then $(BIN)/python -m local clean; fi
	@rm -rf .run $(VENV) $(dir $(VALIDATOR)) $(HALL)/node_modules $(HALL)/dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis .pytest_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
