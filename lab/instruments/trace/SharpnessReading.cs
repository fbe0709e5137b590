namespace Catapult.Lab;

/// <summary>The sharpness of the loss at one step.</summary>
/// <param name="Step">The number of the step, from 0.</param>
/// <param name="Sharpness">The largest eigenvalue of the Hessian.</param>
/// <param name="Residual">How far an eigenvalue may be from it.</param>
/// <param name="LearningRate">The rate of the first group.</param>
public readonly record struct SharpnessReading(long Step, double Sharpness, double Residual, double LearningRate)
{
    /// <summary>Sharpness times rate: plain gradient descent on a quadratic diverges above 2.</summary>
    public double TimesRate => Sharpness * LearningRate;
}
