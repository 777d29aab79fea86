"""A table with sealed columns: what identifies its rows, and how `<service> rotate` goes through it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SealedTable:
    """A table with sealed columns, and its primary key: each column's name and type."""

    name: str
    key: dict[str, str]
    columns: tuple[str, ...]
    bound_by: tuple[str, ...] = ()
    """What says which row it is, where the key is not known before the row is there; else the key."""

    @property
    def bound(self) -> tuple[str, ...]:
        """The columns whose values every sealed value of a row is bound to."""
        return self.bound_by or tuple(self.key)

    @property
    def _read(self) -> str:
        return ", ".join(dict.fromkeys((*self.key, *self.bound, *self.columns)))

    @property
    def _under_another_key(self) -> str:
        tests = (f"NOT starts_with({column}, $1)" for column in self.columns)
        return f"({' OR '.join(tests)})"

    @property
    def count(self) -> str:
        """How many rows hold a value that is not as it would be sealed now: $1 begins each that is."""
        return f"SELECT count(*) FROM {self.name} WHERE {self._under_another_key}"  # noqa: S608

    def take(self, *, first: bool) -> str:
        """Lock the next rows, in order of their keys; those that somebody holds are passed over."""
        key = ", ".join(self.key)
        last = ", ".join(f"${number}" for number in range(3, len(self.key) + 3))
        after = "" if first else f" AND ({key}) > ({last})"
        return (
            f"SELECT {self._read} FROM {self.name} "  # noqa: S608
            f"WHERE {self._under_another_key}{after} "
            f"ORDER BY {key} LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED"
        )

    @property
    def put(self) -> str:
        """Write the values of many rows back."""
        types = {**self.key, **dict.fromkeys(self.columns, "text")}
        arrays = (f"${number}::{kind}[]" for number, kind in enumerate(types.values(), start=1))
        return (
            f"UPDATE {self.name} SET {', '.join(f'{name} = anew.{name}' for name in self.columns)} "  # noqa: S608
            f"FROM unnest({', '.join(arrays)}) AS anew ({', '.join(types)}) "
            f"WHERE {' AND '.join(f'{self.name}.{name} = anew.{name}' for name in self.key)}"
        )
