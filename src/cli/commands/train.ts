import { chooseEngines } from "../../study/engines.ts";
import type { Source } from "../../study/source.ts";
import { allJobs, trainMissing } from "../../study/train.ts";
import { shardOf } from "../../trial/plan.ts";
import type { SuiteCommand } from "../command.ts";
import { shardOption, type TrainOptions, trainOptions } from "../options.ts";
import { sourceNames, sourcesNamed } from "../sources.ts";

/** `npm run train -- --shard i/n`: trains one share of the trials; stores merge by copying their files together. */
export const trainCommand = (sources: readonly Source[]): SuiteCommand<TrainOptions> => ({
  name: "train",
  description: "Trains one share of the trials.",
  names: sourceNames(sources),
  options: [...trainOptions(), shardOption()],
  async act(names, options) {
    const chosen = sourcesNamed(sources, names);
    const engines = await chooseEngines(options.engine, { many: true });
    const jobs = shardOf(allJobs(chosen, { ...options, engines }), options.shard);
    await trainMissing(jobs, options, (line) => console.error(`  ${line}`));
    return 0;
  },
});
