import ApusModel
import ApusSource

/// The sequence of passes over the model; each is small, pure and in its own file.
enum Passes {
    /// - Parameter origins: The locations of declarations for the passes' diagnostics.
    static func run(
        _ model: APIModel, origins: Origins, options: LoweringOptions, diagnostics: inout Diagnostics
    ) -> APIModel {
        var model = model
        LimitAliases.run(&model, origins: origins, diagnostics: &diagnostics)
        RepairReferences.run(&model)
        HoistInlineTypes.run(&model)
        ResolveUsage.run(&model, keeping: options.keptTypes)
        ShareInherited.run(&model, origins: origins, options: options)
        LimitNesting.run(&model)
        PruneUnused.run(&model, options: options)
        KeepUnknownMembers.run(&model)
        ResolvePresence.run(&model)
        ResolveClientParameters.run(&model, options: options, diagnostics: &diagnostics)
        NameTypes.run(&model, origins: origins, diagnostics: &diagnostics)
        NameMembers.run(&model, origins: origins, diagnostics: &diagnostics)
        DropEchoes.run(&model)
        BoxRecursion.run(&model, origins: origins, diagnostics: &diagnostics)
        BoxWide.run(&model)
        ResolveIdentity.run(&model, origins: origins, options: options, diagnostics: &diagnostics)
        ResolvePaging.run(&model, origins: origins, diagnostics: &diagnostics)
        ResolveResults.run(&model, origins: origins, options: options, diagnostics: &diagnostics)
        ShardFiles.run(&model, options: options)
        return model
    }
}
