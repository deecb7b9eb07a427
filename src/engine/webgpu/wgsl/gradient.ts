import type { MemoryPlan } from "../memory-plan.ts";
import { lines, range } from "./numbers.ts";

/** Tiles that each thread owns, at most: of the player with more of them. */
const tilesOfThread = ({ tiles, threads }: MemoryPlan): number[] =>
  range(Math.ceil(Math.max(tiles.discriminator.length, tiles.generator.length) / threads));

/** The sums of a thread's tiles stay in registers from chunk to chunk. */
export function startGradients(plan: MemoryPlan): string {
  const ofD = plan.tiles.discriminator.length;
  const sums = tilesOfThread(plan).map((q) =>
    range(4)
      .map((r) => `var sum${q}_${r} = vec4f(0.0f);`)
      .join(" "),
  );
  return `let firstTile = select(0u, ${ofD}u, ofG) + thread;
let tileCount = select(${ofD}u, ${plan.tiles.generator.length}u, ofG);
${sums.join("\n")}`;
}

const ofTile = (q: number, { threads }: MemoryPlan, body: string): string =>
  `if (thread + ${q * threads}u < tileCount) { let tile = tiles[firstTile + ${q * threads}u];\n${body} }`;

/** Adds the gradients of a chunk's samples, one after the other: four units times four inputs. */
export function gradients(plan: MemoryPlan): string {
  return tilesOfThread(plan)
    .map((q) => {
      const products = range(4).map((r) => `sum${q}_${r} = input * gradient.${"xyzw"[r]} + sum${q}_${r};`);
      return ofTile(
        q,
        plan,
        `var inputAt = tile.x & 0xffffu;
var gradientAt = tile.x >> 16u;
for (var s = 0u; s < count; s++) {
  let input = A[inputAt];
  let gradient = A[gradientAt];
  ${products.join("\n  ")}
  inputAt += ${plan.slots}u;
  gradientAt += ${plan.slots}u;
}`,
      );
    })
    .join("\n");
}

/**
 * A step on the weights of a thread's tiles: Adam in its efficient form (Kingma and Ba 2015, before section 2.1; the bias
 * corrections are in step size and epsilon), or Polyak's momentum, which is gradient descent where it is 0.
 */
export function step(plan: MemoryPlan): string {
  return `let betas = parameters.betas[select(0u, 1u, ofG)];
let isAdam = betas.y != 0.0f;
let momentsAt = select(rowsOfD, rowsOfG, ofG);
${tilesOfThread(plan)
  .map((q) => ofTile(q, plan, stepOfTile(q)))
  .join("\n")}`;
}

/** All moments are loaded before any arithmetic, so that the loads overlap. */
const stepOfTile = (q: number): string => `${lines(
  4,
  (r) => `let row${r} = tile.y + min(${r}u, tile.w - 1u) * tile.z;
let at${r} = momentsAt + row${r};
let first${r} = moments[at${r}];
var second${r} = vec4f(0.0f);`,
)}
if (isAdam) {
${lines(4, (r) => `second${r} = moments[at${r} + secondMoments];`)}
}
${lines(4, (r) => `if (${r}u < tile.w) { ${stepOfRow(r, `sum${q}_${r}`)} }`)}`;

const stepOfRow = (r: number, gradient: string): string => `let w = W[row${r}];
if (isAdam) {
  let mean = betas.x * first${r} + betas.y * ${gradient};
  let variance = betas.z * second${r} + betas.w * (${gradient} * ${gradient});
  moments[at${r}] = mean;
  moments[at${r} + secondMoments] = variance;
  W[row${r}] = w - operation.stepSize * mean / (sqrt(variance) + operation.epsilon);
} else {
  let velocity = operation.momentum * first${r} + ${gradient};
  moments[at${r}] = velocity;
  W[row${r}] = w - operation.stepSize * velocity;
}`;
