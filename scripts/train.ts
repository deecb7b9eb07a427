/** `npm run train -- --shard i/n`: trains one share of the trials and stores them; merge stores by copying files together. */
import { program } from "commander";
import { sources, sourcesNamed } from "../specs/index.ts";
import { chooseEngines } from "../src/reproduction/engines.ts";
import { shardOption, sharedOptions, type TrainOptions } from "../src/reproduction/options.ts";
import { allJobs, trainMissing } from "../src/reproduction/train.ts";
import { shardOf } from "../src/trials/plan.ts";
import { run } from "./run.ts";

program
  .name("train")
  .description("Trains one share of the trials.")
  .argument("[source...]", `which sources (${sources.map(({ about }) => about.id).join(", ")}); all unless told`);
for (const option of [...sharedOptions(), shardOption()]) program.addOption(option);

run(program, async (names: string[], options: TrainOptions) => {
  const chosen = sourcesNamed(names);
  const engines = await chooseEngines(options.engine, options.profile);
  const jobs = shardOf(allJobs(chosen, { ...options, engines }), options.shard);
  await trainMissing(jobs, options, (line) => console.error(`  ${line}`));
  return 0;
});
