/// The valid characters of XML 1.0 (fifth edition).
enum XMLCharacters {
    /// Production 2, `Char`: no control characters except tab, line feed and carriage return, no U+FFFE and U+FFFF.
    static func check(_ text: String, in name: String) throws(XMLProblem) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...0x10_FFFF: continue
            default:
                let code = String(scalar.value, radix: 16, uppercase: true)
                throw XMLProblem(.unwritable, "\(name) holds U+\(code), which XML cannot")
            }
        }
    }

    /// `NCName` of Namespaces in XML 1.0: production 5 of XML without the colon.
    static func checkName(_ name: String) throws(XMLProblem) {
        var isFirst = true
        for scalar in name.unicodeScalars {
            guard isNameStart(scalar.value) || !isFirst && isNamePart(scalar.value) else {
                throw XMLProblem(.unwritable, "\"\(name)\" is no name for an element or attribute")
            }
            isFirst = false
        }
        if isFirst { throw XMLProblem(.unwritable, "an element or attribute has no name") }
    }

    private static func isNameStart(_ value: UInt32) -> Bool {
        switch value {
        case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
            0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
            0x1_0000...0xE_FFFF:
            true
        default: false
        }
    }

    private static func isNamePart(_ value: UInt32) -> Bool {
        switch value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: false
        }
    }
}
