"""Whether an example fits its schema."""

import json
import signal
import xml.etree.ElementTree

from jsonschema.exceptions import best_match

from examples_schemas import Judge, formats, parse, pointer

SECONDS_FOR_ONE = 10


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


def judge(example, schemas):
    """A verdict, and the complaint of an invalid one: (`valid`, None), (`invalid`, "…"), (`unjudged`, "…")."""
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
    """Schemas say nothing about XML; text and bytes are judged as strings."""
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
    signal.signal(signal.SIGALRM, ring)
    with open(answers_path, encoding="utf-8") as file:
        answers = json.load(file)
    schemas = Schemas(answers["schemas"])
    with open(examples_path, "w", encoding="utf-8") as output:
        for place, example in enumerate(answers["examples"]):
            verdict, complaint = judge(example, schemas)
            example.update(number=place, verdict=verdict, complaint=complaint)
            output.write(json.dumps(example) + "\n")
