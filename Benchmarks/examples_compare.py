"""Whether what was written back is what was read."""

import json
import math
import struct
from decimal import Decimal

from examples_schemas import Judge, fraction_digits, formats, moment, parse, pointer

# Seconds from 0001-01-01 to 2001-01-01, as `moment` counts: a `Date` is a Double of seconds since then.
REFERENCE_DATE = 730486 * 86400


class Comparison:
    """Whether what was written back is what was read. Members in any order, numbers by value, moments by instant."""

    def __init__(self, schemas):
        self.schemas = schemas
        # What a decision of the mapping explains, and the README of this folder lists.
        self.unnamed = self.nulls = self.defaults = self.fractions = 0

    def accepts(self, schema, value):
        return Judge({"$defs": self.schemas}, format_checker=formats).evolve(schema=schema).is_valid(value)

    def expand(self, found, value=None):
        """All schemas that have a say about one value; of alternatives, those that the value fits, where one is given."""
        seen, waiting, result = set(), list(found), []
        while waiting:
            schema = waiting.pop()
            if not isinstance(schema, dict) or id(schema) in seen:
                continue
            seen.add(id(schema))
            if "$ref" in schema:
                waiting.append(self.schemas[schema["$ref"].rsplit("/", 1)[1]])
            waiting += schema.get("allOf", [])
            for keyword in ("anyOf", "oneOf"):
                alternatives = schema.get(keyword, [])
                fitting = [] if value is None else [part for part in alternatives if self.accepts(part, value)]
                waiting += fitting or alternatives
            waiting += [schema[keyword] for keyword in ("if", "then", "else") if keyword in schema]
            waiting += schema.get("dependentSchemas", {}).values()
            result.append(schema)
        return result

    def is_sent(self, found):
        """Whether the type that reads a value is sent, too: then it keeps what no schema names."""
        seen, waiting = set(), list(found)
        while waiting:
            schema = waiting.pop()
            if not isinstance(schema, dict) or id(schema) in seen:
                continue
            seen.add(id(schema))
            if schema.get("x-sent") and "properties" in schema:
                return True
            if "$ref" in schema:
                waiting.append(self.schemas[schema["$ref"].rsplit("/", 1)[1]])
            # A null beside a type.
            waiting += schema.get("anyOf", []) if len(schema) == 1 else []
        return False

    def member(self, schemas, key):
        """The schemas of a member, and whether any schema names it."""
        found = []
        named = False
        for schema in schemas:
            if key in schema.get("properties", {}):
                found.append(schema["properties"][key])
                named = True
            for pattern, value in schema.get("patternProperties", {}).items():
                named = True
                found.append(value)
            for keyword in ("additionalProperties", "unevaluatedProperties"):
                if keyword in schema and schema[keyword] is not False:
                    found.append(schema[keyword])
                    named = True
        names_any = any("properties" in schema for schema in schemas)
        return found, named or not names_any

    def difference(self, left, right, found, path=()):
        """None where both are the same."""
        if isinstance(left, dict) and isinstance(right, dict):
            return self.objects(left, right, found, path)
        if isinstance(left, list) and isinstance(right, list):
            if len(left) != len(right):
                return f"{pointer(path) or '/'}: {len(left)} elements, {len(right)} written back"
            schemas = self.expand(found)
            for place, (one, other) in enumerate(zip(left, right)):
                items = [s["prefixItems"][place] for s in schemas if place < len(s.get("prefixItems", []))]
                items += [s["items"] for s in schemas if "items" in s]
                problem = self.difference(one, other, items, path + (place,))
                if problem:
                    return problem
            return None
        formats_here = {schema.get("format") for schema in self.expand(found)}
        if "date-time" in formats_here and is_same_date(left, right):
            self.fractions += 1
            return None
        return None if same(left, right, formats_here) else f"{pointer(path) or '/'}: {show(left)}, written back {show(right)}"

    def objects(self, left, right, found, path):
        schemas = self.expand(found)
        for key, value in left.items():
            inner, named = self.member(schemas, key)
            if key not in right:
                named = self.member(self.expand(found, left), key)[1]
                if not named and not self.is_sent(found):
                    self.unnamed += 1
                    continue
                if value is None and not any(key in schema.get("required", []) for schema in schemas):
                    self.nulls += 1
                    continue
                return f"{pointer(path + (key,))}: {show(value)}, lost"
            problem = self.difference(value, right[key], inner, path + (key,))
            if problem:
                return problem
        for key in right:
            if key not in left:
                inner = self.expand(self.member(schemas, key)[0])
                if not any("default" in schema and same(schema["default"], right[key]) for schema in inner):
                    return f"{pointer(path + (key,))}: made up, {show(right[key])}"
                self.defaults += 1
        return None


def same(left, right, formats_here=()):
    if isinstance(left, bool) or isinstance(right, bool) or left is None or right is None:
        return left is right
    if isinstance(left, (int, Decimal)) and isinstance(right, (int, Decimal)):
        if left == right or isinstance(left, int) and isinstance(right, int):
            return left == right
        # A fraction is the nearest number that the type has.
        if "float" in formats_here:
            return single(left) == single(right)
        return float(left) == float(right)
    if isinstance(left, str) and isinstance(right, str):
        return left == right or (moment(left) is not None and moment(left) == moment(right))
    return False


def is_same_date(left, right):
    """Whether a fraction that is finer than a `Date` was written back as the `Date` at or just before it."""
    if not isinstance(left, str) or not isinstance(right, str) or moment(left) is None or moment(right) is None:
        return False
    if fraction_digits(left) <= 6 or moment(left) <= moment(right):
        return False
    read, written = (float(moment(text) - REFERENCE_DATE) for text in (left, right))
    return written in (read, math.nextafter(read, -math.inf))


def single(number):
    """The nearest number of 32 bits."""
    try:
        return struct.unpack("f", struct.pack("f", float(number)))[0]
    except OverflowError:
        return float(number)


def show(value):
    text = json.dumps(value, default=str, ensure_ascii=False)
    return text if len(text) <= 80 else text[:79] + "…"


def compare(example, reading, schemas):
    """(decoded, equal, problem, the comparison)"""
    comparison = Comparison(schemas)
    if reading is None:
        return False, False, "the process ended", comparison
    if reading.get("problem"):
        return False, False, reading["problem"], comparison
    if not example["isJSON"]:
        text = reading.get("text")
        if text is None and reading.get("json", "").startswith('"'):
            text = json.loads(reading["json"])
        if text is None:
            return True, None, None, comparison
        equal = text == example["body"]
        return True, equal, None if equal else f"other text: {show(text)}", comparison
    left = parse(example["body"])
    right = parse(reading.get("json") or (json.dumps(reading["text"]) if "text" in reading else "null"))
    found = [] if example["schema"] is None else [schemas[str(example["schema"])]]
    problem = comparison.difference(left, right, found)
    return True, problem is None, problem, comparison


def compare_all(answers_path, examples_path, readings_path, results_path):
    with open(answers_path, encoding="utf-8") as answers:
        schemas = json.load(answers, parse_float=Decimal)["schemas"]
    readings = {}
    with open(readings_path, encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            reading = json.loads(line)
            readings[reading["number"]] = reading
    results = []
    with open(examples_path, encoding="utf-8") as lines:
        examples = lines.read().splitlines()
    for line in examples:
        example = json.loads(line)
        decoded, equal, problem, comparison = compare(example, readings.get(example["number"]), schemas)
        results.append(
            {
                "reader": example.get("operation") or example.get("component"),
                "isAnswer": "operation" in example,
                "status": example["status"],
                "place": example["place"],
                "pointer": example["pointer"],
                "verdict": example["verdict"],
                "complaint": example["complaint"],
                "isDecoded": decoded,
                "isEqual": equal,
                "problem": problem,
                "unnamed": comparison.unnamed,
                "nulls": comparison.nulls,
                "defaults": comparison.defaults,
                "fractions": comparison.fractions,
                "body": example["body"][:300],
            }
        )
    with open(results_path, "w", encoding="utf-8") as output:
        json.dump(results, output)
