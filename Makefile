# gxq-map: build, draw, check, test. `make render` and `make test` each work right after a clone.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
RELEASE  = .build/release/gxq-map

# Tests are built in a folder of their own, each module as a whole and without debug information: in two thirds of
# the time that an everyday build takes.
TEST_BUILD = --scratch-path .build/tests -debug-info-format none $(shell cat Tests/whole-modules)

# Debian packages: to build and draw; to test; to test against other programs.
BUILD_PACKAGES  = pkg-config libgeos-dev libproj-dev proj-data libcairo2-dev librsvg2-dev libharfbuzz-dev libfontconfig-dev libfreetype-dev zlib1g-dev
RENDER_PACKAGES = $(BUILD_PACKAGES) fonts-noto-cjk
TEST_PACKAGES   = $(RENDER_PACKAGES) gdal-bin libxml2-utils librsvg2-bin poppler-utils python3 python3-jsonschema python3-yaml
DEEP_PACKAGES   = $(TEST_PACKAGES) nodejs libegl1 libegl-mesa0 libgles2 libgl1-mesa-dri chromium inkscape qgis python3-qgis python3-venv qpdf
BREW_PACKAGES   = pkg-config geos proj cairo librsvg harfbuzz fontconfig freetype

.DEFAULT_GOAL := help
.PHONY: help build render check test test-deep format lint bench install deps deps-render deps-test deps-deep swift

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

swift:
	@command -v $(SWIFT) >/dev/null || { echo "gxq-map needs Swift 6.2 or newer: https://www.swift.org/install" >&2; exit 1; }

# $(call packages,LIST): installs what is missing, as root or by sudo; says what to do elsewhere.
define packages
	@set -e; \
	if command -v dpkg-query >/dev/null; then \
	  missing=; \
	  for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	  [ -n "$$missing" ] || exit 0; \
	  echo "installing:$$missing" >&2; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	elif ! pkg-config --exists geos proj cairo librsvg-2.0 harfbuzz-subset fontconfig freetype2 2>/dev/null; then \
	  echo "gxq-map needs some libraries: brew install $(BREW_PACKAGES)" >&2; exit 1; \
	fi
endef

deps: swift ## install the system libraries needed to build
	$(call packages,$(BUILD_PACKAGES))

# The sheets name a Chinese font; without it a viewer puts another in its place.
deps-render: swift
	$(call packages,$(RENDER_PACKAGES))

deps-test: swift
	$(call packages,$(TEST_PACKAGES))

deps-deep: swift
	$(call packages,$(DEEP_PACKAGES))

build: deps ## build the release program
	$(SWIFT) build -c release --static-swift-stdlib --product gxq-map

render: deps-render build ## draw every sheet into build/maps
	$(RELEASE) render

check: build ## hold the plan against its rules and documents
	$(RELEASE) check

test: deps-test ## run the tests
	$(SWIFT) build --build-tests $(TEST_BUILD)
	$(SWIFT) test --skip-build $(TEST_BUILD)

test-deep: deps-deep ## sanitizers, and other programs as judges
	Tests/deep/run

format: swift ## format the sources
	$(SWIFT) format -i -r Sources Tests Package.swift

lint: swift ## hold the sources against the format
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

bench: build ## measure against other programs (COUNTS, JOBS, PEERS, RUNS, CURVE, WRITE)
	Benchmarks/run

install: build ## install into $(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/gxq-map
	install -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/gxq-map
	cp -R geodata styles $(DESTDIR)$(PREFIX)/share/gxq-map/
