import ApusCodec
import Foundation
import Testing

/// Free-form JSON.
struct JSONValueTests {
    @Test(arguments: [
        "null", "true", "[]", "{}", #"{"b":1,"a":[{"c":null},-0.50,1E+2,123456789012345678901234567890]}"#,
        #""\u0000""#,
        #"[[[]],{"a":{}},[{}]]"#,
    ])
    func keepsTextExactly(json: String) throws {
        #expect(try String(decoding: JSONValue(json: json).json(), as: UTF8.self) == json)
    }

    @Test func comparesByValue() throws {
        #expect(try JSONValue(json: #"{"a":1e2,"b":[0.0]}"#) == JSONValue(json: #"{"b":[-0],"a":100.0}"#))
        #expect(try JSONValue(json: #"{"a":1e2}"#).hashValue == JSONValue(json: #"{"a":100}"#).hashValue)
        #expect(JSONValue.string("1") != 1)
        #expect(try JSONNumber(1) != #require(JSONNumber("1e-1")))
        #expect(JSONNumber("01") == nil && JSONNumber(" 1") == nil && JSONNumber("x") == nil)
        #expect(JSONNumber("1e3")?.int == 1_000)
        #expect(JSONNumber(Double.nan) == nil)
    }

    @Test func readsAndChangesMembers() throws {
        var value: JSONValue = ["name": "Ada", "tags": ["a", 1, 2.5, true, nil]]
        #expect(value["name"]?.string == "Ada")
        #expect(value["tags"]?[1]?.int == 1)
        #expect(value["tags"]?[9] == nil)
        value["name"] = nil
        value["age"] = 36
        #expect(value.description == #"{"tags":["a",1,2.5,true,null],"age":36}"#)
        #expect(try JSONValue(json: #"{"a":1,"b":2,"\u0061":3}"#).description == #"{"a":3,"b":2}"#)
    }

    @Test func isCodable() throws {
        let value = try JSONValue(json: #"{"a":[1,2.5,null,true,"x"],"n":18446744073709551615,"z":{}}"#)
        #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
    }

    @Test func turnsModelsIntoTreesAndBack() throws {
        let owner = Owner(id: 7, parents: [nil])
        let tree = try JSONValue(encoding: owner)
        #expect(tree == ["id": 7, "parents": [nil]])
        #expect(try tree.decode(Owner.self) == owner)
        #expect(throws: DecodingProblem.self) { try JSONValue.array([]).decode(Owner.self) }
    }
}
