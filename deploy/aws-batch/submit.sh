#!/bin/sh
# Inspects a shipment as an array job of AWS Batch, and merges the parts when all are done:
#   submit.sh QUEUE SHIPMENT MODEL OUT PARTS
# Paths are those that the containers see. Before the first time:
#   aws batch register-job-definition --cli-input-json file://inspect-job.json
#   aws batch register-job-definition --cli-input-json file://merge-job.json
# The merge ends with 1 for a rejected lot and 2 for a hold, which AWS Batch calls FAILED: read the exit code, or summary.json in OUT.
set -eu
if [ $# -ne 5 ]; then
  echo "submit.sh: found $# arguments, wanted QUEUE SHIPMENT MODEL OUT PARTS" >&2
  exit 64
fi
array=$(aws batch submit-job --job-name defectvision-inspect --job-definition defectvision-inspect --job-queue "$1" \
  --array-properties "size=$5" --parameters "shipment=$2,model=$3,out=$4" --query jobId --output text)
merge=$(aws batch submit-job --job-name defectvision-merge --job-definition defectvision-merge --job-queue "$1" \
  --depends-on "jobId=$array" --parameters "out=$4" --query jobId --output text)
echo "parts: job $array, merge: job $merge"
