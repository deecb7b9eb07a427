import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { pathFromHere, suiteFolder, suitePath, userFolder, userPath } from "./folders.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const stand = (folder: string) => vi.spyOn(process, "cwd").mockReturnValue(folder);
/** The environment that npm gives to a script of the package in a folder when it is called in another. */
const npm = (suite: string, calledIn: string) => {
  vi.stubEnv("npm_package_json", join(suite, "package.json"));
  vi.stubEnv("INIT_CWD", calledIn);
};

test("the committed baselines are found from every folder", () => {
  stand(join(tmpdir(), "thesis"));
  vi.stubEnv("npm_package_json", undefined);
  expect(existsSync(suitePath("baselines"))).toBe(true);
});

test("a relative path means the folder that npm was called in", () => {
  stand(suiteFolder);
  npm(suiteFolder, "/home/ada/thesis");
  expect(userFolder()).toBe("/home/ada/thesis");
  expect(userPath("mystore")).toBe("/home/ada/thesis/mystore");
  expect(userPath("/scratch/store")).toBe("/scratch/store");
});

test("without npm a relative path means the folder that the command was started in", () => {
  stand("/home/ada/thesis");
  vi.stubEnv("INIT_CWD", undefined);
  expect(userPath("./mystore")).toBe("mystore");
  expect(userPath("../store")).toBe("/home/ada/store");
});

test("a script of somebody else's package that enters the suite's folder means that folder", () => {
  stand(suiteFolder);
  npm("/home/ada/thesis", "/home/ada/thesis/chapters");
  expect(userPath("mystore")).toBe("mystore");
  expect(userFolder()).toBe(suiteFolder);
});

test("paths in messages are short where the user stands in the suite's folder, and absolute elsewhere", () => {
  stand(suiteFolder);
  npm(suiteFolder, suiteFolder);
  expect(suitePath("baselines", "quick")).toBe("baselines/quick");
  npm(suiteFolder, join(tmpdir(), "thesis"));
  expect(suitePath("baselines", "quick")).toBe(join(suiteFolder, "baselines", "quick"));
  expect(pathFromHere(tmpdir())).toBe(tmpdir());
});
