namespace Catapult.Lab;

/// <summary>
/// The part a colour plays, not the colour: the style sheet gives each role one shade for light and one for dark pages.
/// The four stay apart for readers with any of the common colour-vision deficiencies (after Okabe and Ito, 2008).
/// </summary>
public enum ColorRole
{
    /// <summary>Blue.</summary>
    First = 1,

    /// <summary>Vermilion.</summary>
    Second,

    /// <summary>Bluish green.</summary>
    Third,

    /// <summary>Reddish purple.</summary>
    Fourth,
}
