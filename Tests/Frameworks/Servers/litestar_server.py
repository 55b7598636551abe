"""A studio in Litestar: dataclasses, msgspec structs, data transfer objects, tagged unions, pages, streams, events and guards."""

import dataclasses
import datetime
import decimal
import enum
import pathlib
import tempfile
import uuid
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal, Optional, Union

import msgspec
import uvicorn
from litestar import Controller, Litestar, MediaType, Request, Response, delete, get, head, patch, post, put
from litestar.datastructures import Cookie, ResponseHeader, UploadFile
from litestar.dto import DTOConfig, DTOData
from litestar.dto import DataclassDTO
from litestar.enums import RequestEncodingType
from litestar.exceptions import ClientException, NotAuthorizedException, NotFoundException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import Components, SecurityScheme
from litestar.pagination import ClassicPagination, CursorPagination, OffsetPagination
from litestar.params import Body, Parameter
from litestar.response import File, Redirect, ServerSentEvent, ServerSentEventMessage, Stream, Template  # noqa: F401

import record


def log(request: Request, **got):
    record.write(request.headers.get("x-call"), request.route_handler.operation_id, **got)


class Mood(enum.Enum):
    CALM = "calm"
    VERY_LOUD = "very loud"


class Rank(enum.IntEnum):
    FIRST = 1
    SECOND = 2


@dataclasses.dataclass
class Artist:
    name: str
    born: Optional[datetime.date] = None


@dataclasses.dataclass
class Track:
    id: uuid.UUID
    title: str
    price: decimal.Decimal
    length: datetime.timedelta
    recorded: datetime.datetime
    artist: Artist
    mood: Mood = Mood.CALM
    rank: Optional[Rank] = None
    tags: list[str] = dataclasses.field(default_factory=list)
    plays: dict[str, int] = dataclasses.field(default_factory=dict)
    starts: datetime.time = datetime.time(0, 0)
    extra: Any = None
    secret: str = "hidden"


class NewTrack(DataclassDTO[Track]):
    config = DTOConfig(exclude={"id", "secret"}, rename_strategy="camel")


class ReadTrack(DataclassDTO[Track]):
    config = DTOConfig(exclude={"secret"}, rename_strategy="camel")


class PatchTrack(DataclassDTO[Track]):
    config = DTOConfig(include={"title", "price", "tags"}, partial=True)


class Guitar(msgspec.Struct, tag="guitar", tag_field="kind"):
    strings: Annotated[int, msgspec.Meta(ge=4, le=12)]


class Drum(msgspec.Struct, tag="drum", tag_field="kind"):
    size: float
    parts: list["Instrument"] = []


Instrument = Union[Guitar, Drum]


class Settings(msgspec.Struct, rename="camel", omit_defaults=True):
    user_name: str
    volume: Union[int, str] = 5
    level: Union[float, None] = None
    mode: Literal["a", "b"] = "a"
    data: bytes = b""
    pair: tuple[int, str] = (0, "")
    names: set[str] = set()
    unset: Union[str, msgspec.UnsetType] = msgspec.UNSET
    day: Union[datetime.date, None] = None
    price: decimal.Decimal = decimal.Decimal("0")
    json: Any = None


@dataclasses.dataclass
class Login:
    user: str
    age: int
    colors: list[str] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Upload:
    title: str
    file: UploadFile
    more: list[UploadFile] = dataclasses.field(default_factory=list)
    count: Optional[int] = None


TRACK = Track(
    id=uuid.UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6"), title="Intro", price=decimal.Decimal("0.99"),
    length=datetime.timedelta(minutes=3, seconds=5), recorded=datetime.datetime(2024, 5, 1, 12, 0, tzinfo=datetime.timezone.utc),
    artist=Artist("Ada", datetime.date(1815, 12, 10)), mood=Mood.VERY_LOUD, rank=Rank.SECOND, tags=["live"], plays={"2024": 3})


class Tracks(Controller):
    path = "/tracks"
    tags = ["tracks"]

    @get(operation_id="list_tracks", return_dto=ReadTrack)
    async def list_tracks(self, request: Request, limit: int = 2, offset: int = 0) -> OffsetPagination[Track]:
        log(request, limit=limit, offset=offset)
        items = [dataclasses.replace(TRACK, title=name) for name in ["a", "b", "c"][offset:offset + limit]]
        return OffsetPagination(items=items, total=3, limit=limit, offset=offset)

    @post(operation_id="create_track", dto=NewTrack, return_dto=ReadTrack)
    async def create_track(self, request: Request, data: DTOData[Track]) -> Track:
        track = data.create_instance(id=TRACK.id)
        log(request, track={key: value for key, value in vars(track).items() if key not in ("id", "secret")})
        return track

    @get("/{track_id:uuid}", operation_id="get_track", return_dto=ReadTrack, raises=[NotFoundException])
    async def get_track(self, request: Request, track_id: uuid.UUID) -> Track:
        log(request, track_id=track_id)
        if track_id.int == 0:
            raise NotFoundException(detail="There is none.", extra={"id": str(track_id)})
        return TRACK

    @patch("/{track_id:uuid}", operation_id="patch_track", dto=PatchTrack, return_dto=ReadTrack)
    async def patch_track(self, request: Request, track_id: uuid.UUID, data: DTOData[Track]) -> Track:
        log(request, track_id=track_id, patch=data.as_builtins())
        return data.update_instance(dataclasses.replace(TRACK))

    @delete("/{track_id:uuid}", operation_id="delete_track")
    async def delete_track(self, request: Request, track_id: uuid.UUID) -> None:
        log(request, track_id=track_id)

    @head("/{track_id:uuid}", operation_id="track_exists")
    async def track_exists(self, request: Request, track_id: uuid.UUID) -> None:
        log(request, track_id=track_id)

    @get("/classic", operation_id="classic_tracks")
    async def classic_tracks(self, request: Request, page: int = 1) -> ClassicPagination[Artist]:
        log(request, page=page)
        return ClassicPagination(items=[Artist(f"n{page}")], page_size=1, current_page=page, total_pages=2)

    @get("/cursor", operation_id="cursor_tracks")
    async def cursor_tracks(self, request: Request, cursor: Optional[str] = None) -> CursorPagination[str, Artist]:
        log(request, cursor=cursor)
        return CursorPagination(items=[Artist("n")], results_per_page=1, cursor=None if cursor else "next")


@get(
    "/parameters/{text:str}/{number:int}/{ratio:float}/{day:date}/{amount:decimal}", operation_id="all_parameters", tags=["values"])
async def all_parameters(
    request: Request, text: str, number: int, ratio: float, day: datetime.date, amount: decimal.Decimal, moods: list[Mood],
    since: datetime.datetime, span: Optional[datetime.timedelta] = None, rank: Optional[Rank] = None,
    page_size: Annotated[int, Parameter(query="pageSize", ge=1, le=50)] = 10,
    trace: Annotated[Optional[str], Parameter(header="X-Trace")] = None,
    count: Annotated[Optional[int], Parameter(header="X-Count")] = None,
    session: Annotated[Optional[str], Parameter(cookie="session")] = None,
    theme: Annotated[Optional[str], Parameter(cookie="theme")] = None,
) -> dict[str, str]:
    log(request, text=text, number=number, ratio=ratio, day=day, amount=amount, moods=moods, since=since, span=span, rank=rank,
        page_size=page_size, trace=trace, count=count, session=session, theme=theme,
        lines=len([name for name, _ in request.scope["headers"] if name == b"cookie"]))
    return {"text": text}


@get("/paths/{rest:path}", operation_id="rest_of_path", tags=["values"], media_type=MediaType.TEXT)
async def rest_of_path(request: Request, rest: pathlib.Path) -> str:
    log(request, rest=str(rest))
    return str(rest)


@post("/instruments", operation_id="echo_instrument", tags=["values"])
async def echo_instrument(request: Request, data: Instrument) -> Instrument:
    log(request, instrument=msgspec.to_builtins(data))
    return data


@put("/settings", operation_id="echo_settings", tags=["values"])
async def echo_settings(request: Request, data: Settings) -> Settings:
    log(request, settings=msgspec.to_builtins(data))
    return data


@post("/many", operation_id="echo_many", tags=["values"])
async def echo_many(request: Request, data: list[Artist]) -> list[Artist]:
    log(request, artists=data)
    return data


@post("/form", operation_id="send_form", tags=["values"])
async def send_form(request: Request, data: Annotated[Login, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Login:
    log(request, login=data)
    return data


@post("/upload", operation_id="send_upload", tags=["values"])
async def send_upload(request: Request, data: Annotated[Upload, Body(media_type=RequestEncodingType.MULTI_PART)]) -> dict[str, int]:
    content = await data.file.read()
    log(request, title=data.title, file=content, name=data.file.filename, more=[await file.read() for file in data.more], count=data.count)
    return {"size": len(content)}


@get("/answers/file", operation_id="get_file", tags=["answers"])
async def get_file(request: Request) -> File:
    log(request)
    path = pathlib.Path(tempfile.mkdtemp()) / "bytes.bin"
    path.write_bytes(bytes(range(256)) * 400)
    return File(path, filename="bytes.bin")


@get("/answers/stream", operation_id="get_stream", tags=["answers"])
async def get_stream(request: Request) -> Stream:
    log(request)

    async def pieces() -> AsyncIterator[bytes]:
        for number in range(10):
            yield bytes([number + 200]) * 1000

    return Stream(pieces(), media_type="application/octet-stream")


@get("/answers/events", operation_id="get_events", tags=["answers"], sync_to_thread=False)
def get_events(request: Request) -> ServerSentEvent:
    log(request)

    async def events() -> AsyncIterator[ServerSentEventMessage]:
        yield ServerSentEventMessage(event="tick", data="1", id="a")
        yield ServerSentEventMessage(data="two")

    return ServerSentEvent(events())


@get("/answers/text", operation_id="get_text", tags=["answers"], media_type=MediaType.TEXT)
async def get_text(request: Request) -> str:
    log(request)
    return "Grüße"


@get("/answers/html", operation_id="get_html", tags=["answers"], media_type=MediaType.HTML)
async def get_html(request: Request) -> str:
    log(request)
    return "<p>Hi</p>"


@get("/answers/bytes", operation_id="get_bytes", tags=["answers"], media_type="image/png")
async def get_bytes(request: Request) -> bytes:
    log(request)
    return bytes(range(256))


@get("/answers/moved", operation_id="get_moved", tags=["answers"], status_code=307)
async def get_moved(request: Request) -> Redirect:
    log(request)
    return Redirect("/answers/text", status_code=307)


@get("/answers/headers", operation_id="get_headers", tags=["answers"],
     response_headers=[ResponseHeader(name="X-Left", value="7", description="Left.")],
     response_cookies=[Cookie(key="one", value="1"), Cookie(key="two", value="2")],
     responses={404: ResponseSpec(Artist, description="None.")})
async def get_headers(request: Request) -> Optional[Artist]:
    log(request)
    return None


@post("/answers/accepted", operation_id="accept", tags=["answers"], status_code=202)
async def accept(request: Request) -> None:
    log(request)


@get("/answers/failure", operation_id="get_failure", tags=["answers"], raises=[ClientException, NotAuthorizedException])
async def get_failure(request: Request, code: int) -> None:
    log(request, code=code)
    raise ClientException(status_code=code, detail="no", extra=["because"])


@get("/answers/invalid", operation_id="get_invalid", tags=["answers"])
async def get_invalid(request: Request, number: Annotated[int, Parameter(ge=10)]) -> int:
    return number


@get("/answers/secured", operation_id="get_secured", tags=["answers"], security=[{"bearer": []}])
async def get_secured(request: Request) -> str:
    log(request, authorization=request.headers.get("authorization"))
    return "in"


app = Litestar(
    [Tracks, all_parameters, rest_of_path, echo_instrument, echo_settings, echo_many, send_form, send_upload, get_file, get_stream,
     get_events, get_text, get_html, get_bytes, get_moved, get_headers, accept, get_failure, get_invalid, get_secured],
    openapi_config=OpenAPIConfig(title="Studio", version="0.9.0", components=Components(security_schemes={
        "bearer": SecurityScheme(type="http", scheme="bearer")})))

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=record.port(), log_level="warning")
