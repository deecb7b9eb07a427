import { conformanceOf } from "./available.ts";

await conformanceOf("wasm");
