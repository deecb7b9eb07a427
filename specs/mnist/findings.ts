import type { registered } from "./verdicts.ts";

/** Why a verdict is what it is, where that surprises. */
export const findings: Readonly<Partial<Record<keyof typeof registered, string>>> = {};
