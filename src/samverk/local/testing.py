"""A pytest plugin: the embedded PostgreSQL is there before Django reads its settings."""

import os

from samverk.local import database

if not os.environ.get("DATABASE_URL"):
    os.environ["DATABASE_URL"] = database.for_tests()
