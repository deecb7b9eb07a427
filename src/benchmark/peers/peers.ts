import { ensembleSizes } from "../arm.ts";
import type { Contender } from "../contender.ts";
import { ensembleGroup, peerFile, script, updateContender } from "../contenders.ts";
import { digitArms } from "../digits.ts";
import { type PeerPython, type PythonPeer, pythonPeers } from "../python.ts";
import { digitTask, type EpsilonForm, type TwinTask, updateTask } from "./twin-task.ts";

/** A contender that is not ours, and what it says that it computes. */
export interface Peer extends Contender {
  readonly peer: string;
  readonly variant: string;
  readonly task: TwinTask;
  /** What is asked before a process of it starts that is timed from its first call on: nothing compiled earlier is used. */
  readonly uncached?: Readonly<Record<string, string>>;
}

/** One discriminator update of the 1-D Gaussian GAN, as others write it, for each ensemble size. */
export const updatePeers = (python: PeerPython | undefined): Peer[] =>
  ensembleSizes.flatMap((size) => {
    const task = (form: EpsilonForm) => updateTask(size, form);
    return families.flatMap((family) =>
      family.update
        .filter(({ sizes }) => sizes?.(size) ?? true)
        .flatMap((variant) =>
          peerOf(family, variant, ensembleGroup(size), String(size), task(family.updateForm), python),
        ),
    );
  });

/** One update of both players of the GAN on digits, as others write it, for each of its arms. */
export const digitPeers = (python: PeerPython | undefined): Peer[] =>
  Object.keys(digitArms).flatMap((arm) =>
    families.flatMap((family) =>
      family.digits.flatMap((variant) => peerOf(family, variant, arm, arm, digitTask(arm, family.digitForm), python)),
    ),
  );

interface Variant {
  /** As a table shows it. */
  readonly name: string;
  /** In scripts/peers. */
  readonly file: string;
  /** What the program calls it. */
  readonly argument: string;
  /** Sizes of the ensemble that it is written for; default all. */
  readonly sizes?: (size: number) => boolean;
}

interface Family {
  readonly peer: string;
  readonly update: readonly Variant[];
  /** Where its Adam of the 1-D GAN adds ε, and that of digits. */
  readonly updateForm: EpsilonForm;
  readonly digits: readonly Variant[];
  readonly digitForm: EpsilonForm;
  readonly uncached?: Readonly<Record<string, string>>;
}

const isOne = (size: number): boolean => size === 1;
const isSeveral = (size: number): boolean => size > 1;

const families: readonly Family[] = [
  {
    peer: "PyTorch",
    updateForm: "standard",
    update: [
      { name: "as the notebook writes it", file: "torch_gan.py", argument: "notebook" },
      { name: "tuned", file: "torch_gan.py", argument: "tuned" },
      { name: "torch.compile", file: "torch_gan.py", argument: "compiled" },
    ],
    digitForm: "standard",
    digits: [
      { name: "as tutorials write it", file: "torch_digits.py", argument: "tutorial" },
      { name: "tuned", file: "torch_digits.py", argument: "tuned" },
      { name: "torch.compile, loss and optimizer", file: "torch_digits.py", argument: "compiled" },
      { name: "torch.compile, whole round", file: "torch_digits.py", argument: "compiled whole" },
    ],
    uncached: { TORCHINDUCTOR_FORCE_DISABLE_CACHES: "1" },
  },
  {
    peer: "JAX",
    updateForm: "tensorflow",
    update: [
      { name: "jit", file: "jax_gan.py", argument: "jit", sizes: isOne },
      { name: "jit + scan", file: "jax_gan.py", argument: "scan", sizes: isOne },
      { name: "jit + vmap", file: "jax_gan.py", argument: "jit", sizes: isSeveral },
      { name: "jit + vmap + scan", file: "jax_gan.py", argument: "scan", sizes: isSeveral },
    ],
    digitForm: "standard",
    digits: [
      { name: "jit", file: "jax_digits.py", argument: "jit" },
      { name: "jit + scan", file: "jax_digits.py", argument: "scan" },
    ],
  },
  {
    peer: "TensorFlow",
    updateForm: "tensorflow",
    update: [
      { name: "tf.function", file: "tf_gan.py", argument: "function" },
      { name: "tf.function + XLA + loop", file: "tf_gan.py", argument: "loop" },
    ],
    digitForm: "tensorflow",
    digits: [
      { name: "tf.function", file: "tf_digits.py", argument: "function" },
      { name: "tf.function + XLA + loop", file: "tf_digits.py", argument: "loop" },
    ],
  },
  {
    peer: "TensorFlow.js",
    updateForm: "tensorflow",
    update: [
      { name: "cpu", file: "engine.ts", argument: "tfjs:cpu" },
      { name: "wasm", file: "engine.ts", argument: "tfjs:wasm" },
    ],
    digitForm: "standard",
    digits: [
      { name: "cpu", file: "digits.ts", argument: "tfjs:cpu" },
      { name: "wasm", file: "digits.ts", argument: "tfjs:wasm" },
    ],
  },
  {
    peer: "plain JavaScript",
    updateForm: "tensorflow",
    update: [
      { name: "float64 loops", file: "plain-gan.ts", argument: "float64" },
      { name: "float32 loops", file: "plain-gan.ts", argument: "float32" },
    ],
    digitForm: "standard",
    digits: [
      { name: "float64 loops", file: "plain-digits.ts", argument: "float64" },
      { name: "float32 loops", file: "plain-digits.ts", argument: "float32" },
    ],
  },
];

/** Who can be timed beside us, as reports name them. */
export const peerNames: readonly string[] = families.map(({ peer }) => peer);

/** None where it is written in Python, and that lacks its package. */
function peerOf(
  { peer, uncached }: Family,
  { name, file, argument }: Variant,
  group: string,
  of: string,
  task: TwinTask,
  python: PeerPython | undefined,
): Peer[] {
  const isPython = peer in pythonPeers;
  if (isPython && python?.versions[peer as PythonPeer] === undefined) return [];
  const command = isPython ? ([python!.python, peerFile(file), of, argument] as const) : script(file, argument, of);
  return [{ ...updateContender(`${peer}, ${name}`, group, command), peer, variant: name, task, uncached }];
}
