"""A port that refuses until it is opened, then leads to PostgreSQL, until it is shut again."""

import socket
import threading
from contextlib import suppress


class Door:
    """`open`, `shut` (which cuts every connection) and `open` again."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._listener = None
        self._passing = []

    def open(self):
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._lead, args=[self._listener], daemon=True).start()

    def shut(self):
        # Closing alone would not wake the thread that accepts.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in self._passing:
            cut(one)
        self._passing.clear()

    def _lead(self, listener):
        while True:
            try:
                here, _ = listener.accept()
            except OSError:
                return
            there = socket.create_connection(("127.0.0.1", 5432))
            self._passing += [here, there]
            for pair in ((here, there), (there, here)):
                threading.Thread(target=pump, args=pair, daemon=True).start()


def pump(source, target):
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    cut(source)
    cut(target)


def cut(connection):
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()
