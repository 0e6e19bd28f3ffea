# Two commands: `make run` and `make test`. The rest is for those who work here.

SHELL := /bin/bash
.DEFAULT_GOAL := help
STAGE := scripts/stage.sh
TARGET := $(or $(CARGO_TARGET_DIR),target)

.PHONY: help run test check bench proof build types ui need need-test format

help: ## says what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 16

run: need ui ## builds, and opens the window on the sample article
	cargo build --locked -p stet-desktop -p stet-cli
	@scripts/run.sh

test: need-test ## every check and every test, the last ones in the real window
	@$(STAGE) "ui: packages" npm --prefix ui ci --no-audit --no-fund
	@$(STAGE) "ui: format, lint" npm --prefix ui run lint
	@$(STAGE) "ui: types" npm --prefix ui run check
	@$(STAGE) "ui: tests" npm --prefix ui test
	@$(STAGE) "ui: build" npm --prefix ui run build
	@$(STAGE) "rust: format" cargo fmt --all --check
	@$(STAGE) "rust: clippy" cargo clippy --locked --workspace --all-targets -- -D warnings
	@$(STAGE) "types are those of the code" $(MAKE) --no-print-directory types-fresh
	@$(STAGE) "dependencies" scripts/deny.sh
	@$(STAGE) "rust: build" cargo build --locked -p stet-desktop -p stet-cli
	@$(STAGE) "rust: crates" cargo test --locked --workspace --exclude stet-tests
	@$(STAGE) "rust: across the crates" cargo test --locked -p stet-tests --test house --test cli --test bad-input --test merge --test damage --test crash
	@LAST=1 $(STAGE) "in the window" cargo test --locked -p stet-tests --test window -- --test-threads=1

bench: ui ## measures, and prints one table (and JSON)
	cargo build --locked --release -p stet-desktop -p stet-cli
	cargo run --locked --release -p stet-bench

proof: ui ## the slow proofs: long histories, many kills
	STET_CASES=10000 cargo test --locked --release -p stet-tests --test merge -- --nocapture
	STET_KILLS=1000 cargo test --locked --release -p stet-tests --test crash -- --nocapture

build: need ui ## an optimised build
	cargo build --locked --release -p stet-desktop -p stet-cli

check: ## quick looks: format, lints, types
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	npm --prefix ui run lint
	npm --prefix ui run check

format: ## brings everything into form
	cargo fmt --all
	npm --prefix ui run format

types: ## writes the TypeScript of what crosses to the window
	cargo run --locked -q -p stet-api --features types --bin stet-types > ui/src/lib/backend/types.gen.ts
	cd ui && npx prettier --log-level warn --write src/lib/backend/types.gen.ts

types-fresh:
	@mkdir -p $(TARGET)
	cargo run --locked -q -p stet-api --features types --bin stet-types > $(TARGET)/types.gen.ts
	cd ui && npx prettier --stdin-filepath types.gen.ts < $(abspath $(TARGET))/types.gen.ts | diff - src/lib/backend/types.gen.ts

ui: ui/node_modules
	npm --prefix ui run build

ui/node_modules: ui/package-lock.json
	npm --prefix ui ci --no-audit --no-fund
	@touch ui/node_modules

need:
	@scripts/need.sh build

need-test:
	@scripts/need.sh test
