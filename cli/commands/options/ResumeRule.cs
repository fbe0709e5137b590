namespace Catapult.Cli;

/// <summary>What <c>--resume</c> does to an option.</summary>
public enum ResumeRule
{
    /// <summary>The resumed run settles it; stating it as well is an error, since the result would be another run's.</summary>
    Fixed,

    /// <summary>The resumed run's value stands unless another is stated, which changes no result.</summary>
    Inherited,

    /// <summary>It belongs to this command line alone.</summary>
    Own,
}
