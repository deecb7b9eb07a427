import { execa } from "execa";

/** The environment variable that names a Python with PyTorch. */
export const pythonVariable = "GAN_REPRO_PYTHON";

/** A Python that can import torch, and its version of torch; undefined if there is none. */
export async function pythonWithTorch(): Promise<{ python: string; version: string } | undefined> {
  const python = process.env[pythonVariable] ?? "python3";
  const { exitCode, stdout } = await execa(python, ["-c", "import torch; print(torch.__version__)"], { reject: false });
  return exitCode === 0 ? { python, version: stdout.trim() } : undefined;
}
