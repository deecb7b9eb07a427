import { dirname } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { testSettings } from "../cli/environment.ts";
import { suitePath } from "../cli/folders.ts";
import { claimsFile } from "../cli/sources.ts";
import { byClaim } from "../figure/judgements.ts";
import "./matcher.ts";
import { acceptCommand, baselineFile } from "../report/draw-figures.ts";
import { tellFindings } from "../report/tell-findings.ts";
import { sampleOf } from "../study/audit.ts";
import { audit } from "../study/audit-run.ts";
import { departuresOf } from "../study/departures.ts";
import { onlyWasm } from "../study/engines.ts";
import { ofRecord } from "../study/of-record.ts";
import { readRecord } from "../study/record/record.ts";
import { hashesOf } from "../study/register.ts";
import type { Source } from "../study/source.ts";
import { allJobs, trainMissing, trialsOf } from "../study/train.ts";
import type { TrialsByArm } from "../study/tuples.ts";
import { loadGamesOf } from "../trial/games.ts";
import { estimatedSeconds } from "../trial/kinds.ts";
import { missingIn } from "../trial/plan.ts";
import { openStore } from "../trial/store.ts";
import { findOrphans } from "./orphans.ts";

/** Core seconds of the recorded trials that a test run trains again: a few of each source, drawn as all test runs draw them. */
const secondsOfAudit = 40;

/** Core seconds that a test run trains for figures at most; a source whose trials take longer has its figures drawn by the command below. */
const secondsOfFigures = 1200;

/**
 * Makes tests of a source. From its record: one test for each claim (registered as it is written, the recorded decision is what the
 * recorded trials give, both controls come out as they must), the findings, and an audit of a few trials. From trials that are
 * trained here, if that does not take too long: each figure is its baseline. `vitest -u` accepts figures.
 */
export function judgeSpec(source: Source): void {
  const { id } = source.about;
  const baselines = suitePath("baselines");
  const { store, workers } = testSettings();
  const options = { engines: onlyWasm, store, workers };
  const say = (line: string) => console.error(`  ${line}`);
  const record = readRecord(baselines, id);

  describe(id, () => {
    let said: ReturnType<typeof ofRecord>;
    beforeAll(async () => {
      await loadGamesOf(source.arms);
      said = ofRecord(source, record, hashesOf(source, claimsFile(source)));
    });

    for (const claim of source.claims) {
      test(`${claim.id}: ${record.decisions[claim.id]?.verdict ?? claim.kind}`, () => {
        const judgement = said.judgements.find((one) => one.claim.id === claim.id);
        const departures = [
          ...said.departures.filter((departure) => departure.id === claim.id),
          ...(judgement ? departuresOf(judgement) : []),
        ];
        expect(departures.map(({ message }) => message)).toEqual([]);
      });
    }

    test("arms are as they are recorded", () => {
      expect(said.departures.filter((one) => one.id === undefined).map(({ message }) => message)).toEqual([]);
    });

    test("findings can be computed", () => {
      const { departures } = tellFindings(source.claims, said.trials);
      expect(departures.map(({ message }) => message)).toEqual([]);
    });

    test("recorded trials come out the same, bit for bit", async () => {
      const sampled = sampleOf([{ source, record }], { draw: "npm test", seconds: secondsOfAudit, engines: onlyWasm });
      const { differences, close } = await audit(sampled, new Map([[id, record]]), options, say);
      close();
      expect(differences).toEqual([]);
      expect(sampled.length > 0, "something was trained again").toBe(Object.keys(record.arms).length > 0);
      console.info(`  ${id}: ${sampled.length} recorded trials trained again`);
    });

    describe("figures", () => {
      let trials: TrialsByArm | undefined;
      beforeAll(async () => {
        const jobs = allJobs([source], options);
        const seconds = missingIn(openStore(store), jobs, say).reduce((sum, { arm }) => sum + estimatedSeconds(arm), 0);
        // Said here too, as not every reporter prints why a test is skipped.
        if (seconds > secondsOfFigures) return console.warn(`  figures of ${id} are not compared: ${tooLong(id)}`);
        trials = trialsOf(source, options, await trainMissing(jobs, options, say));
      });

      for (const figure of source.figures) {
        test(figure.id, (context) => {
          if (!trials) context.skip(tooLong(id));
          const file = baselineFile(baselines, id, figure.id);
          expect(figure.draw(trials as TrialsByArm, byClaim(said.judgements))).toMatchFigure(file, {
            accept: acceptCommand(id),
          });
        });
      }

      test("no baseline without a figure", () => {
        const folder = dirname(baselineFile(baselines, id, "any"));
        expect(
          findOrphans(
            folder,
            source.figures.map((figure) => figure.id),
          ),
        ).toEqual([]);
      });
    });
  });
}

/** Why the figures of a source are not drawn in a test run. */
const tooLong = (id: string): string =>
  `their trials would take more than ${secondsOfFigures} core seconds to train; \`npm run train -- ${id}\` makes them`;
