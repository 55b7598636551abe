extension APIClient {
    /// The pages of an operation, each fetched on demand.
    ///
    /// ```swift
    /// for try await page in client.pages(of: ListContacts(companyID: id), from: saved) {
    ///     store(page.items, goOnFrom: page.next?.description)
    /// }
    /// ```
    ///
    /// A next page on another host (by a URL in the page or the header `Link`) is fetched without
    /// credentials, cookies and the operation's headers, like a redirect; one from https to http is refused.
    ///
    /// - Parameters:
    ///   - operation: The operation; its arguments select the first page, unless `position` does.
    ///   - position: The first page to fetch, instead of the one that the operation's arguments select.
    ///   - fetchesAhead: Whether to prefetch the next page, one at most, while the current one is processed.
    ///   - options: Options for each request; ``CallOptions/deadline`` applies to one page.
    public func pages<Operation: PagedOperation>(
        of operation: Operation, from position: PagePosition? = nil, fetchesAhead: Bool = false,
        options: CallOptions = .standard
    ) -> APIPages<Operation> {
        let walk = PageWalk(core: core, operation: operation, options: options, position: position)
        return APIPages(walk: walk, fetchesAhead: fetchesAhead)
    }

    /// The items of all pages of an operation. See ``pages(of:from:fetchesAhead:options:)``.
    ///
    /// ```swift
    /// for try await contact in client.items(of: ListContacts(companyID: id)) { print(contact.name ?? "–") }
    /// ```
    public func items<Operation: PagedOperation>(
        of operation: Operation, from position: PagePosition? = nil, fetchesAhead: Bool = false,
        options: CallOptions = .standard
    ) -> APIPageItems<Operation> {
        APIPageItems(pages: pages(of: operation, from: position, fetchesAhead: fetchesAhead, options: options))
    }
}
