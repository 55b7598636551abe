"""Validates the examples of a document against their schemas, and compares them with the output of the generated types.

    examples.py judge ANSWERS EXAMPLES    what `apus dump answers` printed -> one example on each line, with a verdict
    examples.py compare ANSWERS EXAMPLES READINGS RESULTS

The judge is the package `jsonschema` (Draft 2020-12). Formats are asserted where a generated type depends on them.
"""

import base64
import binascii
import datetime
import json
import re
import signal
import struct
import sys
import uuid
import xml.etree.ElementTree
from decimal import Decimal

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.validators import extend

SECONDS_FOR_ONE = 10
MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$")
WIDTHS = {"int32": 32, "int64": 64}


def parse(text):
    def refuse(word):
        raise ValueError(word)

    return json.loads(text, parse_float=Decimal, parse_constant=refuse)


# --- formats -------------------------------------------------------------------------------------------------------------------------

formats = FormatChecker(formats=())


def moment(text):
    """The instant of RFC 3339 text, or None."""
    match = MOMENT.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    try:
        start = datetime.datetime(year, month, day, hour, minute, min(second, 59))
    except ValueError:
        return None
    zone = match.group(8)
    offset = 0 if zone in "Zz" else (1 if zone[0] == "+" else -1) * (int(zone[1:3]) * 60 + int(zone[4:6])) * 60
    whole = Decimal(start.toordinal() * 86400 + hour * 3600 + minute * 60 + second - offset)
    return whole + Decimal("0" + (match.group(7) or ".0"))


@formats.checks("date-time")
def is_moment(value):
    return not isinstance(value, str) or moment(value) is not None


@formats.checks("date", raises=ValueError)
def is_date(value):
    if isinstance(value, str):
        datetime.datetime.strptime(value, "%Y-%m-%d")
        return len(value) == 10
    return True


@formats.checks("uuid", raises=ValueError)
def is_uuid(value):
    return not isinstance(value, str) or len(value) == 36 and bool(uuid.UUID(value))


@formats.checks("byte", raises=(ValueError, binascii.Error))
def is_base64(value):
    if isinstance(value, str):
        base64.b64decode("".join(value.split()), validate=True)
    return True


def check_format(validator, name, instance, schema):
    width = WIDTHS.get(name)
    if width and isinstance(instance, (int, Decimal)) and not isinstance(instance, bool):
        if not -(2 ** (width - 1)) <= instance < 2 ** (width - 1):
            yield ValidationError(f"{instance} does not fit {name}")
        return
    yield from Draft202012Validator.VALIDATORS["format"](validator, name, instance, schema)


def check_pattern(validator, pattern, instance, schema):
    """Ignores patterns that are not valid in Python."""
    if isinstance(instance, str):
        try:
            if not re.search(pattern, instance):
                yield ValidationError(f"{instance!r} does not match {pattern!r}")
        except re.error:
            return


def check_properties(validator, properties, instance, schema):
    """A schema with members and without a type describes an object, as in the mapping."""
    if "type" not in schema and not validator.is_type(instance, "object"):
        yield ValidationError(f"{instance!r} is no object, though the schema names members")
    yield from Draft202012Validator.VALIDATORS["properties"](validator, properties, instance, schema)


def is_number(checker, instance):
    return isinstance(instance, (int, float, Decimal)) and not isinstance(instance, bool)


def is_integer(checker, instance):
    return is_number(checker, instance) and instance == int(instance)


Judge = extend(
    Draft202012Validator,
    validators={"format": check_format, "pattern": check_pattern, "properties": check_properties},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine_many({"number": is_number, "integer": is_integer}),
)


# --- judging -------------------------------------------------------------------------------------------------------------------------


class Late(Exception):
    pass


def ring(signal_number, frame):
    raise Late()


class Schemas:
    def __init__(self, schemas):
        self.schemas = schemas
        self.judge = Judge({"$defs": schemas}, format_checker=formats)

    def complaint(self, number, value):
        """None where the value fits."""
        judge = self.judge.evolve(schema={"$ref": f"#/$defs/{number}"})
        signal.alarm(SECONDS_FOR_ONE)
        try:
            errors = list(judge.iter_errors(value))
        finally:
            signal.alarm(0)
        error = best_match(errors)
        if error is None:
            return None
        return f"{pointer(error.absolute_path) or '/'}: {error.message}"[:300]


def pointer(path):
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def judge(example, schemas):
    """A verdict, and the error of an invalid one: (`valid`, None), (`invalid`, "…"), (`unjudged`, "…")."""
    try:
        return judge_body(example, schemas)
    except Late:
        return "unjudged", f"not judged within {SECONDS_FOR_ONE} s"
    except RecursionError:
        return "unjudged", "a schema that refers to itself without end"


def judge_body(example, schemas):
    number = example["schema"]
    if not example["isJSON"]:
        return judge_text(example, schemas)
    try:
        value = parse(example["body"])
    except ValueError as error:
        return "unjudged", f"no JSON: {error}"
    if number is None:
        return "valid", None
    complaint = schemas.complaint(number, value)
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        # OpenAPI lets authors write an example as text. Where the value in the text fits the schema, the text is the body.
        try:
            if schemas.complaint(number, parse(value)) is None:
                example["body"] = value
                return "valid", None
        except ValueError:
            pass
    return ("invalid", complaint) if complaint else ("valid", None)


def judge_text(example, schemas):
    """Schemas do not describe XML; text and bytes are judged as strings."""
    if "xml" in example["contentType"]:
        try:
            xml.etree.ElementTree.fromstring(example["body"])
        except (xml.etree.ElementTree.ParseError, ValueError):
            return "invalid", "not the text of an XML document"
        return "unjudged", "XML"
    if example["schema"] is None:
        return "valid", None
    complaint = schemas.complaint(example["schema"], example["body"])
    return ("unjudged", f"{example['contentType']}: {complaint}") if complaint else ("valid", None)


def judge_all(answers_path, examples_path):
    with open(answers_path, encoding="utf-8") as file:
        answers = json.load(file)
    schemas = Schemas(answers["schemas"])
    with open(examples_path, "w", encoding="utf-8") as output:
        for place, example in enumerate(answers["examples"]):
            verdict, complaint = judge(example, schemas)
            example.update(number=place, verdict=verdict, complaint=complaint)
            output.write(json.dumps(example) + "\n")


# --- comparing -----------------------------------------------------------------------------------------------------------------------


class Comparison:
    """Compares the written value with the read one. Members in any order, numbers by value, date-times by instant."""

    def __init__(self, schemas):
        self.schemas = schemas
        # Differences that a decision of the mapping explains; the README of this folder lists them.
        self.unnamed = self.nulls = self.defaults = 0

    def accepts(self, schema, value):
        return Judge({"$defs": self.schemas}, format_checker=formats).evolve(schema=schema).is_valid(value)

    def expand(self, found, value=None):
        """All schemas that apply to one value; of alternatives, those that the value fits, if one is given."""
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
        """Whether the type that reads a value is sent too: then it keeps members that no schema names."""
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
                "body": example["body"][:300],
            }
        )
    with open(results_path, "w", encoding="utf-8") as output:
        json.dump(results, output)


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, ring)
    {"judge": judge_all, "compare": compare_all}[sys.argv[1]](*sys.argv[2:])
