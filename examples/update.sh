#!/bin/sh
# Write again what each example gives: <name>.txt (the terminal) and <name>.pdf (the report).
# Needs the program set up: `make setup`, or AUDITOR=/path/to/auditor.
set -eu
cd "$(dirname "$0")"
auditor=${AUDITOR:-../.venv/bin/auditor}

findings_are_no_fault() { # run a command; 1 and 5 say something about the file, not about the run
    status=0
    "$@" || status=$?
    case $status in 0 | 1 | 5) ;; *) exit "$status" ;; esac
}

for file in *.yaml; do
    name=${file%.yaml}
    findings_are_no_fault "$auditor" check "$file" --no-color --output "$name.txt"
    findings_are_no_fault "$auditor" report "$file" --output "$name.pdf"
done
