"""Convert published analyses, with every figure that they claim, into files of this product.

`source` reads one; `structure` makes what its structure tells; `figures` puts each published figure
where it belongs; a mapping beside them says what structure cannot tell (mappings/README.md).
"""
