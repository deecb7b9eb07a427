/**
 * `point.ts SIZE ROUNDS ARM`: what ROUNDS rounds of an arm, given as JSON, cost for SIZE seeds on wasm in a process that does
 * nothing else. Prints `{ "seconds": CPU seconds a round, "peakBytes": the most memory that the process had }`.
 */
import { seedsOf } from "../../src/benchmark/arm.ts";
import { engineNamed } from "../../src/engine/named.ts";
import type { GanArm } from "../../src/language/arm.ts";
import { stream } from "../../src/random/stream.ts";
import { prepareKernels } from "../../src/trial/prepare-kernels.ts";

prepareKernels();
const [size, rounds, json] = process.argv.slice(2);
const arm: GanArm = JSON.parse(json);
const seeds = seedsOf(Number(size));
const adversary = await (await engineNamed("wasm")).create(arm, seeds);
const { batch, discriminatorSteps, generatorSteps } = arm.schedule;
const numbers = seeds.length * batch * arm.generator.layers.at(-1)!.units;
const real = arm.data.kind === "mnist" ? stream(1, "data").uniforms(numbers) : undefined;
play();
const before = process.cpuUsage();
for (let round = 0; round < Number(rounds); round++) play();
const { user, system } = process.cpuUsage(before);
const seconds = (user + system) / 1e6 / Number(rounds); // from microseconds
console.log(JSON.stringify({ seconds, peakBytes: process.resourceUsage().maxRSS * 1024 })); // from KiB

function play(): void {
  for (let step = 0; step < discriminatorSteps; step++) adversary.updateDiscriminator(real);
  for (let step = 0; step < generatorSteps; step++) adversary.updateGenerator();
}
