#if !Webhooks && !Tests
    #error("ApusWebhooks needs the trait Webhooks: .package(url: …, traits: [\"Webhooks\"])")
#endif
