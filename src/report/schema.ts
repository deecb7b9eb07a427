import { z } from "zod";
import { departureKinds } from "../study/departures.ts";
import { contradictionIn } from "./claim-contradiction.ts";
import { claimResult, departuresIn } from "./claim-result.ts";
import {
  contradictionOf,
  count,
  date,
  engineName,
  environment,
  figurePath,
  figureStatus,
  firstTwice,
  measurements,
  most,
  name,
  qualifiedId,
  sourceId,
  text,
} from "./schema-parts.ts";

/** When, by what and on what something was made. */
const run = {
  createdAt: date,
  /** What trained again; verdicts are of the committed record. */
  engine: engineName,
  environment,
};

/** A document: what it is, and the arms that were trained to test it. */
const source = z.strictObject({
  /** The run that all of it is of: others may have added other sources to the file since. */
  run: z.strictObject(run),
  id: sourceId,
  title: text,
  authors: text,
  reference: text,
  /** Its file name among the project's sources. */
  file: name.optional(),
  /** What the document is and does, in two or three sentences. */
  lead: text,
  /** Where the printed source and our settings differ, a sentence each. */
  differences: z.array(text).max(100),
  arms: z
    .array(
      z.strictObject({
        name,
        /** What this arm is for. */
        what: text,
        /** Name and value of each setting, in reading order. */
        settings: z.array(z.tuple([name, text])).max(100),
      }),
    )
    .max(5000),
});

/** A metric of an arm when training ended, over all seeds. */
const arm = z.strictObject({ source: sourceId, ...measurements }).superRefine((arm, context) => {
  const [key, message] = contradictionOf(arm) ?? [];
  if (key) context.addIssue({ code: "custom", path: [key], message });
});

const figure = z
  .strictObject({
    /** `source/figure`. */
    id: qualifiedId,
    source: sourceId,
    title: text,
    caption: text,
    /** The image is a film, its frames side by side in one row: what each of them shows. */
    film: z.array(name).min(1).max(1000).optional(),
    /** Relative to the folder of the results file. */
    path: figurePath,
    status: figureStatus,
    /** Null where nothing could be compared. */
    differingPixels: z.int().nonnegative().nullable(),
  })
  .refine(({ id, source }) => id.startsWith(`${source}/`), {
    path: ["id"],
    message: "an id that begins with its source",
  })
  .refine(({ id, path }) => path.replace(/\.\w+$/, "") === `figures/${id}`, {
    path: ["path"],
    message: "figures/, the figure's id and .png",
  });

/** Where something is not as the record, its registration or the code says: a failure sets the exit status, a warning does not. */
const departure = z.strictObject({
  kind: z.enum(departureKinds),
  severity: z.enum(["failure", "warning"]),
  source: sourceId,
  /** The claim or the figure that it is about; missing where it is about an arm. */
  id: qualifiedId.optional(),
  /** What was expected, what was got, what to do. */
  message: text,
});

/** Robust statistics of repeated measurements, as times have long tails. */
const samples = {
  median: z.number(),
  /** Median absolute deviation from the median. */
  mad: z.number(),
  samples: z.int().nonnegative(),
};

/** What was timed, as data; the pages put it into words. */
const timing = z.discriminatedUnion(
  "kind",
  [
    /** One discriminator update of the 1-D Gaussian GAN, all seeds together. */
    z.strictObject({
      kind: z.literal("update"),
      engine: engineName,
      /** Threads that were busy at once, each with its share of the seeds. */
      cores: z.int().positive(),
      seeds: z.int().positive(),
      unit: z.literal("µs"),
      ...samples,
    }),
    /** One trial, trained and measured, perhaps in an earlier run. */
    z.strictObject({ kind: z.literal("trial"), source: sourceId, arm: name, unit: z.literal("s"), ...samples }),
    /** How fast an engine's kernel computed or moved data at the ensemble size that took it least time a seed. */
    z.strictObject({
      kind: z.literal("throughput"),
      engine: engineName,
      seeds: z.int().positive(),
      of: z.enum([
        "useful arithmetic",
        "warp instructions",
        "traffic of workgroup memory",
        "traffic of the card's memory",
      ]),
      unit: z.enum(["GFLOP/s", "10⁹/s", "GB/s"]),
      ...samples,
    }),
  ],
  { error: '"update" | "trial" | "throughput"' },
);

/** How many of an arm's recorded trials were trained again in this run, and how many of those were the same, to the bit. */
const audit = z
  .strictObject({ source: sourceId, arm: name, recorded: count, rerun: count, identical: count })
  .refine(({ rerun, recorded }) => rerun <= recorded, { path: ["rerun"], error: "at most as many as recorded" })
  .refine(({ identical, rerun }) => identical <= rerun, { path: ["identical"], error: "at most as many as rerun" });

const contents = z.strictObject({
  schema: z.literal(3),
  ...run,
  sources: z.array(source).max(most.sources),
  claims: z.array(claimResult).max(most.claims),
  arms: z.array(arm).max(most.arms),
  figures: z.array(figure).max(most.figures),
  /** Everything that is not as it must be. */
  departures: z.array(departure).max(most.digests),
  timings: z.array(timing).max(most.timings),
  /** SHA-256 of each arm's trials, in hex: equal digests, equal bits. */
  digests: z.array(z.strictObject({ source: sourceId, arm: name, digest: name })).max(most.digests),
  audit: z.array(audit).max(most.arms),
});

/** Everything that a run found. */
export const resultsSchema = contents.superRefine(agree);

/** The results file, which other programs read and the pages are drawn from: the results and a checksum of them. */
export const fileSchema = contents
  .extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/, "the SHA-256 of the rest of the file, in hex") })
  .superRefine(agree);

export type Results = z.infer<typeof resultsSchema>;

function agree(results: z.infer<typeof contents>, context: z.core.$RefinementCtx): void {
  const [path, message] = contradictionBetween(results) ?? [];
  if (path) context.addIssue({ code: "custom", path: [...path], message });
}

/** What the parts of a file say of each other: names that lead nowhere, names twice, departures that are kept quiet. */
function contradictionBetween({
  sources,
  claims,
  arms,
  figures,
  departures,
  digests,
  audit,
}: z.infer<typeof contents>): readonly [path: readonly (string | number)[], expected: string] | undefined {
  for (const [list, entries] of Object.entries({ sources, claims, figures })) {
    const twice = firstTwice(entries as readonly { id: string }[], ({ id }) => id);
    if (twice !== undefined) return [[list, twice, "id"], `an id that no other of the ${list} has`];
  }
  const known = new Set(sources.map(({ id }) => id));
  for (const [list, entries] of Object.entries({ claims, arms, figures, departures, digests, audit })) {
    const lost = entries.findIndex((entry) => !known.has(entry.source));
    if (lost >= 0) return [[list, lost, "source"], "one of the sources"];
  }
  const rules = claims.flatMap((claim) => (claim.kind === "rate" ? [`${claim.assertedRate} ${claim.cap}`] : []));
  if (new Set(rules).size > most.rules) return [["claims"], `at most ${most.rules} pairs of asserted rate and cap`];
  const drawn = new Set(figures.map(({ id }) => id));
  const told = new Set(departures.map(({ kind, id }) => `${kind} ${id}`));
  for (const [index, claim] of claims.entries()) {
    const lost = claim.figures.findIndex((id) => !drawn.has(id));
    if (lost >= 0) return [["claims", index, "figures", lost], "one of the figures"];
    const wrong = contradictionIn(claim);
    if (wrong) return [["claims", index, ...wrong[0].split(".")], wrong[1]];
    const quiet = departuresIn(claim).find((kind) => !told.has(`${kind} ${claim.id}`));
    if (quiet) return [["claims", index, "id"], `a departure of the kind "${quiet}" for this claim`];
  }
  return undefined;
}
