import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One block of code of a document, as what a reader does with it. */
export type Step =
  | { readonly kind: "file"; readonly file: string; readonly text: string }
  | { readonly kind: "insert"; readonly file: string; readonly below: string; readonly text: string }
  | { readonly kind: "run"; readonly command: string };

/**
 * The blocks of a Markdown document in order. A block of `ts` says in its first line which file it is, or below which line of
 * which file it goes; each line of a block of `sh` is a command.
 * @throws {Error} for a block of another kind or without such a line: nothing in the document goes unexecuted
 */
export function stepsOf(markdown: string): Step[] {
  return [...markdown.matchAll(/^( *)```(\w*)\n(.*?)^\1```$/gms)].flatMap(([, indent, language, block]): Step[] => {
    const lines = block
      .trimEnd()
      .split("\n")
      .map((line) => line.slice(indent.length));
    if (language === "sh") return lines.map((command) => ({ kind: "run", command }));
    const [, file, below] = /^\/\/ (\S+?\.tsx?)(?:, below: (.+))?$/.exec(lines[0]) ?? [];
    if (language !== "ts" || !file) {
      throw new Error(
        `expected a block of sh, or of ts that begins with its file's name, got \`\`\`${language} ${lines[0]}`,
      );
    }
    const text = `${lines.slice(1).join("\n")}\n`;
    return [below ? { kind: "insert", file, below, text } : { kind: "file", file, text }];
  });
}

/** Does in a folder what a step says, but for running commands. @throws {Error} if there is no place for it */
export function write(folder: string, step: Exclude<Step, { kind: "run" }>): void {
  const path = join(folder, step.file);
  mkdirSync(dirname(path), { recursive: true });
  if (step.kind === "file") {
    writeFileSync(path, step.text);
    return;
  }
  const lines = readFileSync(path, "utf8").split("\n");
  const at = lines.findIndex((line) => line.includes(step.below));
  if (at < 0) throw new Error(`expected the line "${step.below}" in ${step.file}, got none`);
  writeFileSync(path, [...lines.slice(0, at + 1), step.text.trimEnd(), ...lines.slice(at + 1)].join("\n"));
}
