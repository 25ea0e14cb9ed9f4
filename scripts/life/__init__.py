"""Cut the earlier stages of `examples/life` from the whole files, and tell what was found in each.

Run `python -m scripts.life` from the root of the project after a change to a whole file, to
`cuts.yaml`, to `planted.yaml` or to the rules.
"""
