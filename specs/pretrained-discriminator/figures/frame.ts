import { type FrameStyle, gameFrame } from "../../../src/figure/game-frame.ts";
import type { Moment } from "../../../src/figure/moments.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { pushforward } from "../../../src/figure/pushforward.ts";
import { numberText } from "../../../src/figure/scales.ts";
import type { GanArm } from "../../../src/language/arm.ts";
import { distribution } from "../../../src/random/distribution.ts";

export const roundText = (round: number): string => `round ${numberText(round)}`;

const domain = [-5, 5] as const;
/** Bins of the generated density: a fifth of a standard deviation each. */
const bins = 50;

/** The post's last figure at one moment: p_data, p_g and D above; the map from z to x below. */
export const frame = (moment: Moment, arm: GanArm, title: string, style: FrameStyle): Panel => {
  const { pdf } = distribution(arm.data);
  return gameFrame(
    {
      title,
      data: Array.from(moment.x, (x) => ({ x, y: pdf(x) })),
      generated: pushforward(moment.generator, domain, bins),
      discriminator: Array.from(moment.x, (x, i) => ({ x, y: moment.discriminator[i] })),
      map: Array.from(moment.z, (z, i) => ({ x: moment.generator[i], y: z })),
      x: { domain, ticks: [-5, -3, 0, 3, 5] },
      density: { highest: 1.2, ticks: [0, 0.25, 0.5, 0.75, 1] },
      z: { domain: [-3, 3], ticks: [-3, 0, 3] },
    },
    style,
  );
};
