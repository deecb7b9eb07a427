import { judgeSpec } from "../../src/testing/judge-spec.ts";
import pretrainedDiscriminator from "./claims.ts";

judgeSpec(pretrainedDiscriminator);
