import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
const generated = fileURLToPath(new URL("../src/engine/wasm/kernels.generated.ts", import.meta.url));

/**
 * Compiles src/engine/wasm/assembly to a WebAssembly module.
 * @throws {Error} with the compiler's messages if the source does not compile.
 */
export async function compileKernels(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const options = {
    writeFile: (_name: string, contents: string | Uint8Array) => {
      binary = contents as Uint8Array;
    },
  };
  const { error, stderr } = await asc.main(compilerArguments, options);
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
  ...["--enable", "simd"], // and not relaxed-simd: its results differ between processors
  ...["--importMemory", "--initialMemory", "1", "--maximumMemory", "65536"], // in pages of 64 KiB
];

/** The text of kernels.generated.ts for a compiled module. */
export function generatedSource(binary: Uint8Array): string {
  const sha256 = createHash("sha256").update(binary).digest("hex");
  const base64 = Buffer.from(binary).toString("base64");
  return [
    "// Made by `npm run build` from assembly/*.ts; do not edit.",
    `export const kernelsSha256 = "${sha256}";`,
    `export const kernelsBase64 =\n  "${base64}";`,
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const binary = await compileKernels();
  await writeFile(generated, generatedSource(binary));
  console.log(`src/engine/wasm/kernels.generated.ts: ${binary.length} bytes of WebAssembly`);
}
