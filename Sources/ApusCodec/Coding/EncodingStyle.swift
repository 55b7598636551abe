/// What a text is written for. The same function of a model serves all of these.
package enum EncodingStyle {
    case request, storage
    /// For equality and hashing: sorted, unrounded, numbers in one spelling.
    case identity
    /// For people: type names, no secrets.
    case description
}
