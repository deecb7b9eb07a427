import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { docsCommand } = await import("../src/cli/commands/docs.ts");
  const { sources } = await import("../specs/index.ts");
  return runCommand(docsCommand(sources), argv);
});
