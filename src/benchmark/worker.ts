import type { UpdateTiming } from "../report/results.ts";
import { timeEngine } from "./time-engine.ts";

/** What a worker thread does: time an engine on the core it got. */
export default ({
  engine,
  ...options
}: { engine: string } & Parameters<typeof timeEngine>[1]): Promise<UpdateTiming[]> => timeEngine(engine, options);
