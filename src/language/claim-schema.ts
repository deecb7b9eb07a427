import { z } from "zod";
import type { ComparisonClaim, ExactClaim, RateClaim, StatisticClaim, UntestedClaim } from "./claim.ts";
import { boolean, list, number, settings, size, text, word } from "./setting.ts";
import { sayings } from "./verdict.ts";

/** The name of a source, of its folder and of its page. */
export const sourceId = z.string({ error: "an id" }).regex(/^(?!index$)[a-z0-9-]+$/, {
  error: 'an id of a-z, 0-9 and "-", other than "index"',
});

/** The name of a claim in its source; a setting may follow after "@". */
export const claimName = z.string({ error: "a name" }).regex(/^[a-z0-9-]+(@[a-z0-9.-]+)?$/, {
  error: 'a name of a-z, 0-9 and "-", perhaps with a setting after "@", like settles or settles@0.2',
});

/** The name of a figure in its source, of its file and of its baseline. */
const figureId = z
  .string({ error: "an id" })
  .regex(/^[a-z0-9][a-z0-9.-]*$/, { error: 'an id of a-z, 0-9, "." and "-"' });

const callable = z.custom<(...given: never[]) => unknown>((value) => typeof value === "function", {
  error: "a function",
});

/** Names of arms: one, or several. */
const armNames = z.union([z.string(), z.array(z.string()).min(1)], { error: "the name of an arm, or a list of names" });

/** What every claim says of itself. */
const said = {
  title: text.optional(),
  says: word(...sayings),
  quote: text.optional(),
  at: text,
  hypothesis: text,
  version: size.optional(),
  formerly: list(claimName, "a list of names").optional(),
  cap: size.optional(),
  finding: z.union([text, callable], { error: "a text, or a function that returns one" }).optional(),
  figures: list(figureId, "a list of figures").optional(),
};

const value = settings({ unit: text, of: callable });

const threshold = settings({
  unit: text,
  of: callable,
  below: number().optional(),
  above: number().optional(),
}).refine(({ below, above }) => (below === undefined) !== (above === undefined), {
  error: "one bound: below or above",
});

const control = settings({ what: text, for: armNames.optional(), holds: callable.optional() }).refine(
  ({ for: arms, holds }) => arms !== undefined || holds !== undefined,
  { error: "other arms (for) or another predicate (holds) than the claim's" },
);

const rateClaim = settings({
  ...said,
  for: armNames,
  holds: callable.optional(),
  threshold: threshold.optional(),
  among: callable.optional(),
  judgesDead: boolean.optional(),
  atLeast: number("a rate above 0, below 1", (rate) => rate > 0 && rate < 1),
  controls: settings({ negative: control, positive: control }),
  effect: value.optional(),
} satisfies Record<keyof RateClaim, z.ZodType>).refine(
  ({ holds, threshold }) => (holds === undefined) !== (threshold === undefined),
  { error: "a predicate (holds) or a threshold, and not both" },
);

const twoArms = z.tuple([z.string(), z.string()], { error: "two names of arms" });

const comparisonClaim = settings({
  ...said,
  for: twoArms,
  value,
  better: word("smaller", "larger"),
  tie: number("a difference of at least 0", (difference) => difference >= 0).optional(),
  judgesDead: boolean.optional(),
  controls: settings({ positive: settings({ what: text, for: twoArms }) }),
} satisfies Record<keyof ComparisonClaim, z.ZodType>);

const statisticControl = settings({ what: text, for: armNames.optional(), decide: callable.optional() }).refine(
  ({ for: arms, decide }) => arms !== undefined || decide !== undefined,
  { error: "other arms (for) or another decision (decide) than the claim's" },
);

const statisticClaim = settings({
  ...said,
  for: armNames,
  decide: callable,
  unit: text,
  controls: settings({ negative: statisticControl, positive: statisticControl }),
} satisfies Record<keyof StatisticClaim, z.ZodType>);

const exactControl = settings({ what: text, check: callable });

const exactClaim = settings({
  ...said,
  check: callable,
  controls: settings({ negative: exactControl, positive: exactControl.optional() }),
} satisfies Record<keyof ExactClaim, z.ZodType>);

const untestedClaim = settings({ ...said, why: text } satisfies Record<keyof UntestedClaim, z.ZodType>);

/** What a claim consists of, by the word that registers it. */
export const claimSchemas = {
  claim: rateClaim,
  comparison: comparisonClaim,
  statistic: statisticClaim,
  exact: exactClaim,
  untested: untestedClaim,
};

export const aboutSchema = settings({
  id: sourceId,
  position: number().optional(),
  title: text,
  authors: text,
  reference: text,
  file: text,
  lead: text,
  differences: list(text, "a list of sentences"),
  seeds: settings({ cap: size, drawn: size }),
  armNotes: z.record(z.string(), text, { error: "notes by the names of arms" }).optional(),
});

/** What every figure says of itself; how it is drawn is not looked at. */
export const figureSchema = z.looseObject(
  {
    id: figureId,
    title: text,
    caption: text,
    draw: callable,
  },
  { error: "a figure" },
);
