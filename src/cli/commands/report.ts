import { join } from "node:path";
import { Option } from "commander";
import { readResults } from "../../report/results.ts";
import { writePages } from "../../report/write-pages.ts";
import type { Source } from "../../study/source.ts";
import type { SuiteCommand } from "../command.ts";
import { outOption } from "../options.ts";
import { markdownTable } from "../table.ts";

interface ReportOptions {
  readonly out: string;
  readonly markdown: boolean;
}

/** `npm run report`: draws the report's pages again from results.json and the figures beside it; trains nothing. */
export const reportCommand = (sources: readonly Source[]): SuiteCommand<ReportOptions> => ({
  name: "report",
  description: "Draws the report's pages again from results.json, without training.",
  options: [new Option("--markdown", "print the table of verdicts as Markdown instead").default(false), outOption()],
  async act(_, { out, markdown }) {
    const results = readResults(join(out, "results.json"));
    console.log(markdown ? markdownTable(results.claims) : `report: ${writePages(sources, results, out)}`);
    return 0;
  },
});
