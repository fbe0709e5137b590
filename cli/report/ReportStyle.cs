using Catapult.Lab;

namespace Catapult.Cli;

/// <summary>The style sheet of the report's page, on top of <see cref="ChartStyle"/>, whose colours it shares.</summary>
internal static class ReportStyle
{
    /// <summary>CSS without the characters that XML would escape.</summary>
    public const string Css = """
        :root { --page: #f4f5f8; --border: #e2e5eb; --accent: #e8f1fa; --shadow: 0 1px 2px rgb(20 30 50 / 0.05); }
        @media screen and (prefers-color-scheme: dark) {
          :root { --page: #0f1318; --border: #262d37; --accent: #1a2c3d; --shadow: none; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 var(--font); }
        main { max-width: 1120px; margin: 0 auto; padding: 40px 20px 64px; }
        h1 { margin: 0; font-size: 30px; line-height: 1.2; font-weight: 700; letter-spacing: -0.01em; overflow-wrap: anywhere; }
        h1 .on { color: var(--muted); font-weight: 400; }
        h2 { margin: 44px 0 14px; font-size: 19px; font-weight: 650; }
        .summary { margin: 6px 0 0; color: var(--muted); overflow-wrap: anywhere; }
        .lead { margin: -6px 0 14px; color: var(--muted); max-width: 75ch; }
        .card { margin: 0; padding: 16px; background: var(--surface); }
        .card { border: 1px solid var(--border); border-radius: 10px; box-shadow: var(--shadow); }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin-top: 26px; }
        .tile { padding: 14px; }
        .tile .label { color: var(--muted); font-size: 13px; }
        .tile .value { font-size: 23px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; white-space: nowrap; }
        .tile .unit { font-size: 13px; font-weight: 400; color: var(--muted); letter-spacing: 0; }
        .grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 18px; }
        .grid .wide { grid-column: 1 / -1; }
        figcaption { margin-top: 8px; padding-top: 10px; border-top: 1px solid var(--border); color: var(--muted); font-size: 13.5px; }
        .scroll { overflow-x: auto; }
        .scroll .chart { display: block; }
        .half .chart { width: 100%; min-width: 420px; }
        .mid .chart { width: 100%; min-width: 540px; }
        .full .chart { width: 100%; min-width: 760px; }
        .range { display: grid; grid-template-columns: minmax(0, 1fr) 240px; gap: 28px; align-items: start; }
        dl, dd, .suggestions p { margin: 0; }
        .suggestions dl { display: grid; gap: 10px; }
        .suggestions dl div { border: 1px solid var(--border); border-radius: 8px; padding: 10px 12px; }
        .suggestions .chosen { background: var(--accent); border-color: var(--c1); }
        .suggestions dt { display: flex; justify-content: space-between; gap: 8px; color: var(--muted); font-size: 13px; }
        .suggestions .value { font-size: 21px; line-height: 1.35; font-weight: 650; font-variant-numeric: tabular-nums; }
        .suggestions .meaning { color: var(--muted); font-size: 13px; line-height: 1.4; }
        .badge { color: var(--c1); font-weight: 650; }
        table { border-collapse: collapse; width: 100%; font-size: 13.5px; font-variant-numeric: tabular-nums; }
        th { text-align: left; vertical-align: bottom; font-weight: 600; color: var(--muted); font-size: 12.5px; white-space: nowrap; }
        th, td { padding: 5px 10px; border-bottom: 1px solid var(--border); }
        tfoot th, tfoot td { border-bottom: 0; padding-top: 10px; font-weight: 600; color: var(--ink); font-size: 13.5px; }
        .number { text-align: right; white-space: nowrap; }
        th.group { border-bottom: 0; padding-bottom: 0; text-align: center; }
        td.strong { font-weight: 650; }
        td.name {
          min-width: 200px; overflow-wrap: anywhere;
          font: 12.5px/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        }
        td.shape { white-space: nowrap; color: var(--muted); }
        .ratios { width: 210px; padding-top: 2px; padding-bottom: 2px; }
        .ratio { display: block; }
        .ratio .guide { stroke: var(--c3); stroke-width: 1; stroke-dasharray: 2 2; }
        .ratio text.guide { fill: var(--c3); stroke: none; font-weight: 600; }
        .ratio .span { stroke: var(--c1); stroke-width: 2; opacity: 0.45; }
        .ratio .median { stroke: var(--c1); stroke-width: 2; }
        .ratio .first { fill: var(--surface); stroke: var(--c1); stroke-width: 1.6; }
        .ratio .last { fill: var(--c1); }
        .options { columns: 2; column-gap: 40px; }
        .options div { display: flex; justify-content: space-between; gap: 20px; padding: 5px 0; }
        .options div { border-bottom: 1px solid var(--border); break-inside: avoid; }
        .options dt { color: var(--muted); }
        .options dd { text-align: right; overflow-wrap: anywhere; }
        @media screen and (max-width: 860px) {
          main { padding: 24px 14px 40px; }
          .grid, .range { grid-template-columns: minmax(0, 1fr); }
          .options { columns: 1; }
        }
        @media print {
          body { font-size: 11px; }
          main { max-width: none; padding: 0; }
          .card, figure, tr { break-inside: avoid; }
          h2 { break-after: avoid; }
          section .card:has(table) { break-inside: auto; }
          .scroll { overflow: visible; }
          .tiles { grid-template-columns: repeat(6, auto); }
          .tile .value { font-size: 15px; }
          .tile .unit, .tile .label { font-size: 10px; }
          .range { grid-template-columns: minmax(0, 1fr) 150px; }
          h2 { margin-top: 24px; }
          figcaption, .suggestions dt, .suggestions .meaning { font-size: 10px; }
          .suggestions .value { font-size: 15px; }
          table, th, td.name, tfoot th, tfoot td { font-size: 8.5px; }
          th, td { padding: 2px 4px; }
          td.name { min-width: 0; }
          .ratios { width: 120px; }
          .ratio { width: 120px; height: auto; }
          .half .chart, .mid .chart, .full .chart { min-width: 0; }
        }
        """;
}
