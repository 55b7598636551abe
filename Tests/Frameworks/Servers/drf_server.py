"""A clinic in Django REST framework with drf-spectacular: view sets, pages, filters, sessions with CSRF, tokens, files and errors."""

import sys
import uuid
from wsgiref.simple_server import WSGIRequestHandler

import django
from django.conf import settings

settings.configure(
    DEBUG=False, SECRET_KEY="not a secret", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, USE_TZ=True, TIME_ZONE="UTC",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:clinic?mode=memory&cache=shared"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=[
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "rest_framework", "rest_framework.authtoken",
        "drf_spectacular",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    REST_FRAMEWORK={
        "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
        "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
        "EXCEPTION_HANDLER": "rest_framework.views.exception_handler",
    },
    SPECTACULAR_SETTINGS={
        "TITLE": "Clinic", "VERSION": "3.0.0", "COMPONENT_SPLIT_REQUEST": True, "OAS_VERSION": "3.0.3", "SERVE_INCLUDE_SCHEMA": False,
        "ENUM_NAME_OVERRIDES": {"SizeEnum": "drf_models.SIZES"},
    })
django.setup()

from django.contrib.auth import login as start_session  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import FileResponse  # noqa: E402
from django.middleware.csrf import get_token  # noqa: E402
from django.urls import include, path  # noqa: E402
from drf_spectacular.types import OpenApiTypes  # noqa: E402
from drf_spectacular.utils import (  # noqa: E402
    OpenApiParameter, OpenApiResponse, PolymorphicProxySerializer, extend_schema, extend_schema_view, inline_serializer,
)
from drf_spectacular.views import SpectacularJSONAPIView  # noqa: E402
from rest_framework import authentication, mixins, pagination, parsers, permissions, renderers, routers, serializers, viewsets  # noqa: E402
from rest_framework.authtoken.models import Token  # noqa: E402
from rest_framework.authtoken.views import obtain_auth_token  # noqa: E402
from rest_framework.decorators import action, api_view, authentication_classes, permission_classes, renderer_classes  # noqa: E402
from rest_framework.exceptions import NotFound, Throttled  # noqa: E402
from rest_framework.response import Response  # noqa: E402

import record  # noqa: E402
from drf_models import (  # noqa: E402
    PETS, CatSerializer, DogSerializer, EverythingSerializer, LoginSerializer, PetSerializer, UploadSerializer, VisitSerializer,
)


def log(request, operation, **got):
    record.write(request.headers.get("x-call"), operation, **got)


class NumberPages(pagination.PageNumberPagination):
    page_size = 2
    page_size_query_param = "page_size"


class OffsetPages(pagination.LimitOffsetPagination):
    default_limit = 2


class CursorPages(pagination.CursorPagination):
    page_size = 2
    ordering = "username"


class PetViewSet(viewsets.ViewSet):
    """Pets, kept in memory."""

    serializer_class = PetSerializer

    @extend_schema(
        operation_id="list_pets",
        parameters=[
            OpenApiParameter("kind", str, enum=["cat", "dog"], many=True), OpenApiParameter("born", OpenApiTypes.DATE),
            OpenApiParameter("since", OpenApiTypes.DATETIME), OpenApiParameter("weight", OpenApiTypes.DECIMAL),
            OpenApiParameter("ids", OpenApiTypes.INT, many=True, explode=False), OpenApiParameter("chipped", OpenApiTypes.BOOL),
            OpenApiParameter("X-Clinic", str, OpenApiParameter.HEADER), OpenApiParameter("place", str, OpenApiParameter.COOKIE),
        ], responses=PetSerializer(many=True))
    def list(self, request):
        query = request.query_params
        log(request, "list_pets", kind=query.getlist("kind"), born=query.get("born"), since=query.get("since"), weight=query.get("weight"),
            ids=query.get("ids"), chipped=query.get("chipped"), clinic=request.headers.get("x-clinic"), place=request.COOKIES.get("place"))
        return Response(PetSerializer(PETS, many=True).data)

    @extend_schema(operation_id="create_pet", request=PetSerializer, responses={
        201: PetSerializer, 400: OpenApiResponse(OpenApiTypes.OBJECT, "What is wrong with which member.")})
    def create(self, request):
        pet = PetSerializer(data=request.data)
        pet.is_valid(raise_exception=True)
        log(request, "create_pet", pet=pet.validated_data)
        return Response(PetSerializer({**PETS[0], **pet.validated_data}).data, 201)

    @extend_schema(operation_id="get_pet", responses={200: PetSerializer, 404: inline_serializer("Missing", {
        "detail": serializers.CharField()})}, parameters=[OpenApiParameter("id", OpenApiTypes.UUID, OpenApiParameter.PATH)])
    def retrieve(self, request, pk):
        log(request, "get_pet", id=uuid.UUID(pk))
        if uuid.UUID(pk).int == 0:
            raise NotFound()
        return Response(PetSerializer(PETS[0]).data)

    @extend_schema(operation_id="patch_pet", request=PetSerializer(partial=True), responses=PetSerializer,
                   parameters=[OpenApiParameter("id", OpenApiTypes.UUID, OpenApiParameter.PATH)])
    def partial_update(self, request, pk):
        pet = PetSerializer(data=request.data, partial=True)
        pet.is_valid(raise_exception=True)
        log(request, "patch_pet", id=pk, pet=pet.validated_data)
        return Response(PetSerializer({**PETS[0], **pet.validated_data}).data)

    @extend_schema(operation_id="delete_pet", responses={204: None},
                   parameters=[OpenApiParameter("id", OpenApiTypes.UUID, OpenApiParameter.PATH)])
    def destroy(self, request, pk):
        log(request, "delete_pet", id=pk)
        return Response(status=204)

    @extend_schema(operation_id="rename_pet", request=inline_serializer("Rename", {"name": serializers.CharField(max_length=20)}),
                   responses={202: None}, parameters=[OpenApiParameter("id", OpenApiTypes.UUID, OpenApiParameter.PATH)])
    @action(detail=True, methods=["post"])
    def rename(self, request, pk):
        log(request, "rename_pet", id=pk, body=request.data)
        return Response(status=202)


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ["id", "username", "email", "is_staff", "date_joined", "last_login"]
        read_only_fields = ["date_joined", "last_login"]


class UserPages(mixins.ListModelMixin, viewsets.GenericViewSet):
    queryset = User.objects.order_by("username")
    serializer_class = UserSerializer

    def list(self, request, *args, **kwargs):
        log(request, self.operation, **{name: request.query_params[name] for name in request.query_params})
        return super().list(request, *args, **kwargs)


@extend_schema_view(list=extend_schema(operation_id="users_by_number"))
class NumberedUsers(UserPages):
    pagination_class, operation = NumberPages, "users_by_number"


@extend_schema_view(list=extend_schema(operation_id="users_by_offset"))
class OffsetUsers(UserPages):
    pagination_class, operation = OffsetPages, "users_by_offset"


@extend_schema_view(list=extend_schema(operation_id="users_by_cursor"))
class CursorUsers(UserPages):
    pagination_class, operation = CursorPages, "users_by_cursor"


@extend_schema(operation_id="echo_everything", request=EverythingSerializer, responses=EverythingSerializer)
@api_view(["POST"])
def echo_everything(request):
    value = EverythingSerializer(data=request.data)
    value.is_valid(raise_exception=True)
    log(request, "echo_everything", value=value.validated_data)
    return Response(EverythingSerializer(value.validated_data).data)


@extend_schema(operation_id="echo_animal", request=PolymorphicProxySerializer(
    "Animal", {"cat": CatSerializer, "dog": DogSerializer}, "kind"), responses=PolymorphicProxySerializer(
    "Animal", {"cat": CatSerializer, "dog": DogSerializer}, "kind"))
@api_view(["POST"])
def echo_animal(request):
    log(request, "echo_animal", animal=request.data)
    return Response(request.data)


class UploadView(viewsets.ViewSet):
    parser_classes = [parsers.MultiPartParser]

    @extend_schema(operation_id="upload", request=UploadSerializer, responses={201: inline_serializer("Uploaded", {
        "size": serializers.IntegerField()})})
    def create(self, request):
        upload = UploadSerializer(data=request.data)
        upload.is_valid(raise_exception=True)
        file, image = upload.validated_data["file"], upload.validated_data.get("extra")
        content = file.read()
        log(request, "upload", file=content, name=file.name, type=file.content_type, extra=image.read() if image else None,
            title=upload.validated_data["title"], tags=upload.validated_data.get("tags"), size=upload.validated_data.get("size"))
        return Response({"size": len(content)}, 201)


@extend_schema(operation_id="echo_visits", request=VisitSerializer(many=True), responses=VisitSerializer(many=True))
@api_view(["PUT"])
def echo_visits(request):
    visits = VisitSerializer(data=request.data, many=True)
    visits.is_valid(raise_exception=True)
    log(request, "echo_visits", visits=[dict(visit) for visit in visits.validated_data])
    return Response(VisitSerializer(visits.validated_data, many=True).data)


@extend_schema(operation_id="download", responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
@api_view(["GET"])
def download(request):
    import io
    log(request, "download")
    return FileResponse(io.BytesIO(bytes(range(256)) * 100), content_type="application/octet-stream")


class CSV(renderers.BaseRenderer):
    media_type, format = "text/csv", "csv"

    def render(self, data, *_):
        return data


@extend_schema(operation_id="report", responses={(200, "text/csv"): OpenApiTypes.STR})
@api_view(["GET"])
@renderer_classes([CSV])
def report(request):
    log(request, "report")
    return Response("name\nRex\n")


@extend_schema(operation_id="busy", responses={200: None, 429: inline_serializer("Busy", {"detail": serializers.CharField()})})
@api_view(["GET"])
def busy(request):
    log(request, "busy")
    raise Throttled(wait=7)


@extend_schema(operation_id="log_in", request=LoginSerializer, responses={204: None})
@api_view(["POST"])
def log_in(request):
    value = LoginSerializer(data=request.data)
    value.is_valid(raise_exception=True)
    log(request, "log_in", **value.validated_data)
    start_session(request._request, User.objects.get(username="ada"))
    get_token(request._request)
    return Response(status=204)


@extend_schema(operation_id="session_write", request=inline_serializer("Note", {"note": serializers.CharField()}),
               responses={200: inline_serializer("SessionOwner", {"username": serializers.CharField()})},
               parameters=[OpenApiParameter("X-CSRFToken", str, OpenApiParameter.HEADER)])
@api_view(["POST"])
@authentication_classes([authentication.SessionAuthentication])
@permission_classes([permissions.IsAuthenticated])
def session_write(request):
    log(request, "session_write", user=request.user.username, note=request.data["note"], cookies=len(request.COOKIES))
    return Response({"username": request.user.username})


@extend_schema(operation_id="token_read", responses={200: inline_serializer("TokenOwner", {"username": serializers.CharField()})})
@api_view(["GET"])
@authentication_classes([authentication.TokenAuthentication])
@permission_classes([permissions.IsAuthenticated])
def token_read(request):
    log(request, "token_read", user=request.user.username)
    return Response({"username": request.user.username})


@extend_schema(operation_id="basic_read", responses={200: inline_serializer("BasicOwner", {"username": serializers.CharField()})})
@api_view(["GET"])
@authentication_classes([authentication.BasicAuthentication])
@permission_classes([permissions.IsAuthenticated])
def basic_read(request):
    log(request, "basic_read", user=request.user.username)
    return Response({"username": request.user.username})


router = routers.DefaultRouter()
router.register("pets", PetViewSet, "pets")
router.register("users/numbered", NumberedUsers, "numbered")
router.register("users/offset", OffsetUsers, "offset")
router.register("users/cursor", CursorUsers, "cursor")
router.register("uploads", UploadView, "uploads")

urlpatterns = [
    path("api/", include(router.urls)), path("api/everything/", echo_everything), path("api/animals/", echo_animal),
    path("api/visits/", echo_visits), path("api/download/", download), path("api/report/", report), path("api/busy/", busy),
    path("api/login/", log_in), path("api/session/", session_write), path("api/token/", token_read), path("api/basic/", basic_read),
    path("schema/", SpectacularJSONAPIView.as_view()),
]


def main():
    from socketserver import ThreadingMixIn
    from wsgiref.simple_server import WSGIServer, make_server

    from django.db import connection

    keep = connection.cursor()  # the database in memory lives as long as a connection to it
    call_command("migrate", verbosity=0)
    for name in ["ada", "bob", "cyd", "dan", "eve"]:
        User.objects.create_user(name, f"{name}@example.test", "pass:word")
    Token.objects.create(user=User.objects.get(username="ada"), key="t" * 40)

    class Quiet(WSGIRequestHandler):
        def log_message(self, *_):
            pass

    class Threaded(ThreadingMixIn, WSGIServer):
        daemon_threads = True

    make_server("127.0.0.1", record.port(), get_wsgi_application(), Threaded, Quiet).serve_forever()
    keep.close()


if __name__ == "__main__":
    sys.modules.setdefault("drf_server", sys.modules[__name__])
    main()
