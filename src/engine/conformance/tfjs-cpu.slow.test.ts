import { conformanceOf } from "./available.ts";

await conformanceOf("tfjs:cpu");
