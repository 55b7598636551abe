"""
Answers the requests of one of the four vendors, given as third argument: connexion validates the request, and then the answer, which is a
value of its schema with every member. Credentials are the other server's part: connexion asks for a function for each scheme.
"""

import contextlib
import json
import sys
import warnings

import connexion
import uvicorn
from connexion.lifecycle import ConnexionResponse
from connexion.resolver import Resolution, Resolver

import examples
import record
import vendor_document

def adapt(operation):
    """
    Says in connexion's words what it does not read: a body that may be left out has to be nullable, and the schema of a parameter needs a
    type to be looked up by; that of its first alternative decides nothing but whether it is a list.
    """
    body = examples.resolve(document, operation.get("requestBody", {}))
    for media in body.get("content", {}).values() if not body.get("required") else []:
        media["schema"] = {"type": "object", "nullable": True, "allOf": [media["schema"]]}
    operation["parameters"] = [dict(examples.resolve(document, entry)) for entry in operation.get("parameters", [])]
    for entry in operation["parameters"]:
        schema = dict(examples.resolve(document, entry["schema"]))
        for alternative in schema.get("anyOf", schema.get("oneOf", [])):
            schema.setdefault("type", examples.resolve(document, alternative).get("type", "string"))
        schema.setdefault("type", "string")
        entry["schema"] = schema


warnings.simplefilter("ignore")
document = vendor_document.as_3_0(vendor_document.load(sys.argv[3]))
operations = {
    operation.get("operationId") or f"{method.upper()} {path}": operation
    for path, item in document["paths"].items() for method, operation in item.items() if isinstance(operation, dict)
}
document.pop("security", None)
document.get("components", {}).pop("securitySchemes", None)
for label, entry in operations.items():
    entry.pop("security", None)
    entry.setdefault("operationId", label)
    adapt(entry)


class Answers(Resolver):
    def resolve(self, operation):
        return Resolution(self.answer(operation.operation_id), operation.operation_id)

    def answer(self, label):
        status, response = next(
            (int(status), entry) for status, entry in operations[label]["responses"].items() if status.startswith("2"))
        content = examples.resolve(document, response).get("content") or {}

        async def answer(body=None, **arguments):
            arguments.pop("context_", None)
            record.write(connexion.request.headers.get("x-call"), label, body=body, **arguments)
            for media, entry in content.items():
                made = examples.value(document, entry.get("schema", {}))
                return ConnexionResponse(status, media, body=json.dumps(made) if "json" in media else str(made))
            return ConnexionResponse(status, body="")

        return answer


def problem(request, error):
    record.write(request.headers.get("x-call"), "", problem=str(getattr(error, "detail", None) or error)[:2000])
    return ConnexionResponse(599, "text/plain", body="invalid")


app = connexion.AsyncApp(__name__, resolver=Answers(), strict_validation=True, validate_responses=True)
app.add_api(document, pythonic_params=False)
app.add_error_handler(Exception, problem)
with contextlib.suppress(Exception):
    from connexion.exceptions import ProblemException

    app.add_error_handler(ProblemException, problem)
    for code in (400, 404, 405, 415, 500):
        app.add_error_handler(code, problem)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=record.port(), log_level="error")
