"""The application that an ASGI server serves."""

import os

from django.core.asgi import get_asgi_application

from election import checks

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "election.settings")
application = get_asgi_application()
checks.say()
