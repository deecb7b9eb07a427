import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { png } from "./fixture.ts";
import { pngImage, thumbnail } from "./image.ts";

test("the size is read from the header", () => {
  expect(pngImage(png(30, 20))).toMatchObject({ width: 30, height: 20 });
});

test("what is not a PNG has no image", () => {
  expect(pngImage(Buffer.from("<svg/>"))).toBeUndefined();
  expect(thumbnail(png().subarray(0, 40), 100)).toBeUndefined();
});

test("a thumbnail keeps the proportions", () => {
  expect(thumbnail(png(400, 100), 100)).toMatchObject({ width: 100, height: 25 });
});

test("a small image keeps its size", () => {
  expect(thumbnail(png(40, 10), 100)).toMatchObject({ width: 40, height: 10 });
});

test("a pixel is the mean of what it covers", () => {
  const image = new PNG({ width: 2, height: 1 });
  image.data.set([0, 0, 0, 255, 200, 100, 50, 255]);
  const small = thumbnail(PNG.sync.write(image), 1)!;
  expect([...decoded(small.uri)]).toEqual([100, 50, 25, 255]);
});

test("a film's thumbnail is its last frame", () => {
  const film = new PNG({ width: 2, height: 1 });
  film.data.set([0, 0, 0, 255, 200, 100, 50, 255]);
  const small = thumbnail(PNG.sync.write(film), 100, 1 / 2)!;
  expect([...decoded(small.uri)]).toEqual([200, 100, 50, 255]);
});

const decoded = (uri: string): Buffer => PNG.sync.read(Buffer.from(uri.split(",")[1]!, "base64")).data;
