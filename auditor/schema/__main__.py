"""Write the published schemas anew: `python -m auditor.schema`."""

from auditor.schema.generate import write_schemas

if __name__ == "__main__":
    write_schemas()
