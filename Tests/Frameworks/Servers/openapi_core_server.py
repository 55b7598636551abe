"""
Answers the requests of one of the four vendors, given as third argument: openapi-core validates the request with its credentials, and then
the answer, which is a value of its schema with every member.
"""

import json
import sys
import warnings

from openapi_core import Config, OpenAPI
from openapi_core.contrib.werkzeug import WerkzeugOpenAPIRequest, WerkzeugOpenAPIResponse
from openapi_core.templating.paths.finders import APICallPathFinder
from werkzeug.serving import run_simple
from werkzeug.wrappers import Request, Response

import examples
import record
import vendor_document

warnings.simplefilter("ignore")
name = sys.argv[3]
document = vendor_document.load(name)
validator = OpenAPI.from_dict(document, config=Config(spec_validator_cls=None))


def describe(errors) -> str:
    found = []
    for error in errors:
        while error is not None:
            found.append(f"{type(error).__name__}: {error}")
            found += [str(inner) for inner in getattr(error, "schema_errors", None) or []]
            error = error.__cause__
    return "; ".join(found)[:2000]


def answer(operation) -> Response:
    status, response = next((int(status), entry) for status, entry in operation["responses"].items() if status.startswith("2"))
    content = examples.resolve(document, response).get("content") or {}
    for media, entry in content.items():
        made = examples.value(document, entry.get("schema", {}))
        return Response(json.dumps(made) if "json" in media else str(made), status, content_type=media)
    return Response(status=status)


@Request.application
def application(request):
    call, found = request.headers.get("x-call"), WerkzeugOpenAPIRequest(request)
    result = validator.unmarshal_request(found)
    path, method = template(found), request.method.lower()
    operation = document["paths"].get(path, {}).get(method, {})
    label = operation.get("operationId") or f"{method.upper()} {path}"
    if result.errors:
        record.write(call, label, problem="the request: " + describe(result.errors))
        return Response("invalid", 599)
    response = answer(operation)
    wrong = validator.unmarshal_response(found, WerkzeugOpenAPIResponse(response)).errors
    parameters = result.parameters
    record.write(
        call, label, path=parameters.path, query=parameters.query, header=parameters.header, cookie=parameters.cookie,
        body=result.body, problem="the answer: " + describe(wrong) if wrong else None)
    return response


def template(found):
    """The path of the document that a request is for, or the kind of error where it has none."""
    try:
        return APICallPathFinder(validator.spec).find(found.method, f"{found.host_url}{found.path}").path.parts[-1]
    except Exception as error:  # the validator tells the same in its own words
        return type(error).__name__


if __name__ == "__main__":
    run_simple("127.0.0.1", record.port(), application, threaded=True)
