#!/bin/sh
# Inspects a shipment as an array job, and merges the parts when all are done:
#   submit.sh SHIPMENT OUT PARTS [OPTION OF INSPECT...]
#   submit.sh /data/PO-4711 /data/inspections/PO-4711 8 --model /data/boards.onnx
# Both folders lie where every node sees them. SBATCH_ACCOUNT, SBATCH_PARTITION and other settings of sbatch are taken from the environment.
set -eu
if [ $# -lt 3 ]; then
  echo "submit.sh: found $# arguments, wanted SHIPMENT OUT PARTS [OPTION OF INSPECT...]" >&2
  exit 64
fi
here=$(cd "$(dirname "$0")" && pwd)
shipment=$1 out=$2 parts=$3
shift 3
mkdir -p "$out"

array=$(sbatch --parsable --array="1-$parts" --output="$out/part-%a.log" "$here/inspect.sbatch" "$shipment" "$out" "$@")
merge=$(sbatch --parsable --dependency="afterok:${array%%;*}" --kill-on-invalid-dep=yes --output="$out/merge.log" "$here/merge.sbatch" "$out")
echo "parts: job ${array%%;*}, merge: job ${merge%%;*}"
