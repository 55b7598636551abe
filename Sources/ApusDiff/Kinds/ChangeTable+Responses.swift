extension ChangeTable {
    static let responses: [Row] = [
        ("response-type-changed", .breaking, "{symbol} returns {new}, was {old}"),
        ("response-now-empty", .breaking, "{symbol} returns nothing, was {old}"),
        ("response-no-longer-empty", .added, "{symbol} returns {new}, was nothing"),
        ("response-status-added", .added, "{symbol} may return .{new}"),
        ("response-status-removed", .breaking, "{symbol} no longer returns .{old}"),
        ("response-status-changed", .silent, "{symbol} succeeds with {new}, was {old}"),
        ("response-now-several", .breaking, "{symbol} returns one of several responses, was {old}"),
        ("response-no-longer-several", .breaking, "{symbol} returns {new}, was one of several responses"),
        ("response-content-type-changed", .silent, "{symbol} asks for {new}, was {old}"),
        ("response-content-type-added", .added, "{symbol} may return its body as {new}"),
        ("response-content-type-removed", .breaking, "{symbol} no longer returns its body as {old}"),
        ("response-stream-end-changed", .silent, "{symbol} ends its stream at {new}, was {old}"),
        ("response-header-added", .added, "{symbol}.Headers.{new}"),
        ("response-header-removed", .breaking, "{symbol}.Headers.{old} was removed"),
        ("response-header-renamed", .breaking, "{symbol}.Headers.{old} is now {new}"),
        ("response-header-type-changed", .breaking, "{symbol}.Headers.{new}, was {old}"),
        ("response-header-form-changed", .silent, "{symbol}.Headers.{new}, was {old}"),
        ("response-header-now-required", .silent, "{symbol}.Headers.{new} is always sent"),
        ("response-header-no-longer-required", .silent, "{symbol}.Headers.{new} may be absent"),
        ("response-header-deprecated", .deprecated, "{symbol}.Headers.{new} is deprecated"),
        ("response-description-changed", .internal, "{symbol} describes {new} otherwise"),
    ]

    static let failures: [Row] = [
        ("failure-added", .added, "{symbol}.Failure.{new}"),
        ("failure-removed", .breaking, "{symbol}.Failure.{old} was removed"),
        ("failure-type-changed", .breaking, "{symbol}.Failure.{new}, was {old}"),
        ("failure-content-type-changed", .silent, "{symbol}.Failure.{new}, was {old}"),
        ("failure-description-changed", .internal, "{symbol} describes the failure {new} otherwise"),
    ]

    static let security: [Row] = [
        ("security-now-required", .silent, "{symbol} needs a credential: {new}"),
        ("security-no-longer-required", .silent, "{symbol} needs no credential, was {old}"),
        ("security-alternative-added", .silent, "{symbol} may be authorized by {new}"),
        ("security-alternative-removed", .silent, "{symbol} is no longer authorized by {old}"),
        ("security-scope-added", .silent, "{symbol} needs the scope {new}"),
        ("security-scope-removed", .silent, "{symbol} no longer needs the scope {old}"),
        ("security-scheme-removed", .breaking, "{symbol} was removed"),
        ("security-scheme-added", .added, "{symbol}"),
        ("security-scheme-renamed", .breaking, "{symbol} is now {renamed}"),
        ("security-scheme-type-changed", .breaking, "{symbol} is {new}, was {old}"),
        ("security-http-scheme-changed", .silent, "{symbol} is sent as {new}, was {old}"),
        ("security-key-name-changed", .silent, "{symbol} is sent as {new}, was {old}"),
        ("security-key-location-changed", .silent, "{symbol} is sent in {new}, was {old}"),
        ("security-flow-added", .added, "{symbol}: the flow {new}"),
        ("security-flow-removed", .silent, "{symbol}: the flow {old} was removed"),
        ("security-endpoints-removed", .breaking, "{symbol}: the flow {old} and its endpoints were removed"),
        ("security-authorization-url-changed", .silent, "{symbol}: {new}, was {old}"),
        ("security-device-url-changed", .silent, "{symbol}: {new}, was {old}"),
        ("security-token-url-changed", .silent, "{symbol}: {new}, was {old}"),
        ("security-refresh-url-changed", .silent, "{symbol}: {new}, was {old}"),
        ("security-discovery-url-changed", .silent, "{symbol} is discovered at {new}, was {old}"),
        ("security-flow-scope-added", .internal, "{symbol} offers the scope {new}"),
        ("security-flow-scope-removed", .silent, "{symbol} no longer offers the scope {old}"),
        ("security-scheme-deprecated", .deprecated, "{symbol} is deprecated"),
        ("security-scheme-no-longer-deprecated", .internal, "{symbol} is no longer deprecated"),
        ("security-scheme-description-changed", .internal, "{symbol} is described otherwise"),
    ]

    static let servers: [Row] = [
        ("server-added", .added, "{symbol}"),
        ("server-removed", .breaking, "{symbol} was removed"),
        ("server-renamed", .breaking, "{symbol} is now {renamed}"),
        ("server-url-changed", .silent, "{symbol} is {new}, was {old}"),
        ("server-default-added", .added, "a client's server is {new} by default"),
        ("server-default-changed", .silent, "a client's server is {new} by default, was {old}"),
        ("server-default-removed", .breaking, "a client has no server by default, was {old}"),
        ("server-now-a-function", .breaking, "{symbol} takes arguments: {new}"),
        ("server-no-longer-a-function", .breaking, "{symbol} no longer takes arguments, was {old}"),
        ("server-variable-added", .added, "{symbol} takes {new}"),
        ("server-variable-removed", .breaking, "{symbol} no longer takes {old}"),
        ("server-variable-type-changed", .breaking, "{symbol} takes {new}, was {old}"),
        ("server-variable-default-changed", .silent, "{symbol}: {new}, was {old}"),
        ("server-variable-value-added", .added, "{symbol}: {new}"),
        ("server-variable-value-removed", .breaking, "{symbol}: {old} was removed"),
        ("server-description-changed", .internal, "{symbol} is described otherwise"),
    ]

    static let rules: [Row] = [
        ("failure-rule-added", .silent, "a response fails where {new}"),
        ("failure-rule-removed", .silent, "a response no longer fails where {old}"),
        ("rate-limit-added", .silent, "calls are limited to {new}"),
        ("rate-limit-changed", .silent, "calls are limited to {new}, was {old}"),
        ("rate-limit-removed", .silent, "calls are no longer limited, was {old}"),
        ("retries-changed", .silent, "failed calls are repeated with {new}, was {old}"),
        ("dates-offset-changed", .silent, "dates without an offset are read as {new}, was {old}"),
    ]

    static let webhooks: [Row] = [
        ("webhook-added", .added, "{symbol}"),
        ("webhook-removed", .breaking, "{symbol} was removed"),
        ("webhook-renamed", .breaking, "{symbol} is now {renamed}"),
        ("webhook-key-changed", .silent, "{symbol} is received under another name"),
        ("webhook-payload-changed", .breaking, "{symbol} has the payload {new}, was {old}"),
        ("webhook-content-type-changed", .silent, "{symbol} is read as {new}, was {old}"),
        ("webhook-name-location-changed", .silent, "the name of an event is read from {new}, was {old}"),
        ("webhook-description-changed", .internal, "{symbol} is described otherwise"),
        ("callback-added", .added, "{symbol}"),
        ("callback-removed", .breaking, "{symbol} was removed"),
        ("callback-payload-changed", .breaking, "{symbol} is {new}, was {old}"),
    ]

    static let client: [Row] = [
        ("module-renamed", .breaking, "the module {symbol} is now {renamed}"),
        ("group-added", .added, "{symbol}"),
        ("group-removed", .breaking, "{symbol} was removed"),
        ("version-changed", .internal, "the document's version is {new}, was {old}"),
        ("title-changed", .internal, "the document's title is {new}, was {old}"),
    ]
}
