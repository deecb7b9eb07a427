import { type Arm, armSchema, type GanArm, type Latent, type Pretraining, type Recording } from "./arm.ts";
import type { Data } from "./data.ts";
import { type Fault, faultsOf, shown, within } from "./faults.ts";
import { type ArmMetric, type DataShape, type Metric, metrics, metricsOf } from "./metrics.ts";

/**
 * Everything that is wrong with an arm; nothing, if it can be trained and measured as it says. The arm itself is not touched:
 * no default is filled in, so that it stays the data that its key is made of.
 */
export function faultsOfArm(arm: unknown): Fault[] {
  const faults = faultsOf(armSchema, arm);
  // What must hold between settings can be asked only of settings that are there.
  return faults.length > 0 ? faults : faultsBetweenSettings(arm as Arm);
}

function faultsBetweenSettings(arm: Arm): Fault[] {
  switch (arm.kind) {
    case "gan":
      return faultsOfGan(arm);
    case "sample":
      return [
        ...refuse(arm.data.kind === "mnist", ["data", "kind"], "a distribution to draw from", "mnist"),
        ...faultsOfMetrics(["metrics"], arm.metrics, shapeOf(arm.data), ["samples"]),
        ...faultsOfSpread(["metrics"], arm.metrics, arm.data),
      ];
    case "image-sample":
      return faultsOfMetrics(["metrics"], arm.metrics, "digits", ["samples"]);
    case "classifier": {
      const last = arm.layers.length - 1;
      const { units } = arm.layers[last];
      return [
        ...refuse(arm.layers.length < 2, ["layers"], "a hidden layer and an output layer", "1 layer"),
        ...refuse(units !== classes, ["layers", last, "units"], `${classes} units, one for each digit`, units),
      ];
    }
    case "game":
      return [];
  }
}

/** Digits that the classifier tells apart. */
const classes = 10;

/** Pixels of an image of MNIST. */
const imagePixels = 784;

function faultsOfGan(arm: GanArm): Fault[] {
  const { data, batches, schedule, start, generator } = arm;
  const shape = shapeOf(data);
  const lastActivation = generator.layers[generator.layers.length - 1].activation;
  const { batch, discriminatorSteps, generatorSteps } = schedule;
  return [
    ...faultsOfGenerator(arm, shape),
    ...faultsOfDiscriminator(arm),
    ...(batches?.kind === "epochs" && batches.points % batch !== 0
      ? [fault(["batches", "points"], `whole batches of ${batch}`, batches.points)]
      : []),
    ...refuse(
      shape === "digits" && batches !== undefined,
      ["batches"],
      "none with digits, which are drawn with replacement",
      batches,
    ),
    ...refuse(
      shape === "plane" && batches?.kind === "sorted",
      ["batches", "kind"],
      "one-dimensional data to sort",
      data.kind,
    ),
    ...refuse(
      schedule.latents === "shared" && generatorSteps !== 0 && generatorSteps !== discriminatorSteps,
      ["schedule", "latents"],
      "as many updates of both players a round to share latents",
      `${discriminatorSteps} and ${generatorSteps}`,
    ),
    ...refuse(
      start === "mean-image" && (shape !== "digits" || lastActivation !== "sigmoid"),
      ["start"],
      "digits and a sigmoid output to start at the mean image",
      `${data.kind} and ${lastActivation}`,
    ),
    ...(arm.pretraining ? within(["pretraining"], faultsOfPretraining(arm, arm.pretraining)) : []),
    ...within(["record"], faultsOfRecording(arm, arm.record)),
  ];
}

function faultsOfGenerator(arm: GanArm, shape: DataShape): Fault[] {
  const last = arm.generator.layers.length - 1;
  const { units } = arm.generator.layers[last];
  const path = ["generator", "layers", last, "units"];
  if (shape === "digits")
    return refuse(units !== imagePixels, path, `${imagePixels} units, as many as an image has pixels`, units);
  if (shape === "plane") return refuse(units !== 2, path, "2 units, as data in the plane have", units);
  // Scalar data stand for several independent coordinates where nothing takes them for one.
  const { record, batches, pretraining } = arm;
  const isOne =
    batches !== undefined ||
    (record.film && "points" in record.film) ||
    (pretraining && pretraining.target.kind !== "generator-of") ||
    record.metrics.some((metric) => infoOf(metric).from !== "training");
  return refuse(units !== 1 && Boolean(isOne), path, "1 unit, as one-dimensional data have", units);
}

function faultsOfDiscriminator({ discriminator }: GanArm): Fault[] {
  const { layers, scale = 1, shift = 0, clamp } = discriminator;
  const last = layers.length - 1;
  const { units, activation } = layers[last];
  const isOfLogits = activation === "linear" && !clamp;
  return [
    ...refuse(units !== 1, ["discriminator", "layers", last, "units"], "1 unit, the probability of being real", units),
    ...refuse(
      isOfLogits && (scale !== 1 || shift !== 0),
      ["discriminator"],
      "logits without scale and shift (scale the last layer's init instead)",
      `scale ${scale} and shift ${shift}`,
    ),
  ];
}

function faultsOfPretraining(arm: GanArm, { target }: Pretraining): Fault[] {
  const isOnLine = shapeOf(arm.data) === "line";
  switch (target.kind) {
    case "density":
      return refuse(!isOnLine, ["target", "kind"], "one-dimensional data, whose density can be fitted", arm.data.kind);
    case "quantile-function": {
      const { latent } = arm;
      const isUnit = latent.kind === "uniform" && latent.dimensions === 1 && latent.low === 0 && latent.high === 1;
      return [
        ...refuse(!isOnLine, ["target", "kind"], "one-dimensional data, which have a quantile function", arm.data.kind),
        ...refuse(!isUnit, ["target", "kind"], "latents that are uniform on [0, 1), of 1 dimension", latent),
      ];
    }
    case "generator-of": {
      const teacher = target.arm;
      const [own, taught] = [arm, teacher].map(({ generator }) => generator.layers[generator.layers.length - 1].units);
      return within(
        ["target", "arm"],
        [
          ...faultsOfGan(teacher),
          ...refuse(teacher.data.kind === "mnist", ["data", "kind"], "a teacher of data that are no digits", "mnist"),
          ...refuse(
            teacher.latent.dimensions !== arm.latent.dimensions,
            ["latent", "dimensions"],
            `${arm.latent.dimensions}, as the pupil's`,
            teacher.latent.dimensions,
          ),
          ...refuse(own !== taught, ["generator"], `an output of ${own}, as the pupil's`, taught),
        ],
      );
    }
  }
}

function faultsOfRecording(arm: GanArm, record: Recording): Fault[] {
  const { schedule, data } = arm;
  const shape = shapeOf(data);
  const { metrics: asked, averaged, film, samples } = record;
  const late = (path: readonly PropertyKey[], rounds: readonly number[]): Fault[] => {
    // Without training there is only the start: varying an arm to be untrained does not require other records.
    const past = schedule.rounds > 0 ? rounds.filter((round) => round > schedule.rounds) : [];
    return past.length > 0 ? [fault(path, `rounds up to the last, ${schedule.rounds}`, past.join(", "))] : [];
  };
  const needsRange = [
    ...asked.filter((metric) => shape === "line" && looksAtLatents(metric)),
    ...(film && "points" in film ? ["film"] : []),
  ];
  return [
    ...faultsOfMetrics(["metrics"], asked, shape, ["samples", "latents", "discriminator", "training"]),
    ...faultsOfSpread(["metrics"], asked, data),
    ...late(["rounds"], record.rounds),
    ...(film ? late(["film", "rounds"], film.rounds) : []),
    ...(samples ? late(["samples", "rounds"], samples.rounds) : []),
    ...(averaged ? late(["averaged", "from"], [averaged.from]) : []),
    ...(averaged?.metrics ?? []).flatMap((metric) =>
      refuse(!asked.includes(metric), ["averaged", "metrics"], "metrics that are recorded", metric),
    ),
    ...refuse(shape !== "digits" && samples !== undefined, ["samples"], "digits to keep images of", data.kind),
    ...refuse(
      shape !== "line" && film !== undefined && "points" in film,
      ["film"],
      'keeps: "weights" for data of more than one dimension',
      film,
    ),
    ...(needsRange.length > 0 && !isRange(arm.latent)
      ? [
          fault(
            ["metrics"],
            "one-dimensional latents on a range, to spread evenly",
            `${needsRange.join(", ")} of ${arm.latent.dimensions}-dimensional ${arm.latent.kind} latents`,
          ),
        ]
      : []),
    ...(shape === "plane" && asked.some((metric) => infoOf(metric).from === "samples") && !isAffine(arm)
      ? [
          fault(
            ["metrics"],
            "a generator of one linear layer, unscaled and unclamped, on standard normal latents of 2 dimensions",
            `${asked.filter((metric) => infoOf(metric).from === "samples").join(", ")} of another`,
          ),
        ]
      : []),
  ];
}

const infoOf = (metric: Metric): ArmMetric => metrics[metric];

const looksAtLatents = (metric: Metric): boolean => ["samples", "latents"].includes(infoOf(metric).from);

const isRange = (latent: Latent): boolean => latent.kind !== "normal" && latent.dimensions === 1;

/** Whether the generator's distribution is known in closed form: z·W + b with z ~ N(0, I) in the plane. */
function isAffine({ generator, latent }: GanArm): boolean {
  const { layers, clamp, scale = 1, shift = 0 } = generator;
  const isStandard = latent.kind === "normal" && latent.dimensions === 2 && latent.mean === 0 && latent.sd === 1;
  return layers.length === 1 && layers[0].activation === "linear" && !clamp && scale === 1 && shift === 0 && isStandard;
}

/** Metrics that this kind of data, or of arm, does not have. */
function faultsOfMetrics(
  path: readonly PropertyKey[],
  asked: readonly Metric[],
  shape: DataShape,
  from: readonly ArmMetric["from"][],
): Fault[] {
  const known = metricsOf(shape, from);
  return asked.flatMap((metric, i) =>
    refuse(
      !known.includes(metric),
      [...path, i],
      `a metric that this arm has (${known.join(", ")})`,
      JSON.stringify(metric),
    ),
  );
}

/** Metrics in units of the standard deviation of data that have none. */
function faultsOfSpread(path: readonly PropertyKey[], asked: readonly Metric[], data: Data): Fault[] {
  if (data.kind !== "normal" || data.sd > 0) return [];
  const relative = asked.filter(
    (metric) => ["samples", "discriminator"].includes(infoOf(metric).from) && !["mean", "sd"].includes(metric),
  );
  return refuse(
    relative.length > 0,
    path,
    "data with a standard deviation above 0, in whose units these are",
    relative.join(", "),
  );
}

function shapeOf({ kind }: Data): DataShape {
  if (kind === "mnist") return "digits";
  return kind === "affine-normal" ? "plane" : "line";
}

const fault = (path: readonly PropertyKey[], expected: string, got: unknown): Fault => ({
  path,
  expected,
  got: typeof got === "string" ? got : shown(got),
});

const refuse = (isWrong: boolean, path: readonly PropertyKey[], expected: string, got: unknown): Fault[] =>
  isWrong ? [fault(path, expected, got)] : [];
