/// The form in which scalars are received: JSON types them; in forms, parts and XML each is a string token, and the model says what it is.
package enum ScalarForm {
    case typed, text
    /// JSON in which a number may come as its own text.
    case numberOrText
}
