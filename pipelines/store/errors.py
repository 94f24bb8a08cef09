"""That a store cannot do its work, told apart by what a person or a retry can do about it."""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot do its work; the message says where, why and what helps."""


class StoreBusy(StoreError):
    """Somebody else holds the lock, or the server is away: the same call can succeed later."""


class StoreRefused(StoreError):
    """This one record cannot be stored (a NUL character, a number beyond 64 bits); others can."""
