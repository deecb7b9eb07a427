import type { About } from "../language/about.ts";
import type { Arm } from "../language/arm.ts";
import type {
  ArmNames,
  Claim,
  ComparisonClaim,
  ExactClaim,
  RateClaim,
  StatisticClaim,
  UntestedClaim,
} from "../language/claim.ts";
import { UsageError } from "../language/usage-error.ts";
import type { FigureSpec } from "./figure.ts";
import { judgedClaim, type Written } from "./judged-claim.ts";
import { faultsOfSource } from "./registration.ts";

export type { About } from "../language/about.ts";

/** A document that claims things, with everything needed to test it. */
export interface Source {
  readonly about: About;
  /** What is trained: each arm has one length, whatever it is asked for. */
  readonly arms: Readonly<Record<string, Arm>>;
  readonly claims: readonly Claim[];
  readonly figures: readonly FigureSpec[];
}

/** The words in which a source registers its claims. */
export interface Words<ArmName extends string> {
  /** Registers a claim about a rate over seeds. */
  claim<
    const For extends ArmNames<ArmName>,
    const NegativeFor extends ArmNames<ArmName> = For,
    const PositiveFor extends ArmNames<ArmName> = For,
  >(name: string, claim: RateClaim<ArmName, For, NegativeFor, PositiveFor>): void;
  /** Registers a claim that one arm usually ends better than another. */
  comparison(name: string, claim: ComparisonClaim<ArmName>): void;
  /** Registers a claim about all seeds together. */
  statistic<
    const For extends ArmNames<ArmName>,
    const NegativeFor extends ArmNames<ArmName> = For,
    const PositiveFor extends ArmNames<ArmName> = For,
  >(name: string, claim: StatisticClaim<ArmName, For, NegativeFor, PositiveFor>): void;
  /** Registers a claim of algebra. */
  exact(name: string, claim: ExactClaim<ArmName>): void;
  /** Registers a sentence that cannot be tested with what the source gives. */
  untested(name: string, claim: UntestedClaim<ArmName>): void;
}

/**
 * Puts a source together: its arms, the claims made in `register`, its figures.
 * @throws {UsageError} if anything in it cannot be trained, judged or drawn: one line a fault
 */
export function source<const Arms extends Readonly<Record<string, Arm>>>(
  about: About,
  arms: Arms,
  figures: readonly FigureSpec[],
  register: (words: Words<keyof Arms & string>) => void,
): Source {
  const written: Written[] = [];
  register({
    claim: (name, claim) => written.push({ name, word: "claim", claim: claim as unknown as RateClaim }),
    comparison: (name, claim) => written.push({ name, word: "comparison", claim }),
    statistic: (name, claim) => written.push({ name, word: "statistic", claim: claim as unknown as StatisticClaim }),
    exact: (name, claim) => written.push({ name, word: "exact", claim }),
    untested: (name, claim) => written.push({ name, word: "untested", claim }),
  } as Words<keyof Arms & string>);
  const faults = faultsOfSource(about, arms, figures, written);
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  return { about, arms, figures, claims: written.map((one) => judgedClaim(about.id, one, about.seeds.cap)) };
}
