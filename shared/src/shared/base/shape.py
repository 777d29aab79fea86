"""What goes over a wire: the base of every request, answer and event, and how its fields are described."""

import re
import warnings
from typing import Any

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic.warnings import UnsupportedFieldAttributeWarning
from pydantic_core import CoreSchema

from shared.base.attribute_docs import attribute_docs
from shared.base.vocabulary import EXAMPLES, VOCABULARY

UNITS = {"_fen": "In fen (分), 1/100 yuan.", "_bp": "In basis points, 1/100 of a percent."}
"""Units are part of the names; a description spells them out."""

# FastAPI says nothing of the aliases of optional bodies as it makes them; a shape that is built later would.
warnings.filterwarnings("ignore", category=UnsupportedFieldAttributeWarning)


class Shape(BaseModel):
    """Something that is sent or received; a field is described by its docstring, else by the vocabulary."""

    model_config = ConfigDict(defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe every property; for the OpenAPI and AsyncAPI documents alone."""
        schema = handler(core_schema)
        described = handler.resolve_ref_schema(schema).get("properties", {})
        docs = attribute_docs(cls)
        for name, field in cls.model_fields.items():
            property_ = described.get(field.alias or name)
            if property_ is not None and name in docs:
                property_.setdefault("description", docs[name])
        for name, property_ in described.items():
            describe(name, property_)
        return schema


def describe(name: str, schema: dict[str, Any]) -> None:
    """Add to a schema what its name means, in which unit it is and an example, where it has none."""
    text = schema.get("description") or VOCABULARY.get(name)
    if text is not None:
        unit = next((UNITS[end] for end in UNITS if name.endswith(end)), "")
        said = re.search(r"\bfen\b", text) is not None
        schema["description"] = text if said else f"{text} {unit}".rstrip()
    if name in EXAMPLES:
        schema.setdefault("examples", [EXAMPLES[name]])
