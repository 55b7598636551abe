"""The serializers of the clinic: every field of Django REST framework that drf-spectacular has a schema for."""

import datetime
import decimal
import uuid

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

SIZES = [("s", "Small"), ("m", "Medium"), ("x-l", "Extra large")]
KINDS = [("cat", "A cat"), ("dog", "A dog")]


class OwnerSerializer(serializers.Serializer):
    name = serializers.CharField(max_length=60)
    email = serializers.EmailField(required=False, allow_null=True)
    phone = serializers.RegexField(r"^\+[0-9]+$", required=False, allow_blank=True)


class PetSerializer(serializers.Serializer):
    """A pet with its owner."""

    id = serializers.UUIDField(read_only=True)
    name = serializers.CharField(max_length=40, help_text="As it is called.")
    kind = serializers.ChoiceField(KINDS)
    size = serializers.ChoiceField(SIZES, required=False, allow_blank=True, allow_null=True)
    weight = serializers.DecimalField(max_digits=6, decimal_places=2)
    born = serializers.DateField(required=False, allow_null=True)
    seen_at = serializers.DateTimeField(required=False)
    owner = OwnerSerializer(required=False)
    tags = serializers.ListField(child=serializers.CharField(), required=False)
    chip = serializers.CharField(write_only=True, required=False)
    age = serializers.SerializerMethodField()

    def get_age(self, pet) -> int:
        return 4


class VisitSerializer(serializers.Serializer):
    at = serializers.DateTimeField()
    minutes = serializers.IntegerField(min_value=1, max_value=600)
    paid = serializers.BooleanField(default=False)


class EverythingSerializer(serializers.Serializer):
    text = serializers.CharField(allow_blank=True)
    slug = serializers.SlugField()
    url = serializers.URLField()
    key = serializers.UUIDField()
    address = serializers.IPAddressField()
    number = serializers.IntegerField()
    large = serializers.IntegerField(max_value=2**62)
    ratio = serializers.FloatField()
    exact = serializers.DecimalField(max_digits=20, decimal_places=10)
    as_number = serializers.DecimalField(max_digits=5, decimal_places=1, coerce_to_string=False)
    flag = serializers.BooleanField()
    maybe = serializers.BooleanField(allow_null=True)
    day = serializers.DateField()
    clock = serializers.TimeField()
    moment = serializers.DateTimeField()
    span = serializers.DurationField()
    choice = serializers.ChoiceField(SIZES)
    choices = serializers.MultipleChoiceField(choices=SIZES)
    numbered = serializers.ChoiceField([(1, "one"), (2, "two")])
    list = serializers.ListField(child=serializers.IntegerField(), allow_empty=False)
    map = serializers.DictField(child=serializers.FloatField())
    json = serializers.JSONField()
    nested = VisitSerializer()
    many = VisitSerializer(many=True)
    optional = serializers.CharField(required=False)
    nullable = serializers.CharField(allow_null=True)


class CatSerializer(serializers.Serializer):
    kind = serializers.CharField()
    lives = serializers.IntegerField()


class DogSerializer(serializers.Serializer):
    kind = serializers.CharField()
    good = serializers.BooleanField()


class UploadSerializer(serializers.Serializer):
    title = serializers.CharField()
    file = serializers.FileField()
    extra = serializers.FileField(required=False)
    tags = serializers.ListField(child=serializers.CharField(), required=False)
    size = serializers.ChoiceField(SIZES, required=False)


class LoginSerializer(serializers.Serializer):
    username = serializers.CharField()
    password = serializers.CharField(style={"input_type": "password"})


PETS = [
    {
        "id": uuid.UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6"), "name": "Rex", "kind": "dog", "size": "x-l",
        "weight": decimal.Decimal("31.5"), "born": datetime.date(2020, 2, 29),
        "seen_at": datetime.datetime(2024, 5, 1, 12, 0, 0, 123456, tzinfo=datetime.timezone.utc),
        "owner": {"name": "Ada", "email": None}, "tags": ["good"],
    },
]
