"""
Generates a client from the document of each running server, calls every operation over both transports, and compares the servers' logs
with what was meant. `make frameworks` calls it; README.md beside it says more.

    python3 run.py [--record] [FRAMEWORK …]
"""

import json
import os
import pathlib
import subprocess
import sys
import time
import venv

from compare import failures, operations
from frameworks import DOCUMENTS, FRAMEWORKS, GENERATED, HERE, ROOT, WORK
from servers import Server

TRANSPORTS = ["async-http-client", "url-session"]


def say(text):
    print(text, flush=True)


def run(command, **options):
    """Runs a command and gives its output; a failure ends everything with it."""
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    if done.returncode != 0:
        sys.exit(f"frameworks: {' '.join(map(str, command))} failed:\n{done.stdout}")
    return done.stdout


def environment() -> pathlib.Path:
    """The interpreter of a virtual environment with exactly what requirements.txt names; it is kept until that file changes."""
    requirements = HERE / "requirements.txt"
    folder = WORK / "python"
    python = folder / "bin" / "python"
    mark = folder / "requirements.txt"
    if python.exists() and mark.exists() and mark.read_bytes() == requirements.read_bytes():
        return python
    say("frameworks: installing what requirements.txt names")
    venv.create(folder, clear=True, with_pip=True)
    run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements])
    mark.write_bytes(requirements.read_bytes())
    return python


def fetch(python, framework, record) -> str:
    """The document as the running server gives it, formatted for people, and compared with the recorded one."""
    with Server(python, framework, "document") as server:
        text = json.dumps(json.loads(server.document()), indent=2, ensure_ascii=False) + "\n"
    recorded = DOCUMENTS / framework.recorded
    if record:
        recorded.write_text(text, encoding="utf-8")
    elif not recorded.exists() or recorded.read_text(encoding="utf-8") != text:
        raise Difference(
            f"{framework.name}: its document is not the recorded one, {recorded.relative_to(ROOT)}; "
            "`make frameworks FRAMEWORKS_RECORD=1` records it")
    return text


class Difference(Exception):
    pass


def generate(apus, framework, text):
    folder = GENERATED / framework.module
    document = WORK / "documents" / framework.recorded
    document.parent.mkdir(parents=True, exist_ok=True)
    document.write_text(text, encoding="utf-8")
    run([apus, "generate", "--quiet", "--spec", document, "--output", folder, "--name", framework.module])


def call(driver, python, framework, transport):
    """The calls of the driver over one transport, and the entries of the server's log."""
    with Server(python, framework, transport) as server:
        output = run([driver, framework.name, server.address, transport], timeout=300)
        return [json.loads(line) for line in output.splitlines() if line.startswith("{")], server.entries()


def main():
    began = time.monotonic()
    names = [name for name in sys.argv[1:] if not name.startswith("--")]
    unknown = set(names) - {framework.name for framework in FRAMEWORKS}
    if unknown:
        sys.exit(f"frameworks: there is no {', '.join(sorted(unknown))}")
    chosen = [framework for framework in FRAMEWORKS if not names or framework.name in names]
    python = environment()
    tool = pathlib.Path(run(["swift", "build", "--show-bin-path"]).strip())
    run(["swift", "build", "--product", "apus"])
    found, ids = {}, {}
    for framework in chosen:
        found[framework.name] = []
        try:
            text = fetch(python, framework, "--record" in sys.argv)
        except Difference as difference:
            found[framework.name].append(str(difference))
            with Server(python, framework, "document") as server:
                text = server.document()
        ids[framework.name] = operations(json.loads(text))
        generate(tool / "apus", framework, text)
    say("frameworks: compiling the clients and the calls")
    run(["swift", "build", "--product", "FrameworkCalls"],
        env={**os.environ, "APUS_FRAMEWORKS": " ".join(framework.name for framework in chosen)})
    rows = []
    for framework in chosen:
        count = 0
        for transport in TRANSPORTS:
            calls, entries = call(tool / "FrameworkCalls", python, framework, transport)
            count += len(calls)
            found[framework.name] += [f"{framework.name}, {transport}: {text}" for text in failures(calls, entries, ids[framework.name])]
        rows.append((framework.name, len(ids[framework.name]), count, len(found[framework.name])))
    for texts in found.values():
        for text in texts:
            say(text)
    say(f"\n{'framework':16}{'operations':>12}{'calls':>8}{'failures':>10}")
    for name, operation_count, call_count, failure_count in rows:
        say(f"{name:16}{operation_count:>12}{call_count:>8}{failure_count:>10}")
    say(f"{time.monotonic() - began:.0f} s")
    sys.exit(1 if any(found.values()) else 0)


if __name__ == "__main__":
    main()
