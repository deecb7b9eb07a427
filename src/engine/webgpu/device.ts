import { EngineError } from "../engine.ts";
import { type Gpu, openGpu } from "../gpu/dawn.ts";
import type { WorkgroupLimits } from "./memory-plan.ts";

/** Why a graphics card computes no more, or did not compute what it was told. What was read before is still good. */
export class GpuError extends EngineError {
  override name = "GpuError";
}

/** A device and what went wrong with it. */
export class Device {
  readonly gpu: Gpu;
  readonly device: GPUDevice;
  readonly limits: WorkgroupLimits;
  /** Callers waiting for the device, to be notified when it is lost. */
  readonly #waiting = new Set<() => void>();
  #failure: GpuError | undefined;

  constructor(gpu: Gpu, device: GPUDevice) {
    const { maxComputeWorkgroupStorageSize, maxComputeInvocationsPerWorkgroup } = device.limits;
    this.gpu = gpu;
    this.device = device;
    this.limits = { bytes: maxComputeWorkgroupStorageSize, threads: maxComputeInvocationsPerWorkgroup };
    device.lost.then(({ message }) => {
      this.fail(`expected ${gpu.device} to keep computing, got a lost device (${message.trim()}); start again`);
      for (const wake of this.#waiting) wake();
    });
    device.addEventListener("uncapturederror", (event) => {
      event.preventDefault(); // the next caller gets it, so it need not be printed
      this.fail(`expected ${gpu.device} to do as told, got: ${event.error.message.trim()}`);
    });
  }

  get hasFailed(): boolean {
    return this.#failure !== undefined;
  }

  /** The first failure counts: others follow from it. */
  fail(message: string): void {
    this.#failure ??= new GpuError(message);
  }

  /** @throws {GpuError} if anything has gone wrong so far */
  check(): void {
    if (this.#failure) throw this.#failure;
  }

  /**
   * What `work` comes to, or the failure that keeps it from coming to anything.
   * @throws {GpuError}
   */
  async finish<T>(work: Promise<T>): Promise<T> {
    let wake: () => void = () => undefined;
    const lost = new Promise<undefined>((resolve) => {
      wake = () => resolve(undefined);
      this.#waiting.add(wake);
    });
    // A race leaves nothing behind here: `lost` is nobody else's.
    const given = await Promise.race([work.catch((error: Error) => error), lost]);
    this.#waiting.delete(wake);
    this.check();
    if (given instanceof Error) throw new GpuError(`expected ${this.gpu.device} to answer, got: ${given.message}`);
    return given as T;
  }

  /**
   * Runs `make` and tells what it did wrong. The scopes that catch its errors are closed before anything is waited for, so
   * that they catch nobody else's.
   * @throws {GpuError} if it is invalid, there is too little memory, or the driver fails
   */
  async checked<T>(what: string, make: () => T | Promise<T>): Promise<T> {
    const scopes = ["validation", "out-of-memory", "internal"] as const;
    for (const scope of scopes) this.device.pushErrorScope(scope);
    const made = attempt(make);
    const closed = Promise.all(scopes.map(() => this.device.popErrorScope()));
    const outcome = await this.finish(
      made.then(
        (value) => ({ value, thrown: undefined }),
        (thrown: Error) => ({ thrown }),
      ),
    );
    const errors = await this.finish(closed);
    const error = errors.find((caught) => caught) ?? outcome.thrown;
    if (error) throw new GpuError(`expected ${what}, got: ${error.message.trim()}`);
    return (outcome as { value: T }).value;
  }
}

/** What is thrown at once is thrown later. */
async function attempt<T>(make: () => T | Promise<T>): Promise<T> {
  return make();
}

/**
 * The process's device, opened on first use, and reopened after a failure.
 * @throws {EngineError} if there is none
 */
export function openDevice(): Promise<Device> {
  // One at a time: callers in the meantime get the same one.
  opened = opened ? opened.then((device) => (device.hasFailed ? reopen(device) : device), open) : open();
  return opened;
}

function reopen(failed: Device): Promise<Device> {
  failed.device.destroy();
  return open();
}

let opened: Promise<Device> | undefined;

async function open(): Promise<Device> {
  const gpu = await openGpu();
  // An adapter gives one device only.
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw new GpuError(`expected ${gpu.device} to answer again, got no adapter; start again`);
  const wanted = [
    "maxComputeWorkgroupStorageSize",
    "maxComputeInvocationsPerWorkgroup",
    "maxComputeWorkgroupSizeX",
    "maxStorageBufferBindingSize",
    "maxBufferSize",
  ] as const;
  const requiredLimits = Object.fromEntries(wanted.map((limit) => [limit, adapter.limits[limit]]));
  return new Device(gpu, await adapter.requestDevice({ requiredLimits }));
}

/** Ends the process's device, if one was opened: for tests, which want to leave nothing behind. */
export async function closeDevice(): Promise<void> {
  const device = await opened?.catch(() => undefined);
  device?.device.destroy();
  opened = undefined;
}
