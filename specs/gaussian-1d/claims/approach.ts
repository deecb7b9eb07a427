/** How near the generated distribution comes, and what it misses. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { inSigma } from "../figures/target.ts";
import { distance, massBelow, type Notebook } from "./notebook.ts";

const approaches = (run: Measured) => distance(run) < 0.5;
const meanIsOff = ({ end }: Measured) => Math.abs(inSigma(end.mean));

export const claimsOnTheApproach = ({ claim }: Notebook): void => {
  claim("comes-nearer", {
    says: "states",
    quote: "The generative distribution approaches the data generating distribution.",
    at: "text before the last cell",
    hypothesis:
      "After 3,000 rounds the Wasserstein-1 distance to the data is smaller than before the first. A collapsed run counts as a failure.",
    for: "notebook",
    holds: (run) => distance(run) < run.at("wasserstein1", 0),
    atLeast: 0.75,
    controls: {
      negative: { what: "the generator is never updated", for: "frozen generator" },
      positive: {
        what: "the generator fitted by regression, against the same generator before",
        for: ["regression to the quantile function", "untrained"],
        holds: (fit, before) => distance(fit) < distance(before),
      },
    },
    finding: ({ median }) =>
      `The median distance goes from ${median("notebook", (run) => run.at("wasserstein1", 0))} σ to ${median("notebook", distance)} σ.`,
    figures: ["film", "film-strip", "wasserstein"],
  });

  claim("approaches-the-data", {
    says: "implies",
    quote: "The generative distribution approaches the data generating distribution.",
    at: "text before the last cell",
    hypothesis:
      "After 3,000 rounds the Wasserstein-1 distance to the data is below ½ σ. A collapsed run counts as a failure.",
    for: "notebook",
    threshold: { unit: "W1 in σ", of: distance, below: 0.5 },
    atLeast: 0.75,
    controls: {
      negative: { what: "the generator is never updated", for: "frozen generator" },
      positive: { what: "1000 real draws in the generator's place", for: "1000 real draws" },
    },
    finding: ({ seeds, median, where }) => {
      const near = where("notebook", approaches);
      const far = where("notebook", (run) => !approaches(run));
      const whyFar =
        far.seeds > 0
          ? ` Runs that end farther away: ${far.seeds}, of them collapsed to a point: ${far.dead("notebook")}. Such a run's mean is ` +
            `off by ${far.median("notebook", meanIsOff)} σ in the median, that of the nearer ones by ` +
            `${near.median("notebook", meanIsOff)} σ.`
          : "";
      return (
        `Of ${seeds} runs ${near.seeds} end below ${setting("½ σ")}; the median distance is ` +
        `${median("notebook", distance)} σ.${whyFar}`
      );
    },
    figures: ["film", "film-strip", "wasserstein"],
  });

  claim("not-completely", {
    says: "states",
    quote: "Note that it does not apprach completely",
    at: "text before the last cell",
    hypothesis:
      "After 3,000 rounds the Wasserstein-1 distance is more than twice that of 1000 real draws. A collapsed run counts as a failure.",
    for: ["notebook", "1000 real draws"],
    threshold: { unit: "W1 ÷ W1 of 1000 real draws", of: (gan, real) => distance(gan) / distance(real), above: 2 },
    atLeast: 0.75,
    controls: {
      negative: {
        what: "1000 other real draws in the generator's place",
        for: ["1000 other real draws", "1000 real draws"],
      },
      positive: { what: "a network with random weights in its place", for: ["random tanh network", "1000 real draws"] },
    },
    figures: ["wasserstein", "quantile-quantile"],
  });

  claim("tails-are-cut-off", {
    says: "ours",
    quote: "Note that it does not apprach completely",
    at: "text before the last cell (asked of its tails)",
    hypothesis:
      "After 3,000 rounds the 1000 generated values do not span μ ± 2σ: the least is above μ − 2σ or the largest below μ + 2σ. A collapsed run counts as a failure.",
    for: "notebook",
    holds: ({ end }) => end.lowest > -2 || end.highest < 2,
    atLeast: 0.75,
    controls: {
      negative: { what: "1000 real draws", for: "1000 real draws" },
      positive: { what: "ten real draws, which seldom reach both tails", for: "10 real draws" },
    },
    finding: ({ median }) =>
      "This is what is missing from “completely”: in the median the generator's values go from " +
      `${median("notebook", ({ end }) => end.lowest)} σ to ${median("notebook", ({ end }) => end.highest)} σ, and ` +
      `${median("notebook", ({ end }) => 100 * (massBelow(end.lowest) + 1 - massBelow(end.highest)))} % of the data lie beyond. ` +
      "The network could go there (see sigmoids-cannot-express-it); the game does not take it there in " +
      `${setting("3,000")} rounds.`,
    effect: { unit: "least generated value, σ from μ", of: ({ end }) => end.lowest },
    figures: ["quantile-quantile", "discriminator-end"],
  });

  claim("sigmoids-cannot-express-it", {
    says: "states",
    quote: "probably since the inverted cumulative of a gaussian is hardly expressible as weighted sum of sigmoids.",
    at: "text before the last cell",
    hypothesis:
      "The same network, fitted by regression to the Gaussian's quantile function, still has more than ½ of the GAN's Wasserstein-1 distance.",
    for: ["regression to the quantile function", "notebook"],
    threshold: { unit: "W1 ÷ W1 of the GAN", of: (fit, gan) => distance(fit) / distance(gan), above: 0.5 },
    atLeast: 0.5,
    controls: {
      negative: {
        what: "regression to the GAN's own generator, which sigmoids express by construction",
        for: ["regression to the GAN's own generator", "notebook"],
      },
      positive: { what: "a network with random weights in the fit's place", for: ["random tanh network", "notebook"] },
    },
    finding: ({ median }) =>
      `Fitted by plain regression, with ${setting("33,000")} updates where the game gives the generator ${setting("3,000")}, the same network ` +
      `comes within ${median("regression to the quantile function", distance)} σ of the Gaussian in the median; ` +
      `${setting(1000)} real draws come within ${median("1000 real draws", distance)} σ, the GAN within ` +
      `${median("notebook", distance)} σ. The GAN's distance is ` +
      `${median(["notebook", "regression to the quantile function"], (gan, fit) => distance(gan) / distance(fit))} times the ` +
      "regression's.",
    figures: ["regression-against-gan"],
  });

  claim("looks-like-real-data", {
    says: "states",
    quote:
      "We have trained a GAN, i.e., a generator which samples data which looks like the one from the real data distribution",
    at: "conclusion",
    hypothesis: "After 3,000 rounds the Kolmogorov–Smirnov statistic is below 0.1.",
    for: "notebook",
    threshold: { unit: "KS statistic", of: ({ end }) => end.kolmogorovSmirnov, below: 0.1 },
    atLeast: 0.5,
    controls: {
      negative: { what: "the generator at initialisation", for: "untrained" },
      positive: { what: "1000 real draws in the generator's place", for: "1000 real draws" },
    },
    finding: ({ seeds, count, median }) =>
      `The statistic is ${median("notebook", ({ end }) => end.kolmogorovSmirnov)} in the median; it is below ${setting(0.1)} on ` +
      `${count("notebook", ({ end }) => end.kolmogorovSmirnov < 0.1)} of ${seeds} seeds. The cut lower tail alone accounts for ` +
      `${median("notebook", ({ end }) => massBelow(end.lowest))} in the median: so much of the data lies below the least ` +
      "generated value.",
    figures: ["wasserstein", "quantile-quantile"],
  });

  claim("generator-is-monotone", {
    says: "implies",
    quote: "tmp[1:-1] = abs(np.diff(self.x)/np.diff(generative_distribution))",
    at: "InteractivePlot.update, which plots |dz/dx| as the generated density",
    hypothesis:
      "After 3,000 rounds G is monotone on the notebook's grid of 500 latents, so that |dz/dx| is its density.",
    for: "notebook",
    holds: ({ end }) => end.monotone === 1,
    atLeast: 0.75,
    controls: {
      negative: { what: "a tanh network with random weights", for: "random tanh network" },
      positive: { what: "a single sigmoid unit, monotone by construction", for: "one sigmoid unit" },
    },
    figures: ["film", "regression-against-gan"],
  });
};
