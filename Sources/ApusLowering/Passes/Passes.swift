import ApusModel
import ApusSource

/// The chain of passes over the model; each is small, pure and in a file of its own.
enum Passes {
    static func run(_ model: APIModel, options: LoweringOptions, diagnostics: inout Diagnostics) -> APIModel {
        var model = model
        RepairReferences.run(&model)
        HoistInlineTypes.run(&model)
        ResolveUsage.run(&model)
        PruneUnused.run(&model, options: options)
        SettlePresence.run(&model)
        NameTypes.run(&model, diagnostics: &diagnostics)
        NameMembers.run(&model, diagnostics: &diagnostics)
        BoxRecursion.run(&model, diagnostics: &diagnostics)
        ShardFiles.run(&model, options: options)
        return model
    }
}
