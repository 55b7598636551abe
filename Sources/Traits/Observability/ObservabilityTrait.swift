#if !Observability && !Tests
    #error("ApusObservability needs the trait Observability: .package(url: …, traits: [\"Observability\"])")
#endif
