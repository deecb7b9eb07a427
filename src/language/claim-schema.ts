import { z } from "zod";
import type { ExactClaim, RateClaim, StatisticClaim } from "./claim.ts";
import { profileNames } from "./profile.ts";
import { boolean, list, number, settings, size, text, word } from "./setting.ts";
import { verdicts } from "./verdict.ts";

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

const verdictsByProfile = settings(
  Object.fromEntries(profileNames.map((profile) => [profile, word(...verdicts).optional()])),
).refine((expected) => Object.values(expected).some((verdict) => verdict !== undefined), {
  error: `a verdict for at least one profile (${profileNames.join(", ")})`,
});

/** What every claim says of itself. */
const said = {
  title: text.optional(),
  quote: text,
  at: text,
  hypothesis: text,
  expected: verdictsByProfile,
  version: size.optional(),
  finding: z.union([text, callable], { error: "a text, or a function that returns one" }).optional(),
  figures: list(figureId, "a list of figures").optional(),
};

const rateClaim = settings({
  ...said,
  for: armNames,
  holds: callable,
  among: callable.optional(),
  judgesDead: boolean.optional(),
  atLeast: number("a rate above 0, at most 1", (rate) => rate > 0 && rate <= 1),
  control: settings({ what: text, for: armNames.optional(), holds: callable.optional() }).refine(
    ({ for: arms, holds }) => arms !== undefined || holds !== undefined,
    { error: "other arms (for) or another predicate (holds) than the claim's" },
  ),
  effect: settings({ unit: text, of: callable }).optional(),
} satisfies Record<keyof RateClaim, z.ZodType>);

const statisticClaim = settings({
  ...said,
  for: armNames,
  decide: callable,
  unit: text,
  control: settings({ what: text, for: armNames.optional(), decide: callable.optional() }).refine(
    ({ for: arms, decide }) => arms !== undefined || decide !== undefined,
    { error: "other arms (for) or another decision (decide) than the claim's" },
  ),
} satisfies Record<keyof StatisticClaim, z.ZodType>);

const exactClaim = settings({
  ...said,
  check: callable,
  control: settings({ what: text, check: callable }),
} satisfies Record<keyof ExactClaim, z.ZodType>);

/** What a claim of each kind consists of. */
export const claimSchemas = { rate: rateClaim, statistic: statisticClaim, exact: exactClaim };

export const aboutSchema = settings({
  id: sourceId,
  position: number().optional(),
  title: text,
  authors: text,
  reference: text,
  file: text,
  lead: text,
  differences: list(text, "a list of sentences"),
  seeds: settings(Object.fromEntries(profileNames.map((profile) => [profile, size]))),
  armNotes: z.record(z.string(), text, { error: "notes by the names of arms" }).optional(),
});

/** What every figure says of itself; how it is drawn is not looked at. */
export const figureSchema = z.looseObject(
  {
    id: figureId,
    title: text,
    caption: text,
    only: word(...profileNames).optional(),
    draw: callable,
  },
  { error: "a figure" },
);
