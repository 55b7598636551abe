"""A shop in FastAPI with pydantic 2: every kind of parameter, body, answer and credential that the framework documents."""

import datetime
import decimal
import uuid
from typing import Annotated, Any, Literal, Union

import uvicorn
from fastapi import (
    APIRouter, Body, Cookie, Depends, FastAPI, File, Form, Header, HTTPException, Path, Query, Request, Response, Security,
    UploadFile, status,
)
from fastapi.responses import (
    FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, StreamingResponse,
)
from fastapi.security import (
    APIKeyCookie, APIKeyHeader, APIKeyQuery, HTTPAuthorizationCredentials, HTTPBasic, HTTPBasicCredentials, HTTPBearer,
    OAuth2PasswordBearer, OAuth2PasswordRequestForm,
)
from pydantic import BaseModel, ConfigDict, Field, JsonValue

import record
from fastapi_models import (
    STORED, Animal, CamelCase, Circle, Color, Everything, Extra, Item, ItemPatch, Level, Names, Node, Page, Problem, Shape, StoredItem,
    Strict, Typed,
)

app = FastAPI(
    title="Shop", version="1.4.0", summary="A shop in FastAPI.", generate_unique_id_function=lambda route: route.name)


def log(request: Request, **got):
    record.write(request.headers.get("x-call"), request.scope["endpoint"].__name__, **got)


# Parameters

parameters = APIRouter(tags=["parameters"])


@parameters.get("/query/scalars")
async def query_scalars(
    request: Request, text: str, number: int, ratio: float, flag: bool, amount: decimal.Decimal, key: uuid.UUID,
    day: datetime.date, moment: datetime.datetime, clock: datetime.time, span: datetime.timedelta, color: Color, level: Level,
    fixed: Literal["one"], mode: Literal["fast", "slow"] = "fast",
) -> dict[str, str]:
    log(request, text=text, number=number, ratio=ratio, flag=flag, amount=amount, key=key, day=day, moment=moment, clock=clock,
        span=span, color=color, level=level, fixed=fixed, mode=mode)
    return {"text": text}


@parameters.get("/query/lists")
async def query_lists(
    request: Request, names: Annotated[list[str], Query()], numbers: Annotated[list[int], Query()] = [],
    colors: Annotated[set[Color] | None, Query()] = None, days: Annotated[list[datetime.date], Query(alias="day[]")] = [],
) -> list[str]:
    log(request, names=names, numbers=numbers, colors=colors, days=days)
    return names


@parameters.get("/query/optional")
async def query_optional(
    request: Request, text: str | None = None, number: Annotated[int | None, Query(ge=1, le=100)] = None,
    number_or_text: int | str | None = None, old: Annotated[str | None, Query(deprecated=True)] = None,
    hyphen: Annotated[str | None, Query(alias="x-hyphen", pattern="^[a-z]+$")] = None,
) -> JsonValue:
    log(request, text=text, number=number, number_or_text=number_or_text, old=old, hyphen=hyphen)
    return {"text": text, "number": number}


class Filter(BaseModel):
    model_config = ConfigDict(extra="forbid")

    limit: int = Field(100, gt=0, le=100)
    offset: int = Field(0, ge=0)
    order_by: Literal["created_at", "updated_at"] = "created_at"
    tags: list[str] = []
    since: datetime.datetime | None = None


@parameters.get("/query/model")
async def query_model(request: Request, filter: Annotated[Filter, Query()]) -> Filter:
    log(request, **{name: getattr(filter, name) for name in filter.model_fields_set})
    return filter


@parameters.get("/path/{text}/{number}/{key}/{day}/{color}")
async def path_values(
    request: Request, text: str, number: Annotated[int, Path(ge=0)], key: uuid.UUID, day: datetime.date, color: Color,
) -> PlainTextResponse:
    log(request, text=text, number=number, key=key, day=day, color=color)
    return PlainTextResponse("fine")


@parameters.get("/files/{file_path:path}")
async def path_slashes(request: Request, file_path: str) -> str:
    log(request, file_path=file_path)
    return file_path


@parameters.get("/headers")
async def header_values(
    request: Request, response: Response, user_agent: Annotated[str | None, Header()] = None,
    x_token: Annotated[list[str] | None, Header()] = None, x_count: Annotated[int | None, Header()] = None,
    x_when: Annotated[datetime.datetime | None, Header()] = None,
    strange: Annotated[str | None, Header(alias="strange_header", convert_underscores=False)] = None,
) -> dict[str, Any]:
    log(request, x_token=x_token, x_count=x_count, x_when=x_when, strange=strange, agent=bool(user_agent))
    response.headers["x-answer"] = "42"
    response.set_cookie("first", "1")
    response.set_cookie("second", "a b", httponly=True)
    return {"agent": user_agent}


class CommonHeaders(BaseModel):
    host: str
    save_data: bool
    if_modified_since: str | None = None
    x_tag: list[str] = []


@parameters.get("/headers/model")
async def header_model(request: Request, headers: Annotated[CommonHeaders, Header()]) -> None:
    log(request, save_data=headers.save_data, if_modified_since=headers.if_modified_since, x_tag=headers.x_tag)


@parameters.get("/cookies")
async def cookie_values(
    request: Request, session: Annotated[str, Cookie()], tracker: Annotated[int | None, Cookie()] = None,
    theme: Annotated[Literal["dark", "light"], Cookie()] = "light",
) -> dict[str, str]:
    log(request, session=session, tracker=tracker, theme=theme, lines=len(request.headers.getlist("cookie")))
    return {"session": session}


# Bodies

bodies = APIRouter(tags=["bodies"])


@bodies.post("/items", status_code=201, responses={409: {"model": Problem, "description": "It is there already."}})
async def create_item(request: Request, response: Response, item: Item) -> StoredItem:
    log(request, item=item)
    if item.name == "Twice":
        return JSONResponse({"code": "twice", "detail": "There is one."}, 409)
    response.headers["location"] = f"/items/{STORED.id}"
    return STORED.model_copy(update=item.model_dump())


@bodies.get("/items", response_model=Page[StoredItem])
async def list_items(request: Request, limit: int = 2, offset: int = 0, sort: list[str] = Query(default=[])):
    log(request, limit=limit, offset=offset, sort=sort)
    names = ["Lamp", "Chair", "Table"][offset:offset + limit]
    return Page[StoredItem](items=[STORED.model_copy(update={"name": name}) for name in names], total=3)


@bodies.get("/items/{item_id}", responses={404: {"model": Problem}})
async def read_item(request: Request, item_id: uuid.UUID) -> StoredItem:
    log(request, item_id=item_id)
    if item_id.int == 0:
        return JSONResponse({"code": "none", "detail": "There is none."}, 404)
    return STORED


@bodies.put("/items/{item_id}")
async def replace_item(request: Request, item_id: uuid.UUID, item: Annotated[Item, Body(embed=True)]) -> StoredItem:
    log(request, item_id=item_id, item=item)
    return STORED


@bodies.patch("/items/{item_id}", response_model_exclude_unset=True)
async def patch_item(request: Request, item_id: uuid.UUID, patch: ItemPatch) -> ItemPatch:
    log(request, item_id=item_id, patch=patch)
    return patch


@bodies.delete("/items/{item_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_item(request: Request, item_id: uuid.UUID) -> None:
    log(request, item_id=item_id)


@bodies.head("/items/{item_id}")
async def item_exists(request: Request, item_id: uuid.UUID):
    log(request, item_id=item_id)
    return Response(headers={"x-exists": "yes"})


@bodies.post("/several")
async def several_bodies(
    request: Request, item: Item, user: CamelCase, importance: Annotated[int, Body(gt=0)], note: Annotated[str | None, Body()] = None,
) -> dict[str, Any]:
    log(request, item=item, user=user, importance=importance, note=note)
    return {"importance": importance}


@bodies.post("/animals")
async def echo_animal(request: Request, animal: Animal) -> Animal:
    log(request, animal=animal)
    return animal


@bodies.post("/shapes")
async def echo_shape(request: Request, shape: Shape) -> Shape:
    log(request, shape=shape)
    return shape


@bodies.post("/unions")
async def echo_union(
    request: Request, value: Annotated[Union[int, Circle, list[str], str, None], Body()] = None,
) -> Union[int, Circle, list[str], str, None]:
    log(request, value=value, null=value is None)
    return value


@bodies.post("/trees")
async def echo_tree(request: Request, node: Node) -> Node:
    log(request, node=node)
    return node


@bodies.post("/camel", response_model_by_alias=True)
async def echo_camel(request: Request, user: CamelCase) -> CamelCase:
    log(request, user=user)
    return user


@bodies.post("/strict")
async def echo_strict(request: Request, value: Strict) -> Strict:
    log(request, value=value)
    return value


@bodies.post("/extra")
async def echo_extra(request: Request, value: Extra) -> Extra:
    log(request, value=value.model_dump())
    return value


@bodies.post("/typed-extra")
async def echo_typed(request: Request, value: Typed) -> Typed:
    log(request, value=value.model_dump())
    return value


@bodies.post("/everything")
async def echo_everything(request: Request, value: Everything) -> Everything:
    fields = {name: getattr(value, name) for name in value.model_fields_set - {"secret"}}
    log(request, value=fields, secret=value.secret.get_secret_value())
    return value


@bodies.post("/decimals")
async def echo_decimals(request: Request, values: list[decimal.Decimal]) -> list[decimal.Decimal]:
    log(request, values=values)
    return values


@bodies.post("/dates")
async def echo_dates(request: Request, values: dict[str, datetime.datetime]) -> dict[str, datetime.datetime]:
    log(request, values=values)
    return values


@bodies.post("/names")
async def echo_names(request: Request, names: Names) -> Names:
    log(request, names=names.root)
    return names


@bodies.post("/scalar")
async def echo_scalar(request: Request, value: Annotated[int, Body()]) -> int:
    log(request, value=value)
    return value


@bodies.post("/anything")
async def echo_anything(request: Request, value: Annotated[Any, Body()] = None) -> Any:
    log(request, value=value)
    return value


@bodies.post("/optional")
async def optional_body(request: Request, item: Circle | None = None) -> Circle | None:
    log(request, item=item, length=int(request.headers.get("content-length") or 0))
    return item


@bodies.api_route("/multi", methods=["GET", "PUT"])
async def multi(request: Request) -> str:
    log(request, method=request.method)
    return request.method


# Forms and files

forms = APIRouter(tags=["forms"])


class Login(BaseModel):
    username: str
    age: int | None = None
    languages: list[str] = []


@forms.post("/forms/model")
async def form_model(request: Request, login: Annotated[Login, Form()]) -> Login:
    log(request, login=login)
    return login


@forms.post("/forms/fields")
async def form_fields(
    request: Request, name: Annotated[str, Form()], born: Annotated[datetime.date | None, Form()] = None,
    colors: Annotated[list[Color], Form()] = [], agree: Annotated[bool, Form()] = False,
) -> dict[str, Any]:
    log(request, name=name, born=born, colors=colors, agree=agree)
    return {"name": name}


@forms.post("/token", tags=["credentials"])
async def token(request: Request, form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> dict[str, str]:
    log(request, username=form.username, password=form.password, grant_type=form.grant_type, scopes=form.scopes)
    return {"access_token": "t-1", "token_type": "bearer"}


@forms.post("/files/bytes")
async def upload_bytes(request: Request, file: Annotated[bytes, File()]) -> dict[str, int]:
    log(request, file=file)
    return {"size": len(file)}


@forms.post("/files/upload")
async def upload_file(request: Request, file: UploadFile) -> dict[str, Any]:
    log(request, name=file.filename, type=file.content_type, file=await file.read())
    return {"name": file.filename}


@forms.post("/files/many")
async def upload_many(request: Request, files: list[UploadFile], note: Annotated[str, Form()] = "") -> list[str]:
    log(request, files=[[file.filename, await file.read()] for file in files], note=note)
    return [file.filename or "" for file in files]


@forms.post("/files/mixed")
async def upload_mixed(
    request: Request, token: Annotated[str, Form()], file: UploadFile | None = None, count: Annotated[int | None, Form()] = None,
    tags: Annotated[list[str], Form()] = [],
) -> None:
    log(request, token=token, file=await file.read() if file else None, count=count, tags=tags)


# Answers

answers = APIRouter(tags=["answers"])


@answers.get("/answers/text", response_class=PlainTextResponse)
async def plain_text(request: Request):
    log(request)
    return "Grüße"


@answers.get("/answers/html", response_class=HTMLResponse)
async def html(request: Request):
    log(request)
    return "<p>Hi</p>"


@answers.get("/answers/latin", response_class=PlainTextResponse)
async def latin_text(request: Request):
    log(request)
    return Response("Grüße".encode("iso-8859-1"), media_type="text/plain; charset=iso-8859-1")


@answers.get("/answers/file", response_class=FileResponse)
async def file(request: Request):
    log(request)
    return FileResponse(__file__, media_type="application/octet-stream", filename="shop.bin")


@answers.get("/answers/bytes", responses={200: {"content": {"image/png": {}}}}, response_class=Response)
async def image(request: Request):
    log(request)
    return Response(bytes(range(256)), media_type="image/png")


@answers.get("/answers/stream", response_class=StreamingResponse)
async def stream(request: Request):
    log(request)
    return StreamingResponse((b"x" * 1000 for _ in range(100)), media_type="application/octet-stream")


class EventStream(StreamingResponse):
    media_type = "text/event-stream"


@answers.get("/answers/events", response_class=EventStream)
async def events(request: Request, last_event_id: Annotated[str | None, Header()] = None):
    log(request)
    return EventStream(iter([
        ": hello\n\n", 'id: 1\nevent: item\ndata: {"radius": 1}\n\n', 'data: two\ndata: lines\n\n', "data: [DONE]\n\n"]))


@answers.get("/answers/redirect", response_class=RedirectResponse, status_code=302)
async def redirect(request: Request):
    log(request)
    return "/answers/text"


@answers.get("/answers/moved")
async def moved(request: Request) -> str:
    log(request)
    return RedirectResponse("/answers/landing", 307)


@answers.get("/answers/landing", include_in_schema=False)
async def landing() -> str:
    return "landed"


@answers.get("/answers/no-schema")
async def no_schema(request: Request):
    log(request)
    return {"any": ["thing", 1, None]}


@answers.get("/answers/nothing")
async def nothing(request: Request) -> None:
    log(request)


@answers.get("/answers/either", responses={
    200: {"content": {"application/json": {}, "text/csv": {"schema": {"type": "string"}}}}, 202: {"model": Problem}})
async def either(request: Request, accept: Annotated[Literal["csv", "json", "later"], Query()] = "json") -> Circle:
    log(request, accept=accept)
    if accept == "csv":
        return Response("radius\n1.0\n", media_type="text/csv")
    if accept == "later":
        return JSONResponse({"code": "later", "detail": "Not yet."}, 202)
    return Circle(radius=1)


@answers.get("/answers/failure", responses={
    418: {"model": Problem}, "4XX": {"description": "Something else."}, "default": {"model": Problem}})
async def failure(request: Request, code: int) -> None:
    log(request, code=code)
    raise HTTPException(code, {"code": "x", "detail": "y"}) if code != 418 else Teapot()


class Teapot(Exception):
    pass


@app.exception_handler(Teapot)
async def teapot(request: Request, problem: Teapot):
    return JSONResponse({"code": "tea", "detail": "I am a teapot."}, 418)


@answers.get("/answers/invalid")
async def invalid(request: Request, number: Annotated[int, Query(ge=10)]) -> int:
    return number


@answers.get("/answers/numbers")
async def numbers(request: Request) -> dict[str, float]:
    log(request)
    return {"whole": 5.0, "small": 1e-7, "large": 1.7e308, "exact": 0.1}


# Credentials

credentials = APIRouter(tags=["credentials"])
bearer = HTTPBearer()
basic = HTTPBasic()
header_key = APIKeyHeader(name="X-API-Key", auto_error=False)
query_key = APIKeyQuery(name="api_key", auto_error=False)
cookie_key = APIKeyCookie(name="session_key")
oauth = OAuth2PasswordBearer(tokenUrl="token", scopes={"read": "Read.", "write": "Write."})


@credentials.get("/me/bearer")
async def me_bearer(request: Request, found: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> str:
    log(request, token=found.credentials)
    return found.credentials


@credentials.get("/me/basic")
async def me_basic(request: Request, found: Annotated[HTTPBasicCredentials, Depends(basic)]) -> str:
    log(request, username=found.username, password=found.password)
    return found.username


@credentials.get("/me/key")
async def me_key(
    request: Request, header: Annotated[str | None, Security(header_key)], query: Annotated[str | None, Security(query_key)],
) -> str:
    log(request, header=header, query=query)
    return header or query or ""


@credentials.get("/me/cookie")
async def me_cookie(request: Request, found: Annotated[str, Security(cookie_key)], theme: Annotated[str | None, Cookie()] = None) -> str:
    log(request, key=found, theme=theme, lines=len(request.headers.getlist("cookie")))
    return found


@credentials.get("/me/oauth")
async def me_oauth(request: Request, found: Annotated[str, Security(oauth, scopes=["read"])]) -> str:
    log(request, token=found)
    return found


for router in (parameters, bodies, forms, answers, credentials):
    app.include_router(router)


class Shipped(BaseModel):
    item: uuid.UUID
    at: datetime.datetime


@app.webhooks.post("item-shipped")
def item_shipped(body: Shipped):
    """Sent when an item leaves."""


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=record.port(), log_level="warning")
