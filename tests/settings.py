"""The site's own settings, with what tests need to be quick and to leave nothing behind."""

import tempfile

from samverk.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = tempfile.mkdtemp(prefix="samverk-media-")
STATIC_ROOT = tempfile.mkdtemp(prefix="samverk-static-")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
