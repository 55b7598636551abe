"""Compares the intended values of the calls with the values that the server decoded."""

METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]


def labels(document) -> dict:
    """`METHOD /path` → the operation's id, or the same text where it has none."""
    return {
        f"{method.upper()} {path}": operation.get("operationId") or f"{method.upper()} {path}"
        for path, item in document.get("paths", {}).items() for method, operation in item.items() if method in METHODS
    }


def operations(document) -> set:
    return set(labels(document).values())


def failures(calls, entries, ids) -> list:
    """One text for each call that failed or that the server decoded differently, and for each operation that was not called."""
    found, received = [], {}
    for entry in entries:
        received.setdefault(entry["call"], []).append(entry)
    for call in calls:
        got = [entry["got"] for entry in received.get(call["call"], [])]
        found += [f"{call['call']}: {entry['problem']}" for entry in got if "problem" in entry]
        if "failure" in call:
            found.append(f"{call['call']}: {call['failure']}")
        if "meant" in call:
            meant = call["meant"] if isinstance(call["meant"], list) else [call["meant"]]
            found += differences(call["call"], meant, got)
    called = {entry["operation"] for entry in entries} | {call["call"].split(" ")[0] for call in calls if "meant" not in call}
    found += [f"{name}: no call" for name in sorted(ids - called)]
    known = {call["call"] for call in calls}
    return found + [f"{name}: the server logs a call that nobody made" for name in received if name not in known]


def differences(call, meant, got) -> list:
    if len(meant) != len(got):
        return [f"{call}: {len(meant)} requests were meant, the server decoded {len(got)}"]
    return [
        f"{call}: {name} was meant as {wanted.get(name)!r}, the server decoded {found.get(name)!r}"
        for wanted, found in zip(meant, got)
        for name in sorted(wanted.keys() | found.keys()) if not same(wanted.get(name), found.get(name))
    ]


def same(wanted, found) -> bool:
    """Equality that distinguishes 1 from true."""
    if isinstance(wanted, bool) != isinstance(found, bool):
        return False
    if isinstance(wanted, dict) and isinstance(found, dict):
        return wanted.keys() == found.keys() and all(same(wanted[key], found[key]) for key in wanted)
    if isinstance(wanted, list) and isinstance(found, list):
        return len(wanted) == len(found) and all(map(same, wanted, found))
    return wanted == found


def apart(first, second) -> list:
    """The differences in the server's decoded values between the two transports, without values that are new in each run."""
    left, right = ([(entry["call"], entry["got"]) for entry in entries if "multipart" not in str(entry)] for entries in (first, second))
    by_call = {}
    for call, got in right:
        by_call.setdefault(call, []).append(got)
    found = []
    for call, got in left:
        others = by_call.get(call, [])
        if got in others:
            others.remove(got)
        elif call in by_call:
            found.append(f"{call}: the two transports differ: {got} and {others}")
    return found


def without_known(texts, known) -> list:
    """Without the failures of calls that are known to fail; with a text for each of those that does not."""
    failed = {text.split(":")[0] for text in texts}
    return [text for text in texts if text.split(":")[0] not in known] + [
        f"{call}: it is in known.py and does not fail" for call in known if call not in failed]
