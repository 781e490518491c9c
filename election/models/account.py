"""People: display name, verified addresses (allauth's EmailAddress), time zone, colours. No password, no clock."""

from __future__ import annotations

import zoneinfo
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac


class Scheme(models.TextChoices):
    """Which colours a person wants; the system's own choice unless they say otherwise."""

    SYSTEM = "", "As my system says"
    LIGHT = "light", "Light"
    DARK = "dark", "Dark"


class UserManager(BaseUserManager["User"]):
    """Makes people; an address is stored in lower case."""

    def create_user(self, email: str, display_name: str = "", **fields: Any) -> User:
        user = self.model(email=email.strip().lower(), display_name=display_name, **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person. Signs in by a code sent to a verified address; `generation` counts "sign out everywhere"."""

    email = models.EmailField(unique=True)
    display_name = models.CharField(max_length=80, blank=True)
    zone = models.CharField("time zone", max_length=64, default="UTC")
    scheme = models.CharField("colours", max_length=8, choices=Scheme.choices, default=Scheme.SYSTEM, blank=True)
    is_manager = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    generation = models.PositiveIntegerField(default=0)

    last_login = None  # a time next to a name: not kept (docs/decisions/clocks.md)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What others read: the display name, or before one is chosen the part of the address before the @."""
        return self.display_name or self.email.partition("@")[0]

    @property
    def timezone(self) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(self.zone)

    def get_session_auth_hash(self) -> str:
        """Changes with `generation`, so that raising it ends every session of this person."""
        return self._generation_hash()

    def get_session_auth_fallback_hash(self) -> Any:
        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._generation_hash(secret)

    def _generation_hash(self, secret: str | bytes | None = None) -> str:
        salted = salted_hmac("election.User.generation", f"{self.pk}:{self.generation}", secret=secret)
        return salted.hexdigest()
