import { describe, expect, test } from "vitest";
import { complaintAboutNode, crashText } from "./start.ts";

describe("a Node that is too old", () => {
  test.each(["12.22.12", "18.20.8", "20.18.3"])("an outdated Node gets one line: %s", (version) => {
    expect(complaintAboutNode(version)).toBe(
      `expected Node 20.19 or newer, got ${version}; install a newer one from https://nodejs.org`,
    );
  });

  test.each(["20.19.0", "20.20.2", "22.0.0", "24.3.1"])("is not %s", (version) => {
    expect(complaintAboutNode(version)).toBeUndefined();
  });
});

test("a crash names the line of our code", () => {
  const error = new TypeError("x");
  error.stack =
    "TypeError: x\n    at judge (/somewhere/gan-repro/src/study/judge.ts:101:5)\n    at file:///a/src/b.ts:1:2";
  expect(crashText(error, {})).toContain("TypeError: x (src/study/judge.ts:101).");
  error.stack = "TypeError: x\n    at file:///somewhere/gan-repro/specs/mnist/claims.ts:7:5";
  expect(crashText(error, {})).toContain("TypeError: x (specs/mnist/claims.ts:7).");
});
