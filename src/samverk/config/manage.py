"""Django's commands: python -m samverk.config.manage COMMAND."""

import os
import sys


def main() -> None:
    """Run one of Django's commands with Samverk's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samverk.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
