"""Tests of what counts as valid, and as equal: `python3 Benchmarks/examples_test.py`."""

import json
import unittest

import examples_compare
import examples_judge

PET = {
    "type": ["object"],
    "required": ["name"],
    "properties": {
        "name": {"type": ["string"]},
        "age": {"type": ["integer"], "format": "int32"},
        "weight": {"type": ["number"], "format": "float"},
        "born": {"type": ["string"], "format": "date-time"},
        "tag": {"type": ["string", "null"]},
        "kind": {"type": ["string"], "default": "dog"},
    },
}
SCHEMAS = {"0": PET, "1": {"type": ["array"], "items": {"$ref": "#/$defs/0"}}, "2": {"$ref": "#/$defs/2"}}
SCHEMAS["3"] = {"x-sent": True, "required": ["tag"], "properties": {"tag": {"type": ["string", "null"]}}}
SCHEMAS["4"] = {
    "oneOf": [
        {"properties": {"kind": {"const": "a"}, "a": {}}},
        {"properties": {"kind": {"const": "b"}, "b": {"type": ["integer"]}}},
    ]
}


class JudgeTests(unittest.TestCase):
    def verdict(self, body, schema=0, content_type="application/json"):
        example = {"body": body, "schema": schema, "isJSON": content_type.endswith("json"), "contentType": content_type}
        verdict = examples_judge.judge(example, examples_judge.Schemas(SCHEMAS))[0]
        self.body = example["body"]
        return verdict

    def test_fits(self):
        self.assertEqual(self.verdict('[{"name":"Rex","age":3.0,"tag":null}]', 1), "valid")

    def test_members_without_a_type(self):
        self.assertEqual(self.verdict('{"kind":"b","b":1}', 4), "valid")
        self.assertEqual(self.verdict('"b"', 4), "invalid")

    def test_does_not_fit(self):
        for body in ['{"age":3}', '{"name":"Rex","age":2147483648}', '{"name":"Rex","born":"soon"}', '{"name":"Rex","tag":1}']:
            self.assertEqual(self.verdict(body), "invalid", body)

    def test_text_that_holds_the_value(self):
        self.assertEqual(self.verdict(json.dumps('{"name":"Rex"}')), "valid")
        self.assertEqual(self.body, '{"name":"Rex"}')
        self.assertEqual(self.verdict(json.dumps('{"age":3}')), "invalid")

    def test_what_nobody_judges(self):
        self.assertEqual(self.verdict("<pet/>", 0, "application/xml"), "unjudged")
        self.assertEqual(self.verdict("<pet>", 0, "application/xml"), "invalid")
        self.assertEqual(self.verdict("a;b", 0, "text/csv"), "unjudged")
        self.assertEqual(self.verdict("1", 2), "unjudged")
        self.assertEqual(self.verdict("{", 0), "unjudged")


class CompareTests(unittest.TestCase):
    def compare(self, body, written, schema=0):
        example = {"body": body, "schema": schema, "isJSON": True}
        decoded, equal, problem, comparison = examples_compare.compare(example, {"json": written}, SCHEMAS)
        self.assertTrue(decoded)
        self.comparison = comparison
        return problem if not equal else None

    def test_same(self):
        self.assertIsNone(self.compare('{"name":"Rex","age":3.0}', '{"age":3,"name":"Rex"}'))
        self.assertIsNone(self.compare('{"weight":0.358853158}', '{"weight":0.35885316}'))
        self.assertIsNone(self.compare('{"born":"2024-01-01T02:00:00+02:00"}', '{"born":"2024-01-01T00:00:00Z"}'))

    def test_other_values(self):
        pairs = [
            ('{"name":"Rex"}', '{"name":"Max"}'), ('{"age":3}', '{"age":4}'), ('{"age":1}', '{"age":true}'),
            ('{"weight":0.3588}', '{"weight":0.3589}'), ('{"name":"1"}', '{"name":1}'),
            ('{"born":"2024-01-01T00:00:00.001Z"}', '{"born":"2024-01-01T00:00:00Z"}'),
            ('{"age":9007199254740993}', '{"age":9007199254740992}'),
        ]
        for body, written in pairs:
            self.assertIsNotNone(self.compare(body, written), body)

    def test_lost_and_made_up(self):
        self.assertEqual(self.compare('{"name":"Rex"}', "{}"), '/name: "Rex", lost')
        self.assertEqual(self.compare("{}", '{"name":""}'), '/name: made up, ""')
        self.assertEqual(self.compare("{}", '{"kind":"cat"}'), '/kind: made up, "cat"')
        self.assertEqual(self.compare('[{"name":"Rex"}]', "[]", 1), "/: 1 elements, 0 written back")

    def test_decisions_are_counted(self):
        self.assertIsNone(self.compare('{"tag":null,"new":1}', '{"kind":"dog"}'))
        counts = (self.comparison.unnamed, self.comparison.nulls, self.comparison.defaults)
        self.assertEqual(counts, (1, 1, 1))

    def test_fractions_finer_than_a_date_are_counted(self):
        pairs = [(".572287990Z", ".5722879Z"), (".442049222Z", ".4420491Z"), (".1234567Z", ".123456650Z")]
        for text, written in pairs:
            dates = [json.dumps({"born": "2021-02-10T17:05:35" + fraction}) for fraction in (text, written)]
            self.assertIsNone(self.compare(*dates), text)
            self.assertEqual(self.comparison.fractions, 1)
        later, coarser, short = (".572287990Z", ".5722880Z"), (".572287990Z", ".572287Z"), (".572287Z", ".572286Z")
        for text, written in [later, coarser, short]:
            dates = [json.dumps({"born": "2021-02-10T17:05:35" + fraction}) for fraction in (text, written)]
            self.assertIsNotNone(self.compare(*dates), text)

    def test_members_of_alternatives_that_do_not_fit_are_unnamed(self):
        self.assertIsNone(self.compare('{"kind":"a","b":1}', '{"kind":"a"}', 4))
        self.assertIsNotNone(self.compare('{"kind":"b","b":1}', '{"kind":"b"}', 4))

    def test_types_that_are_sent_keep_all(self):
        self.assertIsNotNone(self.compare('{"new":1}', "{}", 3))

    def test_required_nulls_come_back(self):
        self.assertIsNotNone(self.compare('{"tag":null}', "{}", 3))

    def test_objects_without_named_members_keep_all(self):
        self.assertIsNotNone(self.compare('{"new":1}', "{}", None))

    def test_not_read(self):
        example = {"body": "{}", "schema": 0, "isJSON": True}
        self.assertEqual(examples_compare.compare(example, None, SCHEMAS)[:3], (False, False, "the process ended"))
        self.assertEqual(examples_compare.compare(example, {"problem": "p"}, SCHEMAS)[:3], (False, False, "p"))


if __name__ == "__main__":
    unittest.main()
