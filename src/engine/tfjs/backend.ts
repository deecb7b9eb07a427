/** A backend of TensorFlow.js, ready to compute. */
export interface Backend {
  /** As `tf.getBackend()` calls it. */
  readonly name: string;
  /** As its driver calls the device, where that is not the CPU. */
  readonly device?: string;
  /** Whether operations are only queued when they are asked for. */
  readonly isQueued: boolean;
  /** Seeds that it trains side by side at most. */
  readonly ensemble: number;
}
