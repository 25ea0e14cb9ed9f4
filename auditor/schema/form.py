"""Write the form of a model as JSON Schema: titles that people read, exact numbers as numbers."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from auditor.model.part import PART
from auditor.schema.titles import title_of, title_of_class


class Form(GenerateJsonSchema):
    """The form of a model, as it is published."""

    def get_title_from_name(self, name: str) -> str:
        """Return the title of a field."""
        return title_of(name)

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Give every field a title, also where it holds a record."""
        return True

    def handle_ref_overrides(self, json_schema: JsonSchemaValue) -> JsonSchemaValue:
        """Keep the title of a field also where it is that of its record: editors show it."""
        return json_schema

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Title a record by the words of its class."""
        made = super().model_schema(schema)
        cls: type[BaseModel] = schema["cls"]
        return {**made, "title": cls.model_config.get("title") or title_of_class(cls)}

    def function_plain_schema(
        self, schema: core_schema.PlainValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Write a part that is read when it is met as the record that it is."""
        part: type[BaseModel] = schema["metadata"][PART]
        part.model_rebuild()
        return self.generate_inner(part.__pydantic_core_schema__)

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Write the forms of a value without the way in which they are told apart."""
        return self.union_schema(core_schema.union_schema(list(schema["choices"].values())))

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """Write an exact number as a number with its limits."""
        limits = {
            "minimum": schema.get("ge"),
            "maximum": schema.get("le"),
            "exclusiveMinimum": schema.get("gt"),
        }
        whole = {name: int(limit) for name, limit in limits.items() if limit is not None}
        return {"type": "number", **whole}

    def encode_default(self, default: Any) -> Any:
        """Write a default without what it does not state."""
        if isinstance(default, BaseModel):
            return default.model_dump(mode="json", by_alias=True, exclude_none=True)
        return super().encode_default(default)


class FormWithoutNull(Form):
    """The form of a file, which leaves out what is not stated and never says null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave null out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave the default None out."""
        if schema.get("default") is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)
