"""The models of the shop: what pydantic 2 writes into documents."""

import datetime
import decimal
import enum
import uuid
from typing import Annotated, Any, Generic, Literal, Optional, TypeVar, Union

from pydantic import (
    AnyUrl, AwareDatetime, Base64Bytes, BaseModel, ByteSize, ConfigDict, Discriminator, Field, HttpUrl, IPvAnyAddress,
    JsonValue, PositiveInt, RootModel, SecretStr, Tag, computed_field,
)



class Color(str, enum.Enum):
    red = "red"
    dark_green = "dark-green"
    none = ""


class Level(enum.IntEnum):
    low = 1
    high = 10


class Dimensions(BaseModel):
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    unit: Literal["mm", "in"] = "mm"


class Item(BaseModel):
    """Something to sell."""

    name: str = Field(min_length=1, max_length=80, examples=["Lamp"])
    price: decimal.Decimal = Field(gt=0, max_digits=12, decimal_places=2)
    description: Optional[str] = None
    colors: set[Color] = set()
    level: Level = Level.low
    dimensions: Optional[Dimensions] = None
    tags: list[str] = []
    attributes: dict[str, Union[int, str, bool, None]] = {}
    barcode: Annotated[str, Field(pattern=r"^\d{4}-\d{4}$")] | None = None
    released: datetime.date | None = None


class StoredItem(Item):
    id: uuid.UUID
    created_at: AwareDatetime
    updated_at: datetime.datetime
    opens: datetime.time = datetime.time(9, 30)
    warranty: datetime.timedelta = datetime.timedelta(days=365)

    @computed_field
    @property
    def label(self) -> str:
        return f"{self.name} ({self.price})"


class ItemPatch(BaseModel):
    name: str | None = None
    price: decimal.Decimal | None = None
    description: str | None = None
    tags: list[str] | None = None


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"
    good: bool
    friends: list["Animal"] = []


class Parrot(BaseModel):
    kind: Literal["parrot", "budgie"]
    words: list[str]


Animal = Annotated[Union[Cat, Dog, Parrot], Field(discriminator="kind")]


def shape_kind(value: Any) -> str:
    return "circle" if "radius" in (value if isinstance(value, dict) else value.model_dump()) else "square"


class Circle(BaseModel):
    radius: float


class Square(BaseModel):
    side: float


Shape = Annotated[
    Union[Annotated[Circle, Tag("circle")], Annotated[Square, Tag("square")]], Discriminator(shape_kind)]


class Node(BaseModel):
    value: int
    children: list["Node"] = []
    parent_name: str | None = None


class CamelCase(BaseModel):
    model_config = ConfigDict(alias_generator=lambda name: name.split("_")[0] + "".join(
        part.title() for part in name.split("_")[1:]), populate_by_name=True)

    first_name: str
    last_name: str | None = None
    is_admin: bool = False
    home_page: HttpUrl | None = None
    address: IPvAnyAddress | None = None


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: str


class Extra(BaseModel):
    model_config = ConfigDict(extra="allow")

    code: str


class Typed(BaseModel):
    """Extra members of one type."""

    __pydantic_extra__: dict[str, int]
    model_config = ConfigDict(extra="allow")

    code: str


class Everything(BaseModel):
    any: Any = None
    json_value: JsonValue = None
    raw: bytes = b""
    base64: Base64Bytes = b""
    secret: SecretStr = SecretStr("")
    url: AnyUrl | None = None
    pair: tuple[int, str] = (0, "")
    numbers: tuple[float, ...] = ()
    size: ByteSize | None = None
    positive: PositiveInt = 1
    int_or_text: int | str = 0
    list_or_one: list[int] | int = 0
    fixed: Literal["always"] = "always"
    version: Literal[2] = 2
    either: Literal["a", 1, None] = None
    by_level: dict[Level, list[Dimensions]] = {}


T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int
    next: str | None = None


class Names(RootModel[list[str]]):
    pass


class Problem(BaseModel):
    code: str
    detail: str


STORED = StoredItem(
    id=uuid.UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6"), name="Lamp", price=decimal.Decimal("19.95"), colors={Color.red},
    level=Level.high, dimensions=Dimensions(width=1.5, height=20), tags=["new", "sale"],
    attributes={"watts": 40, "socket": "E27", "dimmable": True, "note": None}, barcode="1234-5678",
    created_at=datetime.datetime(2024, 5, 1, 12, 0, 0, 123456, tzinfo=datetime.timezone.utc),
    updated_at=datetime.datetime(2024, 5, 1, 12, 0), released=datetime.date(2024, 2, 29))
