"""Write the published schema of the JSON result anew: `python -m auditor.report_schema`."""

from auditor.report_schema import NAME, text
from auditor.resources import schemas_folder
from auditor.write import write_whole

if __name__ == "__main__":
    write_whole(schemas_folder() / NAME, text())
