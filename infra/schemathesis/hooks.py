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
    withdraw_conditions(case.headers)
    if case.query:
        leave_out_what_contradicts(case.query, case.operation)
        wait_for_what_is_there(case.query)


def withdraw_conditions(headers):
    """Hardly any stream is at a revision out of the blue; and keys come again and again, with which all but the first are refused."""
    for name in ("If-Match", "Idempotency-Key"):
        if headers and name in headers:
            del headers[name]


def leave_out_what_contradicts(query, operation):
    """An option that goes with certain values of another only is left out where the other has another value."""
    parameters = {each["name"]: each for each in operation.definition.raw.get("parameters", []) if "name" in each}
    for name, parameter in parameters.items():
        for other, values in parameter.get("x-only-with", {}).items():
            if str(query.get(other, parameters[other]["schema"].get("default"))) not in values:
                query.pop(name, None)
    if query.get("by") != "pathway":  # the groups that are compared are pathways
        query.pop("compare", None)
    if query.get("by") != "cohort":
        query.pop("cohort", None)
    if "period" in query or "periods" in query:
        query.pop("brackets", None)


def wait_for_what_is_there(query):
    """One operation is left to wait in vain, five seconds each time."""
    if str(query.get("wait-for", "")).isdecimal() and int(query["wait-for"]) > HEAD:
        query["wait-for"] = int(query["wait-for"]) % HEAD
