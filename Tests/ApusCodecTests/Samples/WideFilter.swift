public import ApusCodec

/// A wide model that contains itself in every way, in generated form, without unused initializers.
public struct WideFilter: APIObject, APIConstrained {
    /// At least 1 character.
    public var name: String?
    public var text0: String?
    public var text1: String?
    public var text2: String?
    public var text3: String?
    public var text4: String?
    public var text5: String?
    public var text6: String?
    public var text7: String?
    public var text8: String?
    public var text9: String?
    public var text10: String?
    public var text11: String?
    public var count0: Double?
    public var count1: Double?
    public var count2: Double?
    public var count3: Double?
    public var count4: Double?
    public var count5: Double?
    public var count6: Double?
    public var count7: Double?
    public var range0: Range0?
    public var operand: Operand?
    @OptionalIndirect public var also: WideFilter?
    @OptionalIndirect public var not: WideFilter?
    public var any: [WideFilter]?
    private var unknownMembers = UnknownMembers()

    public init(from object: inout ObjectReader) {
        name = object.optional("name")
        text0 = object.optional("text0")
        text1 = object.optional("text1")
        text2 = object.optional("text2")
        text3 = object.optional("text3")
        text4 = object.optional("text4")
        text5 = object.optional("text5")
        text6 = object.optional("text6")
        text7 = object.optional("text7")
        text8 = object.optional("text8")
        text9 = object.optional("text9")
        text10 = object.optional("text10")
        text11 = object.optional("text11")
        count0 = object.optional("count0")
        count1 = object.optional("count1")
        count2 = object.optional("count2")
        count3 = object.optional("count3")
        count4 = object.optional("count4")
        count5 = object.optional("count5")
        count6 = object.optional("count6")
        count7 = object.optional("count7")
        range0 = object.optional("range0")
        operand = object.optional("operand")
        _also = .init(object.optional("also"))
        _not = .init(object.optional("not"))
        any = object.optional("any")
        unknownMembers = object.unknownMembers()
    }

    public func write(to object: inout ObjectWriter) {
        object.write("name", name)
        object.write("text0", text0)
        object.write("text1", text1)
        object.write("text2", text2)
        object.write("text3", text3)
        object.write("text4", text4)
        object.write("text5", text5)
        object.write("text6", text6)
        object.write("text7", text7)
        object.write("text8", text8)
        object.write("text9", text9)
        object.write("text10", text10)
        object.write("text11", text11)
        object.write("count0", count0)
        object.write("count1", count1)
        object.write("count2", count2)
        object.write("count3", count3)
        object.write("count4", count4)
        object.write("count5", count5)
        object.write("count6", count6)
        object.write("count7", count7)
        object.write("range0", range0)
        object.write("operand", operand)
        object.write("also", _also.place)
        object.write("not", _not.place)
        object.write("any", any)
        object.write(unknownMembers)
    }

    public static var constraints: StaticString {
        #"""
        {
          "properties":{
            "name":{"minLength":1}
          }
        }
        """#
    }

    public struct Range0: APIObject {
        public var eq: Double?
        public var ne: Double?
        public var gt: Double?
        public var gte: Double?
        public var lt: Double?
        public var lte: Double?
        public var `in`: [Double]?
        public var label: String?
        public var unit: String?
        public var note0: String?
        public var note1: String?
        public var note2: String?
        public var note3: String?
        public var note4: String?
        public var note5: String?
        private var unknownMembers = UnknownMembers()

        public init(from object: inout ObjectReader) {
            eq = object.optional("eq")
            ne = object.optional("ne")
            gt = object.optional("gt")
            gte = object.optional("gte")
            lt = object.optional("lt")
            lte = object.optional("lte")
            `in` = object.optional("in")
            label = object.optional("label")
            unit = object.optional("unit")
            note0 = object.optional("note0")
            note1 = object.optional("note1")
            note2 = object.optional("note2")
            note3 = object.optional("note3")
            note4 = object.optional("note4")
            note5 = object.optional("note5")
            unknownMembers = object.unknownMembers()
        }

        public func write(to object: inout ObjectWriter) {
            object.write("eq", eq)
            object.write("ne", ne)
            object.write("gt", gt)
            object.write("gte", gte)
            object.write("lt", lt)
            object.write("lte", lte)
            object.write("in", `in`)
            object.write("label", label)
            object.write("unit", unit)
            object.write("note0", note0)
            object.write("note1", note1)
            object.write("note2", note2)
            object.write("note3", note3)
            object.write("note4", note4)
            object.write("note5", note5)
            object.write(unknownMembers)
        }
    }

    public enum Operand: APIUnion {
        case string(String)
        indirect case withGeoKind(WithGeoKind)
        indirect case withSpanKind(WithSpanKind)
        indirect case wideFilter(WideFilter)
        /// A value that none of the alternatives fits.
        case unknown(JSONValue)

        static let alternatives: [UnionAlternative] = [
            .string,
            .object(required: ["geoKind"], known: ["geoKind", "geo0", "geo1", "geo2", "geo3", "geo4", "geo5"]),
            .object(required: ["spanKind"], known: ["spanKind", "span0", "span1", "span2", "span3", "span4"]),
            .object(
                known: [
                    "name",
                    "text0",
                    "text1",
                    "text2",
                    "text3",
                    "text4",
                    "text5",
                    "text6",
                    "text7",
                    "text8",
                    "text9",
                    "text10",
                    "text11",
                    "count0",
                    "count1",
                    "count2",
                    "count3",
                    "count4",
                    "count5",
                    "count6",
                    "count7",
                    "range0",
                    "operand",
                    "also",
                    "not",
                    "any",
                ]),
        ]

        public init(from value: inout ValueReader) {
            self = value.choose(Self.alternatives) { place, value in
                switch place {
                case 0: .string(value.read())
                case 1: .withGeoKind(value.read())
                case 2: .withSpanKind(value.read())
                case 3: .wideFilter(value.read())
                default: .unknown(value.read())
                }
            }
        }

        public func write(to value: inout ValueWriter) {
            switch self {
            case .string(let member): value.write(member)
            case .withGeoKind(let member): value.write(member)
            case .withSpanKind(let member): value.write(member)
            case .wideFilter(let member): value.write(member)
            case .unknown(let member): value.writeUnknown(member)
            }
        }

        public struct WithGeoKind: APIObject {
            public var geoKind: String
            public var geo0: Double?
            public var geo1: String?
            public var geo2: String?
            public var geo3: Double?
            public var geo4: String?
            public var geo5: String?
            private var unknownMembers = UnknownMembers()

            public init(from object: inout ObjectReader) {
                geoKind = object.required("geoKind")
                geo0 = object.optional("geo0")
                geo1 = object.optional("geo1")
                geo2 = object.optional("geo2")
                geo3 = object.optional("geo3")
                geo4 = object.optional("geo4")
                geo5 = object.optional("geo5")
                unknownMembers = object.unknownMembers()
            }

            public func write(to object: inout ObjectWriter) {
                object.write("geoKind", geoKind)
                object.write("geo0", geo0)
                object.write("geo1", geo1)
                object.write("geo2", geo2)
                object.write("geo3", geo3)
                object.write("geo4", geo4)
                object.write("geo5", geo5)
                object.write(unknownMembers)
            }
        }

        public struct WithSpanKind: APIObject {
            public var spanKind: String
            public var span0: Double?
            public var span1: String?
            public var span2: String?
            public var span3: Double?
            public var span4: String?
            private var unknownMembers = UnknownMembers()

            public init(from object: inout ObjectReader) {
                spanKind = object.required("spanKind")
                span0 = object.optional("span0")
                span1 = object.optional("span1")
                span2 = object.optional("span2")
                span3 = object.optional("span3")
                span4 = object.optional("span4")
                unknownMembers = object.unknownMembers()
            }

            public func write(to object: inout ObjectWriter) {
                object.write("spanKind", spanKind)
                object.write("span0", span0)
                object.write("span1", span1)
                object.write("span2", span2)
                object.write("span3", span3)
                object.write("span4", span4)
                object.write(unknownMembers)
            }
        }
    }
}
