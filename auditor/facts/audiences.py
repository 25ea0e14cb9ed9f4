"""Say in words which kinds of people and bodies a consultation asked."""

from collections.abc import Mapping

AUDIENCE_WORDS: Mapping[str, str] = {
    "users": "users",
    "public": "the public",
    "providers": "providers",
    "taxpayers": "taxpayers",
    "interested_persons": "others with an interest",
    "staff": "staff",
    "vcse": "voluntary bodies",
    "small_business": "small businesses",
    "negatively_affected": "people who stand to lose",
}
"""Each kind as a report names it."""
