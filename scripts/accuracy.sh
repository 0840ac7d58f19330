#!/bin/sh
# Measures the accuracy of every function and writes function/ACCURACY.md.
# POINTS sets the points per function; with 100000 it takes half an hour on two cores.
set -e
cd "$(dirname "$0")/.."
exec go test ./function -run TestAccuracy -count 1 -timeout 5h \
	-accuracy-table -accuracy-points "${POINTS:-100000}"
