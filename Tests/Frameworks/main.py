"""
Generates a client from the document of each running server, calls every operation over both transports, and compares the servers' logs
with what was meant. README.md beside it says more.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

import clients
import compare
from frameworks import FRAMEWORKS, ROOT
from known import KNOWN
from servers import DoesNotStart, Server

TRANSPORTS = ["async-http-client", "url-session"]


def say(text):
    print(text, flush=True)


def run(command, **options):
    """Runs a command and gives its output; a failure ends everything with it."""
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"frameworks: {' '.join(map(str, command))} failed:\n{done.stdout}")
    return done.stdout


def choose(names):
    unknown = [name for name in names if not any(name in (entry.name, entry.calls) for entry in FRAMEWORKS)]
    if unknown:
        sys.exit(f"frameworks: there is no {', '.join(unknown)}")
    chosen = []
    for framework in FRAMEWORKS:
        if names and framework.name not in names and framework.calls not in names:
            continue
        if framework.file and not framework.file.exists():
            say(f"frameworks: {framework.name} is skipped: there is no {framework.file}")
            continue
        chosen.append(framework)
    return chosen


def call(driver, framework, transport):
    """The calls of the driver over one transport, and the entries of the server's log."""
    with Server(framework, transport) as server:
        output = run([driver, framework.calls, server.address, transport], timeout=400)
        return [json.loads(line) for line in output.splitlines() if line.startswith("{")], server.entries()


def judge(driver, framework, ids):
    """What failed over either transport, and how many calls were made."""
    found, count, logs = [], 0, []
    for transport in TRANSPORTS:
        try:
            calls, entries = call(driver, framework, transport)
        except DoesNotStart as problem:
            return [str(problem)], count
        count += len(calls)
        logs.append(entries)
        texts = compare.failures(calls, entries, ids)
        texts = compare.without_known(texts, KNOWN.get(framework.name, {}))
        found += [f"{framework.name}, {transport}: {text}" for text in texts]
    return found + [f"{framework.name}: {text}" for text in compare.apart(*logs)], count


def main():
    began = time.monotonic()
    wanted = [name for name in sys.argv[1:] if not name.startswith("--")]
    chosen = choose(wanted)
    tools = pathlib.Path(run(["swift", "build", "--show-bin-path"]).strip())
    run(["swift", "build", "--product", "apus"])
    found = {framework.name: [] for framework in chosen}
    ids = {}
    for framework in chosen:
        document, difference = clients.document(framework, "--record" in sys.argv)
        found[framework.name] += difference
        ids[framework.name] = compare.operations(document) if framework.printed else set()
        clients.prepare(run, tools / "apus", framework, document)
    names = sorted({framework.calls for framework in chosen})
    if not wanted:
        names += clients.manners(run, tools / "apus")
    say("frameworks: compiling the clients and the calls")
    run(["swift", "build", "--product", "FrameworkCalls"], env={**os.environ, "APUS_FRAMEWORKS": " ".join(names)})
    rows = []
    for framework in chosen:
        texts, count = judge(tools / "FrameworkCalls", framework, ids[framework.name])
        found[framework.name] += texts
        for text in found[framework.name]:
            say(text)
        rows.append((framework.name, len(ids[framework.name]), count, len(found[framework.name])))
    say(f"\n{'framework':28}{'operations':>12}{'calls':>8}{'failures':>10}")
    for name, operations, calls, failures in rows:
        say(f"{name:28}{operations:>12}{calls:>8}{failures:>10}")
    say(f"{time.monotonic() - began:.0f} s")
    sys.exit(1 if any(found.values()) else 0)


if __name__ == "__main__":
    main()
