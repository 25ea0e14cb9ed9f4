"""Work a fact out once, when it is first asked for."""

from functools import cached_property
from typing import Any, Self, TypeVar, overload

T = TypeVar("T")


class once(cached_property[T]):  # a decorator, named like the one it stands for
    """Keep what a property returns; without the lock that takes longer than most facts do.

    Until Python 3.12 `functools.cached_property` takes a lock at each first reading. Facts are read
    by one thread, and reading one twice would only work it out twice.
    """

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...

    def __get__(self, instance: object, owner: type[Any] | None = None) -> Self | T:
        """Return the value, and keep it where the next reading finds it first."""
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.attrname or ""] = value
        return value
