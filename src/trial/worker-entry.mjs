// Worker threads do not inherit the TypeScript loader of the main thread, so each registers it before the real worker.
import { register } from "tsx/esm/api";

register();
const { prepareKernels } = await import("./prepare-kernels.ts");
prepareKernels();
const { default: work } = await import("./worker.ts");

export default work;
