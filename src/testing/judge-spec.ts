import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { testSettings } from "../cli/environment.ts";
import { suitePath } from "../cli/folders.ts";
import { byClaim } from "../figure/judgements.ts";
import "./matcher.ts";
import { digestsFile } from "../cli/reproduce.ts";
import type { Claim } from "../language/claim.ts";
import { acceptCommand, baselineFile, baselineIsOptional } from "../report/draw-figures.ts";
import { tellFindings } from "../report/tell-findings.ts";
import { departuresOf } from "../study/departures.ts";
import { checkDigests, digestsOf } from "../study/digests.ts";
import { onlyWasm } from "../study/engines.ts";
import { type Judgement, judge, type TrialsByArm } from "../study/judge.ts";
import type { Source } from "../study/source.ts";
import { allJobs, trainMissing, trialsOf } from "../study/train.ts";
import { loadGamesOf } from "../trial/games.ts";
import { findOrphans } from "./orphans.ts";

/**
 * Makes tests of a source: trains what is missing, then one test for each claim (its verdict is the registered one and its
 * control is not reproduced), each figure (it is its baseline), the findings and the digests. `vitest -u` accepts figures and digests;
 * GAN_REPRO_PROFILE=full judges the full profile.
 */
export function judgeSpec(source: Source): void {
  const baselines = suitePath("baselines");
  const { profile, store, workers } = testSettings();
  const options = { profile, engines: onlyWasm, store, workers };
  let trials: TrialsByArm;
  const judged = new Map<string, Judgement>();
  const judgementOf = (claim: Claim): Judgement => {
    const judgement = judged.get(claim.id) ?? judge(claim, trials);
    judged.set(claim.id, judgement);
    return judgement;
  };

  describe(`${source.about.id}, ${profile}`, () => {
    beforeAll(async () => {
      await loadGamesOf(source.arms[profile]);
      const say = (line: string) => console.error(`  ${line}`);
      trials = trialsOf(source, options, await trainMissing(allJobs([source], options), options, say));
    });

    for (const claim of source.claims[profile]) {
      test(`${claim.id}: ${claim.expected[profile]}`, () => {
        const departures = departuresOf(judgementOf(claim), { profile, asRegistered: true });
        expect(departures.map(({ message }) => message)).toEqual([]);
      });
    }

    for (const figure of source.figures[profile]) {
      test(`figure ${figure.id}`, () => {
        expect(figure.draw(trials, byClaim(source.claims[profile].map(judgementOf)))).toMatchFigure(
          baselineFile(baselines, profile, source.about.id, figure.id),
          { optional: baselineIsOptional(profile), accept: acceptCommand(profile, source.about.id) },
        );
      });
    }

    test("findings can be computed", () => {
      const { departures } = tellFindings(source.claims[profile], trials, profile);
      expect(departures.map(({ message }) => message)).toEqual([]);
    });

    test("no baseline without a figure", () => {
      const folder = join(baselines, profile, source.about.id);
      expect(
        findOrphans(
          folder,
          source.figures[profile].map(({ id }) => id),
        ),
      ).toEqual([]);
    });

    test("digests", () => {
      const update = expect.getState().snapshotState.snapshotUpdateState === "all";
      expect(
        checkDigests(digestsFile(baselines, profile), source.about.id, digestsOf(source.about.id, trials), update),
      ).toEqual([]);
    });
  });
}
