import type { About } from "../language/about.ts";
import type { Arm } from "../language/arm.ts";
import type { ArmNames, Claim, ExactClaim, RateClaim, StatisticClaim } from "../language/claim.ts";
import type { ProfileName } from "../language/profile.ts";
import { UsageError } from "../language/usage-error.ts";
import type { FigureSpec } from "./figure.ts";
import { faultsOfSource, profilesOf, type Written } from "./registration.ts";

export type { About } from "../language/about.ts";

/** A document that claims things, with everything needed to test it. */
export interface Source {
  readonly about: About;
  /** The arms of each profile: the same names, perhaps with other budgets, and perhaps some of its own. */
  readonly arms: OfProfiles<Readonly<Record<string, Arm>>>;
  /** The claims of each profile: those with a verdict registered for it. */
  readonly claims: OfProfiles<readonly Claim[]>;
  readonly figures: OfProfiles<readonly FigureSpec[]>;
}

type OfProfiles<T> = Readonly<Record<ProfileName, T>>;

/** The words in which a source registers its claims. */
export interface Words<ArmName extends string> {
  /** Registers a claim about a rate over seeds. */
  claim<const For extends ArmNames<ArmName>, const ControlFor extends ArmNames<ArmName> = For>(
    name: string,
    claim: RateClaim<ArmName, For, ControlFor>,
  ): void;
  /** Registers a claim about all seeds together. */
  statistic<const For extends ArmNames<ArmName>, const ControlFor extends ArmNames<ArmName> = For>(
    name: string,
    claim: StatisticClaim<ArmName, For, ControlFor>,
  ): void;
  /** Registers a claim of algebra. */
  exact(name: string, claim: ExactClaim<ArmName>): void;
}

/**
 * Puts a source together: its arms, the claims made in `register`, its figures.
 * @param arms for all profiles, or for each: a profile may train shorter, or have arms of its own
 * @throws {UsageError} if anything in it cannot be trained, judged or drawn: one line a fault
 */
export function source<const Arms extends Readonly<Record<string, Arm>>>(
  about: About,
  arms: Arms | ((profile: ProfileName) => Arms),
  figures: readonly FigureSpec[],
  register: (words: Words<keyof Arms & string>) => void,
): Source {
  const ofProfiles = each((profile): Arms => (typeof arms === "function" ? arms(profile) : arms));
  const written: Written[] = [];
  register({
    claim: (name, claim) => written.push({ name, kind: "rate", claim: claim as unknown as RateClaim }),
    statistic: (name, claim) => written.push({ name, kind: "statistic", claim: claim as unknown as StatisticClaim }),
    exact: (name, claim) => written.push({ name, kind: "exact", claim: claim as unknown as ExactClaim }),
  });
  const faults = faultsOfSource(about, ofProfiles, figures, written);
  if (faults.length > 0) throw new UsageError(faults.join("\n"));

  const claims = written.map(({ name, kind, claim }) => ({ id: `${about.id}/${name}`, kind, ...claim }) as Claim);
  return {
    about,
    arms: ofProfiles,
    claims: each((profile) => claims.filter((claim) => profilesOf(claim).includes(profile))),
    figures: each((profile) => figures.filter(({ only }) => only === undefined || only === profile)),
  };
}

const each = <T>(of: (profile: ProfileName) => T): OfProfiles<T> => ({ quick: of("quick"), full: of("full") });
