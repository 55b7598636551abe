#if !AsyncHTTPClient && !Tests
    #error("ApusAsyncHTTPClient needs the trait AsyncHTTPClient: .package(url: …, traits: [\"AsyncHTTPClient\"])")
#endif
