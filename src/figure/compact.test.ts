import { expect, test } from "vitest";
import { compact } from "./compact.ts";
import { compareImages } from "./compare.ts";
import { rasterize } from "./rasterize.ts";

const page = (body: string): Buffer =>
  rasterize(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100">${body}</svg>`,
  );

/** A sine of 2,000 points, in CSS pixels. */
const sine = (shift = 0): string =>
  `M${Array.from({ length: 2000 }, (_, i) => `${i / 10},${(50 + shift + 40 * Math.sin(i / 150)).toFixed(2)}`).join("L")}`;

const stroke = 'fill="none" stroke="#000" stroke-width="2"';

test("a path of many points is drawn the same from few", () => {
  const body = `<path d="${sine()}" ${stroke}/>`;
  const short = compact(body);
  expect(short.length).toBeLessThan(body.length / 10);
  expect(compareImages(page(short), page(body))).toMatchObject({ differingPixels: 0 });
});

test("a path keeps its corners, its parts and its closing", () => {
  expect(compact('<path d="M1,2L3.5,2L3.5,0ZM10,20L10,21"/>')).toBe('\n<path d="M1 2l2.5 0 0-2ZM10 20l0 1"/>');
});

test("a path with curves in it stays as it is", () => {
  const body = '<path d="M0,0C1,2,3,4,5,6L7,8"/>';
  expect(compact(body).trim()).toBe(body);
});

test("a group that stands in every frame is written once and drawn in all", () => {
  const group = `<g fill="#07b">${Array.from({ length: 20 }, (_, i) => `<circle cx="${5 * i}" cy="20" r="2"/>`).join("")}</g>`;
  const body = `<g>${group}</g><g transform="translate(0,40)">${group}</g>`;
  const short = compact(body);
  expect(short.match(/<circle/g)).toHaveLength(20);
  expect(page(short).equals(page(body))).toBe(true);
});

test("a path that takes its colour from its group keeps it where it is used again", () => {
  const path = `<path d="${sine()}"/>`;
  const body = `<g stroke="#07b" fill="none">${path}</g><g transform="translate(0,9)" stroke="#d50" fill="none">${path}</g>`;
  expect(compareImages(page(compact(body)), page(body))).toMatchObject({ differingPixels: 0 });
});

test("equal clip paths are one, others stay", () => {
  const clip = (id: string, width: number) => `<clipPath id="${id}"><rect width="${width}" height="50"/></clipPath>`;
  const clipped = (id: string) => `<g clip-path="url(#${id})"><circle cx="50" cy="50" r="40"/></g>`;
  const ids = ["clip-1", "clip-2", "clip-3"];
  const body = `${clip("clip-1", 60)}${clip("clip-2", 60)}${clip("clip-3", 40)}${ids.map(clipped).join("")}`;
  expect(compact(body).match(/<clipPath id="[^"]+"/g)).toEqual(['<clipPath id="clip-1"', '<clipPath id="clip-3"']);
  expect(page(compact(body)).equals(page(body))).toBe(true);
});

test("no line breaks within a text", () => {
  const text = '<text x="1">b<tspan dy="3">D</tspan><tspan dy="-3"> </tspan> of 3</text>';
  expect(compact(text)).toBe(`\n${text}`);
});
