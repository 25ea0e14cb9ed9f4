"""Write the address of a value inside a file as a JSON pointer (RFC 6901)."""


def step(key: str) -> str:
    """Return a key as one step of a pointer, with the slash before it.

    >>> step("a/b~c")
    '/a~1b~0c'
    """
    if "~" in key or "/" in key:
        key = key.replace("~", "~0").replace("/", "~1")
    return f"/{key}"
