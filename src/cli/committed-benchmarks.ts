import { type History, readHistoryIfAny } from "../report/benchmark/history.ts";
import { suitePath } from "./folders.ts";

/** The recorded benchmarks that are committed: those of tagged runs, and the one that the README's table is made of. */
export const committedBenchmarks = (): History => readHistoryIfAny(suitePath("baselines", "benchmark.jsonl"));
