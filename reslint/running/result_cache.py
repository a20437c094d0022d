"""The cache of results: the judgements of files, kept between runs. A second run over a folder reads its files, and
judges those that changed.

It is one file, for its owner alone, of no more than so many bytes: those that nobody asked for the longest leave first.
Several runs may use it at once, and any may be killed; what is damaged is begun anew. Wherever
nothing can be kept, that costs time and nothing else.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import time
from contextlib import suppress
from threading import Lock

from reslint.api.report import FileResult
from reslint.running.kept import read
from reslint.storage.private import is_trusted

FORMAT = 6
"""Raised whenever results are kept in another way."""
FILE = "judgements.sqlite3"
PAGE = 4096
MOST = 512 << 20
"""Bytes; the judgement of a contribution with 25 findings takes some five thousand."""
DAY = 24 * 60 * 60
FORGOTTEN = 30 * DAY
AT_ONCE = 64
PATIENCE = 1.0
"""So many judgements are written at once, or those of so many seconds."""
BUSY = 5.0
"""Seconds to wait for another run that is writing."""
BEGINNING = (
    "CREATE TABLE IF NOT EXISTS judgements (key BLOB PRIMARY KEY, used INTEGER NOT NULL, judgement BLOB NOT NULL)",
    "CREATE INDEX IF NOT EXISTS by_use ON judgements (used)",
    f"PRAGMA user_version = {FORMAT}",
)
OLDEST = "SELECT rowid FROM judgements ORDER BY used, rowid LIMIT (SELECT count(*) / 8 + 1 FROM judgements)"
"""Those that leave where there is no room."""
OUTSIDE = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_PROTOCOL,
)
"""Errors that say something of the system, or of another run; all others say that the file is damaged."""


class ResultCache:
    """What is kept in a folder that is private; it is opened when it is first asked, and closed by `close`.

    It may be used by several threads, and by one process: what a fork inherits is of no use.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._path = os.path.join(folder, FILE)
        self._lock = Lock()
        self._opened: sqlite3.Connection | None = None
        self._given_up = False
        self._new: dict[bytes, bytes] = {}
        self._used: list[bytes] = []
        self._flushed = time.monotonic()

    def recall(self, key: bytes, name: str) -> FileResult | None:
        """The result that is kept under a key, of a file of this name; None where there is none, or it is damaged."""
        with self._lock:
            found = self._new.get(key) or self._found(key)
        return read(key, name, found) if found else None

    def store(self, key: bytes, judgement: bytes) -> None:
        """Keep what was `written` under a key, with others of its time."""
        with self._lock:
            self._new[key] = judgement
            if len(self._new) >= AT_ONCE or time.monotonic() - self._flushed > PATIENCE:
                self._flush()

    def close(self) -> None:
        """Write what is not written yet."""
        with self._lock:
            if self._new or self._used:
                self._flush()
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def _found(self, key: bytes) -> bytes | None:
        for _ in range(2):
            connection = self._connection()
            if connection is None:
                return None
            try:
                row = connection.execute("SELECT used, judgement FROM judgements WHERE key = ?", (key,)).fetchone()
            except sqlite3.Error as error:
                self._fail(error)
                continue
            if row is None or not isinstance(row[0], int) or not isinstance(row[1], bytes):
                return None
            if time.time() - row[0] > DAY:
                self._used.append(key)
            return row[1]
        return None

    def _flush(self) -> None:
        """Write what is new in one step; where there is no room, after the oldest have left."""
        now = int(time.time())
        for _ in range(3):
            connection = self._connection()
            if connection is None:
                break
            try:
                connection.execute("BEGIN IMMEDIATE")
                rows = [(key, now, judgement) for key, judgement in self._new.items()]
                connection.executemany("INSERT OR REPLACE INTO judgements VALUES (?, ?, ?)", rows)
                connection.executemany(
                    "UPDATE judgements SET used = ? WHERE key = ?", [(now, key) for key in self._used]
                )
                connection.execute("COMMIT")
                break
            except sqlite3.Error as error:
                self._fail(error)
        self._new.clear()
        self._used.clear()
        self._flushed = time.monotonic()

    def _connection(self) -> sqlite3.Connection | None:
        """The way to the file; None where there is none."""
        for _ in range(2):
            if self._opened is not None or self._given_up:
                break
            try:
                self._opened = self._open()
            except sqlite3.Error as error:
                self._fail(error)
            except OSError:
                self._given_up = True
        return self._opened

    def _open(self) -> sqlite3.Connection:
        try:
            status = os.lstat(self._path)
            if not stat.S_ISREG(status.st_mode) or not is_trusted(status):
                self._remove()
        except FileNotFoundError:
            self._forget_earlier_versions()
        with suppress(FileExistsError):
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        connection = sqlite3.connect(self._path, timeout=BUSY, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA synchronous = OFF")  # what a power failure damages is made anew
            connection.execute(f"PRAGMA max_page_count = {MOST // PAGE}")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version not in (0, FORMAT):
                raise sqlite3.DatabaseError("of another version")
            if version == 0:
                connection.execute("BEGIN IMMEDIATE")
                for statement in BEGINNING:
                    connection.execute(statement)
                connection.execute("COMMIT")
            connection.execute("DELETE FROM judgements WHERE used < ?", (int(time.time()) - FORGOTTEN,))
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _fail(self, error: sqlite3.Error) -> None:
        """Do what an error asks for: begin anew, make room, or give up for this run."""
        connection, code = self._opened, getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        with suppress(sqlite3.Error):
            if connection is not None and connection.in_transaction:
                connection.execute("ROLLBACK")
        try:
            if code == sqlite3.SQLITE_FULL and connection is not None:
                connection.execute(f"DELETE FROM judgements WHERE rowid IN ({OLDEST})")
            elif code & 0xFF in OUTSIDE or code == sqlite3.SQLITE_FULL:
                self._given_up = True
            else:
                self._opened = None
                if connection is not None:
                    connection.close()
                self._remove()
        except (sqlite3.Error, OSError):
            self._given_up = True
        if self._given_up and self._opened is not None:
            self._opened.close()
            self._opened = None

    def _remove(self) -> None:
        for path in (self._path, f"{self._path}-journal"):
            with suppress(FileNotFoundError):
                os.unlink(path)

    def _forget_earlier_versions(self) -> None:
        """Remove the folders in which earlier versions kept a file for every result, for everybody to read."""
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False) and len(entry.name) == 2:
                    shutil.rmtree(entry.path, ignore_errors=True)
