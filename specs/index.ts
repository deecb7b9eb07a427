import { discoverSources } from "../src/study/discover.ts";

/** The sources of this folder, each a folder of its own: a new one needs no line here. */
export const sources = await discoverSources(import.meta.dirname);
