"""Write the published schemas of the JSON results anew: `python -m auditor.report_schema`."""

from auditor.report_schema import NAME, text, verification
from auditor.report_schema.value import texts
from auditor.resources import schemas_folder
from auditor.write import write_whole

if __name__ == "__main__":
    for name, made in {NAME: text(), **texts(), verification.NAME: verification.text()}.items():
        write_whole(schemas_folder() / name, made)
