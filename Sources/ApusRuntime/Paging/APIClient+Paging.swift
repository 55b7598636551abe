extension APIClient {
    /// The pages of an operation, each fetched when it is asked for.
    ///
    /// ```swift
    /// for try await page in client.pages(of: ListContacts(companyID: id), from: saved) {
    ///     store(page.items, goOnFrom: page.next?.description)
    /// }
    /// ```
    ///
    /// A next page on another host (``PagingRule/Style/nextURL(at:)``, ``PagingRule/Style/link``) is fetched without
    /// credentials, cookies and the operation's headers, as a redirect would be; one from https to http is refused.
    ///
    /// - Parameters:
    ///   - operation: The first page as its arguments say, unless `position` says more.
    ///   - position: Where to begin instead of where the operation's arguments say.
    ///   - fetchesAhead: Asks for the next page while the last one is worked on; one at most.
    ///   - options: For each request; ``CallOptions/deadline`` is that of one page.
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
