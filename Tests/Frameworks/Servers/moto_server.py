"""Amazon S3 as moto plays it, with a log of the requests as they came."""

import io

from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple
from werkzeug.wrappers import Request

import record

service = DomainDispatcherApplication(create_backend_app)


def application(environ, start_response):
    request = Request(environ)
    body = request.get_data(cache=True)
    environ["wsgi.input"] = io.BytesIO(body)
    environ["wsgi.input_terminated"] = True
    if "x-call" in request.headers:
        record.write(
            request.headers["x-call"], request.headers["x-call"].split(" ")[0], method=request.method, path=request.path,
            query={key: request.args.getlist(key) for key in sorted(request.args)}, body=body.decode("utf-8", "replace") or None)
    return service(environ, start_response)


if __name__ == "__main__":
    run_simple("127.0.0.1", record.port(), application, threaded=True)
