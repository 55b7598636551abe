#if !AsyncHTTPClient
    #error("ApusAsyncHTTPClient needs the trait AsyncHTTPClient: .package(url: …, traits: [\"AsyncHTTPClient\"])")
#endif
