// Worker threads do not inherit the TypeScript loader of the main thread, so each registers it before the real worker (as in src/trial).
import { register } from "tsx/esm/api";

register();
const { prepareKernels } = await import("../trial/prepare-kernels.ts");
prepareKernels();
const { default: work } = await import("./worker.ts");

export default work;
