# What people type. Everything happens in .venv; `make PYTHON=python3.12 ...` makes it with another Python
# (`make clean` first, if it is there already).
PYTHON ?= python3
BIN := .venv/bin
TEXTS := $(or $(STANDFIRST_DATA),../shared/data)
# Twice quiet: errors are shown, but not the warning about an extra of lxml that has another name by now.
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes

.PHONY: site serve test check quality train games guide bench lock clean

site: .venv/run ## Generate pages from seeds/ and build the site into site/
	$(BIN)/standfirst generate
	$(BIN)/standfirst build
	@echo "The site is in site/. To look at it: make serve, then open http://127.0.0.1:8000/"

serve: .venv/run ## Serve the site and rebuild it as docs/ changes
	$(BIN)/standfirst serve

test: .venv/test ## The whole test suite, with linters, types and a real browser
	$(BIN)/python tests/browser.py
	$(MAKE) check
	$(BIN)/python -m pytest

check: .venv/test ## Linters, types, import layers and workflow audit
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --offline --persona=pedantic --quiet .github generator/starter

quality: .venv/test $(if $(wildcard $(TEXTS)),.venv/peers) ## Measure summaries, actors, topics and quotes against pinned floors; PIN=1 raises them
	$(BIN)/python tests/quality/gate.py $(if $(PIN),--pin) $(if $(LOWER),--lower '$(LOWER)') $(if $(BECAUSE),--because '$(BECAUSE)')

games: .venv/test ## What is too long for every run: 2,000 games of editors, articles and tools against the pages
	$(BIN)/python -m pytest tests/test_hand_edits.py --hypothesis-profile explore

train: .venv/test ## The weights of the ranker, anew from the texts in STANDFIRST_DATA: the same texts, the same bytes
	$(BIN)/python tests/quality/train.py

guide: .venv/test ## The pictures of the guide for editors, taken anew
	$(BIN)/python tests/guide.py

bench: .venv/run ## Build 1,000 synthetic briefings; print seconds, megabytes, largest page
	$(BIN)/python tests/bench.py

lock: .venv/run ## Resolve requirements/*.txt anew, with hashes, for Python 3.11 to 3.13
	$(BIN)/python -m pip install --quiet uv
	for group in build peers test; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --group $$group --output-file requirements/$$group.txt $$( [ $$group = test ] && echo pyproject.toml ); done
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --constraint requirements/test.txt pyproject.toml --output-file requirements/run.txt

clean: ## Remove what can be made again
	rm -rf .venv build site

# Two steps, so that packages without a wheel are built by the hashed tools too, and a changed lock installs anew.
.venv/run: requirements/build.txt requirements/run.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Standfirst needs Python 3.11 or later: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing into .venv; the first time that takes a minute."
	$(INSTALL) -r requirements/build.txt
	$(INSTALL) --no-build-isolation -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test: .venv/run requirements/test.txt
	$(INSTALL) --no-build-isolation -r requirements/test.txt
	@touch $@

.venv/peers: requirements/peers.txt
	$(INSTALL) --target $@ -r $<
	@touch $@
