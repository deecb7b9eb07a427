import { SingleBar } from "cli-progress";
import type { Job } from "./job.ts";
import { estimatedSeconds } from "./kinds.ts";

/** Tells how far training is: a bar on a terminal, else a line every few seconds. */
export interface Progress {
  done(job: Job): void;
  stop(): void;
}

/** Seconds between lines where there is no terminal. */
const linePause = 10;

/** The share of the work after which the time left is told: start-up and the first few trials say little about the rest. */
const tellingShare = 0.05;

export function showProgress(jobs: readonly Job[], output: NodeJS.WriteStream = process.stderr): Progress {
  const start = performance.now();
  const whole = jobs.reduce((sum, { arm }) => sum + estimatedSeconds(arm), 0);
  let [count, share] = [0, 0];
  const advance = ({ arm }: Job) => {
    count++;
    share += estimatedSeconds(arm) / whole;
  };
  const elapsed = () => (performance.now() - start) / 1000;
  // By the work done, not by the number of trials: the longest are trained first.
  const timeLeft = () => (share < tellingShare ? undefined : duration((elapsed() / share) * Math.max(0, 1 - share)));

  if (output.isTTY) {
    const bar = new SingleBar({
      format: "  training {bar} {value}/{total} trials, {left} left",
      stream: output,
      hideCursor: true,
      barsize: 30,
    });
    bar.start(jobs.length, 0, { left: "?" });
    return {
      done(job) {
        advance(job);
        bar.update(count, { left: timeLeft() ?? "?" });
      },
      stop: () => bar.stop(),
    };
  }
  let spoken = 0;
  return {
    done(job) {
      advance(job);
      if (elapsed() - spoken < linePause && count < jobs.length) return;
      spoken = elapsed();
      const left = timeLeft();
      const rest = count === jobs.length ? `, in ${duration(elapsed())}` : left ? `, ${left} left` : "";
      output.write(`  ${count} of ${jobs.length} trials trained${rest}\n`);
    },
    stop: () => {},
  };
}

/** 75 → "1 min 15 s" */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
