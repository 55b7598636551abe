"""The servers that `make frameworks` runs, one entry for each."""

import dataclasses
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / ".build" / "frameworks"
GENERATED = HERE / "Generated"
DOCUMENTS = HERE.parent / "FrameworkTests" / "Documents"
SHARED = ROOT.parent / "shared" / "corpus" / "open"


@dataclasses.dataclass
class Framework:
    name: str
    module: str
    """The Swift module that is called."""
    server: str
    """A script in Servers/, called with a port and the path of its log."""
    calls: str = ""
    """The driver's target and the case in FrameworkCalls.swift, where that is not the name."""
    arguments: tuple = ()
    """Further arguments of the script."""
    document: str = ""
    """The path of the document on the running server."""
    recorded: str = ""
    """The file in DOCUMENTS with the recorded document."""
    file: pathlib.Path | None = None
    """The document of a server that serves none; its client is called like in its README."""
    printed: bool = True
    """Whether the calls for a document from a file come from the generated README, and reach every operation."""
    generates: bool = True
    """Whether the module is generated here; the clients of apus.yaml exist already."""
    tolerant: bool = False
    """Whether failures of the service count as responses: its state does not match the calls of a README."""

    secret: str = "secret"
    """What the calls of a README prove themselves with."""

    def __post_init__(self):
        self.calls = self.calls or self.name


def vendor(name, spec):
    return [
        Framework(f"{name}, {validator}", name, f"{validator}_server.py", calls=name, arguments=(name,), file=ROOT / spec, generates=False)
        for validator in ("connexion", "openapi_core")
    ]


FRAMEWORKS = [
    Framework("FastAPI", "FastAPIShop", "fastapi_server.py", document="/openapi.json", recorded="fastapi.json"),
    Framework("DRF", "DRFClinic", "drf_server.py", document="/schema/", recorded="drf.json"),
    Framework("Litestar", "LitestarStudio", "litestar_server.py", document="/schema/openapi.json", recorded="litestar.json"),
    Framework("Smorest", "SmorestLibrary", "smorest_server.py", document="/openapi.json", recorded="smorest.json"),
    Framework(
        "S3", "SimpleStorage", "moto_server.py", file=SHARED / "aws-s3" / "s3.yaml", tolerant=True,
        secret="AWS4-HMAC-SHA256 Credential=key/20240501/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=none"),
    Framework(
        "S3, by hand", "SimpleStorage", "moto_server.py", calls="Storage", file=SHARED / "aws-s3" / "s3.yaml", printed=False),
    *vendor("SalesCaptain", "specs/salescaptain/openapi.yaml"),
    *vendor("ChatCaptain", "specs/chatcaptain/openapi.json"),
    *vendor("Salesmsg", "specs/salesmsg/openapi.yaml"),
    *vendor("DeveloperAPI", "specs/developer-api/swagger.json"),
]
