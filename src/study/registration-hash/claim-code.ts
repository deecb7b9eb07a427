import { dirname } from "node:path";
import { type Bundle, bundleOf } from "./bundle.ts";
import { type SourceText, textOf } from "./call-text.ts";
import { type Call, callsOf } from "./calls.ts";
import { canonicalText } from "./canonical-text.ts";
import { type Prose, proseOf } from "./prose.ts";
import { sliceOf } from "./slice.ts";

/** The code that decides a claim. */
export interface ClaimCode extends SourceText {
  /**
   * The claim without its prose, and all that it uses: declarations, constants, tables of loops, in a form that neither
   * formatting nor names nor anything else of the source changes. This is what is hashed.
   */
  readonly code: string;
}

/** How a source registers claims. */
export interface Wording {
  /** The functions that register one. */
  readonly words: readonly string[];
  readonly prose: Prose;
}

export const wording: Wording = {
  words: ["claim", "comparison", "statistic", "exact", "untested"],
  prose: {
    ofClaim: ["title", "quote", "at", "hypothesis", "finding", "figures", "says", "formerly", "why"],
    ofParts: ["what", "unit"],
  },
};

/**
 * Finds the code that decides each claim of a source. A claim is found by its name, in the call that registers it or in the table
 * that a loop around the call goes through. One whose name is computed otherwise has the code of all calls with computed names, as
 * its own cannot be told apart.
 * @param entry specs/<id>/claims.ts, absolute
 * @param names the claims', without their source's id
 * @throws {Error} if a claim is registered by no call that can be found, or the source cannot be bundled
 */
export function codeOfClaims(
  entry: string,
  names: readonly string[],
  { words, prose }: Wording = wording,
): ReadonlyMap<string, ClaimCode> {
  const bundle = bundleOf(entry);
  const root = dirname(dirname(entry));
  const calls = callsOf(bundle, words);
  const computed = calls.filter(({ literal }) => literal === undefined);
  const codeOf = new Map(calls.map((call) => [call, codeOfCall(bundle, call, prose)]));
  return new Map(
    names.map((name) => {
      const literal = calls.filter((call) => call.literal === name);
      const own = literal.length > 0 ? literal : computed;
      if (own.length === 0) {
        throw new Error(`expected a call of ${words.join(", ")} with the name "${name}" in ${entry}, got none`);
      }
      const code = own.map((call) => codeOf.get(call)).join("\n\n");
      return [name, { code, ...textOf(bundle, own.length > 1 ? naming(name, own, codeOf) : own[0], root) }];
    }),
  );
}

/** The call whose code has a name in it, in a table perhaps; else the first. */
const naming = (name: string, calls: readonly Call[], codeOf: ReadonlyMap<Call, string>): Call =>
  calls.find((call) => codeOf.get(call)!.includes(JSON.stringify(name))) ?? calls[0];

function codeOfCall(bundle: Bundle, { word, name, claim, turn }: Call, prose: Prose): string {
  const without = proseOf(bundle, claim, prose);
  const pieces = sliceOf(bundle, [name, claim], without, turn);
  return `${word}\n${canonicalText(bundle, pieces, without)}`;
}
