"""Makes values that fit schemas: the answers of the mock servers."""

TEXTS = {
    "date-time": "2024-05-01T12:00:00Z", "date": "2024-05-01", "time": "12:00:00Z", "uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "email": "ada@example.test", "uri": "https://example.test/", "byte": "aGk=", "ipv4": "127.0.0.1", "ipv6": "::1",
}


FAILURES = {"error"}
"""Members that tell of a failure under a success's status, by the rules of apus.yaml: a success leaves them out."""


def resolve(document, node):
    while isinstance(node, dict) and "$ref" in node:
        place = document
        for step in node["$ref"].split("/")[1:]:
            place = place[step.replace("~1", "/").replace("~0", "~")]
        node = place
    return node


def value(document, schema, depth=0):
    """
    A value that fits a schema with every member filled in, down to a depth that ends recursion; below it only with what is required.
    """
    schema = resolve(document, schema)
    if schema is True or not schema:
        return "anything"
    for key in ("const", "example", "default"):
        made = schema.get(key)
        if made is not None and not (isinstance(made, dict) and FAILURES & made.keys()):
            return made
    if schema.get("enum"):
        return next(entry for entry in schema["enum"] if entry is not None)
    if "allOf" in schema:
        return joined(document, schema, depth)
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return chosen(document, schema, schema[key], depth)
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else [kind for kind in kinds if kind != "null"]
    kind = kinds[0] if kinds else "object" if "properties" in schema else "array" if "items" in schema else "string"
    if kind == "object":
        return members(document, schema, depth)
    if kind == "array":
        count = max(schema.get("minItems", 0), 1 if depth < 8 else 0)
        return [value(document, schema.get("items", {}), depth + 1) for _ in range(count)]
    return scalar(schema, kind)


def members(document, schema, depth):
    required = schema.get("required", [])
    found = {
        name: value(document, member, depth + 1) for name, member in schema.get("properties", {}).items()
        if name in required or depth < 8 and name not in FAILURES and not resolve(document, member).get("writeOnly")
    }
    extra = schema.get("additionalProperties")
    if isinstance(extra, dict) and depth < 8:
        found["more"] = value(document, extra, depth + 1)
    return found


def joined(document, schema, depth):
    found = {}
    for part in [*schema["allOf"], {key: entry for key, entry in schema.items() if key not in ("allOf", "description")}]:
        if part:
            made = value(document, part, depth + 1)
            if isinstance(made, dict):
                found.update(made)
            elif part in schema["allOf"]:
                return made
    return found


def chosen(document, schema, alternatives, depth):
    own = members(document, schema, depth) if "properties" in schema else None
    for alternative in alternatives:
        if resolve(document, alternative).get("type") != "null":
            made = value(document, alternative, depth + 1)
            return {**own, **made} if own is not None and isinstance(made, dict) else made
    return None


def scalar(schema, kind):
    if kind == "boolean":
        return True
    if kind in ("integer", "number"):
        low = schema.get("minimum", schema.get("exclusiveMinimum", 0 if isinstance(schema.get("exclusiveMinimum"), bool) else -1) or 0)
        low = max(low, 1) if schema.get("maximum", 1) >= 1 else schema["maximum"]
        step = schema.get("multipleOf")
        return -(-low // step) * step if step else low
    text = TEXTS.get(schema.get("format"), "text")
    return text.ljust(schema.get("minLength", 0), "x")[:schema.get("maxLength", 1000)]
