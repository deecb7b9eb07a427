import * as Plot from "@observablehq/plot";
import { type AxisOptions, logTicks, numberText, pixelScale } from "./scales.ts";
import { theme } from "./theme.ts";

interface Axes {
  readonly x: Plot.ScaleOptions;
  readonly y: Plot.ScaleOptions;
  /** Grid lines and labelled axes; they stand first among a plot's marks. */
  readonly marks: Plot.Markish[];
}

/**
 * Scales and labelled axes of a plot. Plot's own axes drop the labels of some ticks that were asked for on a
 * logarithmic scale (d3's filter); these show all.
 */
export function axes(x: AxisOptions, y: AxisOptions, { gridX = false, gridY = false } = {}): Axes {
  return {
    x: scale(x),
    y: scale(y),
    marks: [
      ...(gridX ? [Plot.gridX(ticksOf(x), gridStyle)] : []),
      ...(gridY ? [Plot.gridY(ticksOf(y), gridStyle)] : []),
      Plot.axisX(ticksOf(x), labelled(x)),
      Plot.axisY(ticksOf(y), labelled(y)),
    ],
  };
}

/** Grid and labelled axis of a plot whose rows have names in place of values. */
export const axisBelow = (x: AxisOptions): Plot.Markish[] => [
  Plot.gridX(ticksOf(x), gridStyle),
  Plot.axisX(ticksOf(x), labelled(x)),
];

const labelled = ({ label }: AxisOptions) =>
  ({ text: numberText, fill: theme.ink, label, labelAnchor: "center", labelArrow: "none" }) as const;

const gridStyle = { stroke: theme.grid, strokeOpacity: 1 } as const;

const scale = ({ type = "linear", domain }: AxisOptions): Plot.ScaleOptions => ({
  type,
  domain: [...domain],
  axis: null,
});

/** The ticks asked for, or some six round values. */
export function ticksOf(options: AxisOptions): readonly number[] {
  const { ticks, domain, type } = options;
  if (ticks) return ticks.filter((tick) => tick >= domain[0] && tick <= domain[1]);
  return type === "log" ? logTicks(domain) : pixelScale(options, [0, 1]).ticks(6);
}
