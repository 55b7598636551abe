/// Every context, ordered by template name; each prints exactly one template.
enum ContextList {
    static var all: [any TemplateContext.Type] {
        [
            AliasContext.self,
            ClientContext.self,
            ClientMethodContext.self,
            ClosedEnumContext.self,
            CredentialsContext.self,
            EnumContext.self,
            EventsContext.self,
            ExamplesContext.self,
            FileContext.self,
            HeadersContext.self,
            LandingContext.self,
            NamespaceContext.self,
            NamespacesContext.self,
            OperationContext.self,
            OperationsContext.self,
            PayloadEnumContext.self,
            ReadmeContext.self,
            ResponseEnumContext.self,
            ServersContext.self,
            ShimsContext.self,
            StructContext.self,
            TupleContext.self,
            UnionContext.self,
            XMLContext.self,
        ]
    }
}
