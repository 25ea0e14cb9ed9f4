"""Make titles that people read out of the names of classes and fields."""

import re

_SHORT = {
    "bcr": "benefit to cost ratio",
    "hr": "HR",
    "id": "ID",
    "ids": "IDs",
    "kpis": "KPIs",
    "npv": "net present value",
    "sroi": "SROI",
    "tupe": "TUPE",
    "vat": "VAT",
    "vcse": "VCSE",
    "vfm": "value for money",
}
"""Short forms in names, as a title spells them."""


def title_of_class(model: type) -> str:
    """Turn a model's name into its title: `ValueMapRow` is "Value map row"."""
    return title_of(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower())


def title_of(name: str) -> str:
    """Turn a name into a title: `decision_date` is "Decision date"."""
    words = " ".join(_SHORT.get(word, word) for word in name.strip("_").split("_"))
    return words[0].upper() + words[1:]
