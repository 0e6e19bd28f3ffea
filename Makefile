# Stet. `make` says what can be asked for.

CARGO ?= cargo
OUT ?= out

.PHONY: help need ui app run test check types bench proof build cli clean

help:
	@echo "make run     install what is missing, build, open the window on the sample"
	@echo "make test    every check and every test, the real window last"
	@echo "make check   the fast half of it: format, lints, types"
	@echo "make types   write the TypeScript types of the commands anew"
	@echo "make bench   one table of measured times"
	@echo "make proof   the long tests: crashes, damage, merges by the thousand"
	@echo "make build   the release programs and packages"

need:
	@scripts/need.sh

# The page is embedded when the app is compiled, so it is always built first.
ui: need
	@cd ui && ../scripts/packages.sh && npm run --silent build

app: ui
	@$(CARGO) build --workspace --bins

run: app
	@scripts/run.sh

test:
	@scripts/test.sh all

check:
	@scripts/test.sh check

types: need
	@$(CARGO) run -q -p stet-api --features types --bin stet-types > ui/src/lib/backend/types.gen.ts.new
	@mv ui/src/lib/backend/types.gen.ts.new ui/src/lib/backend/types.gen.ts
	@cd ui && ../scripts/packages.sh && npx prettier --log-level warn --write src/lib/backend/types.gen.ts

bench: ui
	@$(CARGO) build --release -p stet-desktop -p stet-cli
	@$(CARGO) run --release -q -p stet-tests --features peers --bin bench

proof: app
	@scripts/test.sh proof

# The packages of ui bring Tauri's packer when they have it; the programs need none.
build: ui
	@$(CARGO) build --release -p stet-desktop -p stet-cli
	@ls -l target/release/stet-desktop target/release/stet

clean:
	@$(CARGO) clean
	@rm -rf ui/dist ui/node_modules $(OUT)
