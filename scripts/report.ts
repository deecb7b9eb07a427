import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { reportCommand } = await import("../src/cli/commands/report.ts");
  const { sources } = await import("../specs/index.ts");
  return runCommand(reportCommand(sources), argv);
});
