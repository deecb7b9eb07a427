import type { Arm, Dense, GanArm, Network, Optimizer } from "../experiment/arm.ts";
import type { FigureSpec } from "../figure/figure.ts";
import type { Catalogue, FigureEntry, SourceEntry } from "../report/catalogue.ts";
import { dotsOf } from "../report/dots-of-claim.ts";
import type { Source } from "../source/source.ts";

/** The report's prose, from the sources. @param readImage gives a drawn figure by its path in the out folder */
export const catalogueOf = (
  sources: readonly Source[],
  readImage: (path: string) => Buffer | undefined,
): Catalogue => ({
  sources: sources.map((source) => sourceEntry(source, readImage)),
});

function sourceEntry(
  { about, arms, claims, figures }: Source,
  readImage: (path: string) => Buffer | undefined,
): SourceEntry {
  const { id, title, authors, reference, file, lead, differences, armNotes } = about;
  return {
    id,
    title,
    authors,
    reference,
    file,
    lead,
    differences,
    arms: Object.entries(arms).map(([name, arm]) => ({
      name,
      what: armNotes?.[name] ?? "",
      settings: settingsOf(arm),
    })),
    claims: claims.map((claim) => ({
      id: claim.id,
      at: claim.at,
      figures: (claim.figures ?? []).map((figure) => `${id}/${figure}`),
      finding: claim.finding,
      detail: claim.kind === "exact" ? claim.check().detail : undefined,
      dots: dotsOf(claim),
    })),
    figures: figures.map((figure) => figureEntry(id, figure, readImage)),
  };
}

/** Pixels of a PNG for one CSS pixel: figures are drawn for sharp screens. */
const zoom = 2;

function figureEntry(
  source: string,
  { id, title, caption, film }: FigureSpec,
  readImage: (path: string) => Buffer | undefined,
): FigureEntry {
  const entry = { id: `${source}/${id}`, title, caption };
  const png = film && readImage(`figures/${source}/${id}.png`);
  if (!film || !png) return entry;
  // Width and height stand in the first chunk of every PNG, at bytes 16 and 20.
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const frames = film.labels.length;
  return { ...entry, film: { frames, labels: film.labels, width: width / frames / zoom, height: height / zoom } };
}

/** An arm's settings in words, in the order in which a reader asks for them. */
export function settingsOf(arm: Arm): [string, string][] {
  switch (arm.kind) {
    case "gan":
      return ganSettings(arm);
    case "sample":
      return [
        ["data", dataText(arm.data)],
        ["draws", `${arm.size}`],
        ["stream", arm.stream],
      ];
    case "game":
      return [
        ["method", arm.method.replaceAll("-", " ")],
        ["step size", `${arm.stepSize}`],
        ["iterations", arm.iterations.toLocaleString("en")],
        ["start (b_D, b_G)", `(${arm.start.join(", ")})`],
        ["points", `${arm.game.points.count.toLocaleString("en")}, ${arm.game.points.kind}`],
        ["margin", `${arm.game.margin}`],
        ["clamp", arm.game.clamp === null ? "none" : `±${arm.game.clamp}`],
      ];
  }
}

function ganSettings(arm: GanArm): [string, string][] {
  const { rounds, discriminatorSteps, generatorSteps, batch } = arm.schedule;
  const settings: [string, string][] = [
    ["data", dataText(arm.data)],
    ["latent", `${arm.latent.kind}, ${arm.latent.dimensions}-dimensional`],
    ["generator", networkText(arm.generator)],
    ["discriminator", networkText(arm.discriminator)],
    ["generator's loss", arm.generatorLoss],
    ["generator's optimizer", optimizerText(arm.optimizer.generator)],
    ["discriminator's optimizer", optimizerText(arm.optimizer.discriminator)],
    [
      "schedule",
      `${rounds.toLocaleString("en")} rounds of ${discriminatorSteps} D and ${generatorSteps} G updates, batch ${batch}`,
    ],
  ];
  if (arm.pretraining) {
    const { target, updates } = arm.pretraining;
    const what =
      target.kind === "quantile-function" ? "the data's quantile function" : "another arm's trained generator";
    settings.push(["regression of G", `to ${what}, ${updates.toLocaleString("en")} updates`]);
  }
  return settings;
}

const dataText = (data: GanArm["data"]): string =>
  data.kind === "normal" ? `N(${data.mean}, ${data.sd}²)` : `U[${data.low}, ${data.high})`;

function networkText({ layers, scale, clamp }: Network): string {
  const layer = ({ units, activation, dropout }: Dense) =>
    `${units} ${activation}${dropout ? `, dropout ${dropout}` : ""}`;
  const output = [scale === undefined ? "" : ` × ${scale}`, clamp ? ` clamped to [${clamp.join(", ")}]` : ""].join("");
  return layers.map(layer).join(" – ") + output;
}

function optimizerText(optimizer: Optimizer): string {
  switch (optimizer.kind) {
    case "sgd":
      return `SGD ${optimizer.stepSize}`;
    case "momentum":
      return `momentum ${optimizer.momentum}, step size ${optimizer.stepSize}`;
    case "adam":
      return `Adam ${optimizer.stepSize}, β (${optimizer.beta1}, ${optimizer.beta2}), ε ${optimizer.epsilon} (${optimizer.epsilonForm})`;
  }
}
