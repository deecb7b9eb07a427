import { expect, test } from "vitest";
import { choose } from "./kernel-path.ts";
import { multiplyAdds, tripleKinds, triples } from "./multiply-add.fixture.ts";

const fastest = choose({});
const emulated = choose({ asked: "emulated" }).module;

const chunk = 2 ** 18;
const chunks = 10;

// 6 kinds, 15.7 million triples in all.
test.skipIf(fastest.path === "emulated").each(tripleKinds)(
  `the processor and the emulation agree on ${chunk * chunks} triples %s (skipped where the processor does not fuse)`,
  (kind) => {
    let differences = 0;
    for (let seed = 1; seed <= chunks; seed++) {
      const given = triples(kind, chunk, seed);
      const here = words(multiplyAdds(fastest.module, given));
      const strict = words(multiplyAdds(emulated, given));
      here.forEach((word, i) => {
        if (word !== strict[i]) differences++;
      });
    }
    expect(differences).toBe(0);
  },
);

const words = ({ buffer, byteOffset, length }: Float32Array) => new Uint32Array(buffer, byteOffset, length);
