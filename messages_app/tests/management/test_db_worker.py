"""``db_worker`` beside a server: it ends when the server does."""

import os
import signal

import pytest

from messages_app.management.commands.db_worker import end_with


def test_a_worker_ends_with_the_process_that_started_it(monkeypatch: pytest.MonkeyPatch) -> None:
    parents, sent = iter([7, 7, 1]), []
    monkeypatch.setattr(os, "getppid", lambda: next(parents))
    monkeypatch.setattr(os, "kill", lambda process, number: sent.append((process, number, next(parents, "gone"))))
    end_with(7, seconds=0)
    # The first request lets an idle worker go, the second one stops a task; both only once the parent has gone.
    assert sent == [(os.getpid(), signal.SIGTERM, "gone")] * 2
