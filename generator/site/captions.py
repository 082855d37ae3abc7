"""Whose words or account something is, and through whom it came, as pages say it."""

from generator.site import labels


def capital(speaker: str) -> str:
    """Return the words for a speaker without a name as they open a line."""
    return speaker[:1].upper() + speaker[1:]


def saying(verb: str, channel: str) -> str:
    """Return what follows the speaker: " said, according to Xinhua", " told Le Monde".

    A verb that asks for an object ("called") is left out, as is one that an older state does not hold.
    """
    if verb == "told":
        return labels.SAYING["told"].format(channel=channel) if channel else labels.SAYING["plain"].format(verb="said")
    if is_told(verb, channel):
        return labels.SAYING["plain"].format(verb=verb)
    said = labels.SAYING["plain"].format(verb=verb) if verb and verb not in labels.OBJECT_VERBS else ""
    return said + (labels.SAYING["carried"].format(channel=channel) if channel else "")


def is_told(verb: str, channel: str) -> bool:
    """Tell whether words were told to the medium that they came through: "told the Guardian"."""
    if verb == "told":
        return bool(channel)
    told = verb.casefold().split() if verb.startswith("told ") else []
    return not set(channel.casefold().split()).isdisjoint(told)


def account(party: str, channel: str) -> str:
    """Return what marks a key point as somebody's account: "claim: Kiev, via Interfax"."""
    return labels.CLAIMS["carried" if channel else "direct"].format(party=party, channel=channel)
