"""The documents of specs/ in one piece: files joined, overlays applied, and, for validators that know OpenAPI 3.0 only, as OpenAPI 3.0."""

import functools
import json
import pathlib
import re

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[3]
SPECS = {
    "SalesCaptain": ("specs/salescaptain/openapi.yaml", []),
    "ChatCaptain": ("specs/chatcaptain/openapi.json", ["specs/chatcaptain/overlay.yaml"]),
    "Salesmsg": ("specs/salesmsg/openapi.yaml", ["specs/salesmsg/overlay.yaml"]),
    "DeveloperAPI": ("specs/developer-api/swagger.json", []),
}


class TextDates(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Dates in YAML stay the text that they are in JSON."""


TextDates.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: node.value)


@functools.cache
def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), TextDates)


def load(name) -> dict:
    """A vendor's document in OpenAPI 3.x, in one piece, at the root of its server."""
    spec, overlays = SPECS[name]
    root = ROOT / spec
    document = read(root)
    for overlay in overlays:
        for action in read(ROOT / overlay)["actions"]:
            apply(action, document)
    schemas = {}
    document = join(document, root, schemas)
    if schemas:
        document["components"].setdefault("schemas", {}).update(schemas)
    if document.get("swagger") == "2.0":
        document = from_swagger(document)
    document["servers"] = [{"url": "/"}]
    for item in document["paths"].values():
        item.pop("servers", None)
        for operation in item.values():
            if isinstance(operation, dict):
                operation.pop("servers", None)
    return document


def apply(action, document):
    """An overlay's action whose target is a chain of names, which is all that specs/ has."""
    names = re.findall(r"\['([^']*)'\]|\.(\w+)", action["target"])
    target = document
    for quoted, plain in names:
        target = target[quoted or plain]
    if "update" in action:
        merge(target, action["update"])
    if action.get("remove"):
        raise ValueError("removals are not needed for specs/")


def merge(target, update):
    for key, value in update.items():
        if isinstance(value, dict) and isinstance(target.get(key), dict):
            merge(target[key], value)
        elif isinstance(value, list) and isinstance(target.get(key), list):
            target[key] += value
        else:
            target[key] = value


def join(node, place, schemas):
    """The node with what it refers to in other files: schemas among the components, everything else in place."""
    if isinstance(node, list):
        return [join(item, place, schemas) for item in node]
    if not isinstance(node, dict):
        return node
    reference = node.get("$ref")
    if not isinstance(reference, str) or reference.startswith("#"):
        return {key: join(value, place, schemas) for key, value in node.items()}
    file, _, pointer = reference.partition("#")
    path = (place.parent / file).resolve()
    found = read(path)
    for step in pointer.split("/")[1:]:
        found = found[step.replace("~1", "/").replace("~0", "~")]
    if path.parent.name != "schemas" or pointer:
        return join(found, path, schemas)
    if path.stem not in schemas:
        schemas[path.stem] = {}
        schemas[path.stem] = join(found, path, schemas)
    return {**node, "$ref": f"#/components/schemas/{path.stem}"}


def from_swagger(document) -> dict:
    """Swagger 2.0 with JSON bodies and answers as OpenAPI 3.0."""
    text = json.dumps(document).replace("#/definitions/", "#/components/schemas/")
    document = json.loads(text)
    schemes = document.get("securityDefinitions", {})
    for scheme in schemes.values():
        if scheme["type"] == "basic":
            scheme.update(type="http", scheme="basic")
    new = {
        "openapi": "3.0.3", "info": document["info"], "paths": document["paths"], "security": document.get("security", []),
        "components": {"schemas": document.get("definitions", {}), "securitySchemes": schemes},
    }
    shared = {"parameters": document.get("parameters", {}), "responses": document.get("responses", {})}
    for item in new["paths"].values():
        for method, operation in item.items():
            if method == "parameters":
                item[method] = [parameter(resolved(entry, shared)) for entry in operation]
                continue
            parameters = [resolved(entry, shared) for entry in operation.pop("parameters", [])]
            operation["parameters"] = [parameter(entry) for entry in parameters if entry["in"] != "body"]
            for body in (entry for entry in parameters if entry["in"] == "body"):
                operation["requestBody"] = {
                    "required": body.get("required", False), "content": {"application/json": {"schema": body["schema"]}}}
            operation["responses"] = {
                status: response(resolved(entry, shared)) for status, entry in operation["responses"].items()}
    return new


def resolved(entry, shared):
    parts = entry.get("$ref", "").split("/")
    return shared[parts[1]][parts[2]] if len(parts) == 3 else entry


def parameter(entry):
    kept = {key: entry[key] for key in ("name", "in", "required", "description") if key in entry}
    return {**kept, "schema": {key: value for key, value in entry.items() if key not in kept and key != "collectionFormat"}}


def response(entry):
    new = {"description": entry["description"]}
    if "schema" in entry:
        new["content"] = {"application/json": {"schema": entry["schema"]}}
    return new


def as_3_0(document) -> dict:
    """OpenAPI 3.1 as 3.0, as far as specs/ uses the difference: null among types, constants, lists of examples."""
    def convert(node):
        if isinstance(node, list):
            return [convert(item) for item in node]
        if not isinstance(node, dict):
            return node
        node = {key: convert(value) for key, value in node.items()}
        if isinstance(node.get("type"), list):
            types = [name for name in node["type"] if name != "null"]
            if len(types) < len(node["type"]):
                node["nullable"] = True
            if len(types) == 1:
                node["type"] = types[0]
            else:
                del node["type"]
        for key in ("anyOf", "oneOf"):
            if key in node:
                node[key] = [entry for entry in node[key] if entry.get("type") != "null"]
        if isinstance(node.get("examples"), list):
            del node["examples"]
        if "const" in node:
            node["enum"] = [node.pop("const")]
        return node

    document = convert(document)
    if document["openapi"].startswith("3.1"):
        document["openapi"] = "3.0.3"
        for key in ("webhooks", "jsonSchemaDialect"):
            document.pop(key, None)
        document["info"].pop("summary", None)
    return document
