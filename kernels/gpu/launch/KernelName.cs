namespace Catapult.Kernels.Gpu;

/// <summary>Names of kernels for people, such as <c>UnaryKernel(Relu, GpuLane32)</c>.</summary>
internal static class KernelName
{
    /// <summary>The type's name with those of its arguments.</summary>
    public static string Of(Type type)
    {
        if (!type.IsGenericType) return type.Name;
        string arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        return $"{type.Name[..type.Name.IndexOf('`')]}({arguments})";
    }
}
