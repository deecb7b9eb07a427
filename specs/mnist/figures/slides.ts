import { imagePixels, imageSide } from "../../../src/data/images.ts";
import { readMnist } from "../../../src/data/mnist.ts";
import { imageGrid } from "../../../src/figure/image-grid.ts";
import { numberText } from "../../../src/figure/scales.ts";
import { medianEnd } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { digits, failed, lastIteration, middleRun, percent } from "./digits.ts";

/** The slides' names of their own pictures. */
const pictures = [
  { arm: "vanilla", name: "vanilla" },
  { arm: "tanh, momentum 0.1", name: "tanh" },
  { arm: "dropout", name: "dropout" },
  { arm: "leaky ReLU", name: "leaky ReLU" },
  { arm: "sigmoid, Adam", name: "Adam" },
] as const;

/** The slides' row of pictures: vanilla, and one thing changed at a time. Real digits beside them. */
export function drawSlides(trials: TrialsByArm): string {
  const shown = pictures.map(({ arm, name }) => digits(middleRun(trials[arm]), { title: name }));
  const panels = [...shown, realDigits()];
  return sheet([panels.slice(0, 3), panels.slice(3)], {
    gap: 18,
    title: title(trials),
    subtitle:
      `After ${numberText(lastIteration(trials.vanilla[0]))} iterations, the seed in the middle of ${trials.vanilla.length} by its Fréchet distance. ` +
      `Below: that distance, in percent of the test images' variance, and how many of the ten digits appear in at least 1 % of 5,000 samples${failed(trials, pictures)}`,
  });
}

/** The first test images. */
const realDigits = () =>
  imageGrid({
    images: readMnist().test.images.subarray(0, 100 * imagePixels),
    side: imageSide,
    columns: 10,
    title: "real digits",
    lines: ["the first 100 test images"],
  });

/** The closest in the median, against vanilla. */
function title(trials: TrialsByArm): string {
  const ordered = pictures
    .map(({ arm, name }) => ({ name, distance: medianEnd(trials[arm], "frechet") }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance);
  if (ordered.length < 2) return "Of the slides' five GANs hardly one was trained";
  const [first, second] = ordered;
  const other = first.name === "vanilla" ? second : ordered.find(({ name }) => name === "vanilla");
  const against = other ? `, ${other.name} at ${percent(other.distance)}` : "";
  return `Of the slides' five GANs ${first.name} ends closest to the digits: at ${percent(first.distance)} in the median${against}`;
}
