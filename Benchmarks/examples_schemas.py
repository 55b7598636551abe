"""The schemas of examples for the package `jsonschema` (Draft 2020-12): formats are asserted where a generated type depends on them."""

import base64
import binascii
import datetime
import json
import re
import uuid
from decimal import Decimal

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$")
WIDTHS = {"int32": 32, "int64": 64}
formats = FormatChecker(formats=())


def parse(text):
    def refuse(word):
        raise ValueError(word)

    return json.loads(text, parse_float=Decimal, parse_constant=refuse)


def pointer(path):
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


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


def fraction_digits(text):
    """How many digits the fraction of RFC 3339 text has."""
    return len(MOMENT.match(text).group(7) or ".") - 1


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
    """Patterns that are no regular expression of Python's say nothing here."""
    if isinstance(instance, str):
        try:
            if not re.search(pattern, instance):
                yield ValidationError(f"{instance!r} does not match {pattern!r}")
        except re.error:
            return


def check_properties(validator, properties, instance, schema):
    """A schema that names members and no type describes an object, as the mapping reads it."""
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
