const parameters = "blocks: i32, x: usize, xNext: usize, z: usize, zNext: usize, out: usize, outNext: usize";
const names = parameters.split(", ").map((parameter) => parameter.split(":")[0]);

/** Units of the largest tile. With two inputs its 8 sums fill registers of 256 bits, with one those of 128. */
const mostUnits = 4;

/**
 * The tiles for the gradients of narrow panels, whose units do not fill a register: there the samples of a block lie side by
 * side, and a sum has eight parts, one for each lane. See kernel-tiles.ts for what V8 asks for.
 */
export function dotsSource(): string {
  const units = Array.from({ length: mostUnits }, (_, i) => mostUnits - i);
  const calls = ([2, 1] as const).map((inputs) =>
    units.map((n, i) => `${i < mostUnits - 1 ? `if (units == ${n}) ` : ""}dots${inputs}x${n}(${names.join(", ")});`),
  );
  return [
    `/**
 * out[r][c] = the sum over the samples of x[r] * z[c] for 1 or 2 inputs r and 1 to ${mostUnits} units c: the sum of eight parts,
 * one for each sample of a block, which go through the blocks in their order.
 * @param xNext bytes from one block of x to the next, as zNext for z; outNext from out[r] to out[r + 1]
 */`,
    `export function dotTile(inputs: i32, units: i32, ${parameters}): void {`,
    "  if (inputs == 2) {",
    `    ${calls[0].join("\n    else ")}`,
    "  } else {",
    `    ${calls[1].join("\n    else ")}`,
    "  }",
    "}",
    "",
    "/** Both halves of up to 8 sums. They pass through memory, because V8 packs pairs of vectors from where they are stored. */",
    "const PARTS = memory.data(256, 16);",
    "",
    ...([2, 1] as const).flatMap((inputs) => units.map((n) => dotTile(inputs, n))),
  ].join("\n");
}

function dotTile(inputs: 1 | 2, units: number): string {
  const rows = [0, 1].slice(0, inputs);
  const columns = Array.from({ length: units }, (_, c) => c);
  const low = (r: number, c: number) => `low${r}${c}`;
  const high = (r: number, c: number) => `high${r}${c}`;
  const part = (r: number, c: number) => 32 * (r * units + c);
  const whole = (r: number, c: number) =>
    `f32x4.add(v128.load(PARTS, ${part(r, c)}), v128.load(PARTS, ${part(r, c) + 16}))`;
  return [
    `function dots${inputs}x${units}(${parameters}): void {`,
    "  const zero = f32x4.splat(0);",
    ...rows.flatMap((r) => columns.map((c) => `  let ${low(r, c)} = zero, ${high(r, c)} = zero;`)),
    "  const end = x + <usize>blocks * xNext;",
    "  while (x < end) {",
    ...rows.map((r) => `    const x${r} = v128.load(x, ${32 * r}), y${r} = v128.load(x, ${32 * r + 16});`),
    "    let z0: v128, z1: v128;",
    ...columns.flatMap((c) => [
      `    z0 = v128.load(z, ${32 * c});`,
      `    z1 = v128.load(z, ${32 * c + 16});`,
      ...rows.flatMap((r) => [
        `    ${low(r, c)} = fusedMultiplyAdd(x${r}, z0, ${low(r, c)});`,
        `    ${high(r, c)} = fusedMultiplyAdd(y${r}, z1, ${high(r, c)});`,
      ]),
    ]),
    "    x += xNext;",
    "    z += zNext;",
    "  }",
    ...rows.flatMap((r) =>
      columns.flatMap((c) => [
        `  v128.store(PARTS, ${low(r, c)}, ${part(r, c)});`,
        `  v128.store(PARTS, ${high(r, c)}, ${part(r, c) + 16});`,
      ]),
    ),
    ...rows.flatMap((r) => {
      const to = r === 0 ? "out" : "out + outNext";
      return units === 4
        ? [`  v128.store(${to}, laneSums(${columns.map((c) => whole(r, c)).join(", ")}));`]
        : columns.map((c) => `  store<f32>(${to}, laneSum(${whole(r, c)}), ${4 * c});`);
    }),
    "}",
    "",
  ].join("\n");
}
