// The test runner loads this in every process that runs tests, before them.
import { prepareKernels } from "../trial/prepare-kernels.ts";

prepareKernels();
