"""An index behind a `_bulk` endpoint on 127.0.0.1, as strict as the protocol.

After the reference of the bulk API (https://docs.opensearch.org/latest/api-reference/document-apis/
bulk/): newline-delimited JSON that ends in a newline, an action line with one of the actions, the
document on the next line but for `delete`; external versions refuse what is older; a document with
a field that the mapping does not have, or of another type, is refused.
"""

from __future__ import annotations

import json
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

_TYPES = {"keyword": str, "text": str, "integer": int, "boolean": bool}


class BulkIndex:
    """One index: `documents` and `versions` by id; `address` while it is entered."""

    def __init__(self, mapping: dict[str, Any]) -> None:
        self.documents: dict[str, Any] = {}
        self.versions: dict[str, int] = {}
        self._fields = mapping["mappings"]["properties"]
        index = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                kind = self.headers["Content-Type"]
                right = self.path == "/meetings/_bulk" and kind == "application/x-ndjson"
                try:
                    status, answer = (200, index.take(body)) if right else (406, {})
                except ValueError as error:
                    status, answer = 400, {"error": str(error)}
                said = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/meetings/_bulk"

    def __enter__(self) -> BulkIndex:
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def take(self, body: bytes) -> dict[str, Any]:
        """The answer to one request.

        Raises:
            ValueError: The request as a whole is none.
        """
        if not body.endswith(b"\n"):
            raise ValueError("The bulk request must be terminated by a newline [\\n]")
        lines = iter(body[:-1].split(b"\n"))
        items = []
        for line in lines:
            ((action, about),) = json.loads(line).items()
            if action not in ("index", "delete"):
                raise ValueError(f"Malformed action/metadata line: {action}")
            document = json.loads(next(lines)) if action == "index" else None
            items.append({action: self._apply(about, document)})
        # An id to delete that is not there is no failure.
        failed = any(one["status"] in (400, 409) for item in items for one in item.values())
        return {"errors": failed, "items": items}

    def _apply(self, about: dict[str, Any], document: Any) -> dict[str, Any]:
        if unknown := about.keys() - {"_id", "version", "version_type"}:
            raise ValueError(f"Action/metadata line contains an unknown parameter {unknown}")
        id_, version = about["_id"], about["version"]
        if not 0 < len(id_.encode()) <= 512 or about["version_type"] != "external_gte":
            return {"_id": id_, "status": 400}
        if version < self.versions.get(id_, 0):
            return {"_id": id_, "status": 409}
        if document is not None and not _fits(document, self._fields):
            return {"_id": id_, "status": 400}
        self.versions[id_] = version
        if document is None:
            return {"_id": id_, "status": 200 if self.documents.pop(id_, None) else 404}
        self.documents[id_] = document
        return {"_id": id_, "status": 201}


def _fits(document: Any, fields: dict[str, Any]) -> bool:
    return document.keys() <= fields.keys() and all(
        _is_of(one, fields[name])
        for name, value in document.items()
        for one in (value if isinstance(value, list) else [value])
        if one is not None
    )


def _is_of(value: Any, field: dict[str, Any]) -> bool:
    if "properties" in field:
        return isinstance(value, dict) and _fits(value, field["properties"])
    if field["type"] == "date":
        return bool(date.fromisoformat(value))
    return type(value) is _TYPES[field["type"]]
