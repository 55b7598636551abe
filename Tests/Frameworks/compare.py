"""Compares what the calls meant with what the server decoded."""

METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]


def operations(document) -> set:
    """The ids of a document's operations; one without an id is `GET /path`."""
    return {
        operation.get("operationId") or f"{method.upper()} {path}"
        for path, item in document.get("paths", {}).items()
        for method, operation in item.items() if method in METHODS
    }


def failures(calls, entries, ids) -> list:
    """
    One text for each call that failed or that the server understood differently, and for each operation that was not called.
    """
    found = []
    received = {}
    for entry in entries:
        received.setdefault(entry["call"], []).append(entry)
    for call in calls:
        got = received.get(call["call"], [])
        if "failure" in call:
            found.append(f"{call['call']}: {call['failure']}")
        if "meant" in call:
            meant = call["meant"] if isinstance(call["meant"], list) else [call["meant"]]
            found += differences(call["call"], meant, [entry["got"] for entry in got])
    called = {entry["operation"] for entry in entries} | {call["call"].split(" ")[0] for call in calls if "meant" not in call}
    found += [f"{name}: no call" for name in sorted(ids - called)]
    known = {call["call"] for call in calls}
    found += [f"{name}: the server logs a call that nobody made" for name in received if name not in known]
    return found


def differences(call, meant, got) -> list:
    if len(meant) != len(got):
        return [f"{call}: {len(meant)} requests were meant, the server decoded {len(got)}"]
    return [
        f"{call}: {name} was meant as {wanted.get(name)!r}, the server decoded {found.get(name)!r}"
        for wanted, found in zip(meant, got)
        for name in sorted(wanted.keys() | found.keys()) if not same(wanted.get(name), found.get(name))
    ]


def same(wanted, found) -> bool:
    """Equality that tells 1 from true."""
    if isinstance(wanted, bool) != isinstance(found, bool):
        return False
    if isinstance(wanted, dict) and isinstance(found, dict):
        return wanted.keys() == found.keys() and all(same(wanted[key], found[key]) for key in wanted)
    if isinstance(wanted, list) and isinstance(found, list):
        return len(wanted) == len(found) and all(map(same, wanted, found))
    return wanted == found
