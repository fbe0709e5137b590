using Catapult.Kernels;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>Runs a test for both floating-point types.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class FloatsAttribute() : ValuesAttribute(DType.Float32, DType.Float64);
