"""Who takes up what another has put to him: "urged Mali to leave, a request it rejected"."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya urged Uganda to reopen the railway, a request it rejected at once.", "UGA"),
        ("Kenya wants Uganda to open the road, a demand that it called unrealistic.", "UGA"),
        ("Peru accused Chile of hoarding grain, a charge it denies.", "CHL"),
        ("Kenya was urged by Uganda to reopen the railway, a request it has so far ignored.", "KEN"),
        ("Chad said that Mali must pay for the bridge first, a demand it rejected.", "MLI"),
        ("Kenya urged Uganda to reopen the railway, a request it repeated on Friday.", "KEN"),
        ("Chad says that Mali is arming the rebels, a claim it rejects.", "MLI"),
        ("The envoy said Rwanda had planted the mines, a charge it denies.", "RWA"),
        ("Bolivia offered Peru a new port, a proposal that it called generous.", "BOL"),
    ],
)
def test_who_puts_a_request_does_not_turn_it_down(stands_for, text: str, expected: str) -> None:
    """Whoever was asked does; but one may repeat what one asks, and praise one's own offer."""
    assert stands_for(text, "it") == (expected,)
