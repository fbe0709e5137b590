using Catapult.Engine;

namespace Catapult.Lab;

/// <summary>Scopes that outlive the method which opens them.</summary>
internal static class HeldScope
{
    /// <summary>Opens a scope and makes something in it; where that fails the scope is closed again, so that those around it can be.</summary>
    public static TensorScope Open(Action make)
    {
        TensorScope scope = TensorScope.Open();
        try
        {
            make();
            return scope;
        }
        catch (Exception)
        {
            scope.Dispose();
            throw;
        }
    }
}
