"""Starts the servers, and reads their documents and logs."""

import json
import socket
import subprocess
import sys
import time
import urllib.request

from frameworks import HERE, WORK


class DoesNotStart(Exception):
    pass


class Server:
    """A server on a free port of this machine, with a log of its own, as a context."""

    def __init__(self, framework, label):
        self.framework = framework
        self.log = WORK / "logs" / f"{framework.name.replace(', ', '.')}.{label}.jsonl"
        self.output = self.log.with_suffix(".txt")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.log.write_text("")
        script = HERE / "Servers" / self.framework.server
        with open(self.output, "w", encoding="utf-8") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-W", "ignore", script, str(self.port), self.log, *self.framework.arguments], stdout=output, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                time.sleep(0.1)
        self.__exit__()
        raise DoesNotStart(f"{self.framework.name} does not start:\n{self.output.read_text()}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def document(self) -> str:
        with urllib.request.urlopen(self.address + self.framework.document, timeout=30) as answer:
            return answer.read().decode()

    def entries(self) -> list:
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]
