import { join } from "node:path";
import { Option } from "commander";
import { readResults } from "../../report/results.ts";
import { writePages } from "../../report/write-pages.ts";
import type { SuiteCommand } from "../command.ts";
import { committedBenchmarks } from "../committed-benchmarks.ts";
import { outOption } from "../options.ts";
import { markdownTable } from "../table.ts";

interface ReportOptions {
  readonly out: string;
  readonly markdown: boolean;
}

/** `npm run report`: redraws the report's pages from results.json and the figures next to it; trains nothing. */
export const reportCommand: SuiteCommand<ReportOptions> = {
  name: "report",
  description: "Redraws the report's pages from results.json, without training.",
  options: [new Option("--markdown", "print the table of verdicts as Markdown instead").default(false), outOption()],
  async act(_, { out, markdown }) {
    const file = join(out, "results.json");
    const results = readResults(file);
    console.log(
      markdown ? markdownTable(results.claims) : `report: ${writePages(results, out, committedBenchmarks())}`,
    );
    return 0;
  },
};
