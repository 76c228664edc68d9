"""The identity broker (OpenID Connect) that an operator may give, as allauth wants it told."""

from typing import Any

from samverk.config.environment import Environment


def identity_broker(environment: Environment) -> dict[str, Any]:
    """allauth's settings of the broker; no broker when no issuer is given."""
    if not environment.oidc_server_url:
        return {}
    broker = {
        "provider_id": "broker",
        "name": environment.oidc_name or environment.oidc_server_url,
        "client_id": environment.oidc_client_id,
        "secret": environment.oidc_client_secret,
        "settings": {"server_url": environment.oidc_server_url},
    }
    return {"APPS": [broker], "OAUTH_PKCE_ENABLED": True}
