.DEFAULT_GOAL := help
.PHONY: help setup generate test try check format goldens transfer bench fuzz sanitize corpus growth frameworks examples docs artifactbundle interface call calls mock

help:  ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup:  ## Install libyaml, libxml2 and zlib where they are missing (apt or brew)
	@sh .ci/setup

generate: setup  ## Generate all clients of apus.yaml into Generated/
	@swift build --quiet --product apus
	@"$$(swift build --show-bin-path)"/apus generate

# Tests that depend on time or connections, and those that wait for compilers, would hold up the others or be held up by them.
alone = ApusMockTests|TransportTests|LiveTests|IsolationTests|ShadowTests|HostileTextTests|AdopterTests|CallerTests|RouteTests|NamespaceTests|MinimalTests|PluginTests

test: setup  ## Run every test; tests that depend on time or connections, and those that run compilers, run one by one, after the others
	swift test --skip '$(alone)'
	swift test --skip-build --no-parallel --filter '$(alone)'

try: setup  ## Build and run selected test targets: make try TESTS="MappingTests GoldenTests"
	APUS_TESTS="$(TESTS)" swift test

check:  ## Check the format, that generated code matches its specs, and that the public interface is the recorded one
	@git ls-files -z -- '*.swift' | xargs -0 swift format lint --strict
	@"$$(swift build --show-bin-path)"/apus check
	@bash .ci/interface check

interface:  ## Record the public interface of the libraries in Documentation/Interface
	@bash .ci/interface write

format:  ## Format the sources in place
	@git ls-files -z -- '*.swift' ':!Generated' | xargs -0 swift format --in-place

goldens: setup  ## Record the generator's current output; run again to compare
	APUS_UPDATE=1 swift test --filter 'MappingTests|GoldenTests|ReadmeTests|DocumentationTests|InvalidSpecTests|ApusPipelineTests|ApusSourceTests|DiffTests'

transfer: setup  ## Send and receive 1 GiB through each transport, in under 64 MiB of memory
	APUS_TRANSFER_MIB=1024 swift test -c release -Xswiftc -enable-testing --filter TransportTests.MemoryTests

bench: setup  ## Measure the codec
	swift run -c release --package-path Benchmarks CodecBenchmark

# Without the test targets: the plugin of one of them has SwiftPM compile the generator a second time, for the plugin.
release = APUS_TESTS=none swift build -c release

# An executable of a package of its own, beside the tool, which finds it there: $(1) is the package, $(2) the executable.
define beside
	swift build -c release --package-path $(1) --product $(2)
	cp "$$(swift build -c release --package-path $(1) --show-bin-path)/$(2)" "$$(swift build --show-bin-path)/$(2)"
endef

call: setup  ## Build the executable of `apus call`, and put it beside the tool
	$(call beside,Call,apus-call)

mock: setup  ## Build the executable of `apus mock`, and put it beside the tool
	$(call beside,Mock,apus-mock)

calls: setup  ## Compare the requests of `apus call` with those of the generated clients
	swift test --package-path Call

corpus: setup  ## Generate and compile every document of a corpus, and decode its examples; Benchmarks/README.md lists the settings
	$(release) --product apus
	$(release) --target ApusRuntime
	$(release) --target ApusXML
	swift run -c release --package-path Benchmarks CorpusRun

growth: setup  ## Measure how the cost of every document shape grows; fails above an exponent of 1.3. GROWTH_SIZES=small is quick
	@APUS_GROWTH="$${APUS_GROWTH:-1}" $(release) --product GrowthRun
	@"$$(swift build -c release --show-bin-path)"/GrowthRun

frameworks: setup  ## Call real servers of other frameworks with clients generated from their documents; needs Python 3.11 and a package index
	@command -v python3 >/dev/null || { echo "frameworks: there is no python3; the servers need Python 3.11 or newer" >&2; exit 1; }
	@python3 Tests/Frameworks/run.py $(FRAMEWORKS)

fuzz: setup  ## Search for inputs that cause harm; FUZZ_SECONDS=600 for each target, FUZZ_ONLY="json yaml configuration …"
	@bash .ci/fuzz

sanitize: setup  ## Run the suites under thread and address sanitizers; SANITIZE_ONLY="thread" SANITIZE_SUITES="ApusRuntimeTests"
	@bash .ci/sanitize

examples: setup  ## Build the example packages like an adopter
	@bash .ci/examples

docs: setup  ## Build the articles of Documentation/ with the runtime's symbols; fails on a warning
	@bash .ci/docs

artifactbundle: setup  ## Build the prebuilt tool of the plugins, apus.artifactbundle.zip, for this platform; .ci/artifactbundle has the rest
	@bash .ci/artifactbundle
