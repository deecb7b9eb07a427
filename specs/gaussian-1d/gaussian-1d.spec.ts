import { judgeSpec } from "../../src/testing/judge-spec.ts";
import source from "./claims.ts";

judgeSpec(source);
