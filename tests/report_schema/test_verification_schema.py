import json

import jsonschema
import pytest

from auditor.report_schema.verification import NAME, text, verification_schema
from auditor.resources import schemas_folder
from auditor.sealing.answer import SIGNATURES, Question
from auditor.sealing.show import as_json
from auditor.sealing.verify import verify
from tests.sealing import signed


def test_the_published_schema_is_in_step_with_its_types():
    assert (schemas_folder() / NAME).read_bytes() == text()


def test_every_type_and_property_of_it_is_named():
    schema = verification_schema()
    for kind in (schema, *schema["$defs"].values()):
        assert kind["title"]
        assert kind["description"].endswith(".")
        assert all(about["title"] for about in kind["properties"].values())


def test_what_is_written_follows_it():
    answers = verify(signed.report(), [*SIGNATURES, Question.ATTACHMENTS], signed.trusting())
    made = json.loads(as_json(answers, name="r.pdf", sha256="0" * 64))
    jsonschema.validate(made, verification_schema())
    made["answers"][0]["verdict"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, verification_schema())
