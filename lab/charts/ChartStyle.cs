namespace Catapult.Lab;

/// <summary>The style sheet of every chart, in a page or as a file of its own; it follows the reader's light or dark setting.</summary>
public static class ChartStyle
{
    /// <summary>CSS without the characters that XML would escape, so that it reads the same inside HTML and SVG.</summary>
    public const string Css = """
        :root {
          color-scheme: light dark;
          --surface: #ffffff; --ink: #1b212b; --muted: #596373; --grid: #e6e9ee; --axis: #aab2be;
          --c1: #1368b4; --c2: #c04b0c; --c3: #0a7f5f; --c4: #97468a;
          --font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --surface: #171c23; --ink: #e7ebf1; --muted: #9ca7b6; --grid: #29313b; --axis: #566170;
            --c1: #62b5f2; --c2: #f19a52; --c3: #43c99d; --c4: #dd97cb;
          }
        }
        .chart { font-family: var(--font); font-size: 11px; font-variant-numeric: tabular-nums; }
        .chart text { fill: var(--muted); }
        .chart .surface { fill: var(--surface); }
        .chart .title { fill: var(--ink); font-size: 14px; font-weight: 600; }
        .chart .name { font-size: 12px; }
        .chart .grid { stroke: var(--grid); stroke-width: 1; }
        .chart .axis { stroke: var(--axis); stroke-width: 1; }
        .chart .c1 { --c: var(--c1); }
        .chart .c2 { --c: var(--c2); }
        .chart .c3 { --c: var(--c3); }
        .chart .c4 { --c: var(--c4); }
        .chart .line { fill: none; stroke: var(--c); stroke-width: 1.9; stroke-linejoin: round; stroke-linecap: round; }
        .chart .dashed { stroke-dasharray: 6 4; }
        .chart .faint { stroke-width: 1; opacity: 0.38; }
        .chart .dot { fill: var(--c); stroke: var(--surface); stroke-width: 1.5; }
        .chart .ring { fill: var(--surface); stroke: var(--ink); stroke-width: 1.8; }
        .chart text.tint { fill: var(--c); }
        .chart .marker { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 3 3; }
        .chart .marker.strong { stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: none; }
        .chart .note { paint-order: stroke; stroke: var(--surface); stroke-width: 4px; stroke-linejoin: round; }
        .chart .cell { fill: var(--c); }
        .chart text.on { fill: var(--surface); }
        .chart text.off { fill: var(--ink); }
        .chart text.best { font-weight: 700; text-decoration: underline; }
        .chart .note.strong { fill: var(--ink); font-weight: 600; }
        """;
}
