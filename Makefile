# Everything a newcomer or a build server does here. Each target does the set-up that it needs.

BIN := .venv/bin
READY := .venv/.ready
# Spares each run the reading and checking of the rules; without it the program is only slower.
REMEMBERED := rules/remembered.json
# Exit codes 1 and 5 are findings about the file: the report was made.
MAKE_REPORT := $(BIN)/auditor report examples/health-precinct.yaml --output report.pdf

.DEFAULT_GOAL := help
.PHONY: help setup report test test-full benchmark examples published-claims impact schemas lock clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | \
		while IFS='|' read -r name what; do printf '  make %-17s %s\n' "$$name" "$$what"; done

setup: $(READY) $(REMEMBERED) ## Make .venv with all that the program and its tests need

# The stamp holds the folder it was made in: a checkout that was moved or copied is set up again.
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif
$(READY): pyproject.toml constraints.txt scripts/setup scripts/apt-install
	@scripts/setup
	@echo '$(CURDIR)' > $@

$(REMEMBERED): $(READY) $(shell find auditor rules -name "*.py" -o -name "*.yaml")
	@$(BIN)/python -m auditor.remember

report: $(READY) $(REMEMBERED) ## Write the example verification report, report.pdf
	@echo $(MAKE_REPORT)
	@$(MAKE_REPORT) || case $$? in 1|5) ;; *) exit $$? ;; esac

test: $(READY) $(REMEMBERED) ## Run every check that needs neither Java nor a network
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/auditor rules check
	$(BIN)/pytest -n auto --dist loadgroup

test-full: $(READY) ## Run the checks that need veraPDF (Java) or LibreOffice; fails where they are missing
	@scripts/setup-verapdf
	@scripts/setup-libreoffice
	$(BIN)/pytest tests_full

benchmark: $(READY) $(REMEMBERED) ## Print how fast it is: start-up, checks, reports, memory
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.report_pdf
	$(BIN)/python -m benchmarks.value
	$(BIN)/python -m benchmarks.evidence
	$(BIN)/python -m benchmarks.sealing
	$(BIN)/python -m benchmarks.workbooks
	$(BIN)/python -m benchmarks.ocds

examples: $(READY) ## Write again what each file in examples/ gives
	examples/update.sh
	$(BIN)/python -m scripts.case_studies
	$(BIN)/python -m scripts.life

published-claims: $(READY) ## Convert the published cases again, and write the page about them
	$(BIN)/python -m scripts.published_claims
	$(BIN)/python -m scripts.published_cases

impact: $(READY) $(REMEMBERED) ## Count again how often each rule speaks, and write the page about it
	$(BIN)/python -m scripts.rule_impact

schemas: $(READY) ## Write the published schemas from the models
	$(BIN)/python -m auditor.schema
	$(BIN)/python -m auditor.engine.rule_schema
	$(BIN)/python -m auditor.report_schema

lock: $(READY) ## Resolve constraints.txt anew from pyproject.toml
	@scripts/lock

clean: ## Remove all that was made here, the virtual environment included
	rm -rf .venv .verapdf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis report.pdf $(REMEMBERED)
	find auditor tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
