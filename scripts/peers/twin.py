"""What every peer in Python shares: how it is asked for work, and how it proves that it computes the same thing.

As a contender it reads a number of repetitions from each line of standard input and answers with the CPU seconds they took.
With `--check IN OUT` it plays the updates of the file IN from given weights and numbers instead and writes the weights that
come out. A file is a line of JSON, `{"arrays": [{"name": …, "shape": […]}, …]}`, then the arrays one after the other as
little-endian float32. Weights are flat, layer after layer: kernel `[inputs, units]` row-major, then bias `[units]`.
"""

import json
import sys
import time
from collections.abc import Callable

import numpy as np

Arrays = dict[str, np.ndarray]
Layers = list[tuple[np.ndarray, np.ndarray]]


def serve(repeat: Callable[[int], int], check: Callable[[Arrays], Arrays]) -> None:
    """`repeat` makes at least so many repetitions and says how many; `check` plays given numbers."""
    if "--check" in sys.argv:
        read_from, write_to = sys.argv[sys.argv.index("--check") + 1 :]
        write(write_to, check(read(read_from)))
        return
    for line in sys.stdin:
        asked = int(line)
        start = time.process_time()
        # 0 asks whether the program has started.
        made = repeat(asked) if asked else 1
        print((time.process_time() - start) * asked / made, flush=True)


def read(path: str) -> Arrays:
    with open(path, "rb") as file:
        shapes = {array["name"]: array["shape"] for array in json.loads(file.readline())["arrays"]}
        return {
            name: np.frombuffer(file.read(4 * int(np.prod(shape))), "<f4").reshape(shape).copy()
            for name, shape in shapes.items()
        }


def write(path: str, arrays: Arrays) -> None:
    header = {"arrays": [{"name": name, "shape": list(array.shape)} for name, array in arrays.items()]}
    with open(path, "wb") as file:
        file.write(json.dumps(header).encode() + b"\n")
        for array in arrays.values():
            file.write(np.ascontiguousarray(array, "<f4").tobytes())


def layers(flat: np.ndarray, widths: list[int]) -> Layers:
    """From `[S, P]` to a kernel `[S, inputs, units]` and a bias `[S, units]` a layer."""
    split, at = [], 0
    for inputs, units in zip(widths, widths[1:]):
        kernel = flat[:, at : at + inputs * units].reshape(-1, inputs, units)
        at += inputs * units
        split.append((kernel, flat[:, at : at + units]))
        at += units
    return split


def flat(split: Layers) -> np.ndarray:
    """What `layers` takes apart."""
    seeds = len(split[0][0])
    parts = [np.asarray(array).reshape(seeds, -1) for layer in split for array in layer]
    return np.concatenate(parts, axis=1)
