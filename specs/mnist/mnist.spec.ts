import { judgeSpec } from "../../src/source/judge-spec.ts";
import source from "./claims.ts";

judgeSpec(source);
