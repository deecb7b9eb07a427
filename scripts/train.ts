import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { trainCommand } = await import("../src/cli/commands/train.ts");
  const { sources } = await import("../specs/index.ts");
  return runCommand(trainCommand(sources), argv);
});
