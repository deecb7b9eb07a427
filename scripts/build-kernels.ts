import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { tilesSource } from "./kernel-tiles.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const generated = fileURLToPath(new URL("../src/engine/wasm/kernels.generated.ts", import.meta.url));
const tiles = fileURLToPath(new URL("../src/engine/wasm/assembly/tiles.generated.ts", import.meta.url));

/** The modules that are made of the same source, and WebAssembly's features that each may use. */
const features = {
  // Of relaxed SIMD only the fused multiply-add, on processors that have one: the rest may differ between processors.
  fused: "simd,relaxed-simd",
  emulated: "simd",
} as const;

export type ModuleName = keyof typeof features;
export const moduleNames = Object.keys(features) as ModuleName[];

/**
 * Compiles src/engine/wasm/assembly to a WebAssembly module.
 * @throws {Error} with the compiler's messages if the source does not compile.
 */
async function compileKernels(name: ModuleName): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const options = {
    writeFile: (_name: string, contents: string | Uint8Array) => {
      binary = contents as Uint8Array;
    },
  };
  const { error, stderr } = await asc.main([...compilerArguments, "--enable", features[name]], options);
  if (error || !binary) throw new Error(`the kernels do not compile: ${error?.message ?? ""}\n${stderr.toString()}`);
  return binary;
}

const compilerArguments = [
  "src/engine/wasm/assembly/index.ts",
  ...["--baseDir", root],
  ...["--outFile", "kernels.wasm"],
  "-O3",
  "--noAssert",
  ...["--runtime", "stub"],
  ...["--importMemory", "--initialMemory", "1", "--maximumMemory", "65536"], // in pages of 64 KiB
];

/** The text of kernels.generated.ts for the compiled modules. */
export function generatedSource(modules: Readonly<Record<ModuleName, Uint8Array>>): string {
  return ["// Made by `npm run build` from assembly/*.ts; do not edit.", ...moduleNames.map(declaration), ""].join(
    "\n",
  );

  function declaration(name: ModuleName): string {
    const sha256 = createHash("sha256").update(modules[name]).digest("hex");
    const base64 = Buffer.from(modules[name]).toString("base64");
    return `export const ${name} = {\n  sha256: "${sha256}",\n  base64:\n    "${base64}",\n};`;
  }
}

/** Both modules, compiled. */
export async function compileAll(): Promise<Record<ModuleName, Uint8Array>> {
  return { fused: await compileKernels("fused"), emulated: await compileKernels("emulated") };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(tiles, tilesSource());
  const modules = await compileAll();
  await writeFile(generated, generatedSource(modules));
  const sizes = moduleNames.map((name) => `${name} ${modules[name].length} bytes`);
  console.log(`src/engine/wasm/kernels.generated.ts: ${sizes.join(", ")} of WebAssembly`);
}
