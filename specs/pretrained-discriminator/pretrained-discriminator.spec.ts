import { judgeSpec } from "../../src/source/judge-spec.ts";
import pretrainedDiscriminator from "./claims.ts";

judgeSpec(pretrainedDiscriminator);
