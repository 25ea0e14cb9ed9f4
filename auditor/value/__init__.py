"""Pure arithmetic on Decimals, named as the guidance names it."""
