"""The servers that `make frameworks` runs, one entry for each."""

import dataclasses
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / ".build" / "frameworks"
GENERATED = HERE / "Generated"
DOCUMENTS = HERE.parent / "FrameworkTests" / "Documents"


@dataclasses.dataclass
class Framework:
    name: str
    """Of the driver's target and of its case in FrameworkCalls.swift."""
    module: str
    """The Swift module that is generated from the document."""
    server: str
    """A script in Servers/, called with a port and the path of its log."""
    document: str
    """The path that the running server gives its document under."""
    recorded: str
    """The file in DOCUMENTS that holds the document as it was recorded."""


FRAMEWORKS = [
    Framework("FastAPI", "FastAPIShop", "fastapi_server.py", "/openapi.json", "fastapi.json"),
    Framework("DRF", "DRFClinic", "drf_server.py", "/schema/", "drf.json"),
    Framework("Litestar", "LitestarStudio", "litestar_server.py", "/schema/openapi.json", "litestar.json"),
    Framework("Smorest", "SmorestLibrary", "smorest_server.py", "/openapi.json", "smorest.json"),
]
