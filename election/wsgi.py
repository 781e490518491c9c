"""The application that a WSGI server such as gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from election import checks

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "election.settings")
application = get_wsgi_application()
checks.say()
