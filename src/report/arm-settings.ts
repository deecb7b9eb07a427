import { gameOf } from "../games/define.ts";
import type {
  Arm,
  Dense,
  GameArm,
  GanArm,
  GradientAccumulation,
  Latent,
  Network,
  Normalisation,
  Optimizer,
  Pretraining,
} from "../language/arm.ts";

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
    case "classifier":
      return [
        ["network", networkText(arm)],
        ["optimizer", optimizerText(arm.optimizer)],
        ["epochs", `${arm.epochs}, batch ${arm.batch}`],
      ];
    case "image-sample":
      return [
        ["data", `MNIST's training images${arm.change ? `, ${arm.change === "blur" ? "blurred" : "with noise"}` : ""}`],
        ["draws", arm.size.toLocaleString("en")],
        ["stream", arm.stream],
      ];
    case "game":
      return gameSettings(arm);
  }
}

function gameSettings(arm: GameArm): [string, string][] {
  const { parameters, describe } = gameOf(arm.game);
  const symbols = parameters.map(({ symbol }) => symbol).join(", ");
  return [
    ["method", arm.method.replaceAll("-", " ")],
    ["step size", `${arm.stepSize}`],
    ["iterations", arm.iterations.toLocaleString("en")],
    [`start (${symbols})`, startText(arm)],
    ...describe(arm.game).map(([name, value]): [string, string] => [name, value]),
  ];
}

/** A game that starts two seeds at one point starts all of them there. */
function startText({ game, start }: GameArm): string {
  const [one, other] = [1, 2].map((seed) => `(${(start ?? gameOf(game).start(game, seed)).join(", ")})`);
  return one === other ? one : "drawn from the seed";
}

function ganSettings(arm: GanArm): [string, string][] {
  return [
    ["data", dataText(arm.data) + batchesText(arm)],
    ["latent", latentText(arm.latent) + (arm.schedule.latents === "shared" ? ", shared by both players" : "")],
    ["generator", networkText(arm.generator)],
    ["discriminator", networkText(arm.discriminator)],
    ["generator's loss", arm.generatorLoss],
    ...(arm.discriminatorLossFactor ? [["discriminator's loss", `× ${arm.discriminatorLossFactor}`] as const] : []),
    ["generator's optimizer", optimizerText(arm.optimizer.generator)],
    ["discriminator's optimizer", optimizerText(arm.optimizer.discriminator)],
    ...(arm.start ? [["start", "biases of the generator's output at the logits of the mean image"] as const] : []),
    ["schedule", scheduleText(arm)],
    ...(arm.gradients ? [["gradient buffers", accumulationText(arm.gradients)] as const] : []),
    ...(arm.pretraining ? [pretrainingText(arm.pretraining)] : []),
  ].map(([name, value]) => [name, value]);
}

function dataText(data: GanArm["data"]): string {
  switch (data.kind) {
    case "normal":
      return `N(${data.mean}, ${data.sd}²)`;
    case "uniform":
      return `U[${data.low}, ${data.high})`;
    case "mixture":
      return data.components.map(({ weight, mean, sd }) => `${weight} N(${mean}, ${sd}²)`).join(" + ");
    case "mnist":
      return `MNIST's ${data.images ? `first ${data.images.toLocaleString("en")} ` : ""}training images, ${normalisationText(data.normalisation)}`;
    case "affine-normal":
      return `n·A + b, A = [${data.matrix.map((row) => `[${row.join(", ")}]`).join(", ")}], b = [${data.shift.join(", ")}]`;
  }
}

const normalisationText = (normalisation: Normalisation): string =>
  normalisation.kind === "range"
    ? `pixels in [${normalisation.low}, ${normalisation.high}]`
    : `(pixel − ${normalisation.mean}) ÷ ${normalisation.sd}`;

function batchesText({ batches }: GanArm): string {
  switch (batches?.kind) {
    case "epochs": {
      const unpaired = batches.isUnpaired ? ", each coordinate shuffled on its own" : "";
      return `; ${batches.points.toLocaleString("en")} points, shuffled every epoch${unpaired}`;
    }
    case "sorted":
      return "; every batch sorted";
    default:
      return "";
  }
}

function latentText(latent: Latent): string {
  switch (latent.kind) {
    case "uniform":
      return `U[${latent.low}, ${latent.high}), ${latent.dimensions}-dimensional`;
    case "normal":
      return `N(${latent.mean}, ${latent.sd}²), ${latent.dimensions}-dimensional`;
    case "stratified":
      return `linspace(${latent.low}, ${latent.high}, batch) + ${latent.jitter}·U[0, 1)`;
  }
}

function networkText({ layers, inputDropout, scale, shift, clamp }: Network): string {
  const layer = ({ units, activation, pieces, dropout }: Dense) =>
    `${units} ${activation}${pieces ? ` of ${pieces}` : ""}${dropout ? `, dropout ${dropout}` : ""}`;
  const output = [
    scale === undefined ? "" : ` × ${scale}`,
    shift === undefined ? "" : ` + ${shift}`,
    clamp ? ` clamped to [${clamp.join(", ")}]` : "",
  ].join("");
  const input = inputDropout ? `inputs, dropout ${inputDropout} – ` : "";
  return input + layers.map(layer).join(" – ") + output;
}

function optimizerText(optimizer: Optimizer): string {
  const { decay } = optimizer;
  return (
    optimizerName(optimizer) + (decay ? `, × ${decay.factor} every ${decay.every.toLocaleString("en")} updates` : "")
  );
}

function optimizerName(optimizer: Optimizer): string {
  switch (optimizer.kind) {
    case "sgd":
      return `SGD ${optimizer.stepSize}`;
    case "momentum":
      return `momentum ${optimizer.momentum}, step size ${optimizer.stepSize}`;
    case "adam":
      return `Adam ${optimizer.stepSize}, β (${optimizer.beta1}, ${optimizer.beta2}), ε ${optimizer.epsilon} (${optimizer.epsilonForm})`;
  }
}

function scheduleText({ schedule }: GanArm): string {
  const { rounds, discriminatorSteps, generatorSteps, batch, order } = schedule;
  const steps = `${rounds.toLocaleString("en")} rounds of ${discriminatorSteps} D and ${generatorSteps} G updates, batch ${batch}`;
  return order === "simultaneous" ? `${steps}, G against the D from before its update` : steps;
}

const accumulationText = ({ isZeroed, hasCrossTalk }: GradientAccumulation): string =>
  `${isZeroed ? "zeroed after each step" : "never zeroed"}, ${hasCrossTalk ? "G's loss adds to D's" : "no cross-talk"}`;

function pretrainingText({ target, updates, optimizer }: Pretraining): [string, string] {
  const how = `${updates.toLocaleString("en")} updates${optimizer ? `, ${optimizerText(optimizer)}` : ""}`;
  switch (target.kind) {
    case "quantile-function":
      return ["regression of G", `to the data's quantile function, ${how}`];
    case "generator-of":
      return ["regression of G", `to another arm's trained generator, ${how}`];
    case "density":
      return [
        "regression of D",
        `to the data's density on [${target.low}, ${target.high}), ${target.isClamped ? "clamped" : "unclamped"}, ${how}`,
      ];
  }
}
