"""Finds the route of a request by the words of its path.

FastAPI tries one route after the other, and in the router that fits once more, which costs the more the later
a router comes of the 38 of accounts. Here the words of the path lead to the few routes that can fit. What is
found nowhere (an unknown path, another method, a slash too many) FastAPI answers as ever; only then does it
work out once more, for the whole application, what its routes depend on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.http.direct import directly


@dataclass(frozen=True)
class _Place:
    """A route below the prefix of its router, and how early it was declared."""

    position: int
    prefix: str
    route: Route
    app: ASGIApp


@dataclass
class _Branch:
    """What may follow the first words of a path."""

    words: "dict[str, _Branch]" = field(default_factory=dict)
    other: "_Branch | None" = None
    """Behind a word that a route takes as a parameter."""
    places: list[_Place] = field(default_factory=list)
    mounted: bool = False
    """Everything below belongs to an application of its own."""


class RouteFinder:
    """Stands in front of an application's router."""

    def __init__(self, app: FastAPI) -> None:
        self._router = app.router
        self._root = _Branch()
        self._long: list[_Place] = []
        """Routes with a parameter that may hold a slash."""
        for position, (prefix, route) in enumerate(_routes_of(self._router.routes)):
            self._add(position, prefix, route)

    def _add(self, position: int, prefix: str, route: BaseRoute) -> None:
        if isinstance(route, Mount):
            self._branch_at(prefix + route.path).mounted = True
        elif isinstance(route, Route):
            serve = directly(route) if isinstance(route, APIRoute) else None
            place = _Place(position, prefix, route, serve or route.app)
            long = any(name == "path" for name in _kinds(route))
            (self._long if long else self._branch_at(prefix + route.path).places).append(place)

    def _branch_at(self, path: str) -> _Branch:
        branch = self._root
        for word in path.split("/"):
            if "{" not in word:
                branch = branch.words.setdefault(word, _Branch())
            else:
                branch.other = branch = branch.other or _Branch()
        return branch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        found = self._found(scope) if scope["type"] == "http" else None
        if found is None:
            await self._router.app(scope, receive, send)
            return
        place, parameters = found
        route = place.route
        scope.update(
            router=self._router, route=route, endpoint=route.endpoint, path_params=parameters
        )
        await place.app(scope, receive, send)

    def _found(self, scope: Scope) -> tuple[_Place, dict[str, Any]] | None:
        """The route that FastAPI would have taken: the first that takes path and method."""
        path, method = scope["path"], scope["method"]
        for place in self._that_may_fit(path):
            route = place.route
            if method not in (route.methods or ()) or not path.startswith(place.prefix):
                continue
            match = route.path_regex.match(path[len(place.prefix) :])
            if match:
                converters = route.param_convertors
                return place, {
                    name: converters[name].convert(text) for name, text in match.groupdict().items()
                }
        return None

    def _that_may_fit(self, path: str) -> Sequence[_Place]:
        branches = [self._root]
        for word in path.split("/"):
            following = []
            for branch in branches:
                if (named := branch.words.get(word)) is not None:
                    following.append(named)
                if branch.other is not None:
                    following.append(branch.other)
            branches = following
            if any(branch.mounted for branch in branches):
                return ()
        places = [place for branch in branches for place in branch.places]
        if len(branches) > 1 or self._long:
            places = sorted((*places, *self._long), key=lambda place: place.position)
        return places


def find_routes_quickly(app: FastAPI) -> None:
    """Put a finder in front of the router of an application that has all its routes."""
    app.router.middleware_stack = RouteFinder(app)


def _kinds(route: Route) -> Iterator[str]:
    """What kinds of parameters a path has: `str`, `path`, `uuid` …, as Starlette's converters are called."""
    for converter in route.param_convertors.values():
        yield type(converter).__name__.removesuffix("Convertor").lower()


def _routes_of(routes: Sequence[BaseRoute], prefix: str = "") -> Iterator[tuple[str, BaseRoute]]:
    """Every route in the order in which it was declared, with the prefix that its router was included by.

    Raises `TypeError` where an inclusion adds more than that: it would not be heeded.
    """
    for route in routes:
        router, included = (
            getattr(route, name, None) for name in ("original_router", "include_context")
        )
        if router is None or included is None:
            yield prefix, route
            continue
        if included.dependencies or included.max_body_size is not None:
            raise TypeError("what all routes of a router need is declared where the router is made")
        yield from _routes_of(router.routes, prefix + included.prefix)
