namespace Catapult.Optimizers;

/// <summary>Fills in the coefficients of an update rule, in double, for one group and step.</summary>
/// <param name="group">The settings.</param>
/// <param name="step">1 for the group's first step.</param>
/// <param name="coefficients">Zeros, as many as a rule may have.</param>
public delegate void CoefficientRule(ParameterGroup group, long step, Span<double> coefficients);
