"""The settings of the application under a fixed environment, whatever this machine's says."""

import os

os.environ.update(
    {
        "SECRET_KEY": "only-for-tests",
        "HTTPS": "off",
        "DEBUG": "off",
        "ENV_FILE": os.devnull,
        "ALLOWED_HOSTS": "localhost,127.0.0.1,testserver",
        "DATABASE_POOL": "off",
    }
)

from config.settings import *  # noqa: E402, F403 - the environment comes first, and all settings are meant
from config.settings import STORAGES  # noqa: E402

# No collected files with hashed names are needed to test a page.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# Hashing that is meant to be slow says nothing in a test.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
