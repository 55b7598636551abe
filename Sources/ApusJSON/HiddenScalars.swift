/// Invisible characters that change the visible text: they move the cursor, end a line, change the direction of
/// writing, or have no width, so that other text could hide behind them (Unicode Technical Report 36, section 2).
/// Reports, error texts and generated code never contain them unescaped. Joiners (U+200C, U+200D) are not among them, because scripts and
/// emoji need them.
public enum HiddenScalars {
    /// Control characters, line and paragraph separators, bidirectional and other invisible marks, tags, noncharacters.
    @inlinable
    public static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
            0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
