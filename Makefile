# Everything one does here. `make` alone prints this list.
.DEFAULT_GOAL := help
.PHONY: help demo test quick web mutants fuzz bench schema rules man docs changelog gallery bundle lowest catalogue constraints audit clean
.DELETE_ON_ERROR:

VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
GROUP := $(BIN)/python -c "import sys, tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['dependency-groups'][sys.argv[1]], sep='\n')"
SOUND := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c "$(SOUND)" >/dev/null 2>&1 && { echo "$$p"; break; }; done)

help: ## Print this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 14

demo: $(VENV)/.installed ## Install, render the example's notice, say where it lies
	@mkdir -p build
	@$(BIN)/notice-gen render examples/findings.toml -o build/ --if-exists overwrite

test: $(VENV)/.dev ## Install, then run every check
	$(BIN)/python hatch_build.py
	$(BIN)/ruff check
	$(BIN)/ruff check --preview --select PLW1514 --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python tools/catalogue.py --check
	$(BIN)/python templates/build.py --check
	$(BIN)/python -m pytest -q -n auto --dist loadfile --no-loadscope-reorder

quick: $(VENV)/.dev ## Run the most telling tests, in half a minute
	PYTHONDONTWRITEBYTECODE= NOTICE_GEN_TEST_WITHOUT_POSTGRESQL=1 HYPOTHESIS_PROFILE=quick $(BIN)/python -m pytest -q -n auto --quick tests

mutants: $(VENV)/.dev ## Change the program in 400 places, see whether a test notices (about an hour)
	$(GROUP) mutants > $(VENV)/mutants.txt
	$(PIP) install --constraint constraints.txt --requirement $(VENV)/mutants.txt
	$(BIN)/python -m tools.mutants

SECONDS ?= 60
fuzz: $(VENV)/.dev ## Feed the readers what nobody thought of, a minute in all (make fuzz SECONDS=600; Linux, macOS)
	$(GROUP) fuzz > $(VENV)/fuzz.txt
	$(PIP) install --constraint constraints.txt --requirement $(VENV)/fuzz.txt
	$(BIN)/python -m tools.fuzz $(SECONDS)

bench: $(VENV)/.dev ## Measure speed, as ratios within one run
	$(BIN)/python -m benchmarks.warm
	$(BIN)/python -m benchmarks.start
	$(BIN)/python -m benchmarks.batch
	$(BIN)/python -m benchmarks.modes
	$(BIN)/python -m benchmarks.modes --growth
	$(BIN)/python -m benchmarks.check
	$(BIN)/python -m benchmarks.web

schema: $(VENV)/.dev ## Regenerate schemas/ from the model
	@$(BIN)/notice-gen schema -o schemas/ --if-exists overwrite
	@$(BIN)/python -m tools.metadata_schema

rules: $(VENV)/.dev ## Regenerate docs/quy-tac.md from the checker's rules
	$(BIN)/python tools/rules_page.py

man: $(VENV)/.dev ## Regenerate docs/notice-gen.1 from the commands
	$(BIN)/python -m tools.man_page

docs: $(VENV)/.dev ## Build the manual as a site into build/site (any warning ends it)
	$(GROUP) docs > $(VENV)/docs.txt
	$(PIP) install --constraint constraints.txt --requirement $(VENV)/docs.txt
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet
	@echo build/site/index.html

changelog: $(VENV)/.dev ## Write CHANGELOG.md from the fragments in changelog/
	rm -f CHANGELOG.md
	$(BIN)/towncrier build --keep --version "$$($(BIN)/python -c 'import notice_gen; print(notice_gen.__version__)')"

gallery: $(VENV)/.dev ## Render every example to the pictures of docs/gallery (needs LibreOffice), and in two engines, by the decree's page, to build/engines (chromium)
	$(BIN)/python -m tools.gallery
	-$(BIN)/python -m tools.engines

web: ## Build the screen from web/ into the package (needs node and npm)
	cd web && npm ci --silent --ignore-scripts && npx tsc --noEmit && node build.mjs

bundle: $(VENV)/.dev ## Pack an offline installer for Windows into dist/ (EMBED=python-…-embed-amd64.zip puts a Python in)
	$(PIP) install uv packaging
	$(BIN)/python -m tools.bundle $(if $(EMBED),--python "$(EMBED)")

# What the tests need is taken as it is; what the program needs, as old as pyproject.toml allows.
LOWEST := build/lowest
lowest: $(VENV)/.dev ## Run tests with the oldest versions that pyproject.toml allows
	$(PIP) install uv
	mkdir -p build && $(BIN)/uv pip compile pyproject.toml --extra pdf --extra postgresql --resolution lowest-direct --python-version 3.11 --no-header --no-annotate --quiet -o build/lowest.txt
	$(PYTHON) -m venv --clear $(LOWEST)
	$(GROUP) dev | grep -E '^(pytest|hypothesis|jsonschema)>' > build/lowest-dev.txt
	$(LOWEST)/bin/python -m pip --disable-pip-version-check --quiet install -r build/lowest.txt -r build/lowest-dev.txt
	$(LOWEST)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps .
	$(LOWEST)/bin/python -m pytest -q tests/test_main_job.py tests/test_issue.py tests/test_schema.py tests/test_template.py tests/render tests/expressions \
		tests/compose tests/reader tests/register/test_book.py tests/check/test_rules.py tests/cli

catalogue: $(VENV)/.dev ## Gather new sentences for translation, compile the catalogues
	$(BIN)/python tools/catalogue.py
	$(BIN)/python hatch_build.py

constraints: $(VENV)/.dev ## Pin the versions that are installed now
	@{ sed -n 1p constraints.txt; $(PIP) freeze --exclude-editable --exclude pip --exclude setuptools; } > constraints.new
	@mv constraints.new constraints.txt
	@$(PIP) install uv
	@{ echo "# What constraints.txt pins for users, with the digest of every file. To renew: make constraints"; \
		echo hatchling | $(BIN)/uv pip compile pyproject.toml - --all-extras --constraint constraints.txt --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --no-emit-index-url --quiet; } > requirements-hashed.txt

audit: ## Ask the public list of known faults about every pinned version (needs the internet)
	@test -x build/audit/bin/pip-audit || { $(PYTHON) -m venv build/audit && build/audit/bin/pip install --quiet pip-audit; }
	@build/audit/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements-hashed.txt || \
		{ echo "make audit: a version above has a known fault, or the list could not be asked (it needs the internet): nothing is known to be sound" >&2; exit 1; }

clean: ## Remove what was built, the environment too
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find notice_gen -name '*.mo' -delete

$(VENV)/.installed: pyproject.toml constraints.txt hatch_build.py
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later (with its venv module) was not found; name it: make PYTHON=…" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	PIP_CONSTRAINT="$(CURDIR)/constraints.txt" PIP_BUILD_CONSTRAINT="$(CURDIR)/constraints.txt" $(PIP) install --editable .
	@touch $@

# Not `pip install --group`: the pip of a fresh environment may be too old to know it.
$(VENV)/.dev: $(VENV)/.installed
	$(GROUP) dev > $(VENV)/dev.txt
	$(PIP) install --constraint constraints.txt --requirement $(VENV)/dev.txt
	@touch $@
