"""How much an article is about an actor."""

from math import exp, log

IN_TITLE = 1.5
EARLY = 1.5
DECAY = 3.0


def salience(count: int, *, in_title: bool, position: float) -> float:
    """Weigh mentions, the headline and how early the first mention stands (`position` from 0 to 1).

    The formula is the design's; it was chosen on GUM's graded salience (Lin and Zeldes 2024). Tried there, too: more
    for the subjects of verbs lowers R-precision (.87 to .74 and .79), less for the names of a list changes nothing.
    """
    return round(log(1 + count) + IN_TITLE * in_title + EARLY * exp(-DECAY * position), 4)
