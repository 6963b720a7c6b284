"""What Schemathesis must be told beyond the OpenAPI document of the api."""

import json

import schemathesis

HEAD = 7_253  # of the demo network


@schemathesis.serializer("application/x-ndjson")
def lines(ctx, value):
    """Text goes out as it stands, everything else as JSON."""
    if isinstance(value, bytes):
        return value
    text = value if isinstance(value, str) else json.dumps(value)
    return text.encode("utf-8", errors="surrogatepass")


@schemathesis.hook.skip_for(path="/v1/introduced")
def before_call(context, case, kwargs):
    """Of the cases that are to be taken makes such as can be."""
    if case.meta is None or case.meta.generation.mode.is_negative:
        return
    withdraw_conditions(case.headers, case.meta.phase.name.value)
    leave_out_what_contradicts(case)
    wait_for_what_is_there(case.query)


def withdraw_conditions(headers, phase):
    """Hardly any stream is at a revision out of the blue; and examples have one key, with which all but the first would be refused."""
    for name in ("If-Match",) if phase == "fuzzing" else ("If-Match", "Idempotency-Key"):
        if headers and name in headers:
            del headers[name]


def leave_out_what_contradicts(case):
    """An option that goes with certain values of another only is left out where the other has another value."""
    parameters = {each["name"]: each for each in case.operation.definition.raw.get("parameters", []) if "name" in each}
    for name, parameter in parameters.items():
        for other, values in parameter.get("x-only-with", {}).items():
            default = parameters[other]["schema"].get("default")
            if case.query and name in case.query and str(case.query.get(other, default)) not in values:
                del case.query[name]


def wait_for_what_is_there(query):
    """One operation is left to wait in vain, five seconds each time."""
    if query and str(query.get("wait-for", "")).isdecimal() and int(query["wait-for"]) > HEAD:
        query["wait-for"] = int(query["wait-for"]) % HEAD
