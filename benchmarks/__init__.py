"""Measurements: `make bench` runs those with a bound, the others are run by hand (`python -m benchmarks.NAME`)."""
