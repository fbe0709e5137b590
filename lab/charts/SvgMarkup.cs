using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Catapult.Lab;

/// <summary>
/// Builds HTML and SVG as one XML tree, so that whatever is put in is escaped, and writes it in the common subset of
/// XML and HTML.
/// </summary>
public static class SvgMarkup
{
    private static readonly string[] VoidElements = ["meta", "wbr"];

    /// <summary>The namespace of SVG elements.</summary>
    public static XNamespace Svg { get; } = "http://www.w3.org/2000/svg";

    /// <summary>An HTML element with a class (null for none) and content.</summary>
    public static XElement Html(string name, string? cssClass, params object?[] content) =>
        new(name, cssClass is null ? null : new XAttribute("class", cssClass), content);

    /// <summary>An SVG element with a class and content.</summary>
    public static XElement Shape(string name, string cssClass, params object?[] content) =>
        new(Svg + name, new XAttribute("class", cssClass), content);

    /// <summary>A coordinate as an attribute, to a hundredth of a pixel.</summary>
    public static XAttribute At(string name, double value) => new(name, Number(value));

    /// <summary>A straight line.</summary>
    public static XElement Line(string cssClass, double x1, double y1, double x2, double y2) =>
        Shape("line", cssClass, At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    /// <summary>One line of text.</summary>
    /// <param name="cssClass">Its class.</param>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="anchor">"start", "middle" or "end".</param>
    /// <param name="text">The words.</param>
    public static XElement Text(string cssClass, double x, double y, string anchor, string text) =>
        Shape("text", cssClass, At("x", x), At("y", y), new XAttribute("text-anchor", anchor), text);

    /// <summary>A disc or, by its class, a ring.</summary>
    public static XElement Circle(string cssClass, double x, double y, double radius, params object?[] content) =>
        Shape("circle", cssClass, At("cx", x), At("cy", y), At("r", radius), content);

    /// <summary>A coordinate as text, to a hundredth of a pixel.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>
    /// The tree as text. Characters that XML forbids become U+FFFD, and an empty HTML element keeps its end tag, without
    /// which a browser would take what follows for its content.
    /// </summary>
    public static string Write(XElement root)
    {
        foreach (XElement element in root.DescendantsAndSelf())
        {
            foreach (XAttribute attribute in element.Attributes())
                attribute.Value = Legal(attribute.Value);
            foreach (XText text in element.Nodes().OfType<XText>())
                text.Value = Legal(text.Value);
            if (element.IsEmpty && element.Name.Namespace == XNamespace.None && !VoidElements.Contains(element.Name.LocalName))
                element.Value = "";
        }
        return root.ToString();
    }

    private static string Legal(string text)
    {
        StringBuilder legal = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            legal.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\ufffd");
        return legal.ToString();
    }
}
