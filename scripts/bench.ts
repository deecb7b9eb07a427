import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { benchCommand } = await import("../src/cli/commands/bench.ts");
  const { sources } = await import("../specs/index.ts");
  return runCommand(benchCommand(sources), argv);
});
