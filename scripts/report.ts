import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { reportCommand } = await import("../src/cli/commands/report.ts");
  return runCommand(reportCommand, argv);
});
