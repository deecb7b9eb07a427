import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The files of a small source, as they lie in the folder of all sources. */
export const files = {
  "small/claims.ts": `import { claimsOnDistance } from "./claims/distance.ts";
import { figures } from "./figures/index.ts";
import { counted, near } from "./measures.ts";
import type { Words } from "./words.ts";

interface Row { name: string; arm: string; bound: number; least?: number; finding?: string }
const more: Row[] = [{ name: "is-high", arm: "b", least: 0.9, bound: 1 }];
const rows: Row[] = [
  { name: "is-low", arm: "a", bound: 0.25, finding: "as it stands in the low row" },
  { name: "is-lower", arm: "b", bound: 0.125 },
];

export default {
  figures,
  register: (words: Words) => {
    claimsOnDistance(words);
    for (const row of [...rows, ...more]) {
      const { name, arm, bound, least } = row;
      words.claim(name, { title: row.finding, for: arm, holds: (run) => near(run) < bound, atLeast: least });
    }
    for (const n of [2, 3]) words.claim(\`at-\${n}\`, { for: "a", holds: (run) => run.end.steps < n, atLeast: 0.5 });
    words.exact("counts", { check: () => counted([1, 2, 3]), control: { what: "nothing", check: () => counted([]) } });
  },
};
`,
  "small/claims/distance.ts": `import { near, isNear } from "../measures.ts";
import type { Run, Words } from "../words.ts";

/** What both are about. */
const common = { quote: "It is near.", at: "page 1", for: ["a", "b"] };
const gain = { unit: "metres", of: (a: Run, b: Run) => near(a) - near(b) };
const spread = (of: (run: Run) => number) => (a: Run, b: Run): boolean => of(a) < of(b);

export const claimsOnDistance = ({ claim, statistic }: Words): void => {
  claim("is-near", {
    title: "Near",
    ...common,
    hypothesis: "It is near.",
    holds: isNear,
    atLeast: 0.75,
    control: { what: "another arm", for: ["b", "a"] },
    finding: ({ median }) => \`It is \${median("a", near)} away.\`,
    effect: gain,
    figures: ["drawing"],
  });

  // Another one.
  statistic("is-spread", { ...common, hypothesis: "So it is.", decide: spread(near), unit: "metres" });

  for (const [name, rate, finding] of [
    ["usually", 0.5, "more often than not"],
    ["reliably", 0.9, undefined],
  ] as const) {
    claim(name, { for: "a", holds: (run) => near(run) < 2, atLeast: rate, finding });
  }
};
`,
  "small/measures.ts": `import { quantileSorted } from "simple-statistics";
import { limit } from "./limits.ts";
import type { Run } from "./words.ts";

const unused = "nobody asks";
export const near = ({ end }: Run): number => end.distance;
export const isNear = (run: Run): boolean => near(run) < limit;

const table: number[] = [];
for (const n of [1, 2]) table.push(n);

export function counted(numbers: readonly number[]): { holds: boolean } {
  return { holds: quantileSorted([...numbers, ...table], 0.5) > 2 };
}
export const told = () => unused;
`,
  "small/limits.ts": "export const limit = 0.5;\nexport const other = 1;\n",
  "small/words.ts": `export interface Run {
  readonly end: Readonly<Record<string, number>>;
}
type Register = (name: string, claim: any) => void;
export type Words = Readonly<Record<"claim" | "statistic" | "exact", Register>>;
`,
  "small/figures/index.ts": `import { told } from "../measures.ts";
export const figures = [{ name: "drawing", draw: () => \`<svg>\${told()}</svg>\` }];
`,
} as const;

export type FileName = keyof typeof files;

export const names = [
  "is-near",
  "is-spread",
  "usually",
  "reliably",
  "is-low",
  "is-lower",
  "is-high",
  "at-2",
  "at-3",
  "counts",
];

/** Writes the source into a folder of its own. @returns its entry */
export function writeSource(changed: Readonly<Partial<Record<FileName, string>>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "gan-repro-claims-"));
  for (const [name, text] of Object.entries({ ...files, ...changed })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return join(root, "small/claims.ts");
}
