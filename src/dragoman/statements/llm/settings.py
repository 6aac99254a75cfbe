"""What a language model is asked with: where it is, how it is asked, and the bounds of a run."""

from __future__ import annotations

import ipaddress

import httpx
from pydantic import BaseModel, ConfigDict, Field

from dragoman.errors import ModelError

__all__ = ["ModelSettings", "chat_url", "is_local", "shown_endpoint"]


class ModelSettings(BaseModel):
    """The settings of a run; none of them is secret.

    >>> ModelSettings(model="small").in_flight
    4
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = Field(min_length=1, max_length=200, description="the model's name, as its server knows it")
    endpoint: str | None = Field(
        default=None, description="address of a server that speaks the chat-completions protocol; None asks nobody"
    )
    window: int = Field(default=4_000, ge=200, le=100_000, description="characters of article in one request, about")
    answer_tokens: int = Field(default=4_096, ge=64, le=200_000, description="tokens that one answer may have")
    max_tokens: int | None = Field(
        default=None, ge=1, description="tokens that the run may cost, asked and answered together; None is no bound"
    )
    in_flight: int = Field(default=4, ge=1, le=64, description="requests that are under way at the same time")
    timeout: float = Field(default=120.0, gt=0, le=3_600, description="seconds until one try is given up")
    retries: int = Field(default=4, ge=0, le=20, description="further tries after one that failed for now")
    backoff: float = Field(default=0.5, ge=0, le=60, description="seconds before the second try, doubled for each")
    longest_wait: float = Field(default=120.0, ge=0, description="seconds that a server may ask to wait")
    answer_bytes: int = Field(default=2_000_000, ge=1_000, description="bytes after which an answer is cut off")


def chat_url(endpoint: str, *, with_key: bool = False) -> str:
    """The address that requests go to, from what the user gave; a key goes only over https or to one's own network.

    >>> chat_url("http://127.0.0.1:8000/v1")
    'http://127.0.0.1:8000/v1/chat/completions'

    Raises
    ------
    ModelError
        It is no http or https address, it carries a user or password, or a key would travel in the clear.
    """
    url = _parsed(endpoint)
    if url.userinfo:
        raise ModelError(
            "The address of --endpoint holds a user or password. Put the key into the environment instead."
        )
    if with_key and url.scheme == "http" and not is_local(endpoint):
        raise ModelError(
            f'"{shown_endpoint(endpoint)}" is not encrypted, and the key would travel in the clear. Use https, or '
            "unset the key if the server needs none."
        )
    path = url.path.rstrip("/")
    if not path.endswith("/chat/completions"):
        path = f"{path or '/v1'}/chat/completions"
    return str(url.copy_with(path=path))


def shown_endpoint(endpoint: str) -> str:
    """The address without user, password and query, for reports.

    >>> shown_endpoint("https://me:pass@models.example/v1?token=1")
    'https://models.example/v1'
    """
    url = _parsed(endpoint)
    port = f":{url.port}" if url.port else ""
    return f"{url.scheme}://{url.host}{port}{url.path.rstrip('/')}"


def is_local(endpoint: str) -> bool:
    """True for an address on this machine or in a private network.

    >>> is_local("http://localhost:11434/v1"), is_local("https://models.example/v1")
    (True, False)
    """
    host = _parsed(endpoint).host
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host


def _parsed(endpoint: str) -> httpx.URL:
    try:
        url = httpx.URL(endpoint.strip())
    except (httpx.InvalidURL, ValueError, TypeError):
        url = httpx.URL("")
    if url.scheme not in {"http", "https"} or not url.host:
        raise ModelError(
            "--endpoint is no address of a server. Give one that begins with http:// or https://, such as "
            "http://127.0.0.1:11434/v1."
        )
    return url
