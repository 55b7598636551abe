"""The log of a server: one line of JSON for each request that an operation received, with the values as the framework decoded them."""

import base64
import datetime
import decimal
import enum
import json
import sys
import threading
import uuid

lock = threading.Lock()


def port() -> int:
    return int(sys.argv[1])


def plain(value):
    """A decoded value as JSON; what JSON has no kind for is text in the form that its own class prints."""
    if value is None or isinstance(value, (bool, int, float)) and not isinstance(value, enum.Enum):
        return value
    if isinstance(value, enum.Enum):
        return plain(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (bytes, bytearray)):
        try:
            return bytes(value).decode()
        except UnicodeDecodeError:
            return {"base64": base64.b64encode(value).decode()}
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, (decimal.Decimal, uuid.UUID)):
        return str(value)
    if isinstance(value, (set, frozenset)):
        return sorted(plain(item) for item in value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if hasattr(value, "model_dump"):
        return {name: plain(getattr(value, name)) for name in sorted(value.model_fields_set)}
    if hasattr(value, "__struct_fields__"):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        return {name: plain(item) for name, item in fields.items() if type(item).__name__ != "UnsetType"}
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if hasattr(value, "lists"):  # Django's and Werkzeug's multi-dictionaries
        return {key: plain(items if len(items) > 1 else items[0]) for key, items in value.lists()}
    if hasattr(value, "items"):
        return {str(key): plain(item) for key, item in value.items()}
    return str(value)


def write(call, operation, **got):
    """
    call: the header `x-call`, which names the call of the driver.
    got: what the operation was given; members that are None are left out.
    """
    line = {
        "call": call, "operation": operation,
        "got": {name: plain(value) for name, value in got.items() if value is not None},
    }
    with lock, open(sys.argv[2], "a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
