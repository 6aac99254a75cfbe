"""The challenge model: actors weigh challenging each other, give way or meet, round by round (Bueno de Mesquita)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from dragoman.forecast.issue import Booleans, Floats
from dragoman.forecast.means import weighted_median

__all__ = ["ROUNDS", "Challenges", "challenge_model"]

ROUNDS: Final = 8
_SAME: Final = 1e-9


@dataclass(frozen=True)
class Challenges:
    """The course of the model: the weighted median before each round and after the last, and where all end.

    ``medians`` has the rounds on its last axis, ``positions`` the actors.
    """

    medians: Floats
    positions: Floats

    @property
    def outcome(self) -> Floats:
        """The weighted median at the end."""
        last: Floats = self.medians[..., -1]
        return last


def challenge_model(
    position: Floats, salience: Floats, influence: Floats, *, rounds: int = ROUNDS, risk: bool = True
) -> Challenges:
    """Run the challenge model from *position*, on scales from 0 to 1, over any number of issues or draws.

    In a round actor i compares challenging j with leaving things as they are. It wins with the probability that
    those who prefer its place to j's give, weighted by influence, salience and how much they prefer it; j resists
    with the probability of its salience. Where i expects to gain, it makes an offer: j gives in where it expects to
    lose more than i gains, moves part of the way where it expects to lose less, and where both expect to gain j
    gives in to the one who expects more. Of the offers it gets, an actor takes the one that moves it least. Each
    actor's willingness to take risks follows from how exposed it is to the challenges of others (*risk*).

    Read from the account of Scholz, Calbert and Smith with their Q = 1. What that account leaves open is settled
    here in the plainest way, and the medians that they print are not met; see ``docs/forecast.md``.

    References
    ----------
    Bueno de Mesquita, B. (1994). Political forecasting: an expected utility method. In: Bueno de Mesquita and
    Stokman (eds.), European Community Decision Making, 71-104.
    Scholz, J., Calbert, G., Smith, G. (2011). Unravelling Bueno De Mesquita's group decision model. Journal of
    Theoretical Politics 23, 510-531.

    Examples
    --------
    The weaker of two gives in to the stronger:

    >>> found = challenge_model(np.array([0.0, 1.0]), np.array([1.0, 1.0]), np.array([0.9, 0.1]))
    >>> float(found.outcome), found.positions.tolist()
    (0.0, [0.0, 0.0])
    """
    places, salience, influence = (
        np.array(part, dtype=np.float64) for part in np.broadcast_arrays(position, salience, influence)
    )
    weight = salience * influence
    weight = np.where(weight.sum(axis=-1, keepdims=True) > 0, weight, influence)
    medians = [weighted_median(places, weight)]
    for _ in range(rounds):
        places = _round(places, salience, weight, risk)
        medians.append(weighted_median(places, weight))
    return Challenges(np.stack(medians, axis=-1), places)


def _round(places: Floats, salience: Floats, weight: Floats, risk: bool) -> Floats:
    """Where the actors stand after one round of challenges."""
    apart = np.abs(places[..., :, None] - places[..., None, :])
    chance = _chances(apart, weight)
    resists = salience[..., None, :]
    here = weight > 0
    even = np.ones_like(places)
    gains = _gains(apart, chance, resists, even)
    nerve = _risk_exponents(gains, here) if risk else even
    gains = _gains(apart, chance, resists, nerve)
    # What i believes that j expects of challenging i is reckoned with i's own nerve.
    feared = np.swapaxes(_gains(apart, chance, resists, nerve, of_others=True), -1, -2)
    return _settled(places, gains, feared, here)


def _chances(apart: Floats, weight: Floats) -> Floats:
    """The probability that i wins against j: the pull of those who prefer i's place, in the pull of all."""
    won, whole = np.zeros_like(apart), np.zeros_like(apart)
    for actor in range(apart.shape[-1]):
        to = apart[..., actor, :]
        prefers = to[..., None, :] - to[..., :, None]
        pull = weight[..., actor, None, None]
        won += pull * np.maximum(prefers, 0.0)
        whole += pull * np.abs(prefers)
    return np.divide(won, whole, out=np.zeros_like(won), where=whole > 0)


def _gains(apart: Floats, chance: Floats, resists: Floats, nerve: Floats, *, of_others: bool = False) -> Floats:
    """Expected gain for the row of challenging the column; with *of_others*, as the column reckons it for the row."""
    power = nerve[..., None, :] if of_others else nerve[..., :, None]
    wins = 2 - 4 * (0.5 - 0.5 * apart) ** power
    loses = 2 - 4 * (0.5 + 0.5 * apart) ** power
    as_now = 2 - 4 * 0.5**power
    found: Floats = resists * (chance * wins + (1 - chance) * loses) + (1 - resists) * wins - as_now
    return found


def _risk_exponents(gains: Floats, here: Booleans) -> Floats:
    """From 1/2, for who is least exposed to challenges, to 2; 1 where all are exposed alike."""
    both = here[..., :, None] & here[..., None, :] & ~np.eye(here.shape[-1], dtype=bool)
    exposed = np.where(both, gains, 0.0).sum(axis=-2)
    most = np.where(here, exposed, -np.inf).max(axis=-1, keepdims=True)
    least = np.where(here, exposed, np.inf).min(axis=-1, keepdims=True)
    width = most - least
    level = np.divide(2 * exposed - most - least, width, out=np.zeros_like(exposed), where=width > _SAME)
    level = np.clip(level, -1.0, 1.0)
    found: Floats = (1 - level / 3) / (1 + level / 3)
    return found


def _settled(places: Floats, gains: Floats, feared: Floats, here: Booleans) -> Floats:
    """Each actor after taking the offer that moves it least; offers run from the row to the column."""
    way = places[..., :, None] - places[..., None, :]
    share = np.divide(np.abs(feared), gains, out=np.zeros_like(gains), where=gains > _SAME)
    meets = (feared < 0) & (share < 1)
    stands_up = (feared >= 0) & (feared >= gains)
    move = way * np.where(meets, share, 1.0)
    offered = (gains > _SAME) & ~stands_up & here[..., :, None] & here[..., None, :] & (np.abs(way) > _SAME)
    cost = np.where(offered, np.abs(move), np.inf)
    taken = np.argmin(cost, axis=-2)[..., None, :]
    accepted = np.isfinite(np.take_along_axis(cost, taken, axis=-2))[..., 0, :]
    moved: Floats = places + np.where(accepted, np.take_along_axis(move, taken, axis=-2)[..., 0, :], 0.0)
    return np.clip(moved, 0.0, 1.0)
