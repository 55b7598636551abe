"""Calls that are known to fail, each with the reason. One that succeeds fails the run: its line is to be removed."""

KNOWN = {
    "Smorest": {
        "send_files": "parameters in a form, which OpenAPI 3 does not have, are left out",
    },
}
