/// The purpose of an encoded text. One function of a model serves all of them.
package enum EncodingStyle {
    case request, storage
    /// For equality and hashing: sorted, unrounded, numbers in one spelling.
    case identity
    /// For people: type names, no secrets.
    case description
}
