"""A library in flask-smorest with marshmallow: schemas, blueprints, pages, etags, files and the framework's own errors."""

import datetime
import decimal
import enum
import io
import ipaddress
import json
import uuid

import marshmallow as ma
from flask import Flask, Response, redirect, request, send_file
from flask.views import MethodView
from flask_smorest import Api, Blueprint, Page, abort
from flask_smorest.fields import Upload
from marshmallow import validate

import record

app = Flask("library")
app.config.update(
    API_TITLE="Library", API_VERSION="v2", OPENAPI_VERSION="3.1.0", OPENAPI_JSON_PATH="openapi.json", OPENAPI_URL_PREFIX="/",
    PROPAGATE_EXCEPTIONS=False)
api = Api(app)
api.spec.components.security_scheme("bearer", {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"})
api.spec.components.security_scheme("key", {"type": "apiKey", "in": "header", "name": "X-Key"})
books = Blueprint("books", "books", url_prefix="/books", description="Books.")
values = Blueprint("values", "values", url_prefix="/values", description="Parameters and bodies.")
answers = Blueprint("answers", "answers", url_prefix="/answers", description="Answers and credentials.")


def log(operation, **got):
    record.write(request.headers.get("x-call"), operation, **got)


class Genre(enum.Enum):
    FICTION = "fiction"
    SCIENCE = "popular science"


class AuthorSchema(ma.Schema):
    name = ma.fields.String(required=True, validate=validate.Length(min=1, max=60))
    born = ma.fields.Date()
    email = ma.fields.Email(allow_none=True)


class BookSchema(ma.Schema):
    id = ma.fields.UUID(dump_only=True)
    title = ma.fields.String(required=True, metadata={"description": "As on the cover.", "example": "Emma"})
    price = ma.fields.Decimal(as_string=True, places=2)
    weight = ma.fields.Decimal()
    genre = ma.fields.Enum(Genre, by_value=True)
    shelf = ma.fields.Enum(Genre)
    pages = ma.fields.Integer(strict=True, validate=validate.Range(min=1))
    rating = ma.fields.Float(allow_none=True)
    published = ma.fields.DateTime()
    local = ma.fields.NaiveDateTime()
    zoned = ma.fields.AwareDateTime()
    stamp = ma.fields.DateTime(format="timestamp")
    header_date = ma.fields.DateTime(format="rfc")
    due = ma.fields.Date()
    opens = ma.fields.Time()
    loan = ma.fields.TimeDelta(precision="minutes")
    tags = ma.fields.List(ma.fields.String(validate=validate.Length(min=1)))
    labels = ma.fields.Dict(keys=ma.fields.String(), values=ma.fields.Integer())
    anything = ma.fields.Dict()
    raw = ma.fields.Raw(allow_none=True)
    author = ma.fields.Nested(AuthorSchema)
    writers = ma.fields.List(ma.fields.Nested(AuthorSchema(only=("name",))))
    parent = ma.fields.Nested(lambda: BookSchema(only=("title", "price")), allow_none=True)
    pair = ma.fields.Tuple((ma.fields.String(), ma.fields.Integer()))
    state = ma.fields.String(validate=validate.OneOf(["new", "used"]), load_default="new")
    constant = ma.fields.Constant("fixed")
    site = ma.fields.URL()
    address = ma.fields.IP()
    secret = ma.fields.String(load_only=True)
    camel = ma.fields.Boolean(data_key="isCamel", truthy={True, "true"}, falsy={False, "false"})
    size = ma.fields.Method("get_size", dump_only=True)
    length = ma.fields.Function(lambda book: 3)

    def get_size(self, book):
        return {"height": 20}


class BookPatchSchema(BookSchema):
    class Meta:
        fields = ("title", "price", "rating", "author")
        partial = True


class BookQuerySchema(ma.Schema):
    class Meta:
        unknown = ma.EXCLUDE

    title = ma.fields.String()
    genre = ma.fields.List(ma.fields.Enum(Genre, by_value=True))
    since = ma.fields.DateTime()
    price = ma.fields.Decimal()
    key = ma.fields.UUID()
    available = ma.fields.Boolean()
    sort = ma.fields.String(validate=validate.OneOf(["title", "-title"]), load_default="title")
    words = ma.fields.DelimitedList(ma.fields.String()) if hasattr(ma.fields, "DelimitedList") else ma.fields.List(ma.fields.String())


class HeaderSchema(ma.Schema):
    class Meta:
        unknown = ma.EXCLUDE

    trace = ma.fields.UUID(data_key="X-Trace", required=True)
    count = ma.fields.Integer(data_key="X-Count")


class CookieSchema(ma.Schema):
    class Meta:
        unknown = ma.EXCLUDE

    session = ma.fields.String(required=True)
    visits = ma.fields.Integer()


class FormSchema(ma.Schema):
    name = ma.fields.String(required=True)
    age = ma.fields.Integer()
    langs = ma.fields.List(ma.fields.String())


class FilesSchema(ma.Schema):
    first = Upload(required=True)
    second = Upload()


class NoteSchema(ma.Schema):
    note = ma.fields.String(required=True)
    copies = ma.fields.Integer()


class ProblemSchema(ma.Schema):
    reason = ma.fields.String(required=True)


BOOK = {
    "id": uuid.UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6"), "title": "Emma", "price": decimal.Decimal("9.5"),
    "weight": decimal.Decimal("0.25"), "genre": Genre.FICTION, "shelf": Genre.SCIENCE, "pages": 400, "rating": None,
    "published": datetime.datetime(1815, 12, 23, 8, 30), "local": datetime.datetime(2024, 5, 1, 12, 0, 0, 500000),
    "zoned": datetime.datetime(2024, 5, 1, 12, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=2))),
    "stamp": datetime.datetime(2024, 5, 1, 12, 0, tzinfo=datetime.timezone.utc),
    "header_date": datetime.datetime(2024, 5, 1, 12, 0, tzinfo=datetime.timezone.utc), "due": datetime.date(2024, 2, 29),
    "opens": datetime.time(9, 30), "loan": datetime.timedelta(days=2), "tags": ["classic"], "labels": {"a": 1},
    "anything": {"x": [1]}, "raw": [None], "author": {"name": "Jane", "born": datetime.date(1775, 12, 16)},
    "writers": [{"name": "Jane"}], "parent": None, "pair": ("one", 1), "state": "used", "site": "https://a.test/",
    "address": ipaddress.ip_address("127.0.0.1"), "camel": True,
}


@books.route("/")
class Books(MethodView):
    @books.doc(operationId="list_books")
    @books.arguments(BookQuerySchema, location="query")
    @books.response(200, BookSchema(many=True))
    @books.paginate(Page)
    def get(self, query):
        log("list_books", page=request.args.get("page"), page_size=request.args.get("page_size"), **query)
        return [BOOK, {**BOOK, "title": "Persuasion"}, {**BOOK, "title": "Ulysses"}]

    @books.doc(operationId="create_book")
    @books.arguments(BookSchema)
    @books.response(201, BookSchema, headers={"Location": {"schema": {"type": "string", "format": "uri"}}})
    @books.alt_response(409, schema=ProblemSchema)
    def post(self, book):
        log("create_book", book=book)
        if book["title"] == "Twice":
            return Response(json.dumps({"reason": "There is one."}), 409, mimetype="application/json")
        return {**BOOK, **book}, 201, {"Location": "/books/" + str(BOOK["id"])}


@books.route("/<uuid:book_id>")
class BookByID(MethodView):
    @books.doc(operationId="get_book")
    @books.response(200, BookSchema)
    @books.alt_response(404, description="None.")
    def get(self, book_id):
        log("get_book", book_id=book_id)
        if book_id.int == 0:
            abort(404, message="There is none.")
        return BOOK

    @books.doc(operationId="patch_book")
    @books.arguments(BookPatchSchema(partial=True))
    @books.response(200, BookSchema)
    def patch(self, patch, book_id):
        log("patch_book", book_id=book_id, patch=patch)
        return {**BOOK, **patch}

    @books.doc(operationId="delete_book")
    @books.response(204)
    def delete(self, book_id):
        log("delete_book", book_id=book_id)


@values.route("/path/<int:number>/<float:ratio>/<string(length=2):code>/<path:rest>")
@values.doc(operationId="path_values")
@values.response(200, ma.Schema.from_dict({"rest": ma.fields.String(required=True)}))
def path_values(number, ratio, code, rest):
    log("path_values", number=number, ratio=ratio, code=code, rest=rest)
    return {"rest": rest}


@values.route("/headers")
@values.doc(operationId="header_values")
@values.arguments(HeaderSchema, location="headers")
@values.response(204)
def header_values(headers):
    log("header_values", **headers)


@values.route("/cookies")
@values.doc(operationId="cookie_values")
@values.arguments(CookieSchema, location="cookies")
@values.response(204)
def cookie_values(cookies):
    log("cookie_values", lines=request.headers.get("cookie", "").count("session="), **cookies)


@values.route("/form", methods=["POST"])
@values.doc(operationId="send_form")
@values.arguments(FormSchema, location="form")
@values.response(200, FormSchema)
def send_form(form):
    log("send_form", form=form)
    return form


@values.route("/files", methods=["POST"])
@values.doc(operationId="send_files")
@values.arguments(FilesSchema, location="files")
@values.arguments(NoteSchema, location="form")
@values.response(201, ma.Schema.from_dict({"size": ma.fields.Integer()}))
def send_files(files, form):
    first = files["first"]
    content = first.read()
    log("send_files", first=content, name=first.filename, second=files["second"].read() if "second" in files else None, **form)
    return {"size": len(content)}


@values.route("/many", methods=["POST"])
@values.doc(operationId="send_many")
@values.arguments(AuthorSchema(many=True))
@values.response(200, AuthorSchema(many=True))
def send_many(authors):
    log("send_many", authors=authors)
    return authors


@values.route("/several", methods=["PUT"])
@values.doc(operationId="send_several")
@values.arguments(BookQuerySchema, location="query")
@values.arguments(NoteSchema)
@values.response(200, NoteSchema)
def send_several(query, note):
    log("send_several", note=note, **query)
    return note


@answers.route("/file")
@answers.doc(operationId="get_file")
@answers.response(200, {"type": "string", "format": "binary"}, content_type="application/pdf")
def get_file():
    log("get_file")
    return send_file(io.BytesIO(bytes(range(256)) * 8), mimetype="application/pdf")


@answers.route("/csv")
@answers.doc(operationId="get_csv")
@answers.response(200, {"type": "string"}, content_type="text/csv")
def get_csv():
    log("get_csv")
    return Response("a,b\n1,ü\n", mimetype="text/csv")


@answers.route("/moved")
@answers.doc(operationId="get_moved")
@answers.response(302, headers={"Location": {"schema": {"type": "string"}}})
def get_moved():
    log("get_moved")
    return redirect("/answers/csv")


@answers.route("/secured")
@answers.doc(operationId="get_secured", security=[{"bearer": []}, {"key": []}])
@answers.response(200, NoteSchema)
def get_secured():
    log("get_secured", authorization=request.headers.get("authorization"), key=request.headers.get("x-key"))
    return {"note": "fine"}


@answers.route("/etag", methods=["PUT"])
@answers.doc(operationId="put_etag")
@answers.arguments(NoteSchema)
@answers.response(200, NoteSchema)
@answers.etag
def put_etag(note):
    answers.check_etag({"note": "old"}, NoteSchema)
    log("put_etag", note=note, match=request.headers.get("if-match"))
    return note


@answers.route("/broken")
@answers.doc(operationId="get_broken")
@answers.response(200, NoteSchema)
def get_broken():
    log("get_broken")
    raise ValueError("broken")


for blueprint in (books, values, answers):
    api.register_blueprint(blueprint)

if __name__ == "__main__":
    app.run("127.0.0.1", record.port())
