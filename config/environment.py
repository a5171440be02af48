"""The environment, read strictly: a value that makes no sense stops the start and is named, with what it may be."""

import contextlib
import warnings
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

ON, OFF = ("on", "true", "yes", "y", "ok", "1"), ("off", "false", "no", "n", "0")
DATABASES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")


class Environment(environ.Env):
    """``HTTPS=enabled`` is no way to say off: django-environ, which takes it for one, asked more strictly."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.base = base

    def get_value(self, var: str, *args: Any, **kwargs: Any) -> Any:
        """The value as django-environ reads it. Raises ImproperlyConfigured for one that is set but empty."""
        if not self.ENVIRON.get(var, "-").strip():
            raise ImproperlyConfigured(f"{var} is set but empty. Give it a value, or leave it out for the default.")
        return super().get_value(var, *args, **kwargs)

    def file(self, var: str, default: str) -> Path:
        """The path of a file or folder; one that is relative is below ``base``, wherever the process was started."""
        return Path(self.base, self.str(var, default=default))

    def read_file(self, var: str, default: str) -> None:
        """Read variables from the file that ``var`` names, which must be there; or from ``default``, if that is."""
        path = self.file(var, default)
        if var not in self and not path.exists():
            return
        try:
            with path.open(encoding="utf-8") as lines:
                self.read_env(lines)
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(f"{var}: cannot read {path}: {error}") from error

    def bool(self, var: str, default: bool) -> bool:
        """``on`` or ``off``, or another word for these."""
        word = self.str(var, default="on" if default else "off").strip().lower()
        if word not in ON + OFF:
            raise ImproperlyConfigured(f"{var} may be on or off, not {word!r}.")
        return word in ON

    def count(self, var: str, default: int) -> int:
        """A whole number, 0 or more."""
        digits = self.str(var, default=str(default)).strip()
        if not (digits.isascii() and digits.isdigit()):
            raise ImproperlyConfigured(f"{var} must be a whole number, not {digits!r}.")
        return int(digits)

    def choice(self, var: str, choices: tuple[str, ...], default: str) -> str:
        """One of a few words in capitals, however it is written."""
        word: str = self.str(var, default=default).strip().upper()
        if word not in choices:
            raise ImproperlyConfigured(f"{var} may be {', '.join(choices)}, not {word!r}.")
        return word

    def database(
        self, var: str, default: Any = environ.Env.NOTSET, like: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """The address of a database as Django has it, the path of a file as in ``file``; of the same kind as ``like``.

        The value is never told: it holds a password.
        """
        found: dict[str, Any] = {}
        with warnings.catch_warnings(action="error"), contextlib.suppress(ValueError, UserWarning):
            found = self.db_url(var, default=default)
        if found.get("ENGINE") not in DATABASES:
            raise ImproperlyConfigured(f"{var} must be sqlite:///path or postgresql://user:password@host:5432/name.")
        if like and found["ENGINE"] != like["ENGINE"]:
            raise ImproperlyConfigured(f"{var} must be of the same kind as the database it is a replica of.")
        if found["ENGINE"] == DATABASES[0] and found["NAME"] != ":memory:":
            found["NAME"] = str(self.base / found["NAME"])
        return found
