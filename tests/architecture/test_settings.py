"""A site is set up by its environment alone, and refuses what would be unsafe with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.site import command, refused, said, setting

PRINT_KEY = "from election import settings; print(settings.SECRET_KEY)"


def test_the_secret_key_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    first, again = setting(tmp_path, "settings.SECRET_KEY"), setting(tmp_path, "settings.SECRET_KEY")
    assert len(first) > 50
    assert again == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_processes_that_start_at_once_share_one_secret_key(tmp_path: Path) -> None:
    started = [command(tmp_path, "-c", PRINT_KEY) for _ in range(8)]
    assert len({said(process) for process in started}) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]


def test_a_secret_key_that_others_may_read_is_refused_with_what_to_do(tmp_path: Path) -> None:
    setting(tmp_path, "settings.SECRET_KEY")
    (tmp_path / "secret-key").chmod(0o640)
    complaint = refused(command(tmp_path, "manage.py", "check"))
    assert f"chmod 600 {tmp_path}/secret-key" in complaint
    assert "Traceback" not in complaint


def test_an_empty_secret_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch(mode=0o600)
    assert "is empty" in refused(command(tmp_path, "manage.py", "check"))


def test_a_secret_key_in_the_environment_leaves_no_file(tmp_path: Path) -> None:
    assert setting(tmp_path, "settings.SECRET_KEY", SECRET_KEY="from outside") == "from outside"
    assert list(tmp_path.iterdir()) == []


def test_the_data_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    setting(tmp_path / "site", "settings.DATA_DIR")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o700


def test_the_database_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    assert setting(tmp_path, "settings.DATABASES['default']['NAME']") == str(tmp_path / "hustings.sqlite3")


def test_postgresql_comes_with_a_pool_of_connections(tmp_path: Path) -> None:
    said_of = setting(
        tmp_path,
        "[settings.DATABASES['default'][key] for key in ('ENGINE', 'NAME', 'ATOMIC_REQUESTS')],"
        "'pool' in settings.DATABASES['default']['OPTIONS']",
        DATABASE_URL="postgres://olga@db.example.org/hustings",
    )
    assert said_of == "['django.db.backends.postgresql', 'hustings', False] True"


@pytest.mark.parametrize("address", ["nonsense", "mysql://olga@db.example.org/hustings"])
def test_a_database_that_the_program_does_not_know_is_refused(tmp_path: Path, address: str) -> None:
    complaint = refused(command(tmp_path, "manage.py", "check", DATABASE_URL=address))
    assert "DATABASE_URL names no database this runs on" in complaint
    assert "Traceback" not in complaint


def test_the_site_answers_to_its_own_address_and_to_this_machine(tmp_path: Path) -> None:
    hosts = setting(tmp_path, "settings.ALLOWED_HOSTS", SITE_URL="https://vote.example.org/")
    assert hosts == "['vote.example.org', 'localhost', '127.0.0.1', '[::1]']"


def test_allowed_hosts_can_be_named(tmp_path: Path) -> None:
    assert setting(tmp_path, "settings.ALLOWED_HOSTS", ALLOWED_HOSTS="a.example,b.example") == (
        "['a.example', 'b.example']"
    )


def test_cookies_are_for_encrypted_connections_where_the_site_has_them(tmp_path: Path) -> None:
    asked = "settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS > 0"
    assert setting(tmp_path, asked, SITE_URL="https://vote.example.org") == "True True True"
    assert setting(tmp_path, asked, SITE_URL="http://127.0.0.1:8000") == "False False False"


def test_mail_without_a_server_goes_to_nobody_and_the_start_says_so(tmp_path: Path) -> None:
    process = command(tmp_path, "manage.py", "check")
    _, warnings = process.communicate(timeout=120)
    assert process.returncode == 0
    assert "Mail goes to nobody" in warnings
    assert "Set EMAIL_URL" in warnings


def test_mail_goes_through_the_server_that_is_named(tmp_path: Path) -> None:
    asked = "settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS, settings.EMAIL_BACKEND"
    assert setting(tmp_path, asked, EMAIL_URL="smtp+tls://olga:pw@mail.example.org:587") == (
        "mail.example.org 587 True django.core.mail.backends.smtp.EmailBackend"
    )
    assert setting(tmp_path, "settings.MAIL_WORKS", EMAIL_URL="smtp://mail.example.org") == "True"
    process = command(tmp_path, "manage.py", "check", EMAIL_URL="smtp://mail.example.org")
    assert "Mail goes" not in "".join(process.communicate(timeout=120))


@pytest.mark.parametrize("nowhere", ["consolemail://", "dummymail://"])
def test_mail_to_the_terminal_or_to_nobody_does_not_count_as_working(tmp_path: Path, nowhere: str) -> None:
    assert setting(tmp_path, "settings.MAIL_WORKS", EMAIL_URL=nowhere) == "False"


def test_the_demo_keeps_its_mail_to_itself(tmp_path: Path) -> None:
    asked = "settings.EMAIL_BACKEND, settings.MAIL_WORKS"
    assert setting(tmp_path, asked, DEMO="1", EMAIL_URL="smtp://mail.example.org") == (
        "django.core.mail.backends.filebased.EmailBackend True"
    )


def test_nothing_notes_when_somebody_was_last_here(tmp_path: Path) -> None:
    apps = setting(tmp_path, "settings.INSTALLED_APPS")
    assert "usersessions" not in apps
    assert "django.contrib.admin" not in apps
    assert setting(tmp_path, "settings.SESSION_ENGINE") == "election.models.session"


def test_without_django_the_commands_say_how_to_get_it(tmp_path: Path) -> None:
    hidden = tmp_path / "hidden" / "django"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ImportError('hidden')")
    complaint = refused(command(tmp_path, "manage.py", "check", PYTHONPATH=str(hidden.parent)))
    assert "make run" in complaint
    assert "Traceback" not in complaint


def test_a_site_address_without_its_scheme_is_refused(tmp_path: Path) -> None:
    complaint = refused(command(tmp_path, "manage.py", "check", SITE_URL="vote.example.org"))
    assert "begins with https:// or http://" in complaint
    assert "Traceback" not in complaint


def test_a_site_set_up_for_the_world_passes_the_checks_for_that(tmp_path: Path) -> None:
    checked = command(
        tmp_path,
        *("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        SITE_URL="https://vote.example.org",
        EMAIL_URL="smtp://mail.example.org",
    )
    assert "no issues" in said(checked)


def test_a_data_folder_that_others_may_enter_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    complaint = refused(command(tmp_path, "manage.py", "check", "--fail-level", "WARNING", DEMO="1"))
    assert f"chmod o= {tmp_path}" in complaint


@pytest.mark.parametrize(
    ("address", "demo", "told"),
    [
        ("http://vote.example.org", "", "without encryption"),
        ("https://vote.example.org", "1", "lets people be anybody"),
        ("https://vote.example.org", "", ""),
        ("http://127.0.0.1:8000", "1", ""),
        ("http://localhost:8000", "1", ""),
    ],
)
def test_an_address_for_the_world_without_encryption_or_with_the_demo_is_told(
    tmp_path: Path, address: str, demo: str, told: str
) -> None:
    checked = command(tmp_path, "manage.py", "check", SITE_URL=address, DEMO=demo, EMAIL_URL="smtp://localhost")
    _, warnings = checked.communicate(timeout=120)
    assert checked.returncode == 0
    assert told in warnings
    assert ("WARNINGS" in warnings) == bool(told)


@pytest.mark.parametrize("server", ["wsgi", "asgi"])
def test_a_server_says_at_its_start_that_mail_goes_to_nobody(tmp_path: Path, server: str) -> None:
    _, told = command(tmp_path, "-c", f"import election.{server}").communicate(timeout=120)
    assert "Mail goes to nobody" in told
    _, told = command(tmp_path, "-c", f"import election.{server}", EMAIL_URL="smtp://localhost").communicate(
        timeout=120
    )
    assert "Mail goes to nobody" not in told
