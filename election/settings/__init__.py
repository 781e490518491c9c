"""Settings, by environment variables; each has a default that is right for one machine and one community.

DATA_DIR        where everything lives that is not code (default: var)
DATABASE_URL    postgres://user:password@host/name (default: the SQLite file DATA_DIR/hustings.sqlite3)
SECRET_KEY      signs sessions (default: made once, in DATA_DIR/secret-key)
SITE_URL        the address people type (default: http://127.0.0.1:8000)
SITE_NAME       the community, beside the wordmark (default: nothing)
ALLOWED_HOSTS   host names answered to, with commas (default: that of SITE_URL, and this machine)
EMAIL_URL       smtp+tls://user:password@host:587 (default: none, mail goes to nobody)
MAIL_FROM       the sender of mail (default: Hustings <hustings@ the host of SITE_URL>)
PROXIES         how many trusted reverse proxies stand in front (default: 0)
BIND            where gunicorn listens (default: 127.0.0.1:8000; gunicorn.conf.py reads it, and WEB_CONCURRENCY)
DEMO            1: the invented community, a mailbox page and links to be anybody, from this machine only
DEBUG           1: for development
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from election.settings.databases import configured
from election.settings.headers import CONTENT_SECURITY_POLICY as CONTENT_SECURITY_POLICY
from election.settings.headers import FURTHER_HEADERS as FURTHER_HEADERS
from election.settings.secret import secret_key

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(env.str("DATA_DIR", default="") or BASE_DIR / "var").resolve()
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or secret_key(DATA_DIR / "secret-key")

# Addresses
SITE_URL = (env.str("SITE_URL", default="") or "http://127.0.0.1:8000").rstrip("/")
SITE_NAME = env.str("SITE_NAME", default="Saltmarsh project" if DEMO else "")
if not SITE_URL.startswith(("https://", "http://")):
    raise ImproperlyConfigured(f"SITE_URL is {SITE_URL!r}; it begins with https:// or http://.")
SITE_HOST = urlsplit(SITE_URL).hostname or "localhost"
ENCRYPTED = SITE_URL.startswith("https://")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[]) or [SITE_HOST, "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"{urlsplit(SITE_URL).scheme}://{urlsplit(SITE_URL).netloc}"]
ROOT_URLCONF = "election.urls"
WSGI_APPLICATION = "election.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "csp",
    "election",
]

# What sets headers stands outside of what may answer or fail.
MIDDLEWARE = [
    "election.views.headers.further_headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "election.views.context.house",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Rows
DATABASES = {"default": configured(env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR}/hustings.sqlite3"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People: sign-in by a code sent to the address
AUTH_USER_MODEL = "election.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "elections:index"
SESSION_ENGINE = "election.models.session"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_ADAPTER = "election.views.adapter.Adapter"
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_FORMS = {
    "signup": "election.forms.accounts.SignUpForm",
    "request_login_code": "election.forms.accounts.SignInForm",
    "confirm_login_code": "election.forms.accounts.CodeForm",
    "confirm_email_verification_code": "election.forms.accounts.VerificationForm",
    "add_email": "election.forms.accounts.AddressForm",
}
ACCOUNT_LOGIN_BY_CODE_FORMAT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT = {
    "numeric": True,
    "dashed": False,
    "length": 6,
}
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = ACCOUNT_LOGIN_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = False  # their mails would tell addresses and times
ACCOUNT_MAX_EMAIL_ADDRESSES = 10
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "elections:index"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXIES", default=0)
# Holds what the limits count, and nothing else. From 300 entries on, Django's default would begin to forget.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 100_000}}}

# Headers and cookies
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ENCRYPTED else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENCRYPTED
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "election.views.errors.unsure"
X_FRAME_OPTIONS = "DENY"
# The server in front, which holds the certificate, redirects to it, and knows whether its other names have one too.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W021"]

# Mail: the demo's is kept in files, which its mailbox page shows
EMAIL_URL = env.str("EMAIL_URL", default="")
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
EMAIL_TIMEOUT = 20  # seconds; without it somebody who waits for a code would wait as long as the server is silent
if DEMO:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(DATA_DIR / "mail")
elif EMAIL_URL:
    vars().update(env.email_url_config(EMAIL_URL))
MAIL_WORKS = not EMAIL_BACKEND.startswith(("django.core.mail.backends.console.", "django.core.mail.backends.dummy."))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("MAIL_FROM", default="") or f"Hustings <hustings@{SITE_HOST}>"

# Files
STATIC_URL = "/static/"
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Language and time
LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Nothing here names a person: no access log, no addresses, no mail of errors. What is wrong with a request is its
# sender's affair; gunicorn's warning is that Django leaves it to the server to drop the body of an answer to HEAD.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.security.csrf": {"level": "ERROR"},  # its lines would tell paths, a sign-in link among them
        "gunicorn.http.wsgi": {"level": "ERROR"},
    },
}
