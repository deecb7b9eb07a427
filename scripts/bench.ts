import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { benchCommand } = await import("../src/cli/commands/bench.ts");
  return runCommand(benchCommand, argv);
});
