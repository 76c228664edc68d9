"""The site's own settings, with what tests need to be quick and to leave nothing behind."""

from pathlib import Path
from tempfile import TemporaryDirectory

from samverk.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
VERIFICATION_EFFORT = 2
_folder = TemporaryDirectory(prefix="samverk-tests-")  # it goes when the tests are done
MEDIA_ROOT = Path(_folder.name) / "media"
STATIC_ROOT = Path(_folder.name) / "static"
MEDIA_ROOT.mkdir()
STATIC_ROOT.mkdir()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
