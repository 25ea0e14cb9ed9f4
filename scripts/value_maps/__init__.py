"""Make value maps as workbooks from the published cases, in layouts that differ as real ones do."""
