#if !Webhooks
    #error("ApusWebhooks needs the trait Webhooks: .package(url: …, traits: [\"Webhooks\"])")
#endif
