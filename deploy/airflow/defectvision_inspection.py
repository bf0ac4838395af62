"""Inspects a shipment in parts and merges them, as an Airflow DAG (Airflow 2.4 and later).

Workers have the command defectvision on their path and see the same folders. A rejected lot and a hold are answers, no failures: the merge
returns the verdict (accept, reject, hold) as its XCom.
"""

from datetime import timedelta

from airflow import DAG
from airflow.models.param import Param
from airflow.operators.bash import BashOperator

PARTS = 8

# A task that fails is started again and resumes. Airflow does not tell apart what another start mends and what not: wrong usage fails three times more.
INSPECT = """
defectvision inspect "$SHIPMENT" --model "$MODEL" --out "$OUT" --shard "$PART/$PARTS" --workers 2 --quiet
"""

# The last line is what the task returns.
MERGE = """
code=0
rm -f "$OUT/verdict.txt"
defectvision merge "$OUT" --output-file "$OUT/verdict.txt" || code=$?
[ "$code" -le 2 ] || exit "$code"
sed -n 's/^verdict=//p' "$OUT/verdict.txt"
"""

with DAG(
    dag_id="defectvision_inspection",
    schedule=None,
    catchup=False,
    params={
        "shipment": Param("/data/shipments/PO-4711", type="string"),
        "model": Param("/data/models/boards.onnx", type="string"),
        "out": Param("/data/inspections/PO-4711", type="string"),
    },
) as dag:
    places = {
        "SHIPMENT": "{{ params.shipment }}",
        "MODEL": "{{ params.model }}",
        "OUT": "{{ params.out }}",
        "PARTS": str(PARTS),
    }
    parts = BashOperator.partial(
        task_id="inspect",
        bash_command=INSPECT,
        append_env=True,
        retries=3,
        retry_delay=timedelta(minutes=1),
    ).expand(env=[{**places, "PART": str(part)} for part in range(1, PARTS + 1)])
    merge = BashOperator(task_id="merge", bash_command=MERGE, env=places, append_env=True, retries=1)
    parts >> merge
